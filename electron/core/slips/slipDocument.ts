import { facesInUse } from '../paper/fonts'
import { PdfWriter, type PdfDetails } from '../paper/pdf'
import { besideText, Voices } from '../paper/voices'
import type { Picture } from './form/picture'
import type { SlipFacts } from './slipFacts'
import { layOutSlip } from './slipLayout'

/** How a slip is printed: the office's picture, and by how much (points, to the right and down) everything is moved for a printer that prints askew. */
export interface SlipPrint {
  logo?: Picture | null
  shift?: PdfDetails['shift']
}

/**
 * The slip as PDF in the format that its facts name: fonts embedded, text selectable, tagged, language and title set, nothing on it but the facts (no IIN or BIN among them). The same
 * facts and picture give the same bytes. Errors: the file system's, when the fonts cannot be read.
 */
export async function renderSlip(facts: SlipFacts, { logo = null, shift }: SlipPrint = {}): Promise<Uint8Array> {
  const faces = facesInUse()
  const voices = new Voices(facts.languages)
  const watermark = facts.copy === 0 ? besideText(voices.say('slip.marks.watermark')) : undefined
  const title = voices.say('slip.title', { number: facts.number }).main
  const pages = layOutSlip(faces, facts, logo)
  return written(pages, (out) => new PdfWriter(faces, { ...detailsOf(facts, title, pages[0]!.size), watermark, shift }, out))
}

/** Many slips in one PDF, in the given order, each on pages of its own size; fonts and the office's picture are in it once. At least one. Errors as with one. */
export async function renderSlips(slips: readonly SlipFacts[], { logo = null, shift }: SlipPrint = {}): Promise<Uint8Array> {
  const faces = facesInUse()
  const [first] = slips
  if (!first) throw new RangeError('no slips')
  const title = new Voices(first.languages).say('slip.titles', { count: slips.length }).main
  const pages = function* () {
    for (const facts of slips) yield* layOutSlip(faces, facts, logo)
  }
  return written(pages(), (out) => new PdfWriter(faces, { ...detailsOf(first, title, { width: 0, height: 0 }), shift }, out))
}

async function written(
  pages: Iterable<ReturnType<typeof layOutSlip>[number]>,
  open: (out: (chunk: Uint8Array) => void) => PdfWriter,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const writer = open((chunk) => chunks.push(chunk))
  for (const { marks, size } of pages) writer.page(marks, size)
  await writer.end()
  return Buffer.concat(chunks)
}

function detailsOf(facts: SlipFacts, title: string, size: PdfDetails['size']): PdfDetails {
  const voices = new Voices(facts.languages)
  return {
    ...{ size, title },
    language: voices.main,
    author: voices.of(facts.office.name).main,
    createdAt: new Date(facts.printedMoment ?? `${facts.printedOn}T${facts.printedAt}:00Z`),
  }
}
