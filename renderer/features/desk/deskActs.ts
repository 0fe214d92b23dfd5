import { computed, type Ref } from 'vue'
import { toggleExecutor, toggleText, type WhenKey } from './choice'
import type { HeadDesk } from './headDesk'
import { WHEN_KEYS, WHO_KEYS } from './whoKeys'

/** What hands do on the head's desk before a resolution is issued, by key or by click. `choosing`: the keys of the three rows. */
export function useDeskActs(desk: HeadDesk, { editing, focusDate }: { editing: Ref<boolean>; focusDate: () => void }) {
  const { choice, options, texts, executors } = desk

  function what(text: string): void {
    choice.value = toggleText(choice.value, text)
  }

  function who(id: number): void {
    choice.value = toggleExecutor(choice.value, id)
  }

  /** A step that would lead past the deadline stands for the deadline itself. */
  function byWhen(key: WhenKey): void {
    const beyond = options.value.find((option) => option.key === key)?.beyond
    choice.value = { ...choice.value, when: beyond ? 'law' : key }
    if (key === 'other') focusDate()
  }

  function control(): void {
    choice.value = { ...choice.value, control: !choice.value.control }
  }

  function leave(): void {
    editing.value = false
    desk.fault.value = null
  }

  const leaving = (go: () => void): void => {
    leave()
    go()
  }

  const choosing = computed<Record<string, () => void>>(() => ({
    ...Object.fromEntries(texts.value.map((text, at) => [`Digit${at + 1}`, () => what(text)])),
    ...Object.fromEntries(executors.value.slice(0, WHO_KEYS.length).map(({ id }, at) => [WHO_KEYS[at]!, () => who(id)])),
    ...Object.fromEntries(options.value.map(({ key }) => [WHEN_KEYS[key], () => byWhen(key)])),
  }))

  return {
    ...{ what, who, byWhen, control, choosing },
    go: (step: 1 | -1) => leaving(() => desk.go(step)),
    later: () => leaving(desk.later),
    clear: () => leaving(desk.clear),
  }
}
