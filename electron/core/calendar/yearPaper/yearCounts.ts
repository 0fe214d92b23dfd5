import { addMonths, dateOfDayNumber, dayNumber, type IsoDate, type WorkingCalendar } from '#shared/domain'

/** The first day of a month (0 = January; 12 = January of the next year). */
export function monthStart(year: number, month: number): IsoDate {
  return addMonths(`${String(year).padStart(4, '0')}-01-01`, month)
}

/** The dates of a month in order (0 = January). */
export function datesOfMonth(year: number, month: number): IsoDate[] {
  const [first, next] = [dayNumber(monthStart(year, month)), dayNumber(monthStart(year, month + 1))]
  return Array.from({ length: next - first }, (_, index) => dateOfDayNumber(first + index))
}

/** How many days of each sort some months have. Holidays are public and religious ones, also those on a weekend; they are among the days off. */
export interface DayCounts {
  days: number
  working: number
  off: number
  holidays: number
}

/** Counts the days of a year's months from the first up to, but not including, the last (0 = January). */
export function countDays(calendar: WorkingCalendar, year: number, from: number, to: number): DayCounts {
  const counts: DayCounts = { days: 0, working: 0, off: 0, holidays: 0 }
  const end = dayNumber(monthStart(year, to))
  for (let day = dayNumber(monthStart(year, from)); day < end; day++) {
    const state = calendar.stateOfDayNumber(day)
    counts.days++
    if (calendar.isWorkingDayNumber(day)) counts.working++
    else counts.off++
    if (state === 'holiday' || state === 'religious') counts.holidays++
  }
  return counts
}
