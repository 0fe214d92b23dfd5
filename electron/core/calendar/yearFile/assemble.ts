import {
  dayFaults,
  firstUnprintable,
  formatDate,
  pairTransfers,
  yearOf,
  type CalendarDay,
  type CalendarYear,
} from '#shared/domain'
import type { YearContent } from '../calendar.service'
import { WHOLE, type Findings, type Place } from './findings'
import { MAX_LISTED, MAX_TEXT } from './limits'

/** Control characters, and characters that show nothing or turn the direction of writing. */
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

/** What was read out of a file, before it is known whether it holds together. */
export interface Gathered {
  days: { at: Place; day: CalendarDay }[]
  /** What the file says of the year itself; `null` when it says nothing. */
  stated: (Pick<CalendarYear, 'status' | 'source'> & { at: Place }) | null
}

/** The year's content out of what was gathered; `null` with faults when the days do not hold together. Moved days find each other where one order moved one day each way. */
export function assemble(year: number, { days, stated }: Gathered, findings: Findings): YearContent | null {
  if (findings.faults.length === 0 && days.length === 0 && !stated) findings.fault(WHOLE, 'no_days', { year })
  const paired = pairTransfers(days.map(({ day }) => day))
  if (days.length > MAX_LISTED) findings.fault(WHOLE, 'too_many_rows', { count: days.length, max: MAX_LISTED })
  judge(year, paired, days, findings)
  if (findings.faults.length > 0) return null
  if (!stated) findings.note(WHOLE, 'year_unstated', { year })
  const { status, source } = stated ?? { status: 'draft', source: '' }
  return { year, status, source, days: paired.sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

function judge(year: number, listed: CalendarDay[], days: Gathered['days'], findings: Findings): void {
  // Where a row could not be read, the other half of a transfer may be that row.
  const isWhole = findings.faults.length === 0
  // Said once of the file, it need not be said of each day.
  const isOfOtherYear = findings.faults.some((fault) => fault.code === 'other_year')
  const elsewhere = listed.filter(({ date, pair }) => pair && yearOf(date) === year && yearOf(pair) !== year)
  for (const { at, date, code, params } of dayFaults(year, listed, elsewhere.map(otherHalf))) {
    if (code === 'transfer_without_pair' && !isWhole) continue
    if (code === 'day_of_other_year' && isOfOtherYear) continue
    const first = code === 'same_day_twice' && { first: days[Number(params['first']) - 1]!.at.row ?? 0 }
    findings.fault(days[at]!.at, code, { ...params, date: formatDate(date), ...first })
  }
  for (const { date, pair } of elsewhere) {
    const { at } = days.find(({ day }) => day.date === date)!
    findings.note(at, 'pair_other_year', { date: formatDate(date), pair: formatDate(pair!) })
  }
}

/** What must stand in the other year for the moved day to be whole; the office sees to it when the year is kept. */
function otherHalf({ date, kind, pair }: CalendarDay): CalendarDay {
  return { date: pair!, kind: kind === 'transfer-off' ? 'transfer-work' : 'transfer-off', pair: date }
}

/** A text of a file. `column`: where it stands, as the file calls it. */
export interface FileText {
  text: string
  is: keyof typeof MAX_TEXT
  column: string
  at: Place
}

/** The text itself when it can be kept and printed, `null` and a fault when not. */
export function keptText({ text, is, column, at }: FileText, findings: Findings): string | null {
  const max = MAX_TEXT[is]
  const strange = firstUnprintable(text)
  if (INVISIBLE.test(text)) findings.fault(at, 'control_character', { column })
  else if (text.length > max) findings.fault(at, 'too_long', { column, length: text.length, max })
  else if (strange !== null) findings.fault(at, 'unprintable', { column, character: strange })
  else return text
  return null
}

/** A day without the facts it does not have. */
export function dayOf({ date, kind, ...facts }: CalendarDay): CalendarDay {
  const stated = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '')
  return { date, kind, ...Object.fromEntries(stated) }
}
