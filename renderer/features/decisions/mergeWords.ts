import { useI18n } from 'vue-i18n'
import type { DecisionContent } from '#shared/domain'
import { useWords } from '../../i18n'
import { useDecisionWords } from './decisionWords'
import type { MetPart } from './mergeContent'

/** Fields whose values are keys, and where their words stand. */
const NAMES: Partial<Record<keyof DecisionContent, string>> = {
  language: 'words.language',
  character: 'decisions.characters',
  decision: 'decisions.complaintDecisions',
  ground: 'decisions.grounds',
}

/** How a field of a draft is told where two people differ. Reactive when called in a template. */
export function useMergeWords() {
  const { t } = useI18n()
  const words = useWords()
  const { bodyName } = useDecisionWords()

  function value(field: MetPart['field'], given: unknown): string {
    if (Array.isArray(given) && given.length > 0) return given.map((one) => t(`decisions.missing.${String(one)}`)).join('; ')
    if (typeof given === 'boolean') return t(`decisionScreen.merge.${given ? 'yes' : 'no'}`)
    if (typeof given === 'number') return bodyName(given)
    if (typeof given !== 'string' || given === '') return t('decisionScreen.merge.empty')
    if (field === 'until') return words.formatDate(given)
    return NAMES[field] ? t(`${NAMES[field]}.${given}`) : given
  }

  /** Name of the field. */
  const label = (field: MetPart['field']): string => t(`decisionScreen.editor.${field === 'bodyId' ? 'body' : field}`)

  return { value, label }
}
