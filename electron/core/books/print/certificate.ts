import { formatDate } from '#shared/domain'
import { localMoment, translatorFor } from '#shared/i18n'
import type { Faces } from '../../paper/faces'
import { wrap } from '../../paper/fit'
import { GREY, mm, Sheet } from '../../paper/Sheet'
import type { BookTask } from '../bookFacts'
import { inWords, periodOf } from '../bookWords'
import { PAGE, WIDTH } from './geometry'
import { officeOf } from './heads'
import type { Totals } from './PageFlow'

/** What the certification sheet tells of the book. */
export interface BookSummary {
  pages: number
  totals: Totals
  /** Numbers of the first and the last entry; empty in an empty book. */
  first: string
  last: string
}

const TEXT = { face: 'PTSerif-Regular', size: 12.5 } as const
const SMALL = { face: 'PTSans-Regular', size: 8, colour: GREY } as const
const LEFT = PAGE.left + mm(20)
const ROOM = WIDTH - mm(40)

/**
 * The last page: how many pages are laced and numbered, in figures and words, how many entries from which number to which, and room for signatures, seal and day. The program cannot know whether
 * both sides are printed, so both numbers of sheets stand there to choose from.
 */
export function certificate(faces: Faces, task: BookTask, summary: BookSummary): Sheet {
  const say = translatorFor(task.language)
  const sheet = new Sheet(faces)
  const title = { face: 'PTSans-Bold', size: 14 } as const
  const middle = PAGE.left + WIDTH / 2
  let y = mm(24)
  sheet.text(say('books.paper.certificate.title'), title, middle, y, 'centre')
  for (const line of [officeOf(task), `${say(`books.paper.titles.${task.book}`)}, ${periodOf(task, say)}`]) {
    for (const runs of wrap(faces, [{ text: line, face: 'PTSans-Regular' }], 11, ROOM))
      sheet.runs(runs, 11, middle, (y += 16), 'centre')
  }
  y += mm(14)
  for (const text of sentencesOf(task, summary)) {
    for (const runs of wrap(faces, [{ text, face: TEXT.face }], TEXT.size, ROOM)) {
      sheet.runs(runs, TEXT.size, LEFT, y)
      y += TEXT.size * 1.4
    }
    y += 4
  }
  for (const who of ['head', 'keeper'] as const) drawSignature(sheet, task, who, (y += mm(19)))
  sheet.text(say('books.paper.certificate.seal'), TEXT, LEFT, y + mm(22))
  const { date, time } = localMoment(task.madeAt, task.timeZone)
  const made = say('books.paper.certificate.made', { date: formatDate(date), time, name: task.madeBy })
  sheet.text(made, { ...SMALL, size: 9 }, PAGE.left, PAGE.height - PAGE.bottom)
  return sheet
}

function sentencesOf({ language }: BookTask, { pages, totals, first, last }: BookSummary): string[] {
  const say = translatorFor(language)
  const words = (count: number, feminine = false): string => inWords(count, language, say, feminine)
  const double = Math.ceil(pages / 2)
  const key = 'books.paper.certificate'
  return [
    say(`${key}.pages`, { pages, words: words(pages, true) }),
    say(`${key}.sheets`, { single: pages, singleWords: words(pages), double, doubleWords: words(double) }),
    ...(totals.rows > 0 ? [say(`${key}.rows`, { rows: totals.rows, words: words(totals.rows, true), first, last })] : []),
    ...(totals.voids > 0 ? [say(`${key}.voids`, { voids: totals.voids })] : []),
  ]
}

/** Position, signature, name and day, each a line to fill in with its caption beneath. */
function drawSignature(sheet: Sheet, { language }: BookTask, who: 'head' | 'keeper', y: number): void {
  const say = translatorFor(language)
  const key = 'books.paper.certificate'
  sheet.text(say(`${key}.${who}`), { face: 'PTSans-Regular', size: 9 }, LEFT, y - mm(7.5))
  const gap = mm(5)
  const widths = { position: 0.32, signature: 0.2, name: 0.3, date: 0.18 } as const
  let x: number = LEFT
  for (const [field, part] of Object.entries(widths)) {
    const w = (ROOM - 3 * gap) * part
    sheet.rule(x, y, w, 0.6)
    sheet.text(say(`${key}.${field}`), SMALL, x + w / 2, y + 9.5, 'centre')
    x += w + gap
  }
}
