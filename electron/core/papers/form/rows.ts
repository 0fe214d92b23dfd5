import { setImmediate as breath } from 'node:timers/promises'
import type { Run } from '../../paper/fit'
import { GREY, mm, paragraph, type Sheet, type TextLine } from '../../paper/Sheet'
import type { Tag } from '../../paper/tags'
import { SECOND, type Said } from '../../paper/voices'
import type { Piece } from './flow'
import type { Span } from './head'
import type { PaperMaker } from './Paper'
import { fitted, NARROW, REGULAR, steps, wrapped } from './texts'

const LABEL_PART = 0.25
const GAP = mm(3)
const PAD = mm(0.9)

/** One named fact of a form. `lines`: paragraphs of its value; without any the row is a line to write on. */
export interface Row {
  label: Said
  lines: readonly (readonly Run[])[]
  /** Size of the value, in points. */
  size?: number
}

/** Paragraphs of a value broken into lines in one go. */
const PORTION = 20

/**
 * A form's rows as pieces: the names in a column at the left, the values beside them, a thin line above each. A long value goes on over the page; there may be thousands of lines, and the thread is
 * free every few of them.
 */
export async function rowPieces(maker: PaperMaker, rows: readonly Row[], span: Span): Promise<Piece[]> {
  const table: Tag = { role: 'Table' }
  const pieces: Piece[] = []
  for (const row of rows) pieces.push(...(await rowOf(maker, row, span, table)))
  return pieces
}

async function rowOf({ faces }: PaperMaker, { label, lines, size = 9 }: Row, { x, width }: Span, table: Tag): Promise<Piece[]> {
  const labelWidth = width * LABEL_PART
  const valueWidth = width - labelWidth - GAP
  const names = [
    ...fitted(faces, label.main, labelWidth, [...steps(REGULAR, [8, 2]), ...steps(NARROW, [8, 3])], { leading: 1.28 }),
    ...fitted(faces, label.second ?? '', labelWidth, [...steps(REGULAR, [7.5, 2]), ...steps(NARROW, [7.5, 3])], {
      leading: 1.28,
      colour: GREY,
      language: SECOND,
    }),
  ]
  const value: TextLine[] = []
  for (const [index, runs] of lines.entries()) {
    value.push(...wrapped(faces, runs, size, valueWidth))
    if (index % PORTION === PORTION - 1) await breath()
  }
  const namesHeight = sum(names)
  const first: TextLine[] = []
  while (first.length < value.length && (first.length === 0 || sum(first) < namesHeight)) first.push(value[first.length]!)
  const [row, cell]: Tag[] = [{ role: 'TR' }, { role: 'TD' }]
  const inCell = (sheet: Sheet, draw: () => void): void =>
    sheet.within(table, () => sheet.within(row!, () => sheet.within(cell!, draw)))
  const head: Piece = {
    before: 0,
    height: PAD + Math.max(namesHeight, sum(first)) + (first.length === value.length ? PAD : 0),
    draw(sheet, top) {
      sheet.rule(x, top, width, mm(0.15))
      const name: Tag = { role: 'TH', scope: 'Row' }
      sheet.within(table, () => sheet.within(row!, () => sheet.within(name, () => paragraph(names, x).draw(sheet, top + PAD))))
      inCell(sheet, () => paragraph(first, x + labelWidth + GAP).draw(sheet, top + PAD))
    },
  }
  const rest = value.slice(first.length)
  return [
    head,
    ...rest.map((line, index): Piece => ({
      before: 0,
      height: line.height + (index === rest.length - 1 ? PAD : 0),
      draw: (sheet, top) => inCell(sheet, () => paragraph([line], x + labelWidth + GAP).draw(sheet, top)),
    })),
  ]
}

const sum = (lines: readonly TextLine[]): number => lines.reduce((all, { height }) => all + height, 0)
