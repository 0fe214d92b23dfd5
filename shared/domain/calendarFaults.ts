import type { CalendarDay, CalendarDayKind } from './calendar'
import { dayNumber, isIsoDate, weekdayOfDayNumber, yearOf, type IsoDate } from './dates'
import { substitutes } from './holidayLaw'

/** Why a listed day cannot stand, by the day's place in the list. The codes are those of `errors.field`. */
export interface DayFault {
  at: number
  date: IsoDate
  code:
    | 'not_a_date'
    | 'day_of_other_year'
    | 'same_day_twice'
    | 'holiday_without_name'
    | 'transfer_without_source'
    | 'transfer_without_pair'
    | 'transfer_off_day_off'
    | 'transfer_work_on_workday'
    | 'substitute_on_weekend'
  params: Record<string, string | number>
}

const MOVED: readonly CalendarDayKind[] = ['transfer-off', 'transfer-work']

/**
 * Faults of a year's listed days for the five-day week, in the order of the list. `others`: the days of neighbouring years, where the other half of a transfer may stand.
 */
export function dayFaults(year: number, days: readonly CalendarDay[], others: readonly CalendarDay[] = []): DayFault[] {
  const listed = new Map([...others, ...days].map((day) => [day.date, day]))
  const seen = new Map<IsoDate, number>()
  return days.flatMap((day, at) => {
    const fault = (code: DayFault['code'], params: DayFault['params'] = {}): DayFault[] => [{ at, date: day.date, code, params }]
    if (!isIsoDate(day.date)) return fault('not_a_date')
    if (yearOf(day.date) !== year) return fault('day_of_other_year', { year })
    const first = seen.get(day.date)
    if (first !== undefined) return fault('same_day_twice', { first: first + 1 })
    seen.set(day.date, at)
    const code = kindFault(day, listed)
    return code ? fault(code) : []
  })
}

function kindFault(day: CalendarDay, listed: ReadonlyMap<IsoDate, CalendarDay>): DayFault['code'] | null {
  const isWeekend = weekdayOfDayNumber(dayNumber(day.date)) > 5
  if (MOVED.includes(day.kind)) return transferFault(day, isWeekend, listed)
  if (day.kind === 'substitute') return isWeekend ? 'substitute_on_weekend' : null
  return day.name ? null : 'holiday_without_name'
}

function transferFault(day: CalendarDay, isWeekend: boolean, listed: ReadonlyMap<IsoDate, CalendarDay>): DayFault['code'] | null {
  if (day.kind === 'transfer-off' && isWeekend) return 'transfer_off_day_off'
  if (day.kind === 'transfer-work' && !isWeekend) return 'transfer_work_on_workday'
  if (!day.source) return 'transfer_without_source'
  const other = day.pair === undefined ? undefined : listed.get(day.pair)
  const matches = other && MOVED.includes(other.kind) && other.kind !== day.kind && other.pair === day.date
  return matches ? null : 'transfer_without_pair'
}

/** Holidays on weekends whose day off on a weekday is not in the list, and substitutes in the list that no holiday is owed: worth a second look, but an order may have it so. */
export function substituteDoubts(days: readonly CalendarDay[]): { missing: IsoDate[]; extra: IsoDate[] } {
  const owed = new Set(substitutes(new Map(days.map((day) => [dayNumber(day.date), day]))).map(({ date }) => date))
  const given = new Set(days.filter(({ kind }) => kind === 'substitute').map(({ date }) => date))
  return { missing: [...owed].filter((date) => !given.has(date)), extra: [...given].filter((date) => !owed.has(date)) }
}

/** Gives each moved day of a list that names no pair the other day of its order, where one order moved exactly one day each way. */
export function pairTransfers(days: readonly CalendarDay[]): CalendarDay[] {
  const lone = days.filter((day) => MOVED.includes(day.kind) && day.pair === undefined)
  return days.map((day) => {
    if (!lone.includes(day)) return day
    const same = lone.filter(({ source }) => source === day.source)
    const others = same.filter(({ kind }) => kind !== day.kind)
    return same.length === 2 && others.length === 1 ? { ...day, pair: others[0]!.date } : day
  })
}
