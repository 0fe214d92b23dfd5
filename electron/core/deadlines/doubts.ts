import type { ChangeDoubt } from '#shared/contract'
import { addDays, substituteDoubts, type CalendarDay, type IsoDate, type WorkingCalendar } from '#shared/domain'
import type { Plan, Replaced } from './plans'
import type { Recounted } from './recounting'

type Years = Extract<Replaced, { kind: 'calendar' }>['years']

/** What somebody should look at twice before a change is applied: days and deadlines that have passed already, substitutes that the law would have otherwise, days still unannounced. */
export function doubtsOf(plan: Plan, before: WorkingCalendar, moved: readonly Recounted[], today: IsoDate): ChangeDoubt[] {
  const doubts = plan.replaced.kind === 'calendar' ? calendarDoubts(plan.replaced.years, plan.after.calendar, before, today) : []
  const rescued = moved.filter(({ entry, term }) => entry.term.deadline < today && term.deadline >= today).length
  const dropped = moved.filter(({ entry, term }) => entry.term.deadline >= today && term.deadline < today).length
  if (rescued > 0) doubts.push({ code: 'no_longer_late', params: { count: rescued } })
  if (dropped > 0) doubts.push({ code: 'late_again', params: { count: dropped } })
  return doubts
}

function calendarDoubts(years: Years, after: WorkingCalendar, before: WorkingCalendar, today: IsoDate): ChangeDoubt[] {
  const doubts: ChangeDoubt[] = []
  const past = years.flatMap(({ year }) => changedDays(year, before, after)).filter((date) => date < today)
  if (past.length > 0) doubts.push({ code: 'past_days', params: { count: past.length, first: past[0]! } })
  for (const { before: kept, after: content } of years) {
    if (!content) continue
    const { missing, extra } = substituteDoubts(content.days)
    const known = kept ? substituteDoubts(kept.days) : { missing: [], extra: [] }
    for (const date of missing) if (!known.missing.includes(date)) doubts.push({ code: 'substitute_missing', params: { date } })
    for (const date of extra) if (!known.extra.includes(date)) doubts.push({ code: 'substitute_extra', params: { date } })
    const left = content.days.find(({ status }: CalendarDay) => status === 'estimated')
    if (left && content.status === 'official' && kept?.status !== 'official') {
      doubts.push({ code: 'estimated_left', params: { date: left.date } })
    }
  }
  return doubts
}

/** Days of a year on which the office works before and not after, or the other way round. */
function changedDays(year: number, before: WorkingCalendar, after: WorkingCalendar): IsoDate[] {
  const days: IsoDate[] = []
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    if (before.isWorking(date) !== after.isWorking(date)) days.push(date)
  }
  return days
}
