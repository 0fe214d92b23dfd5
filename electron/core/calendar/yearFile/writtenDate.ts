import { addDays, formatDate, isIsoDate, yearOf, type IsoDate } from '#shared/domain'
import type { FaultCode } from './findings'

/** A date as a table writes it, or why it cannot be taken, with an example of how to write it. */
export type WrittenDate = { date: IsoDate } | { code: FaultCode; example: string }

/** Midnight, which some tables add to a date. */
const MIDNIGHT = /[T ]0?0:00(:00(\.0+)?)?$/

/**
 * Reads `24.11.2026` or `2026-11-24`, and nothing that leaves a doubt. Refused: `date_short_year` (`24.11.26`, `24/11/26`), `date_slashes` (`24/11/2026`, `11/24/2026`, `2026/11/24`),
 * `date_serial` (the number of a day as Excel counts), `not_a_date`. The example is the date that was meant, where only one date of the year can be.
 */
export function readWrittenDate(text: string, year: number): WrittenDate {
  const written = text.replace(MIDNIGHT, '')
  if (isIsoDate(written)) return { date: written }
  const full = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written)
  const date = full && dateOf(full[3]!, full[2]!, full[1]!)
  if (date) return { date }
  const meant = [...new Set(readings(written))].filter((each) => yearOf(each) === year)
  return { code: reasonOf(written), example: meant.length === 1 ? formatDate(meant[0]!) : exampleOf(year) }
}

/** How a date of the year is written. */
export function exampleOf(year: number): string {
  return `24.11.${year}`
}

function reasonOf(written: string): FaultCode {
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(written)) return 'date_short_year'
  if (/^(\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{4}[/.]\d{1,2}[/.]\d{1,2})$/.test(written)) return 'date_slashes'
  return /^\d{5}([.,]\d+)?$/.test(written) ? 'date_serial' : 'not_a_date'
}

/** Every date the text can mean. */
function readings(written: string): IsoDate[] {
  const [a, b, c] = written.split(/[./-]/)
  if (/^\d{5}([.,]\d+)?$/.test(written)) return [addDays('1899-12-30', Number.parseInt(written, 10))]
  if (!a || !b || !c) return []
  const long = (typed: string): string => (typed.length === 2 ? `20${typed}` : typed)
  const found = a.length === 4 ? [dateOf(a, b, c), dateOf(a, c, b)] : [dateOf(long(c), b, a), dateOf(long(c), a, b)]
  return found.filter((date) => date !== null)
}

function dateOf(year: string, month: string, day: string): IsoDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(date) ? date : null
}
