import { translatorFor, type Translator } from '#shared/i18n'
import type { Faces } from '../../paper/faces'
import { INK, mm, Sheet } from '../../paper/Sheet'
import type { BookTask } from '../bookFacts'
import { BODY, BOLD, GRID, LINE, PAD, PAGE, SIZE, TABLE_BOTTOM, WIDTH, type Column } from './geometry'
import type { Heads } from './heads'
import { rowHeight, type LaidRow } from './layRow'
import type { LaidPage, Totals } from './PageFlow'

const VOID_COLOUR = '#4a4a4a'
/** Height of a row of totals. */
export const TOTAL_ROW = rowHeight(1) + 1

/** Draws the pages of a book from what was laid out. */
export class PageDrawing {
  readonly #say: Translator
  readonly #summed: { index: number; column: Column }[]

  constructor(
    private readonly faces: Faces,
    task: BookTask,
    private readonly columns: readonly Column[],
    private readonly heads: Heads,
    summed: readonly string[],
  ) {
    this.#say = translatorFor(task.language)
    this.#summed = columns.flatMap((column) => {
      const index = column.fields.length === 1 ? summed.indexOf(column.fields[0]!) : -1
      return index < 0 ? [] : [{ index, column }]
    })
  }

  /** One page of the table; `at` from 0. */
  page(page: LaidPage, at: number, pages: number, isLast: boolean): Sheet {
    const sheet = new Sheet(this.faces)
    this.heads.draw(sheet, at === 0)
    const top = this.heads.bottom(at === 0)
    let y = top
    for (const row of page.rows) {
      sheet.rule(PAGE.left, y, WIDTH, GRID)
      this.#drawRow(sheet, row, y)
      y += rowHeight(row.lines)
    }
    if (page.rows.length === 0 && page.sofar.rows === 0) {
      sheet.text(this.#say('books.paper.empty'), { face: BODY, size: SIZE + 1 }, PAGE.left + WIDTH / 2, y + 14, 'centre')
    }
    this.#drawUprights(sheet, top, y)
    y = this.#drawTotals(sheet, page.totals, 'pageTotal', y)
    if (isLast) y = this.#drawTotals(sheet, page.sofar, 'grandTotal', y)
    sheet.rule(PAGE.left, y, WIDTH, GRID * 2)
    this.number(sheet, at + 1, pages)
    return sheet
  }

  /** «n / N» at the foot of a page. */
  number(sheet: Sheet, page: number, pages: number): void {
    const text = this.#say('books.paper.page', { page, pages })
    sheet.text(text, { face: 'PTSans-Regular', size: 9 }, PAGE.width - PAGE.right, PAGE.height - PAGE.bottom, 'right')
  }

  #drawRow(sheet: Sheet, { cells, isVoid }: LaidRow, top: number): void {
    const colour = isVoid ? VOID_COLOUR : INK
    cells.forEach((lines, index) => {
      const { x, w, align } = this.columns[index]!
      // The note says why, and so is not struck through.
      const isStruck = isVoid && index < cells.length - 1
      lines.forEach((line, at) => {
        const baseline = top + PAD.y + at * LINE + this.faces.baseline(BODY, SIZE, LINE)
        const left = align === 'right' ? x + w - PAD.x - this.faces.width(line, BODY, SIZE) : x + PAD.x
        sheet.marks.push({ kind: 'text', text: line, face: BODY, size: SIZE, colour, x: left, baseline })
        if (isStruck) sheet.rule(left, baseline - SIZE * 0.26, this.faces.width(line, BODY, SIZE), { width: 0.6, colour })
      })
    })
  }

  #drawUprights(sheet: Sheet, rowsTop: number, bottom: number): void {
    const top = rowsTop - this.heads.height
    for (const { x } of this.columns) sheet.upright(x, top, bottom - top, GRID)
    sheet.upright(PAGE.left + WIDTH, top, bottom - top, GRID)
    sheet.rule(PAGE.left, rowsTop, WIDTH, GRID * 2)
  }

  #drawTotals(sheet: Sheet, { rows, voids, sums }: Totals, kind: 'pageTotal' | 'grandTotal', top: number): number {
    const bottom = top + TOTAL_ROW
    const baseline = top + PAD.y + this.faces.baseline(BOLD, SIZE, LINE)
    const text = voids > 0 ? this.#say(`books.paper.${kind}`, { rows, voids }) : this.#say(`books.paper.${kind}Plain`, { rows })
    sheet.rule(PAGE.left, top, WIDTH, GRID * 2)
    sheet.text(text, { face: BOLD, size: SIZE }, PAGE.left + mm(1), baseline)
    for (const { index, column } of this.#summed) {
      sheet.text(String(sums[index]), { face: BOLD, size: SIZE }, column.x + column.w - PAD.x, baseline, 'right')
    }
    for (const x of [PAGE.left, PAGE.left + WIDTH]) sheet.upright(x, top, TOTAL_ROW, GRID)
    return bottom
  }
}

/** Room for rows on a page that begins so far down; the totals have theirs beneath. */
export function roomBelow(top: number): number {
  return TABLE_BOTTOM - top - TOTAL_ROW
}
