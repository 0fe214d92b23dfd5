import type { CalendarDay } from './calendar'
import { dateOfDayNumber, dayNumber, weekdayOfDayNumber, yearOf, type IsoDate } from './dates'

/** A day off that the law repeats every year. Rows of `resources/data/holidays-kz.json`. */
export interface YearlyHoliday {
  /** Key of the name in the texts (`holidays.<name>`). */
  name: string
  /** Month and day, `MM-DD`. */
  on: string
  /** A religious day is off but never moved (Labour Code art. 84(5)). */
  religious: boolean
  /** First and last year it is kept; `null` = open. */
  from: number | null
  to: number | null
}

/** What the law itself says of days off, without anybody's order: enough for a draft of any year. */
export interface HolidayLaw {
  yearly: YearlyHoliday[]
  /** Days off by the moon: computed in advance, announced by the clergy, so always estimated. One date a year. */
  byMoon: { name: string; dates: IsoDate[] }[]
}

/**
 * The draft of a year for the five-day week: holidays (Law on holidays 267-II art. 3), religious days, and for each holiday on a weekend the next working day after it that is not off
 * already (267-II art. 5). Orders that move days (Labour Code art. 85(3)) are not known to it.
 */
export function draftYear(year: number, law: HolidayLaw): CalendarDay[] {
  const days = new Map<number, CalendarDay>()
  for (const { name, dates } of law.byMoon) {
    for (const date of dates) {
      if (yearOf(date) === year) days.set(dayNumber(date), { date, kind: 'religious', name, status: 'estimated' })
    }
  }
  const kept = law.yearly.filter(({ from, to }) => (from ?? year) <= year && year <= (to ?? year))
  for (const { name, on, religious } of kept) {
    const date = `${String(year).padStart(4, '0')}-${on}`
    days.set(dayNumber(date), { date, kind: religious ? 'religious' : 'holiday', name })
  }
  for (const substitute of substitutes(days)) days.set(dayNumber(substitute.date), substitute)
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The days off owed for holidays on weekends, given the other listed days of the five-day week by day number. Substitutes among them are taken as not there. */
export function substitutes(listed: ReadonlyMap<number, CalendarDay>): CalendarDay[] {
  const taken = new Set([...listed].filter(([, day]) => day.kind !== 'substitute').map(([at]) => at))
  const owed = [...listed].filter(([at, day]) => day.kind === 'holiday' && weekdayOfDayNumber(at) > 5)
  return owed
    .sort(([a], [b]) => a - b)
    .map(([holiday]) => {
      let at = holiday + 1
      while (taken.has(at) || weekdayOfDayNumber(at) > 5) at++
      taken.add(at)
      return { date: dateOfDayNumber(at), kind: 'substitute' as const }
    })
}
