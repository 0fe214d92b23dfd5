import type { CalendarDay } from './calendar'
import { weekdayOf, weekdayOfDayNumber } from './dates'

/**
 * What of the listed calendar, made for a five-day week, does not hold for an office that works on Saturdays: days off owed only to a Saturday (Law on holidays 267-II art. 5;
 * Labour Code art. 84). Days are day numbers, see `dates.ts`.
 */

/** The listed day of a day number. */
type Listed = (day: number) => CalendarDay | undefined

/** Whether a listed day off is owed to a Saturday, so that a six-day week works on it. */
export function isOwedToSaturday(day: number, listed: Listed): boolean {
  const at = listed(day)
  if (at?.kind === 'substitute') return replacesSaturdayOnly(day, listed)
  return at?.kind === 'transfer-off' && at.pair !== undefined && weekdayOf(at.pair) === 6
}

/** Whether the substitute is surplus to the holidays on Sundays: the first substitutes of a run stand for Sundays, the rest for Saturdays. */
function replacesSaturdayOnly(day: number, listed: Listed): boolean {
  let first = day
  while (listed(first - 1)?.kind === 'substitute') first--
  let sundays = 0
  for (let at = first - 1; at > first - 8; at--) {
    const weekday = weekdayOfDayNumber(at)
    if (listed(at)?.kind === 'holiday' && weekday === 7) sundays++
    if (!listed(at) && weekday < 6) break
  }
  return day - first + 1 > sundays
}
