import { addDays, type ClockTime, type IsoDate, type WorkingCalendar } from '#shared/domain'

/** Dates of the demonstration: everything is said in working days before or after the day it is opened. */

/** When the demo office is opened, local to the office. */
export interface Opened {
  today: IsoDate
  now: ClockTime
  calendar: WorkingCalendar
}

/** The working day `count` working days after the date (before when negative); with 0 the date itself or the last working day before it. */
export function workingDaysAway(date: IsoDate, count: number, calendar: WorkingCalendar): IsoDate {
  let at = date
  for (let left = count; left > 0; left--) at = calendar.workingDayAfter(at)
  if (count > 0) return at
  for (let left = -count; ; left--) {
    while (!calendar.isWorking(at)) at = addDays(at, -1)
    if (left === 0) return at
    at = addDays(at, -1)
  }
}

/** The day from which the demonstration counts: today, or the last working day when today is a day off. */
export function lastWorkingDay({ today, calendar }: Opened): IsoDate {
  return workingDaysAway(today, 0, calendar)
}

/** The time of day, or now where it has not come yet: nothing comes from the future. */
export function notAfterNow({ today, now }: Opened, date: IsoDate, time: ClockTime): ClockTime {
  return date === today && time > now ? now : time
}
