import {
  addDays,
  isWorkingState,
  weekdayOf,
  yearOf,
  type CalendarDay,
  type DayState,
  type IsoDate,
  type WorkingCalendar,
} from '#shared/domain'
import { isSameDay } from './yearEdits'

/** A day of the year screen. */
export interface DayCell {
  date: IsoDate
  state: DayState
  listed: CalendarDay | undefined
  /** What an edit that is not applied yet makes of it: a day off, a working day, or the same otherwise explained. */
  change: 'off' | 'work' | 'other' | null
}

/** A month in weeks from Monday; `null` outside the month. */
export interface MonthView {
  /** Its first day. */
  first: IsoDate
  weeks: (DayCell | null)[][]
  workingDays: number
}

/** The first and the last year that can be kept. */
export const YEARS = { first: 2000, last: 2100 } as const

/** The twelve months of a year. `before`: the calendar without what is being edited. */
export function monthsOf(year: number, calendar: WorkingCalendar, before: WorkingCalendar): MonthView[] {
  const months: MonthView[] = []
  for (let date = `${year}-01-01`; yearOf(date) === year; date = addDays(date, 1)) {
    if (date.endsWith('-01')) months.push({ first: date, weeks: [], workingDays: 0 })
    addDay(months.at(-1)!, cellOf(date, calendar, before))
  }
  return months
}

function addDay(month: MonthView, cell: DayCell): void {
  const weekday = weekdayOf(cell.date)
  if (weekday === 1 || month.weeks.length === 0) month.weeks.push(Array.from({ length: 7 }, () => null))
  month.weeks.at(-1)![weekday - 1] = cell
  if (isWorkingState(cell.state)) month.workingDays++
}

function cellOf(date: IsoDate, calendar: WorkingCalendar, before: WorkingCalendar): DayCell {
  return { date, state: calendar.stateOf(date), listed: calendar.listed(date), change: changeOf(date, calendar, before) }
}

function changeOf(date: IsoDate, calendar: WorkingCalendar, before: WorkingCalendar): DayCell['change'] {
  if (calendar === before) return null
  const [was, is] = [before.isWorking(date), calendar.isWorking(date)]
  if (was !== is) return is ? 'work' : 'off'
  return isSameDay(before.listed(date), calendar.listed(date)) ? null : 'other'
}

/** The days of a month in order. */
export function cellsOf({ weeks }: MonthView): DayCell[] {
  return weeks.flat().filter((cell) => cell !== null)
}

/** How a year is made up: working days, holidays with religious days, days off in place of holidays. */
export function totalsOf(months: readonly MonthView[]): { workingDays: number; holidays: number; substitutes: number } {
  const cells = months.flatMap(cellsOf)
  const count = (...states: DayState[]) => cells.filter(({ state }) => states.includes(state)).length
  return {
    workingDays: months.reduce((sum, month) => sum + month.workingDays, 0),
    holidays: count('holiday', 'religious'),
    substitutes: count('substitute'),
  }
}

/** Days of a year that are not announced yet. */
export function unannounced(days: readonly CalendarDay[]): CalendarDay[] {
  return days.filter(({ status }) => status === 'estimated')
}

/** Gathers days that share their words, each with its days as written: «1–2», «3, 10». In order of the first day. */
export function gathered(reasons: readonly { date: IsoDate; words: string }[]): { days: string; words: string }[] {
  const byWords = new Map<string, IsoDate[]>()
  for (const { date, words } of reasons) byWords.set(words, [...(byWords.get(words) ?? []), date])
  return [...byWords].map(([words, dates]) => ({ days: runs(dates), words }))
}

function runs(dates: readonly IsoDate[]): string {
  const found: [IsoDate, IsoDate][] = []
  for (const date of dates) {
    const last = found.at(-1)
    if (last && addDays(last[1], 1) === date) last[1] = date
    else found.push([date, date])
  }
  const day = (date: IsoDate) => String(+date.slice(8))
  return found.map(([from, to]) => (from === to ? day(from) : `${day(from)}–${day(to)}`)).join(', ')
}
