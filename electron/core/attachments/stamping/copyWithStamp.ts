import type { FileKind, StampPlace } from '#shared/contract'
import { rm } from 'node:fs/promises'
import { Refusal } from '../../errors'
import { isOfTheDisk } from '../pdf/findObjects'
import { writePicturePdf } from './picturePdf'
import { stampPdf, type StampPage } from './stampPdf'

/** A file to stamp and the file that the stamped copy becomes. */
export interface CopyToStamp {
  source: string
  kind: FileKind
  /** Written anew; removed again when the copy fails. Lies in a folder of ours, for parts of it stand beside it meanwhile. */
  target: string
  /** `null`: the lower right corner of the first page. */
  place: StampPlace | null
  /** Kept with the place: whether the stamp is written in Russian too. */
  russian: boolean
}

/**
 * Makes a PDF of a PDF or picture with the given stamp on it; the source is only read. Errors: `Refusal attachments.not_stampable` for other kinds, what is encrypted or damaged,
 * and pages that are not there; the file system's.
 */
export async function copyWithStamp(stamp: StampPage, copy: CopyToStamp): Promise<{ place: StampPlace; pages: number }> {
  const { source, kind, target, place, russian } = copy
  const page = place?.page ?? 1
  try {
    if (kind === 'docx' || kind === 'audio') throw new Refusal('attachments.not_stampable')
    if (kind !== 'pdf') await writePicturePdf(source, kind, target)
    const stamped = await stampPdf(kind === 'pdf' ? source : target, target, stamp, { page, place })
    return { place: { page, ...stamped.place, russian }, pages: stamped.pages }
  } catch (error) {
    await rm(target, { force: true })
    if (error instanceof Refusal || isOfTheDisk(error)) throw error
    // What is left is the file's own fault: a broken tree of pages, a picture that cannot be decoded.
    throw new Refusal('attachments.not_stampable')
  }
}
