import { useI18n } from 'vue-i18n'
import type { CalendarDay, DayState } from '#shared/domain'
import { useWords } from '../../i18n'
import { cellsOf, gathered, type DayCell, type MonthView } from './yearView'

/** Days of the working calendar in words. */
export function useCalendarWords() {
  const { t, te } = useI18n()
  const words = useWords()

  /** A holiday's name, known or the office's own; `short` for narrow places. */
  function nameOf(name: string, short = false): string {
    if (short && te(`calendar.short.${name}`, 'kk')) return t(`calendar.short.${name}`)
    return te(`words.holidays.${name}`, 'kk') ? t(`words.holidays.${name}`) : name
  }

  /** What a day is: «мереке: Жаңа жыл», «демалыс, бұйрықпен ауыстырылған». */
  function whatIs(state: DayState, listed: CalendarDay | undefined): string {
    const kind = t(`calendar.states.${state}`)
    const name = (state === 'holiday' || state === 'religious') && listed?.name ? `${kind}: ${nameOf(listed.name)}` : kind
    return listed?.status === 'estimated' ? `${name}, ${t('calendar.unannounced')}` : name
  }

  /** The law, or law and order, by which the day is what it is; empty for a working day of the week. */
  function lawOf({ state, listed }: DayCell): string {
    if (state === 'work') return ''
    return [t(`calendar.law.${state}`), listed?.source].filter(Boolean).join('; ')
  }

  /** All that is known of a day, as one sentence: for a screen reader, and as the cell's tip. */
  function label(cell: DayCell): string {
    const { date, state, listed, change } = cell
    const day = `${words.longDate(date)}, ${words.weekdayName(date)}`
    return [`${day}: ${whatIs(state, listed)}`, lawOf(cell), change && t('calendar.notApplied')].filter(Boolean).join('; ')
  }

  /** The reasons under a month: «1–2 Жаңа жыл», «4 мереке орнына». */
  function reasonsOf(month: MonthView): { days: string; words: string }[] {
    const reasons = cellsOf(month).flatMap(({ date, state, listed, change }) => {
      const said = change === 'off' || change === 'work' ? '' : reasonOf(state, listed)
      return said ? [{ date, words: said }] : []
    })
    return gathered(reasons)
  }

  function reasonOf(state: DayState, listed: CalendarDay | undefined): string {
    if (!listed || state === 'work' || state === 'weekend') return ''
    if (state === 'holiday' || state === 'religious') {
      const name = nameOf(listed.name ?? '', true)
      return listed.status === 'estimated' ? t('calendar.reasons.estimated', { name }) : name
    }
    if (state === 'substitute') return t('calendar.reasons.substitute')
    return t(`calendar.reasons.${state}`, { source: listed.source ?? '' })
  }

  return { nameOf, whatIs, lawOf, label, reasonsOf }
}
