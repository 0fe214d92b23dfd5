import { useI18n } from 'vue-i18n'
import type { ControlLine } from '#shared/contract'
import { useWords } from '../../i18n'
import { useStateWords } from '../card/stateWords'

/** How a line of control is told. Reactive when called in a template. */
export function useLineWords() {
  const { t, te } = useI18n()
  const words = useWords()
  const { state } = useStateWords()

  /** What is to be done by the day: the act to be signed, the outgoing letter with its number, or what the law reminds of. */
  function what({ what, outgoing }: ControlLine, kind: 'act' | 'letter' | 'reminder'): string {
    const area = { act: 'decisions.acts', letter: 'decisions.purposes', reminder: 'control.reminders' }[kind]
    const told = what.map((one) => (te(`${area}.${one}`, 'kk') ? t(`${area}.${one}`) : '')).filter(Boolean)
    return [outgoing, told.join(', ')].filter(Boolean).join(' · ')
  }

  /** Day and month, and how near the day is; `null` where there is none. */
  function due({ due: day, status }: ControlLine) {
    return day === null ? null : { day: words.formatDate(day).slice(0, 5), ...state({ status, deadline: day }) }
  }

  return { what, due }
}
