import { useI18n } from 'vue-i18n'
import type { IsoDate, Status } from '#shared/domain'
import { useOffice } from '../../stores/office'
import type { StateMark } from '../../ui'

/** The state of an entry: its mark and its words, on the office's present day. Reactive when called in a template. */
export function useStateWords() {
  const { t } = useI18n()
  const office = useOffice()

  function state({ status, deadline }: { status: Status; deadline: IsoDate }, length: 'short' | 'long' = 'short') {
    if (status === 'void') return { mark: 'void' as StateMark, words: t('words.statuses.void') }
    const { state: mark, days } = office.nearness(deadline)
    return { mark: mark as StateMark, words: length === 'short' ? t(`words.deadline.${mark}`, { days }) : long(mark, days) }
  }

  function long(mark: 'late' | 'today' | 'soon' | 'calm', days: number): string {
    if (mark === 'late') return t('words.deadline.lateLong', { days }, days)
    return mark === 'today' ? t('words.deadline.todayLong') : t('words.deadline.leftLong', { days }, days)
  }

  return { state }
}
