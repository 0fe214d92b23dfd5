import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ErrorCode } from '#shared/contract'
import { api } from '../../api/client'
import { AppFault, toFault } from '../../api/fault'
import { useFaultText } from '../../faultText'
import { useSettingsDrafts, type FormDraft } from './drafts'
import { copyOf } from './leaves'
import type { TemplateName, Templates } from './templateList'
import { useSavedToast } from './useVersionedForm'

interface TemplateForm {
  text: string
}

/** The text of a template while it is edited. What was typed stays until it is saved, also over another screen; a refusal is told in `said`, with its line in `faultLine`. */
export function useTemplateText(name: TemplateName, templates: Templates) {
  const { t } = useI18n()
  const { faultText } = useFaultText()
  const tell = useSavedToast()
  const { text, base, ready, take, settle } = useTypedText(`template:${name.purpose}.${name.language}`)
  const failure = shallowRef<AppFault | null>(null)
  const busy = ref(false)
  /** Counts what was stored from here, so that no old page is shown. */
  const saves = ref(1)

  const dirty = computed(() => ready.value && text.value !== base.value)
  const said = computed(() => (failure.value ? faultText(failure.value) : ''))
  const faultLine = computed(() => {
    const line = failure.value?.params['line']
    return typeof line === 'number' ? line : null
  })

  /** Reads the stored text. Of a file that is no text at all nothing can be shown; it can still be written anew or put back. */
  async function load(): Promise<void> {
    try {
      take((await api.directory.template({ ...name })).text)
      const fault = templates.stateOf(name)?.fault
      failure.value = fault ? new AppFault(fault.code as ErrorCode, fault.params) : null
    } catch (thrown) {
      failure.value = toFault(thrown)
      if (failure.value.code.startsWith('templates.')) take('')
    }
  }

  async function during(write: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    try {
      await write()
      failure.value = null
      saves.value++
      return true
    } catch (thrown) {
      failure.value = toFault(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  /** Stores what is typed. `true` when it is stored. */
  function save(): Promise<boolean> {
    const typed = text.value
    return during(async () => {
      templates.states.value = await api.directory.saveTemplate({ ...copyOf(name), text: typed })
      settle(typed)
      tell(t('chancery.templates.saved'))
    })
  }

  /** Puts the shipped text back; what was typed gives way to it. */
  function restore(): Promise<boolean> {
    return during(async () => {
      templates.states.value = await api.directory.restoreTemplate({ ...name })
      settle((await api.directory.template({ ...name })).text)
      tell(t('chancery.templates.restored'))
    })
  }

  function undo(): void {
    text.value = base.value
    failure.value = null
  }

  return { text, ready, busy, dirty, said, faultLine, saves, load, save, restore, undo }
}

/** A text as typed beside the one that is stored; kept under a name while the person is elsewhere. */
function useTypedText(key: string) {
  const drafts = useSettingsDrafts()
  const draft = shallowRef<FormDraft<TemplateForm> | null>(null)
  const base = ref('')

  const text = computed({
    get: () => draft.value?.form.text ?? '',
    set: (typed: string) => {
      if (draft.value) draft.value.form.text = typed
    },
  })

  /** What is stored; what was typed before goes on over it. */
  function take(stored: string): void {
    draft.value = drafts.draftOf<TemplateForm>(key, { form: { text: stored }, version: 0 })
    base.value = draft.value.base.text
  }

  /** What was typed is stored now, or given up. */
  function settle(stored: string): void {
    drafts.forget(key)
    take(stored)
  }

  return { text, base, ready: computed(() => draft.value !== null), take, settle }
}
