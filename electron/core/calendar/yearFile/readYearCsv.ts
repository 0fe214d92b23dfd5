import { formatDate, weekdayOf, type CalendarDayKind, type IsoDate } from '#shared/domain'
import { keptText, dayOf, type Gathered } from './assemble'
import { csvTable, type CsvRow, type CsvTable } from './csvTable'
import { quoted, WHOLE, type Findings, type Place } from './findings'
import { MAX_ROWS } from './limits'
import { isYearKind, keptName, kindOf, stateOf, weekdayOfWord, type Column } from './words'
import { exampleOf, readWrittenDate } from './writtenDate'

/** What a table says of the year. Rows that cannot be read leave a fault each. */
export function readYearCsv(text: string, year: number, findings: Findings): Gathered {
  const gathered: Gathered = { days: [], stated: null }
  const table = csvTable(text, findings)
  if (!table) return gathered
  const count = table.rows.length
  if (count > MAX_ROWS) findings.fault(WHOLE, 'too_many_rows', { count, max: MAX_ROWS })
  else for (const row of table.rows) new CsvDay(row, table, year, findings).readInto(gathered)
  return gathered
}

/** One row of the table on its way into the year. */
class CsvDay {
  readonly #at: Place

  constructor(
    private readonly row: CsvRow,
    private readonly table: CsvTable,
    private readonly year: number,
    private readonly findings: Findings,
  ) {
    this.#at = { row: row.line }
  }

  readInto(gathered: Gathered): void {
    if (this.row.cells.slice(this.table.headings.length).some((cell) => cell !== '')) {
      this.findings.fault(this.#at, 'too_many_cells')
    } else if (isYearKind(this.#cell('kind'))) {
      this.#readYear(gathered)
    } else {
      this.#readDay(gathered)
    }
  }

  #readYear(gathered: Gathered): void {
    const [stated, word, source] = [this.#cell('date'), this.#cell('state'), this.#text('source')]
    const status = word === '' ? 'draft' : stateOf(word)
    if (stated !== '' && stated !== String(this.year)) {
      this.findings.fault(this.#at, 'other_year', { value: quoted(stated), year: this.year })
    }
    if (gathered.stated) this.findings.fault(this.#at, 'year_twice', { first: gathered.stated.at.row! })
    if (status !== 'official' && status !== 'draft') {
      this.findings.fault(this.#at, 'unknown_year_state', { value: quoted(word) })
    } else {
      gathered.stated ??= { status, source: source ?? '', at: this.#at }
    }
  }

  #readDay(gathered: Gathered): void {
    const date = this.#date('date')
    const pair = this.#cell('pair') === '' ? undefined : this.#date('pair')
    const [kind, status, name, source] = [this.#kind(), this.#status(), this.#text('name'), this.#text('source')]
    if (date) this.#compareWeekday(date)
    if (!date || !kind || pair === null || status === null || name === null || source === null) return
    gathered.days.push({ at: this.#at, day: dayOf({ date, kind, name: keptName(name), source, pair, status }) })
  }

  #date(column: 'date' | 'pair'): IsoDate | null {
    const value = this.#cell(column)
    const heading = quoted(this.table.headings[this.table.places.get(column)!]!)
    if (value === '') {
      this.findings.fault(this.#at, 'date_missing', { column: heading, example: exampleOf(this.year) })
      return null
    }
    const read = readWrittenDate(value, this.year)
    if ('date' in read) return read.date
    this.findings.fault(this.#at, read.code, { column: heading, value: quoted(value), example: read.example })
    return null
  }

  #kind(): CalendarDayKind | null {
    const word = this.#cell('kind')
    const kind = kindOf(word)
    if (kind) return kind
    if (word === '') this.findings.fault(this.#at, 'kind_missing')
    else this.findings.fault(this.#at, 'unknown_kind', { value: quoted(word) })
    return null
  }

  #status(): 'official' | 'estimated' | undefined | null {
    const word = this.#cell('state')
    const state = stateOf(word)
    if (word === '') return undefined
    if (state === 'official' || state === 'estimated') return state
    this.findings.fault(this.#at, 'unknown_state', { value: quoted(word) })
    return null
  }

  /** The weekday is there for the reader; one that does not belong to the date betrays a slip of the hand. */
  #compareWeekday(date: IsoDate): void {
    const word = this.#cell('weekday')
    const weekday = weekdayOfWord(word)
    if (weekday === undefined || weekday === weekdayOf(date)) return
    this.findings.note(this.#at, 'weekday_differs', { date: formatDate(date), value: quoted(word) })
  }

  #text(column: 'name' | 'source'): string | null {
    const heading = this.table.headings[this.table.places.get(column) ?? -1] ?? column
    const text = this.#cell(column)
    return keptText({ text, is: column, column: quoted(heading), at: this.#at }, this.findings)
  }

  #cell(column: Column): string {
    return this.row.cells[this.table.places.get(column) ?? -1] ?? ''
  }
}
