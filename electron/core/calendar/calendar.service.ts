import type { CalendarDay } from '#shared/domain'
import type { View, Work } from '../db/work'
import { CalendarDayEntity, type CalendarDayRow } from './CalendarDay.entity'

/** All listed days, in order. */
export async function allCalendarDays(view: View): Promise<CalendarDay[]> {
  const rows = await view.many(CalendarDayEntity, { order: { date: 'ASC' } })
  return rows.map(dayOf)
}

/** Puts the shipped calendar into a new office. */
export async function fillCalendar(work: Work, days: readonly CalendarDay[]): Promise<void> {
  for (const { date, kind, name = null, source = null, status = null } of days) {
    await work.insert(CalendarDayEntity, { date, kind, name, source, status })
  }
}

function dayOf({ date, kind, name, source, status }: CalendarDayRow): CalendarDay {
  return { date, kind, ...(name && { name }), ...(source && { source }), ...(status && { status }) }
}
