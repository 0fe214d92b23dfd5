import type { SlipLanguages } from '#shared/contract'
import type { BothLanguages, CalendarDay, CalendarYear, IsoDate, WorkingCalendar, WorkWeek } from '#shared/domain'

/** Everything the printed calendar of a year shows. The PDF is made from this and nothing else. */
export interface YearFacts extends CalendarYear {
  /** The year's listed days, those drafted from the law included, any order. */
  days: readonly CalendarDay[]
  /** The office's working week. */
  week: WorkWeek
  /** Says what each day is for this office; of the same week. */
  calendar: WorkingCalendar
  office: { name: BothLanguages }
  languages: SlipLanguages
  /** Local date of this print, and its moment (UTC): the file's creation date. */
  printedOn: IsoDate
  printedMoment: string
}
