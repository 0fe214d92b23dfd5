import { addDays, dateOfDayNumber, dayNumber, weekdayOfDayNumber, yearOf, type IsoDate } from './dates'
import { draftYear, type HolidayLaw } from './holidayLaw'
import { isOwedToSaturday } from './sixDayWeek'

/**
 * What a listed day is. `holiday`: public holiday (Law on holidays 267-II, art. 3). `religious`: a day off that is never moved (Labour Code art. 84(5)).
 * `substitute`: weekday off in place of a holiday that fell on a weekend (Law 267-II, art. 5). `transfer-off` / `transfer-work`: moved by order of the
 * ministry of labour (Labour Code art. 85(3)); the second is a weekend day that is worked.
 */
export const DAY_KINDS = ['holiday', 'religious', 'substitute', 'transfer-off', 'transfer-work'] as const
export type CalendarDayKind = (typeof DAY_KINDS)[number]

/** One listed day of the working calendar; days not listed follow the week. */
export interface CalendarDay {
  date: IsoDate
  kind: CalendarDayKind
  /** Key of the holiday's name in the texts (`holidays.<name>`), or the name itself where the office entered one of its own. */
  name?: string | undefined
  /** Who moved the day: order number and date, as published. Other kinds have their law by kind. */
  source?: string | undefined
  /** Of a moved day: the other day of the same transfer. */
  pair?: IsoDate | undefined
  /** `estimated`: not announced yet, may still change. */
  status?: 'official' | 'estimated' | undefined
}

/** A year of the calendar as the office keeps it. `official`: confirmed with its source; `draft`: still without an official calendar. */
export interface CalendarYear {
  year: number
  status: 'official' | 'draft'
  /** The order or balance of working time that confirmed it. */
  source: string
}

/** The calendar as the office keeps it. */
export interface KeptCalendar {
  days: CalendarDay[]
  years: CalendarYear[]
}

/** Why a day is not worked, or that it is. */
export type DayState = 'work' | 'transfer-work' | 'weekend' | Exclude<CalendarDayKind, 'transfer-work'>

const STATES: readonly DayState[] = ['work', 'transfer-work', 'weekend', 'holiday', 'religious', 'substitute', 'transfer-off']
/** States from here on are days off. */
const FIRST_OFF = STATES.indexOf('weekend')
const CODES = Object.fromEntries(STATES.map((state, code) => [state, code])) as Record<DayState, number>

/** Days of one compiled block, as a power of two: 2^8. */
const BLOCK_BITS = 8
const BLOCK = 1 << BLOCK_BITS
/** How far a day's state can depend on its neighbours (six-day week). */
const REACH = 16

/** Days a week that are worked: five (Saturday and Sunday off) or six (only Sunday off; Labour Code art. 84). */
export type WorkWeek = 5 | 6

/** The working calendar of the Republic for one kind of working week. Immutable; states are compiled block by block when first asked for. */
export class WorkingCalendar {
  readonly #listed = new Map<number, CalendarDay>()
  readonly #years = new Set<number>()
  readonly #official: ReadonlySet<number>
  readonly #law: HolidayLaw | undefined
  readonly #blocks = new Map<number, Uint8Array>()

  /**
   * @param days listed days, any order; a later duplicate replaces an earlier one
   * @param week working days a week
   * @param known the years whose calendar is official (by default every year that has a listed day), and the law from which years without any listed day are drafted
   */
  constructor(
    days: Iterable<CalendarDay>,
    readonly week: WorkWeek = 5,
    known: { official?: Iterable<number>; law?: HolidayLaw | undefined } = {},
  ) {
    for (const day of days) {
      this.#listed.set(dayNumber(day.date), day)
      this.#years.add(yearOf(day.date))
    }
    this.#official = new Set(known.official ?? this.#years)
    this.#law = known.law
  }

  /** The listed day, if the calendar names it. */
  listed(date: IsoDate): CalendarDay | undefined {
    this.#draft(yearOf(date))
    return this.#listed.get(dayNumber(date))
  }

