import { LARGEST_FILE, type FileCondition, type NameNotice } from '#shared/contract'
import { Refusal } from '../errors'
import type { StoredFile } from './Attachment.entity'
import { recognise, type Recognised } from './fileKind'
import { nameFor, shownName } from './fileName'
import type { FileStore, Received } from './fileStore'
import type { PdfThread } from './PdfThread'
import { picturePages } from './pictures'

/** A file on its way in: under which name, as a stream, and how many bytes its sender says it has. */
export interface Incoming {
  name: string
  body: AsyncIterable<Uint8Array>
  declared: number | null
}

/** A file that is in the store, held (`FileStore.keep`) until it is written down whose it is. */
export interface TakenIn {
  file: StoredFile
  notices: NameNotice[]
}

const MEGABYTE = 1024 * 1024

/**
 * Takes a file in: streamed to the disk and hashed, its kind told by the content, its name cleaned, looked into, and put into the store. What is encrypted or damaged is kept with that condition: an
 * applicant's file may not be lost. A refusal leaves nothing. Errors: `attachments.too_large`, `.empty`, `.executable`, `.not_allowed`, `.broken_off`, `storage.full`.
 */
export async function takeIn(
  { store, pdfs }: { store: FileStore; pdfs: PdfThread },
  { name: given, body, declared }: Incoming,
): Promise<TakenIn> {
  const name = shownName(given)
  if (declared !== null && declared > LARGEST_FILE) throw tooLarge(name, declared)
  const received = await store.receive(whole(body, name), LARGEST_FILE, (bytes) => tooLarge(name, bytes))
  try {
    if (declared !== null && received.bytes < declared) throw new Refusal('attachments.broken_off', { name })
    const taken = await judge(received, given, { name, pdfs })
    await store.keep(received)
    return taken
  } catch (error) {
    await store.drop(received.path)
    throw error
  }
}

async function judge(
  { path, bytes, sha256 }: Received,
  given: string,
  { name, pdfs }: { name: string; pdfs: PdfThread },
): Promise<TakenIn> {
  if (bytes === 0) throw new Refusal('attachments.empty', { name })
  const found = await recognise(path, given)
  if (typeof found === 'string') throw new Refusal(`attachments.${found}`, { name })
  const { kind, type } = found
  const { name: kept, notices } = nameFor(given, found.endings)
  return { file: { name: kept, kind, type, bytes, sha256, ...(await lookInto(pdfs, path, found)) }, notices }
}

/** Whether a file can be opened, and its pages. */
async function lookInto(
  pdfs: PdfThread,
  path: string,
  { kind, isBroken }: Pick<Recognised, 'kind' | 'isBroken'>,
): Promise<{ condition: FileCondition; pages: number | null }> {
  if (isBroken) return { condition: 'damaged', pages: null }
  if (kind === 'pdf') return pdfs.inspect(path)
  if (kind === 'docx' || kind === 'audio') return { condition: 'whole', pages: null }
  const pages = await picturePages(path)
  return { condition: pages === null ? 'damaged' : 'whole', pages }
}

/** A body that breaks off is the sender's fault, not the disk's. */
async function* whole(body: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch {
    throw new Refusal('attachments.broken_off', { name })
  }
}

function tooLarge(name: string, bytes: number): Refusal {
  const size = Math.ceil((bytes * 10) / MEGABYTE) / 10
  return new Refusal('attachments.too_large', { name, size, max: LARGEST_FILE / MEGABYTE })
}
