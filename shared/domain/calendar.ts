import { addDays, dateOfDayNumber, dayNumber, weekdayOfDayNumber, yearOf, type IsoDate } from './dates'
import { isOwedToSaturday } from './sixDayWeek'

/**
 * What a listed day is. `holiday`: public holiday (Law on holidays 267-II, art. 3). `religious`: a day off that is never moved (Labour Code art. 84(5)).
 * `substitute`: weekday off in place of a holiday that fell on a weekend (Law 267-II, art. 5). `transfer-off` / `transfer-work`: moved by order of the
 * ministry of labour (Labour Code art. 85(3)); the second is a weekend day that is worked.
 */
export type CalendarDayKind = 'holiday' | 'religious' | 'substitute' | 'transfer-off' | 'transfer-work'

/** One listed day of the working calendar; days not listed follow the week. */
export interface CalendarDay {
  date: IsoDate
  kind: CalendarDayKind
  /** Key of the holiday's name in the texts (`holidays.<name>`), if it has one. */
  name?: string | undefined
  /** Who moved the day: order number and date, as published. */
  source?: string | undefined
  /** `estimated`: not announced yet, may still change. */
  status?: 'official' | 'estimated' | undefined
}

/** Why a day is not worked, or that it is. */
export type DayState = 'work' | 'transfer-work' | 'weekend' | Exclude<CalendarDayKind, 'transfer-work'>

/** Days a week that are worked: five (Saturday and Sunday off) or six (only Sunday off; Labour Code art. 84). */
export type WorkWeek = 5 | 6

/** The working calendar of the Republic for one kind of working week. */
export class WorkingCalendar {
  readonly #listed: ReadonlyMap<number, CalendarDay>
  readonly #years: ReadonlySet<number>

  /**
   * @param days listed days, any order; a later duplicate replaces an earlier one
   * @param week working days a week
   * @param coveredYears years for which the calendar has been filled in; by default every year that has a listed day
   */
  constructor(
    days: Iterable<CalendarDay>,
    readonly week: WorkWeek = 5,
    coveredYears?: Iterable<number>,
  ) {
    const listed = new Map<number, CalendarDay>()
    const years = new Set<number>(coveredYears ?? [])
    for (const day of days) {
      listed.set(dayNumber(day.date), day)
      if (!coveredYears) years.add(yearOf(day.date))
    }
    this.#listed = listed
    this.#years = years
  }

  /** The listed day, if the calendar names it. */
  listed(date: IsoDate): CalendarDay | undefined {
    return this.#listed.get(dayNumber(date))
  }

  /** What the day is for this office, by day number (see `dates.ts`). */
  stateOfDayNumber(day: number): DayState {
    const listed = this.#listed.get(day)
    const weekday = weekdayOfDayNumber(day)
    const weekend = weekday === 7 || (weekday === 6 && this.week === 5)
    if (!listed) return weekend ? 'weekend' : 'work'
    // In a six-day week Saturday is an ordinary working day: nothing is substituted or moved because of it (Law 267-II art. 5).
    if (this.week === 6 && listed.kind === 'transfer-work' && weekday === 6) return 'work'
    if (this.week === 6 && isOwedToSaturday(day, (at) => this.#listed.get(at))) return 'work'
    return listed.kind
  }

  /** What the day is for this office. */
  stateOf(date: IsoDate): DayState {
    return this.stateOfDayNumber(dayNumber(date))
  }

  /** Whether the office works on that day. */
  isWorking(date: IsoDate): boolean {
    return isWorkingState(this.stateOf(date))
  }

  /** The first working day that is not before the date. Throws `RangeError` when 400 days hold none (a calendar that is all holidays). */
  workingDayFrom(date: IsoDate): IsoDate {
    const first = dayNumber(date)
    for (let day = first; day < first + 400; day++) {
      if (isWorkingState(this.stateOfDayNumber(day))) return dateOfDayNumber(day)
    }
    throw new RangeError(`no working day within 400 days of ${date}`)
  }

  /** The first working day after the date. */
  workingDayAfter(date: IsoDate): IsoDate {
    return this.workingDayFrom(addDays(date, 1))
  }

  /** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
  workingDaysBetween(from: IsoDate, to: IsoDate): number {
    if (to < from) return 0 - this.workingDaysBetween(to, from)
    let count = 0
    for (let day = dayNumber(from) + 1; day <= dayNumber(to); day++) {
      if (isWorkingState(this.stateOfDayNumber(day))) count++
    }
    return count
  }

  /** Whether the year's official days are known; without them a computed date is only a draft. */
  covers(year: number): boolean {
    return this.#years.has(year)
  }
}

/** Whether a state of a day means that the office works. */
export function isWorkingState(state: DayState): boolean {
  return state === 'work' || state === 'transfer-work'
}
