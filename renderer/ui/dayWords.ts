import type { Term, TermDay } from '#shared/domain'
import { useI18n } from 'vue-i18n'
import { useWords } from '../i18n'
import type { StripCell } from './stripCells'

/** How days of a term are put into words. */
export function useDayWords() {
  const { t, te } = useI18n()
  const words = useWords()

  /** «сб–жс» for a run, «дс» for one day. */
  function weekdays(days: readonly TermDay[]): string {
    return ends(days, (day) => words.weekdayShort(day.date))
  }

  /** «12–13» for a run, «14» for one day. */
  function dayNumbers(days: readonly TermDay[]): string {
    return ends(days, (day) => String(+day.date.slice(8)))
  }

  /** Why a day is not counted: the holiday's name, else what kind of day it is. */
  function reason(day: TermDay): string {
    const named = `words.holidays.${day.name}`
    return day.name && te(named, 'kk') ? t(named) : t(`words.days.${day.state}`)
  }

  /** A day in full, for whoever points at it: its place in the count, or why it is not counted, with the law and the order behind it. */
  function whole(day: TermDay, term: Term): string {
    const law = day.state === 'work' ? '' : t(`calendar.law.${day.state}`)
    const kind = day.state === 'work' ? '' : t(`calendar.states.${day.state}`)
    const name = reason(day) === kind ? '' : day.state === 'work' ? '' : reason(day)
    const counted = day.counted === null ? '' : t('app.strip.counted', { count: day.counted, of: term.length })
    const first = day.date === term.registeredOn ? t('words.days.registered') : ''
    return [words.longDate(day.date), first, counted, name, kind, day.source, law].filter(Boolean).join('; ')
  }

  /** What a screen reader must be told besides: today, control point, not announced yet. */
  function remarks(cell: StripCell): string {
    const said = [
      cell.now && t('app.strip.today'),
      cell.checkpoint && t('app.strip.checkpoint'),
      cell.days.some((day) => day.estimated) && t('app.strip.estimated'),
    ]
    return said.filter(Boolean).join(', ')
  }

  return { weekdays, dayNumbers, reason, whole, remarks }
}

function ends(days: readonly TermDay[], write: (day: TermDay) => string): string {
  const [first, last] = [write(days[0]!), write(days.at(-1)!)]
  return first === last ? first : `${first}–${last}`
}
