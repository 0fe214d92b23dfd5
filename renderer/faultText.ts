import { useI18n } from 'vue-i18n'
import type { ErrorParams, FieldFault } from '#shared/contract'
import { isIsoDate } from '#shared/domain'
import { useWords } from './i18n'
import { toFault, type AppFault } from './api/fault'

/** Texts of failures in the language of the screen, from `errors.json`. */
export function useFaultText() {
  const { t, te } = useI18n()
  const words = useWords()
  const known = (key: string) => te(key) || te(key, 'kk')

  /** One sentence: what happened and what to do. An error without a text of its own is named by its reference. */
  function faultText(thrown: unknown): string {
    const fault = toFault(thrown)
    if (fault.code === 'host.unreachable') return t('app.unreachable.brief')
    if (fault.code !== 'internal' && known(`errors.${fault.code}`)) return t(`errors.${fault.code}`, inWords(fault.params))
    return fault.reference ? t('app.unknownFault', { reference: fault.reference }) : t('app.unknownFaultBare')
  }

  /** Dates among the parameters as people write them, moments as the office's local date and time, a state of an entry by its name. */
  function inWords(params: ErrorParams): ErrorParams {
    return Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? inWord(value, name) : value]),
    )
  }

  function inWord(value: string, name: string): string {
    if (name === 'status' && known(`words.statuses.${value}`)) return t(`words.statuses.${value}`)
    if (isIsoDate(value)) return words.formatDate(value)
    if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return value
    const { date, time } = words.localMoment(value)
    return `${words.formatDate(date)}, ${time}`
  }

  /** What is wrong with one field. */
  function fieldText(field: FieldFault): string {
    return known(`errors.field.${field.code}`) ? t(`errors.field.${field.code}`, inWords(field.params)) : t('app.fieldFault')
  }

  /** The faulty fields of a failure, by path (`facts.name`), each with its text: what `KField` takes as `error`. */
  function fieldTexts(fault: AppFault): Record<string, string> {
    return Object.fromEntries(fault.fields.map((field) => [field.path, fieldText(field)]))
  }

  return { faultText, fieldText, fieldTexts }
}
