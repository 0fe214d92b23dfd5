import { translatorFor, type Translator } from '#shared/i18n'
import type { Faces } from '../../paper/faces'
import { fit, type Fitted } from '../../paper/fit'
import { GREY, mm, type Sheet } from '../../paper/Sheet'
import type { BookTask } from '../bookFacts'
import { periodOf } from '../bookWords'
import { BODY, BOLD, GRID, HEAD_LINE, HEAD_SIZE, PAD, PAGE, WIDTH, type Column } from './geometry'
import { wrapText } from './wrapText'

const FIELD = '#ececec'
const NUMBERS = HEAD_LINE + 1

/** What stands above the rows of a page: the title on the first, a line that names the book on the others, and the heads of the columns on each. */
export class Heads {
  readonly #say: Translator
  readonly #heads: string[][]
  readonly #office: Fitted
  readonly #title: Fitted

  constructor(
    private readonly faces: Faces,
    private readonly task: BookTask,
    private readonly columns: readonly Column[],
  ) {
    this.#say = translatorFor(task.language)
    this.#heads = columns.map(({ heading, fields, w }) =>
      wrapText(faces, this.#say(`books.columns.${heading ?? fields[0]!}`), { face: BOLD, size: HEAD_SIZE }, w - 2 * PAD.x + 1),
    )
    this.#office = fit(faces, officeOf(task), WIDTH, [
      { face: 'PTSans-Regular', size: 11, lines: 2 },
      { face: BODY, size: 10, lines: 3 },
    ])
    this.#title = fit(faces, this.#say(`books.paper.titles.${task.book}`), WIDTH, [{ face: 'PTSans-Bold', size: 15, lines: 1 }])
  }

  /** Where the rows begin, from the top of the page. */
  bottom(isFirst: boolean): number {
    return (isFirst ? this.#titleHeight : PAGE.top + mm(4.6)) + this.height
  }

  draw(sheet: Sheet, isFirst: boolean): void {
    if (isFirst) this.#drawTitle(sheet)
    else this.#drawRunning(sheet)
    this.#drawHeads(sheet, this.bottom(isFirst) - this.height)
  }

  get #titleHeight(): number {
    return PAGE.top + this.#office.lines.length * this.#office.size * 1.25 + 20 + 15 + mm(3)
  }

  /** Height of the heads of the columns. */
  get height(): number {
    return Math.max(...this.#heads.map(({ length }) => length)) * HEAD_LINE + 2 * PAD.y + NUMBERS
  }

  #drawTitle(sheet: Sheet): void {
    const middle = PAGE.left + WIDTH / 2
    let y: number = PAGE.top
    for (const { face, size, lines } of [this.#office, this.#title]) {
      for (const line of lines) {
        sheet.text(line, { face, size }, middle, y + this.faces.baseline(face, size, size * 1.25), 'centre')
        y += size * 1.25
      }
    }
    sheet.text(periodOf(this.task, this.#say), { face: 'PTSans-Regular', size: 11 }, middle, y + 12, 'centre')
  }

  #drawRunning(sheet: Sheet): void {
    const parts = [this.#title.lines[0]!, periodOf(this.task, this.#say), this.#say('books.paper.continued')]
    sheet.text(parts.join('  '), { face: BODY, size: 8, colour: GREY }, PAGE.left, PAGE.top + 8)
  }

  #drawHeads(sheet: Sheet, top: number): void {
    const height = this.height
    sheet.fill([[PAGE.left, top, WIDTH, height]], FIELD)
    sheet.rule(PAGE.left, top, WIDTH, GRID * 2)
    sheet.rule(PAGE.left, top + height - NUMBERS, WIDTH, GRID)
    this.#heads.forEach((lines, index) => {
      const { x, w } = this.columns[index]!
      const above = (height - NUMBERS - lines.length * HEAD_LINE) / 2
      lines.forEach((line, at) => {
        const baseline = top + above + at * HEAD_LINE + this.faces.baseline(BOLD, HEAD_SIZE, HEAD_LINE)
        sheet.text(line, { face: BOLD, size: HEAD_SIZE }, x + w / 2, baseline, 'centre')
      })
      const number = top + height - NUMBERS + this.faces.baseline(BODY, 7, NUMBERS)
      sheet.text(String(index + 1), { face: BODY, size: 7 }, x + w / 2, number, 'centre')
    })
  }
}

/** The office's name in the language of the book, or in the one it has. */
export function officeOf({ office, language }: Pick<BookTask, 'office' | 'language'>): string {
  return office[language] || office.kk || office.ru
}
