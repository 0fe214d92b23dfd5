import { defineStore } from 'pinia'
import { reactive, shallowReactive } from 'vue'
import { copyOf, isSame } from './leaves'

/** A form that is being changed: as stored (`base`, of that version) and as typed. */
export interface FormDraft<F extends object = object> {
  base: F
  form: F
  version: number
}

/** Unfinished changes of the settings, kept while the person goes to another screen. Never a password: those stand in no form. */
export const useSettingsDrafts = defineStore('settingsDrafts', () => {
  const kept = shallowReactive(new Map<string, FormDraft>())

  /** The draft under a name: what was typed before goes on, an untouched form shows what is stored now. */
  function draftOf<F extends object>(key: string, stored: { form: F; version: number }): FormDraft<F> {
    const before = kept.get(key) as FormDraft<F> | undefined
    if (before && !isSame(before.base, before.form)) return before
    const draft = { base: copyOf(stored.form), form: reactive(copyOf(stored.form)) as F, version: stored.version }
    kept.set(key, draft)
    return draft
  }

  return { kept, draftOf, forget: (key: string) => kept.delete(key) }
})
