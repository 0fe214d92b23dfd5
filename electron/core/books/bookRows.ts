import type { Book } from '#shared/contract'
import type { IsoDate } from '#shared/domain'
import type { SignedIn } from '../call'
import type { View } from '../db/work'
import { APPEALS } from '../register/numbering.service'
import { sightOn, type Condition } from '../register/sight.service'
import type { EntryFacts, HiddenFacts, LetterBookFacts, RowFacts } from './bookFacts'
import { APPEAL_KINDS } from './columns'
import { entryColumns, LETTER_COLUMNS } from './rowColumns'

/** Rows read at a time: small enough for the window to be answered between two portions. */
export const PORTION = 100

/** Which rows a book has. `last`: the last of them when it was begun, so that what is registered later does not come in. */
export interface Extent {
  book: Book
  from: IsoDate
  to: IsoDate
  rows: number
  last: Place | null
}

/** Where a row stands in its journal. */
export interface Place {
  year: number
  seq: number
}

const START: Place = { year: 0, seq: 0 }

/** How many rows the book of a period has, and which is the last. */
export async function extentOf(view: View, period: Pick<Extent, 'book' | 'from' | 'to'>): Promise<Extent> {
  const { sql, parameters } = partOf(period)
  const row = period.book === 'outgoing' ? 'l' : 'a'
  const [counted] = await view.rows<{ count: number }>(`SELECT count(*) AS count ${sql}`, parameters)
  const [last] = await view.rows<Place>(
    `SELECT ${row}.year AS year, ${row}.seq AS seq ${sql} ORDER BY ${row}.year DESC, ${row}.seq DESC LIMIT 1`,
    parameters,
  )
  return { ...period, rows: counted!.count, last: last ?? null }
}

/** The next rows after a place, in the order of their numbers; what the caller may not see is left out of them. `end`: where the last of them stands, `null` when there are none. */
export async function portionOf(
  view: View,
  caller: SignedIn,
  extent: Extent,
  after: Place | null,
): Promise<{ rows: RowFacts[]; end: Place | null }> {
  if (!extent.last) return { rows: [], end: null }
  const from = after ?? START
  const row = extent.book === 'outgoing' ? 'l' : 'a'
  const sight = sightOn(caller)
  const part = partOf(extent)
  const columns = extent.book === 'outgoing' ? LETTER_COLUMNS : entryColumns(sight)
  const found = await view.rows<Place & FoundRow>(
    `SELECT ${row}.year AS year, ${row}.seq AS seq, (${sight.sql}) AS seen, ${columns.sql} ${part.sql}
     AND (${row}.year, ${row}.seq) > (?, ?) AND (${row}.year, ${row}.seq) <= (?, ?) ORDER BY ${row}.year, ${row}.seq LIMIT ${PORTION}`,
    [...sight.parameters, ...columns.parameters, ...part.parameters, from.year, from.seq, extent.last.year, extent.last.seq],
  )
  const last = found.at(-1)
  return { rows: found.map(shown), end: last ? { year: last.year, seq: last.seq } : null }
}

type FoundRow = (Omit<EntryFacts, 'hidden'> | Omit<LetterBookFacts, 'hidden'>) & { seen: number }

function shown({ seen, ...row }: FoundRow): RowFacts {
  return seen ? ({ ...row, hidden: false } as RowFacts) : hiddenOf(row)
}

/** Number and day; nothing else of the entry leaves the thread that knows it. */
function hiddenOf(row: Omit<EntryFacts, 'hidden'> | Omit<LetterBookFacts, 'hidden'>): HiddenFacts {
  if ('signedOn' in row) return { hidden: true, number: row.number, on: row.signedOn, isVoid: false }
  return { hidden: true, number: row.number, on: row.registeredOn, isVoid: row.status === 'void' }
}

function partOf({ book, from, to }: Pick<Extent, 'book' | 'from' | 'to'>): Condition {
  const years = [+from.slice(0, 4), +to.slice(0, 4)]
  if (book === 'outgoing') {
    return {
      sql: 'FROM letters l JOIN appeals a ON a.id = l.appeal_id WHERE l.year BETWEEN ? AND ? AND l.signed_on BETWEEN ? AND ?',
      parameters: [...years, from, to],
    }
  }
  const kinds = book === 'appeals' ? `AND a.kind IN (${APPEAL_KINDS.map(() => '?').join(', ')})` : ''
  return {
    sql: `FROM appeals a WHERE a.journal = ? AND a.year BETWEEN ? AND ? AND a.registered_on BETWEEN ? AND ? ${kinds}`,
    parameters: [APPEALS, ...years, from, to, ...(kinds ? APPEAL_KINDS : [])],
  }
}
