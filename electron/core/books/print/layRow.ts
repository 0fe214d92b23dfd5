import { formatDate } from '#shared/domain'
import type { Faces } from '../../paper/faces'
import type { Field, Line, Value } from '../columns'
import { BODY, LINE, PAD, SIZE, type Column } from './geometry'
import { wrapText } from './wrapText'

/** A row, or the part of one, broken into lines: `cells` by column, `lines` the most of them. `begins`: it is the beginning of an entry, and so counts it. */
export interface LaidRow {
  cells: string[][]
  lines: number
  isVoid: boolean
  begins: boolean
  /** Sums of the entry, by column; only where it begins and is not void. */
  sums: number[]
}

/** Height of so many lines as a row of the table, in points. */
export function rowHeight(lines: number): number {
  return Math.max(1, lines) * LINE + 2 * PAD.y
}

/** Breaks the rows of one book into the lines of its cells. */
export class RowLayout {
  readonly #kinds: ReadonlyMap<string, Field['kind']>

  /** `summed`: fields that are summed up. */
  constructor(
    private readonly faces: Faces,
    private readonly columns: readonly Column[],
    fields: readonly Field[],
    private readonly summed: readonly string[],
  ) {
    this.#kinds = new Map(fields.map(({ key, kind }) => [key, kind]))
  }

  row({ values, isVoid }: Line): LaidRow {
    const cells = this.columns.map(({ fields, w }) => {
      const texts = fields.map((key) => this.#textOf(key, values[key]))
      return texts.flatMap((text) => (text === '' ? [] : wrapText(this.faces, text, { face: BODY, size: SIZE }, w - 2 * PAD.x)))
    })
    const sums = this.summed.map((key) => (isVoid ? 0 : Number(values[key] ?? 0)))
    return { cells, lines: Math.max(1, ...cells.map(({ length }) => length)), isVoid, begins: true, sums }
  }

  #textOf(key: string, value: Value | undefined): string {
    if (value === null || value === undefined || value === '') return ''
    return this.#kinds.get(key) === 'date' ? formatDate(String(value)) : String(value)
  }
}

/** A row that is higher than a page, in parts of so many lines. */
export function partsOf(row: LaidRow, lines: number): LaidRow[] {
  const parts: LaidRow[] = []
  for (let from = 0; from < row.lines; from += lines) {
    const cells = row.cells.map((cell) => cell.slice(from, from + lines))
    const begins = from === 0
    const sums = begins ? row.sums : row.sums.map(() => 0)
    parts.push({ cells, lines: Math.min(lines, row.lines - from), isVoid: row.isVoid, begins, sums })
  }
  return parts
}
