import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Appeal } from '#shared/contract'
import { toFault, type AppFault } from '../../api/fault'
import { useFaultText } from '../../faultText'
import { useWords } from '../../i18n'

/** After these the entry is not as the screen shows it; it is read anew beneath the dialog. */
const MOVED_ON = new Set([
  'conflict.stale',
  'life.not_possible',
  'register.void_already',
  'routing.task_over',
  'routing.recalled_already',
  'life.on_control',
  'life.paper_out',
  'life.paper_here',
  'decisions.over',
  'decisions.not_submitted',
  'decisions.signed_already',
  'letters.handed_already',
])

/** Sends what a dialog holds. A refusal stays in the dialog, with everything typed: at its field (`fields`, by path) or as a sentence (`refusal`). */
export function useSending<Answer = Appeal>({ done, moved }: { done: (answer: Answer) => void; moved: () => void }) {
  const { t } = useI18n()
  const words = useWords()
  const { faultText, fieldTexts } = useFaultText()
  const busy = ref(false)
  const fault = shallowRef<AppFault | null>(null)
  const fields = computed<Record<string, string>>(() => (fault.value ? fieldTexts(fault.value) : {}))
  const refusal = computed(() => {
    if (!fault.value || fault.value.fields.length > 0) return ''
    if (fault.value.code !== 'conflict.stale') return faultText(fault.value)
    const { date, time } = words.localMoment(String(fault.value.params['when']))
    return t('routing.dialog.stale', { who: String(fault.value.params['who']), when: `${words.formatDate(date)}, ${time}` })
  })

  /** Makes the call, once at a time. */
  async function send(call: () => Promise<Answer>): Promise<void> {
    if (busy.value) return
    busy.value = true
    fault.value = null
    try {
      done(await call())
    } catch (thrown) {
      fault.value = toFault(thrown)
      if (MOVED_ON.has(fault.value.code)) moved()
    } finally {
      busy.value = false
    }
  }

  return { busy, fault, fields, refusal, send }
}
