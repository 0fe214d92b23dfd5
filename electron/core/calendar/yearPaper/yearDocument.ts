import { facesInUse } from '../../paper/fonts'
import { pdfOf } from '../../paper/pdf'
import { Voices } from '../../paper/voices'
import { layOut } from './layOut'
import type { YearFacts } from './yearFacts'
import { PAGE } from './YearPage'

/**
 * The working calendar of a year as PDF: one A4 page upright, fonts embedded, text selectable, language and title set. The same facts give the same bytes. Tagged: headings of
 * quarters and months, the days of a month as a table under their weekdays, their reasons as a list.
 * `useFonts` comes first. Errors: the file system's, when the fonts cannot be read.
 */
export async function renderYear(facts: YearFacts): Promise<Uint8Array> {
  const faces = facesInUse()
  const voices = new Voices(facts.languages)
  const { marks } = layOut(faces, facts)
  return pdfOf(faces, marks, {
    size: PAGE,
    language: voices.main,
    title: voices.say('yearPaper.title', { year: facts.year }).main,
    author: voices.of(facts.office.name).main,
    createdAt: new Date(facts.printedMoment),
  })
}
