import type { Run } from '../../paper/fit'
import { GREY, mm, paragraph, type Align, type TextLine } from '../../paper/Sheet'
import type { Tag } from '../../paper/tags'
import { SECOND, type Said } from '../../paper/voices'
import type { Piece } from './flow'
import type { Span } from './head'
import type { PaperMaker } from './Paper'
import { fitted, NARROW, REGULAR, steps, wrapped } from './texts'

const PAD = { x: mm(1.2), y: mm(0.9) } as const
const LINE = mm(0.18)
/** As pale as a laser printer still prints as an even field. */
const FIELD = '#ececec'

/** A column: its name, its part of the width, and the most lines that a cell of it takes. */
export interface Column {
  label: Said
  part: number
  align?: Align
  most?: number
}

/** A row's cells in the order of the columns; an empty one is left to be filled in by hand. */
export type Cells = readonly (readonly Run[])[]

interface Placed extends Column {
  x: number
  width: number
}

function placed(columns: readonly Column[], { x, width }: Span): Placed[] {
  const whole = columns.reduce((sum, { part }) => sum + part, 0)
  let left = x
  return columns.map((column) => {
    const own = { ...column, x: left, width: (width * column.part) / whole }
    left += own.width
    return own
  })
}

/** The names of the columns, repeated at the top of each page. */
export function tableHead({ faces }: PaperMaker, columns: readonly Column[], span: Span, table: Tag): Piece {
  const cells = placed(columns, span).map((column) => {
    const room = column.width - 2 * PAD.x
    const [main, second] = [column.label.main, column.label.second ?? '']
    const bold = [...steps('PTSans-Bold', [7.5, 3]), ...steps('PTSansNarrow-Bold', [7.5, 3], [7, 4])] as const
    return [
      ...fitted(faces, main, room, bold, { leading: 1.18 }),
      ...fitted(faces, second, room, [...steps(REGULAR, [7, 3]), ...steps(NARROW, [7, 4])], {
        leading: 1.18,
        colour: GREY,
        language: SECOND,
      }),
    ]
  })
  return pieceOf(placed(columns, span), cells, { rule: mm(0.35), field: FIELD, table, cell: { role: 'TH', scope: 'Column' } })
}

/** Rows of a table as pieces that are never divided; texts wrap in their cells, beyond `most` lines they end in «…». */
export function tableRows(
  { faces }: PaperMaker,
  columns: readonly Column[],
  rows: readonly Cells[],
  span: Span,
  table: Tag,
): Piece[] {
  const places = placed(columns, span)
  return rows.map((row) => {
    const cells = places.map((column, index) => {
      const lines = wrapped(faces, row[index] ?? [], 8, column.width - 2 * PAD.x, 1.2)
      return shortened(lines, column.most ?? 4)
    })
    return pieceOf(places, cells, { rule: LINE, table, cell: { role: 'TD' } })
  })
}

function shortened(lines: TextLine[], most: number): TextLine[] {
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const last = kept[most - 1]!
  const runs = last.runs.map((run, index) =>
    index === last.runs.length - 1 ? { ...run, text: `${run.text.slice(0, -1).trimEnd()}…` } : run,
  )
  return [...kept.slice(0, -1), { ...last, runs }]
}

/** Least height of a row, so that there is room for a pen. */
const LEAST = mm(7)

/** How a row is drawn, and which part of the paper it is; without a field it has no ground. */
interface Look {
  rule: number
  field?: string
  table: Tag
  cell: Tag
}

function pieceOf(columns: readonly Placed[], cells: readonly TextLine[][], { rule, field, table, cell }: Look): Piece {
  const tallest = Math.max(...cells.map((lines) => lines.reduce((sum, { height }) => sum + height, 0)))
  const height = Math.max(LEAST, tallest + 2 * PAD.y)
  return {
    height,
    before: 0,
    draw(sheet, top) {
      const row: Tag = { role: 'TR' }
      const [first, last] = [columns[0]!, columns.at(-1)!]
      if (field) sheet.fill([[first.x, top, last.x + last.width - first.x, height]], field)
      columns.forEach(({ x, width, align = 'left' }, index) => {
        sheet.frame(x - LINE / 2, top - rule / 2, width + LINE, height + rule, rule)
        const anchor = align === 'left' ? x + PAD.x : align === 'right' ? x + width - PAD.x : x + width / 2
        const draw = (): void => paragraph(cells[index]!, anchor, align).draw(sheet, top + PAD.y)
        sheet.within(table, () => sheet.within(row, () => sheet.within({ ...cell }, draw)))
      })
    },
  }
}
