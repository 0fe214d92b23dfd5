import { yearOf, type IsoDate } from '#shared/domain'
import { dayMonth, dayMonthYear } from '#shared/i18n'
import type { PaperLanguage } from '../../paper/voices'

const whole = (text: string): string => text.replaceAll(' ', '\u00a0')

/** «22, 23 наурыз», «30 сәуір, 1 мамыр»: days in order, each month named once. A day and its month stay on one line. */
export function dayList(language: PaperLanguage, dates: readonly IsoDate[]): string {
  return dates
    .map((date, index) =>
      dates[index + 1]?.slice(0, 7) === date.slice(0, 7) ? String(+date.slice(8)) : whole(dayMonth(language, date)),
    )
    .join(', ')
}

/** «3 қаңтар», in another year than the calendar's «3 қаңтар 2028». */
export function dayIn(year: number, language: PaperLanguage, date: IsoDate): string {
  return whole(yearOf(date) === year ? dayMonth(language, date) : dayMonthYear(language, date))
}

/** «21–23», «3, 5»: days of one month in order. */
export function dayNumbers(dates: readonly IsoDate[]): string {
  const days = dates.map((date) => +date.slice(8))
  const [first, last] = [days[0]!, days.at(-1)!]
  if (first === last) return String(first)
  return last - first === days.length - 1 ? `${first}–${last}` : days.join(', ')
}
