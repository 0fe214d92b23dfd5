import type { StampPlace } from '#shared/contract'
import { renderStamp, type StampFacts } from '../../slips/stamps.service'
import { copyWithStamp, type CopyToStamp } from './copyWithStamp'

/**
 * Makes a copy of a PDF or picture with the registration stamp on it (R7; requisite 24 of the record-keeping rules), as PDF; the source is only read. Without a place the stamp lies in the
 * lower right corner of the first page. Gives the place where it lies in the end (moved inside the page where it would stand outside) and the pages of the copy. `useFonts` comes first.
 * Errors: `Refusal attachments.not_stampable` for other kinds, what is encrypted or damaged, and pages that are not there; the file system's.
 */
export async function makeStampedCopy(copy: CopyToStamp & { facts: StampFacts }): Promise<{ place: StampPlace; pages: number }> {
  const { facts, ...file } = copy
  return copyWithStamp(await renderStamp({ ...facts, russian: file.russian }), file)
}
