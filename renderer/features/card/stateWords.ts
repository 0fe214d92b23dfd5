import { useI18n } from 'vue-i18n'
import { deadlineState, isOpen, type IsoDate, type Status } from '#shared/domain'
import { useWords } from '../../i18n'
import { useOffice } from '../../stores/office'
import type { StateMark } from '../../ui'

/** Marks of entries in which the office owes nothing any more. */
const CLOSED: Partial<Record<Status, StateMark>> = {
  answered: 'done',
  redirected: 'passed',
  returned: 'returned',
  withdrawn: 'returned',
  unconsidered: 'done',
  attached: 'passed',
  filed: 'filed',
  void: 'void',
}

/** An entry as far as its state goes. `closedOn`: the day from which the office owed nothing, where it is known. */
interface Stood {
  status: Status
  deadline: IsoDate
  closedOn?: IsoDate | null
  /** The day on which it was put into its case. */
  filedOn?: IsoDate | null
}

/** The state of an entry: its mark and its words. While it is open the nearness of its deadline on the office's present day; afterwards what happened, and whether in time. Reactive when called in a template. */
export function useStateWords() {
  const { t } = useI18n()
  const words = useWords()
  const office = useOffice()

  function state(entry: Stood, length: 'short' | 'long' = 'short'): { mark: StateMark; words: string } {
    if (!isOpen(entry.status)) return closed(entry, length)
    const { state: mark, days } = office.nearness(entry.deadline)
    return { mark, words: length === 'short' ? t(`words.deadline.${mark}`, { days }) : long(mark, days) }
  }

  function closed({ status, deadline, closedOn, filedOn }: Stood, length: 'short' | 'long'): { mark: StateMark; words: string } {
    const [mark, what] = [CLOSED[status] ?? 'done', t(`words.statuses.${status}`)]
    const on = status === 'filed' ? filedOn : closedOn
    if (length === 'short' || !on) return { mark, words: what }
    const told = t('decisionScreen.closed.on', { what, date: words.formatDate(on) })
    // The term of an entry is that of its answer; what is returned or redirected has a term of its own, told beside it.
    return { mark, words: status === 'answered' ? `${told}, ${kept(deadline, on)}` : told }
  }

  function kept(deadline: IsoDate, on: IsoDate): string {
    const { state: how, days } = deadlineState(deadline, on, office.calendar)
    return how === 'late' ? t('decisionScreen.closed.late', { days }, days) : t('decisionScreen.closed.inTime')
  }

  function long(mark: 'late' | 'today' | 'soon' | 'calm', days: number): string {
    if (mark === 'late') return t('words.deadline.lateLong', { days }, days)
    return mark === 'today' ? t('words.deadline.todayLong') : t('words.deadline.leftLong', { days }, days)
  }

  return { state }
}
