import { weekdayOf, type IsoDate } from '../domain/dates'
import { messages } from './messages'
import type { Locale } from './locales'

/**
 * Dates in words, from our own tables: Chromium and Electron have no Kazakh and print «2026 M11 24». Months in Russian stand in the genitive, as after a day.
 */

function fill(pattern: string, date: IsoDate, months: readonly string[]): string {
  return pattern
    .replace('{day}', String(+date.slice(8, 10)))
    .replace('{month}', months[+date.slice(5, 7) - 1]!)
    .replace('{year}', date.slice(0, 4))
}

/** «2026 жылғы 24 қараша», «24 ноября 2026 года», «24 November 2026». */
export function longDate(locale: Locale, date: IsoDate): string {
  return fill(messages[locale].words.longDate, date, messages[locale].words.months)
}

/** «24 қараша», «24 ноября», «24 November». */
export function dayMonth(locale: Locale, date: IsoDate): string {
  return fill(messages[locale].words.dayMonth, date, messages[locale].words.months)
}

/** «24 қараша 2026», «24 ноября 2026», «24 November 2026». */
export function dayMonthYear(locale: Locale, date: IsoDate): string {
  return fill(messages[locale].words.dayMonthYear, date, messages[locale].words.months)
}

/** «сейсенбі», «вторник», «Tuesday». */
export function weekdayName(locale: Locale, date: IsoDate): string {
  return messages[locale].words.weekdays[weekdayOf(date) - 1]!
}

/** «сс», «вт», «Tu». */
export function weekdayShort(locale: Locale, date: IsoDate): string {
  return messages[locale].words.weekdaysShort[weekdayOf(date) - 1]!
}

/** «2029, 2030», and from three years in a row on «2029–2035». */
export function yearsInRow(years: readonly number[]): string {
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  return years.length > 2 && last - first === years.length - 1 ? `${first}–${last}` : years.join(', ')
}

/** The local date and time of a moment (UTC ISO-8601) in a time zone: `{ date: 'YYYY-MM-DD', time: 'HH:MM' }`. Digits only, so no locale is involved. */
export function localMoment(moment: string, timeZone: string): { date: IsoDate; time: string } {
  const parts = Object.fromEntries(
    clockIn(timeZone)
      .formatToParts(new Date(moment))
      .map((part) => [part.type, part.value]),
  )
  return { date: `${parts['year']}-${parts['month']}-${parts['day']}`, time: `${parts['hour']}:${parts['minute']}` }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

// `en-GB` because every Chromium and Node knows it; only its digits are used.
function clockIn(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (!clock) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
    clock = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...parts })
    clocks.set(timeZone, clock)
  }
  return clock
}

/** A number with its thousands set apart by a no-break space, as in Kazakh and Russian: `12 345`; in English `12,345`. */
export function formatCount(locale: Locale, value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, locale === 'en' ? ',' : '\u00a0')
}
