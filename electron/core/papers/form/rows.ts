import type { Run } from '../../paper/fit'
import { GREY, mm, type Sheet, type TextLine } from '../../paper/Sheet'
import type { Tag } from '../../paper/tags'
import type { Said } from '../../paper/voices'
import type { Piece } from './flow'
import type { Span } from './head'
import type { PaperMaker } from './Paper'
import { fitted, NARROW, REGULAR, SECOND, steps, wrapped } from './texts'

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

/** A form's rows as pieces: the names in a column at the left, the values beside them, a thin line above each. A long value goes on over the page. */
export function rowPieces(maker: PaperMaker, rows: readonly Row[], span: Span): Piece[] {
  const table: Tag = { role: 'Table' }
  return rows.flatMap((row) => rowOf(maker, row, span, table))
}

function rowOf({ faces }: PaperMaker, { label, lines, size = 9 }: Row, { x, width }: Span, table: Tag): Piece[] {
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
  const value = lines.flatMap((runs) => wrapped(faces, runs, size, valueWidth))
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
      sheet.within(table, () => sheet.within(row!, () => sheet.within(name, () => drawLines(sheet, names, x, top + PAD))))
      inCell(sheet, () => drawLines(sheet, first, x + labelWidth + GAP, top + PAD))
    },
  }
  const rest = value.slice(first.length)
  return [
    head,
    ...rest.map((line, index): Piece => ({
      before: 0,
      height: line.height + (index === rest.length - 1 ? PAD : 0),
      draw: (sheet, top) => inCell(sheet, () => drawLines(sheet, [line], x + labelWidth + GAP, top)),
    })),
  ]
}

const sum = (lines: readonly TextLine[]): number => lines.reduce((all, { height }) => all + height, 0)

function drawLines(sheet: Sheet, lines: readonly TextLine[], x: number, top: number): void {
  let y = top
  for (const { runs, size, height } of lines) {
    const face = runs[0]?.face
    if (face) sheet.runs(runs, size, x, y + sheet.faces.baseline(face, size, height))
    y += height
  }
}
