import { CsvError, parse } from 'csv-parse/sync'
import { quoted, WHOLE, type Findings } from './findings'
import { unguarded } from './formulas'
import { MAX_LINES, MAX_ROWS } from './limits'
import { columnOf, type Column } from './words'

/** A line of the table with its place in the file, from 1; of a line that a cell breaks in two, the first. */
export interface CsvRow {
  line: number
  cells: string[]
}

/** The table of a file. */
export interface CsvTable {
  /** The headings as written. */
  headings: string[]
  /** Where each known column stands. */
  places: ReadonlyMap<Column, number>
  /** The rows below the headings that have anything in them. */
  rows: CsvRow[]
}

/** What Excel, people and other programs put between the cells. */
const DELIMITERS = [';', ',', '\t'] as const
/** How far down the headings may stand: people write titles above a table. */
const HEAD_LINES = 10

interface Head {
  delimiter: string
  /** Place among the rows of the file. */
  at: number
  known: number
}

/** The table in a text, whatever stands between its cells; `null` and a fault when there is none. */
export function csvTable(whole: string, findings: Findings): CsvTable | null {
  const text = withoutEmptyEnd(whole)
  const head = headOf(text)
  const { rows, broken } = rowsOf(text, head?.delimiter ?? ';', MAX_LINES)
  if (rows.length === MAX_LINES) {
    findings.fault(WHOLE, 'too_many_rows', { count: rows.length, max: MAX_ROWS })
    return null
  }
  if (broken !== null) {
    findings.fault({ row: broken }, 'csv_quotes')
    return null
  }
  if (!head) {
    findings.fault({ row: 1 }, 'no_header')
    return null
  }
  const { line, cells } = rows[head.at]!
  const above = rows.slice(0, head.at).filter((row) => hasText(row) && !isExcelHint(row))
  if (above.length > 0) findings.note(WHOLE, 'lines_above', { count: above.length })
  const places = placesOf(cells, line, findings)
  return places && { headings: cells, places, rows: rows.slice(head.at + 1).filter(hasText) }
}

/** Excel writes thousands of empty rows where cells were once coloured. */
function withoutEmptyEnd(text: string): string {
  const lines = text.split('\n')
  while (lines.length > 0 && !/[^\s;,]/.test(lines.at(-1)!)) lines.pop()
  return lines.join('\n')
}

/** The line with the most known headings, and what stands between its cells. */
function headOf(text: string): Head | null {
  const heads = DELIMITERS.flatMap((delimiter) =>
    rowsOf(text, delimiter, HEAD_LINES).rows.map(({ cells }, at) => ({ delimiter, at, known: known(cells) })),
  )
  const best = heads.reduce<Head | null>((found, head) => (head.known > (found?.known ?? 0) ? head : found), null)
  return best
}

function known(cells: readonly string[]): number {
  return new Set(cells.map(columnOf).filter(Boolean)).size
}

/** The rows up to the end or to the first whose quotation marks do not close (`broken`: its line). */
function rowsOf(text: string, delimiter: string, to: number): { rows: CsvRow[]; broken: number | null } {
  const rows: CsvRow[] = []
  let line = 1
  const take = ({ record, raw }: { record: string[]; raw: string }): null => {
    rows.push({ line, cells: record.map((cell) => unguarded(cell.normalize('NFC').trim())) })
    line += raw.split('\n').length - 1
    return null
  }
  try {
    parse(text, {
      ...{ delimiter, to, record_delimiter: '\n', relax_column_count: true, trim: true, raw: true },
      // With `raw` the library hands over the record beside its raw text, which its types do not tell.
      on_record: (record) => take(record as unknown as Parameters<typeof take>[0]),
    })
  } catch (error) {
    if (error instanceof CsvError) return { rows, broken: line }
    throw error
  }
  return { rows, broken: null }
}

function placesOf(headings: readonly string[], line: number, findings: Findings): CsvTable['places'] | null {
  const places = new Map<Column, number>()
  for (const [place, heading] of headings.entries()) {
    const column = columnOf(heading)
    if (column && places.has(column)) findings.fault({ row: line }, 'column_twice', { column: quoted(heading) })
    else if (column) places.set(column, place)
    else if (heading !== '') findings.note({ row: line }, 'unknown_column', { column: quoted(heading) })
  }
  if (!places.has('date')) findings.fault({ row: line }, 'missing_date_column')
  if (!places.has('kind')) findings.fault({ row: line }, 'missing_kind_column')
  return findings.faults.length > 0 ? null : places
}

function hasText({ cells }: CsvRow): boolean {
  return cells.some((cell) => cell !== '')
}

/** `sep=;`, which tells Excel what stands between the cells. */
function isExcelHint({ line, cells }: CsvRow): boolean {
  return line === 1 && /^sep=.?$/i.test(cells[0]!)
}
