import { formatNumber, splitNumber } from '#shared/domain'
import type { View, Work } from '../db/work'

/** The book of appeals. */
export const APPEALS = 'appeals'

/** The book of outgoing letters. */
export const OUTGOING = 'outgoing'

/** A number, taken. */
export interface TakenNumber {
  seq: number
  year: number
  number: string
  numberParts: { text: string; isSequence: boolean }[]
}

/**
 * Takes the next number of a journal and year (R7). It belongs to the unit of work: if the entry is not written, the number was never taken; so there are no gaps, and the row of the counter
 * makes sure that nobody gets it twice.
 */
export async function takeNumber(work: Work, journal: string, year: number, pattern: string): Promise<TakenNumber> {
  // Begins with WITH, because TypeORM gives back rows only of statements that do not begin with INSERT.
  const [taken] = await work.rows<{ seq: number }>(
    `WITH wanted (journal, year) AS (VALUES (?, ?))
     INSERT INTO counters (journal, year, seq) SELECT journal, year, 1 FROM wanted WHERE true
     ON CONFLICT (journal, year) DO UPDATE SET seq = seq + 1 RETURNING seq`,
    [journal, year],
  )
  const { seq } = taken!
  return writtenNumber(pattern, seq, year)
}

/** Sets where a journal begins in a year, to go on from a paper book. Only before its first entry. */
export async function beginAt(work: Work, journal: string, year: number, firstNumber: number): Promise<void> {
  await work.run('INSERT INTO counters (journal, year, seq) VALUES (?, ?, ?)', [journal, year, firstNumber - 1])
}

/** Whether a journal has begun in a year: by its first entry, or by the number set for it. */
export async function hasBegun(view: View, journal: string, year: number): Promise<boolean> {
  const rows = await view.rows<{ seq: number }>('SELECT seq FROM counters WHERE journal = ? AND year = ?', [journal, year])
  return rows.length > 0
}

/** The number that the next entry will get; only a forecast, nothing is taken. */
export async function nextNumber(view: View, journal: string, year: number, pattern: string): Promise<TakenNumber> {
  const [counter] = await view.rows<{ seq: number }>('SELECT seq FROM counters WHERE journal = ? AND year = ?', [journal, year])
  return writtenNumber(pattern, (counter?.seq ?? 0) + 1, year)
}

function writtenNumber(pattern: string, seq: number, year: number): TakenNumber {
  return { seq, year, number: formatNumber(pattern, { seq, year }), numberParts: splitNumber(pattern, { seq, year }) }
}