  /** The listed days of a year in order, drafted from the law where nobody listed any. */
  listedIn(year: number): CalendarDay[] {
    this.#draft(year)
    const first = dayNumber(`${String(year).padStart(4, '0')}-01-01`)
    return [...this.#listed.entries()]
      .filter(([at, day]) => at >= first && yearOf(day.date) === year)
      .sort(([a], [b]) => a - b)
      .map(([, day]) => day)
  }

  /** What the day is for this office, by day number (see `dates.ts`). */
  stateOfDayNumber(day: number): DayState {
    return STATES[this.#block(day >> BLOCK_BITS)[day & (BLOCK - 1)]!]!
  }

  /** Whether the office works on the day of that number. */
  isWorkingDayNumber(day: number): boolean {
    return this.#block(day >> BLOCK_BITS)[day & (BLOCK - 1)]! < FIRST_OFF
  }

  /** What the day is for this office. */
  stateOf(date: IsoDate): DayState {
    return this.stateOfDayNumber(dayNumber(date))
  }

  /** Whether the office works on that day. */
  isWorking(date: IsoDate): boolean {
    return this.isWorkingDayNumber(dayNumber(date))
  }

  /** The first working day that is not before the date. Throws `RangeError` when 400 days hold none (a calendar that is all holidays). */
  workingDayFrom(date: IsoDate): IsoDate {
    const first = dayNumber(date)
    for (let day = first; day < first + 400; day++) {
      if (this.isWorkingDayNumber(day)) return day === first ? date : dateOfDayNumber(day)
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
    const last = dayNumber(to)
    for (let day = dayNumber(from) + 1; day <= last; day++) if (this.isWorkingDayNumber(day)) count++
    return count
  }

  /** Whether the year's official days are known; without them a computed date is only a draft. */
  covers(year: number): boolean {
    return this.#official.has(year)
  }

  #block(index: number): Uint8Array {
    const compiled = this.#blocks.get(index)
    if (compiled) return compiled
    const first = index << BLOCK_BITS
    for (let at = yearOf(dateOfDayNumber(first - REACH)); at <= yearOf(dateOfDayNumber(first + BLOCK + REACH)); at++)
      this.#draft(at)
    const block = Uint8Array.from({ length: BLOCK }, (_, i) => CODES[this.#compile(first + i)])
    this.#blocks.set(index, block)
    return block
  }

  #compile(day: number): DayState {
    const listed = this.#listed.get(day)
    const weekday = weekdayOfDayNumber(day)
    const weekend = weekday === 7 || (weekday === 6 && this.week === 5)
    if (!listed) return weekend ? 'weekend' : 'work'
    // In a six-day week Saturday is an ordinary working day: nothing is substituted or moved because of it (Law 267-II art. 5).
    if (this.week === 6 && listed.kind === 'transfer-work' && weekday === 6) return 'work'
    if (this.week === 6 && isOwedToSaturday(day, (at) => this.#listed.get(at))) return 'work'
    return listed.kind
  }

  /** Lists what the law alone says of a year that nobody listed. */
  #draft(year: number): void {
    if (!this.#law || this.#years.has(year)) return
    this.#years.add(year)
    for (const day of draftYear(year, this.#law)) this.#listed.set(dayNumber(day.date), day)
  }
}

/** The working calendar of an office from what it keeps; other years follow the law alone. */
export function calendarOf({ days, years }: KeptCalendar, week: WorkWeek, law: HolidayLaw): WorkingCalendar {
  const official = years.filter(({ status }) => status === 'official').map(({ year }) => year)
  return new WorkingCalendar(days, week, { official, law })
}

/** Whether a state of a day means that the office works. */
export function isWorkingState(state: DayState): boolean {
  return CODES[state] < FIRST_OFF
}

/** A calendar that should be official and is not. */
export interface MissingYear {
  year: number
  /** Whether that year has begun. */
  begun: boolean
}

/** How many months before its first day a year must have its official calendar. */
const MONTHS_AHEAD = 3

/** The year nearest to the day that has no official calendar: this year, or from three months before its first day the next; `null` when all is known. */
export function missingYear(today: IsoDate, calendar: WorkingCalendar): MissingYear | null {
  const year = yearOf(today)
  if (!calendar.covers(year)) return { year, begun: true }
  const near = +today.slice(5, 7) > 12 - MONTHS_AHEAD
  return near && !calendar.covers(year + 1) ? { year: year + 1, begun: false } : null
}
