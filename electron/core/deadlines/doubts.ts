import type { ChangeDoubt } from '#shared/contract'
import {
  addDays,
  draftYear,
  substituteDoubts,
  type CalendarDay,
  type HolidayLaw,
  type IsoDate,
  type WorkingCalendar,
} from '#shared/domain'
import type { OfficeState } from '../settings/settings.service'
import type { Plan, Replaced } from './plans'
import type { Recounted } from './recounting'

type Years = Extract<Replaced, { kind: 'calendar' }>['years']

/** What somebody should look at twice before a change is applied: days and deadlines that have passed already, substitutes that the law would have otherwise, days still unannounced. */
export function doubtsOf(plan: Plan, { calendar, law }: OfficeState, moved: readonly Recounted[], today: IsoDate): ChangeDoubt[] {
  const { replaced, after } = plan
  const doubts =
    replaced.kind === 'calendar'
      ? [
          ...passedDays(replaced.years, after.calendar, calendar, today),
          ...replaced.years.flatMap((year) => yearDoubts(year, law)),
        ]
      : []
  const rescued = moved.filter(({ entry, term }) => entry.term.deadline < today && term.deadline >= today).length
  const dropped = moved.filter(({ entry, term }) => entry.term.deadline >= today && term.deadline < today).length
  if (rescued > 0) doubts.push({ code: 'no_longer_late', params: { count: rescued } })
  if (dropped > 0) doubts.push({ code: 'late_again', params: { count: dropped } })
  return doubts
}

function passedDays(years: Years, after: WorkingCalendar, before: WorkingCalendar, today: IsoDate): ChangeDoubt[] {
  const past = years.flatMap(({ year }) => changedDays(year, before, after)).filter((date) => date < today)
  return past.length > 0 ? [{ code: 'past_days', params: { count: past.length, first: past[0]! } }] : []
}

/** What of a year's new content the law would have otherwise; what was so before is no news. */
function yearDoubts({ year, before: kept, after: content }: Years[number], law: HolidayLaw): ChangeDoubt[] {
  if (!content) return []
  const known = kept?.days ?? draftYear(year, law)
  const doubts: ChangeDoubt[] = []
  const missed = missingHolidays(year, known, law)
  const gone = missingHolidays(year, content.days, law).filter((date) => !missed.includes(date))
  if (gone.length > 0) doubts.push({ code: 'holiday_missing', params: { count: gone.length, first: gone[0]! } })
  const [now, then] = [substituteDoubts(content.days), substituteDoubts(known)]
  for (const date of now.missing) if (!then.missing.includes(date)) doubts.push({ code: 'substitute_missing', params: { date } })
  for (const date of now.extra) if (!then.extra.includes(date)) doubts.push({ code: 'substitute_extra', params: { date } })
  const left = content.days.find(({ status }) => status === 'estimated')
  if (left && content.status === 'official' && kept?.status !== 'official') {
    doubts.push({ code: 'estimated_left', params: { date: left.date } })
  }
  return doubts
}

/** Holidays that the law names and a list of days has not. Days by the moon may lie elsewhere than computed. */
function missingHolidays(year: number, days: readonly CalendarDay[], law: HolidayLaw): IsoDate[] {
  const listed = new Set(days.filter(({ kind }) => kind === 'holiday' || kind === 'religious').map(({ date }) => date))
  return draftYear(year, law)
    .filter(({ kind, status }) => (kind === 'holiday' || kind === 'religious') && status !== 'estimated')
    .map(({ date }) => date)
    .filter((date) => !listed.has(date))
}

/** Days of a year on which the office works before and not after, or the other way round. */
function changedDays(year: number, before: WorkingCalendar, after: WorkingCalendar): IsoDate[] {
  const days: IsoDate[] = []
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    if (before.isWorking(date) !== after.isWorking(date)) days.push(date)
  }
  return days
}
