import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { DeskLetter } from '#shared/contract'
import type { AppFault } from '../../api/fault'
import { useFaultText } from '../../faultText'
import { useWords } from '../../i18n'

/** Texts of the head's desk that are put together of several. */
export function useDeskWords() {
  const { t } = useI18n()
  const words = useWords()
  const { faultText, fieldText } = useFaultText()

  /** The nine typical texts of the program, in the language of the screen. */
  const defaults = computed(() => Array.from({ length: 9 }, (_, at) => t(`desk.typical.${at + 1}`)))

  /** A refusal in a sentence; of a conflict who was faster, and how the letter (`met`, if it still lies on the desk) stands now. */
  function faultWords(fault: AppFault, met: DeskLetter | undefined): string {
    if (fault.fields.length > 0) return fault.fields.map(fieldText).join(' ')
    if (fault.code !== 'conflict.stale' || !met) return faultText(fault)
    const { date, time } = words.localMoment(String(fault.params['when']))
    const params = { who: String(fault.params['who']), when: `${words.formatDate(date)}, ${time}` }
    return t('desk.stale', { ...params, status: t(`words.statuses.${met.status}`) })
  }

  return { defaults, faultWords }
}
