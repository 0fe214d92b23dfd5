import { yearOf, type CalendarDay, type CalendarYear, type KeptCalendar } from '#shared/domain'
import type { View, Work } from '../db/work'
import { CalendarDayEntity, type CalendarDayRow } from './CalendarDay.entity'
import { CalendarYearEntity } from './CalendarYear.entity'

/** One year as kept: its state and its listed days. */
export interface YearContent extends CalendarYear {
  days: CalendarDay[]
}

/** The calendar as kept, in order. */
export async function keptCalendar(view: View): Promise<KeptCalendar> {
  const rows = await view.many(CalendarDayEntity, { order: { date: 'ASC' } })
  return { days: rows.map(dayOf), years: await view.many(CalendarYearEntity, { order: { year: 'ASC' } }) }
}

/** Puts the shipped calendar into a new office. */
export async function fillCalendar(work: Work, { days, years }: KeptCalendar): Promise<void> {
  for (const year of years) await work.insert(CalendarYearEntity, year)
  for (const day of days) await work.insert(CalendarDayEntity, rowOf(day))
}

/** Puts other content in the place of a year's; `null` forgets the year, which is then drafted from the law again. */
export async function replaceYear(work: Work, year: number, content: YearContent | null): Promise<void> {
  await work.run("DELETE FROM calendar_days WHERE date BETWEEN ? || '-01-01' AND ? || '-12-31'", [String(year), String(year)])
  await work.run('DELETE FROM calendar_years WHERE year = ?', [year])
  if (content) await fillCalendar(work, { days: content.days, years: [{ year, status: content.status, source: content.source }] })
}

/** A year as kept; `null` when the office keeps nothing of it. */
export function yearContent({ days, years }: KeptCalendar, year: number): YearContent | null {
  const kept = years.find((each) => each.year === year)
  return kept ? { ...kept, days: days.filter(({ date }) => yearOf(date) === year) } : null
}

function dayOf({ date, kind, name, source, pair, status }: CalendarDayRow): CalendarDay {
  return { date, kind, ...(name && { name }), ...(source && { source }), ...(pair && { pair }), ...(status && { status }) }
}

function rowOf({ date, kind, name, source, pair, status }: CalendarDay): CalendarDayRow {
  return { date, kind, name: name ?? null, source: source ?? null, pair: pair ?? null, status: status ?? null }
}
