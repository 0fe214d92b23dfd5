import { useI18n } from 'vue-i18n'
import type { AppealFacts } from '#shared/contract'
import { formatPhone, isIsoDate, maskIdentifier } from '#shared/domain'
import { useWords } from '../../i18n'
import { useOffice } from '../../stores/office'

/** Facts that are words of the register, and where their texts stand. */
const WORDS: Partial<Record<keyof AppealFacts, (value: string) => string>> = {
  kind: (value) => `words.kinds.${value}.formal`,
  addressee: (value) => `words.addressees.${value}`,
  channel: (value) => `words.channels.${value}`,
  respondent: (value) => `words.respondents.${value}`,
  contested: (value) => `words.contested.${value}`,
  applicantType: (value) => `words.applicantTypes.${value}`,
  language: (value) => `words.language.${value}`,
  delivery: (value) => `words.deliveries.${value}`,
}

/** How the facts of an entry are written in the language of the screen: on the card, in its history, and where corrections meet. */
export function useFactWords() {
  const { t } = useI18n()
  const words = useWords()
  const office = useOffice()

  function service(id: unknown): string {
    const listed = office.services.find((one) => one.id === id)
    return listed ? words.named(listed.name) : t('events.noValue')
  }

  /** The name of a fact. */
  function label(field: string): string {
    return t(`events.fields.${field}`)
  }

  /** One fact as text; `masked` hides the middle of an IIN or BIN. A fact without a value says so. */
  function fact(field: string, value: unknown, { masked = false } = {}): string {
    const text = written(field as keyof AppealFacts, value, masked)
    return text === '' ? t('events.noValue') : text
  }

  function written(field: keyof AppealFacts, value: unknown, masked: boolean): string {
    if (value === null || value === undefined || value === '') return ''
    if (field === 'serviceId') return service(value)
    if (Array.isArray(value)) return value.map((one) => t(`words.notStated.${String(one)}`)).join(', ')
    if (typeof value === 'object') return words.named(value as { kk: string; ru: string })
    const text = String(value as string | number)
    const key = WORDS[field]?.(text)
    if (key) return t(key)
    if (field === 'identifier') return masked ? maskIdentifier(text) : text
    if (field === 'phone') return formatPhone(text)
    return isIsoDate(text) ? words.formatDate(text) : text
  }

  return { label, fact }
}
