import { useI18n } from 'vue-i18n'
import { useFaultText } from '../../faultText'
import { useWords } from '../../i18n'
import type { Refused } from './signingActs'

/** A refusal on the signing desk in a sentence: who was faster, that the draft is gone, what it lacks. */
export function useSigningWords() {
  const { t, te } = useI18n()
  const words = useWords()
  const { faultText, fieldText } = useFaultText()

  function refusalText({ item, fault }: Refused): string {
    const { code, params, fields } = fault
    if (code === 'conflict.stale') {
      const { date, time } = words.localMoment(String(params['when']))
      return t('chancery.signing.stale', { who: String(params['who']), when: `${words.formatDate(date)}, ${time}` })
    }
    if (code === 'decisions.over' || code === 'decisions.not_submitted')
      return t('chancery.signing.gone', { number: item.number })
    // What is wrong with a reason stands at its field.
    const parts = fields.filter(({ path }) => path !== 'reason')
    if (parts.length === 0) return fields.length > 0 ? '' : faultText(fault)
    const named = parts.map((field) => {
      const key = `chancery.signing.parts.${field.path.replace(/^content\./, '')}`
      return te(key) || te(key, 'kk') ? t(key) : fieldText(field)
    })
    return t('chancery.signing.lacks', { parts: [...new Set(named)].join(', ') })
  }

  /** What is wrong with the reason that was given. */
  function reasonText({ fault }: Refused): string | undefined {
    const field = fault.fields.find(({ path }) => path === 'reason')
    return field && fieldText(field)
  }

  return { refusalText, reasonText }
}
