import {
  calendarOf as workingCalendar,
  type BothLanguages,
  type CalendarDay,
  type HolidayLaw,
  type KeptCalendar,
  type ShortTermRule,
  type TermRule,
  type WorkingCalendar,
  type WorkWeek,
} from '#shared/domain'
import type { OfficeDetails, OfficeRules } from '#shared/contract'
import calendarFile from '../../resources/data/calendar-kz.json'
import holidaysFile from '../../resources/data/holidays-kz.json'
import officeFile from '../../resources/data/office.json'
import servicesFile from '../../resources/data/services.json'
import shortTermsFile from '../../resources/data/short-terms.json'
import termsFile from '../../resources/data/terms.json'
import demoFile from '../../resources/demo/demo.json'
import type { DemoMaterial } from '#core/demo/demoMaterial'

/** The shipped data, as the program reads it. JSON knows no literal types, hence the casts; the tests check the words themselves. */
export const kept = calendarFile as KeptCalendar
export const listedDays: CalendarDay[] = kept.days
export const law: HolidayLaw = holidaysFile
export const shortTerms = shortTermsFile as ShortTermRule[]
export const terms = termsFile as TermRule[]
export const services: BothLanguages[] = servicesFile
export const office = officeFile as { details: OfficeDetails; rules: OfficeRules }
export const demo = demoFile as unknown as DemoMaterial

/** The working calendar of the Republic, 2023–2028. */
export const calendarOf = (week: WorkWeek): WorkingCalendar => workingCalendar(kept, week, law)
export const fiveDays = calendarOf(5)
export const sixDays = calendarOf(6)

/** Working days of a year, counted one by one. */
export function workingDaysIn(year: number, calendar: WorkingCalendar): number {
  return calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`)
}

/** A term rule with nothing but a length, for counting alone. */
export function termRule(length: number, unit: 'workingDays' | 'calendarDays' = 'workingDays') {
  return { id: 'test', version: 1, length, unit, checkpointDays: 0, basis: { kk: '–', ru: '–' } }
}
