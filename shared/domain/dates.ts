/**
 * Calendar dates without a time of day.
 *
 * Dates of the law are local days written `YYYY-MM-DD`; they are never derived from a UTC instant here. Counting is done on
 * whole day numbers (days since 1970-01-01), so that a term of a year costs additions and no objects.
 */

/** A local calendar date, `YYYY-MM-DD`. */
export type IsoDate = string
/** A local time of day on the 24-hour clock, `HH:MM`. */
export type ClockTime = string
/** Monday = 1 … Sunday = 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const DAY_MS = 86_400_000
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** Whether the text is a date that exists, written `YYYY-MM-DD` (so `2026-02-29` is not one). */
export function isIsoDate(text: string): text is IsoDate {
  const match = ISO_DATE.exec(text)
  if (!match) return false
  return dateOfDayNumber(Date.UTC(+match[1]!, +match[2]! - 1, +match[3]!) / DAY_MS) === text
}

/** Whether the text is a time of day, `HH:MM` on the 24-hour clock. */
export function isClockTime(text: string): text is ClockTime {
  return CLOCK_TIME.test(text)
}

/** Days from 1970-01-01 to the date; negative before. The date must exist (`isIsoDate`). */
export function dayNumber(date: IsoDate): number {
  return Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / DAY_MS
}

/** The date that lies `day` days after 1970-01-01. Inverse of `dayNumber`. */
export function dateOfDayNumber(day: number): IsoDate {
  const at = new Date(day * DAY_MS)
  return `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`
}

/** The weekday of a day number. */
export function weekdayOfDayNumber(day: number): Weekday {
  // 1970-01-01 was a Thursday (4).
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The weekday of a date, Monday = 1. */
export function weekdayOf(date: IsoDate): Weekday {
  return weekdayOfDayNumber(dayNumber(date))
}

/** The date `days` later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The same day so many months later, or the last day of a month that has no such day (31 December + 2 months = 28 or 29 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = [+date.slice(0, 4), +date.slice(5, 7) - 1 + months, +date.slice(8, 10)]
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return dateOfDayNumber(Date.UTC(year, month, Math.min(day, lastOfMonth)) / DAY_MS)
}

/** The calendar year of a date. */
export function yearOf(date: IsoDate): number {
  return +date.slice(0, 4)
}

/** Short numeric form used in all three languages: `24.11.2026`. */
export function formatDate(date: IsoDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`
}

/**
 * Reads a date the way a clerk types it: `24.11.2026`, `24.11.26`, `24,11`, `24/11`, `24 11 2026`, `24112026` or `2411`. A missing year is the
 * year of `today`; two digits mean 20xx. Returns `null` when it is no date that exists.
 */
export function parseTypedDate(typed: string, today: IsoDate): IsoDate | null {
  const text = typed.trim()
  if (isIsoDate(text)) return text
  const match =
    /^(\d{1,2})[.,/ -](\d{1,2})(?:[.,/ -](\d{4}|\d{2}))?\.?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(text)
  if (!match) return null
  const [, day, month, typedYear] = match
  const year = typedYear === undefined ? today.slice(0, 4) : typedYear.length === 2 ? `20${typedYear}` : typedYear
  const date = `${year}-${pad(+month!)}-${pad(+day!)}`
  return isIsoDate(date) ? date : null
}

/** Reads a time as typed: `9:05`, `09.05`, `0905`, `9`. Returns `HH:MM`, or `null` when it is no time of day. */
export function parseTypedTime(typed: string): ClockTime | null {
  const match = /^(\d{1,2})(?:[:.,\s-]?(\d{2}))?$/.exec(typed.trim())
  if (!match) return null
  const time = `${pad(+match[1]!)}:${match[2] ?? '00'}`
  return isClockTime(time) ? time : null
}
