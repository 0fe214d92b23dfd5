import { layOut } from './form/layOut'
import { PAGE } from './form/SlipPage'
import { besideText, Voices } from '../paper/voices'
import { facesInUse } from '../paper/fonts'
import { pdfOf } from '../paper/pdf'
import type { SlipFacts } from './slipFacts'

/**
 * The slip as PDF: one A5 page, fonts embedded, text selectable, language and title set, nothing on it but the facts (no IIN or BIN among them). The same facts
 * give the same bytes. Not tagged. Errors: the file system's, when the fonts cannot be read.
 */
export async function renderSlip(facts: SlipFacts): Promise<Uint8Array> {
  const faces = facesInUse()
  const voices = new Voices(facts.languages)
  const { marks } = layOut(faces, facts)
  return pdfOf(faces, marks, {
    size: PAGE,
    language: voices.main,
    title: voices.say('slip.title', { number: facts.number }).main,
    author: voices.of(facts.office.name).main,
    watermark: facts.copy === 0 ? besideText(voices.say('slip.marks.watermark')) : undefined,
    createdAt: new Date(facts.printedMoment ?? `${facts.printedOn}T${facts.printedAt}:00Z`),
  })
}
