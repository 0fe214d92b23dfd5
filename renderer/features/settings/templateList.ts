import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ErrorCode, TemplateState } from '#shared/contract'
import type { LetterLanguage, LetterPurpose } from '#shared/domain'
import { api } from '../../api/client'
import { AppFault } from '../../api/fault'
import { useFaultText } from '../../faultText'
import type { StateMark } from '../../ui'

/** Which template: there is one for each purpose and language. */
export interface TemplateName {
  purpose: LetterPurpose
  language: LetterLanguage
}

/** The templates as they stand in their folder. `failure` is what prevented them from being read. */
export function useTemplates() {
  const { t } = useI18n()
  const { faultText } = useFaultText()
  const folder = shallowRef('')
  const states = shallowRef<TemplateState[] | null>(null)
  const failure = shallowRef<unknown>(null)

  async function load(): Promise<void> {
    try {
      const found = await api.directory.templates()
      folder.value = found.folder
      states.value = found.templates
      failure.value = null
    } catch (thrown) {
      failure.value = thrown
    }
  }

  const stateOf = ({ purpose, language }: TemplateName): TemplateState | undefined =>
    states.value?.find((one) => one.purpose === purpose && one.language === language)

  /** In order, changed by the office, or to be mended; the last goes before the second. */
  function told({ changed, fault }: TemplateState): { mark: StateMark; words: string } {
    if (fault) return { mark: 'late', words: t('chancery.templates.fault') }
    return changed
      ? { mark: 'calm', words: t('chancery.templates.changed') }
      : { mark: 'done', words: t('chancery.templates.ok') }
  }

  /** What is wrong with a template and what to do; empty where nothing is. */
  function faultOf({ fault }: TemplateState): string {
    return fault ? faultText(new AppFault(fault.code as ErrorCode, fault.params)) : ''
  }

  const title = ({ purpose, language }: TemplateName): string =>
    t('chancery.templates.open', { purpose: t(`decisions.purposes.${purpose}`), language: t(`chancery.templates.${language}`) })

  return { folder, states, failure, load, stateOf, told, faultOf, title }
}

export type Templates = ReturnType<typeof useTemplates>
