import { useI18n } from 'vue-i18n'
import type { Resolution, Task } from '#shared/contract'
import type { IsoDate } from '#shared/domain'
import { useWords } from '../../i18n'
import { useOffice } from '../../stores/office'
import type { StateMark } from '../../ui'
import { isOpenTask } from './resolutionActs'

/** Mark and words of how near a day is, or of what became of the work. */
interface Told {
  mark: StateMark
  words: string
}

/** How resolutions and tasks are told. Reactive when called in a template. */
export function useResolutionWords() {
  const { t } = useI18n()
  const words = useWords()
  const office = useOffice()

  /** A UTC moment as local date and time. */
  function moment(at: string): string {
    const { date, time } = words.localMoment(at)
    return `${words.formatDate(date)}, ${time}`
  }

  /** When a resolution was written: with the time, unless it was entered from paper. */
  function issued({ issuedOn, issuedAt, enteredBy }: Resolution): string {
    return enteredBy === null ? moment(issuedAt) : words.formatDate(issuedOn)
  }

  function near(due: IsoDate): Told {
    const { state, days } = office.nearness(due)
    return { mark: state, words: t(`words.deadline.${state}`, { days }) }
  }

  /** How a task stands: nearness while it is open, then what became of it. */
  function taskState({ state, due }: Pick<Task, 'state' | 'due'>): Told | null {
    if (state === 'done') return { mark: 'done', words: t('routing.states.done') }
    return state === 'ended' ? null : near(due)
  }

  /** How near the day of a resolution is, as long as somebody works on it; done when all have reported. */
  function stateOfDue({ due, tasks }: Resolution): Told | null {
    const held = tasks.filter(({ state }) => state !== 'ended')
    if (held.length === 0) return null
    return held.some(isOpenTask) ? near(due) : { mark: 'done', words: t('routing.states.done') }
  }

  return { moment, issued, taskState, stateOfDue }
}
