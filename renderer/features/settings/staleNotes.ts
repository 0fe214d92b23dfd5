import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AppFault } from '../../api/fault'
import { useFaultText } from '../../faultText'
import { useWords } from '../../i18n'
import { isSame, leafAt } from './leaves'

/** What a form says when somebody else was faster: who and when (`said`, which also names any other failure), and beside each contested field what is stored now (`noteAt`). `wordOf`: a stored value in words, where it is not its own text. */
export function useStaleNotes(
  form: object,
  contested: Ref<Record<string, unknown>>,
  failure: Ref<AppFault | null>,
  wordOf: (path: string, value: unknown) => string | undefined = () => undefined,
) {
  const { t } = useI18n()
  const { faultText } = useFaultText()
  const words = useWords()

  const said = computed(() => {
    const fault = failure.value
    if (!fault) return ''
    if (fault.code !== 'conflict.stale') return faultText(fault)
    const { date, time } = words.localMoment(String(fault.params['when']))
    return t('settings.stale', { who: fault.params['who'] ?? '', when: `${words.formatDate(date)}, ${time}` })
  })

  function storedText(path: string, value: unknown): string {
    const word = wordOf(path, value)
    if (word !== undefined) return word || t('settings.empty')
    if (path === 'rules.countingStart') return t(`settings.numbering.${String(value)}`)
    if (path === 'active') return t(value ? 'people.active' : 'people.left')
    if (Array.isArray(value)) return value.map((role) => t(`words.roles.${String(role)}`)).join(', ')
    return String(value) || t('settings.empty')
  }

  /** For `KField`'s warning. */
  function noteAt(path: string): string | undefined {
    if (!(path in contested.value) || isSame(leafAt(form, path), contested.value[path])) return undefined
    return t('settings.theirs', { value: storedText(path, contested.value[path]) })
  }

  return { said, noteAt }
}
