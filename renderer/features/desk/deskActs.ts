import { computed, type Ref } from 'vue'
import type { KeyMap } from '../../keys'
import { toggleDeputy, toggleExecutor, toggleText, type WhenKey } from './choice'
import { useDeputies } from './deputies'
import type { HeadDesk } from './headDesk'
import { WHEN_KEYS, WHO_KEYS } from './whoKeys'

/** What hands do on the head's desk before a resolution is issued, by key or by click. `rows`: the keys of the three rows. */
export function useDeskActs(desk: HeadDesk, { editing, focusDate }: { editing: Ref<boolean>; focusDate: () => void }) {
  const { choice, options, texts, executors } = desk
  const { deputies, load: loadDeputies } = useDeputies(executors)

  function what(text: string): void {
    choice.value = toggleText(choice.value, text)
  }

  function who(id: number): void {
    choice.value = toggleExecutor(choice.value, id)
  }

  /** Makes the deputy responsible, of several the next one. */
  function deputy(): void {
    choice.value = toggleDeputy(choice.value, deputies.value)
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

  const byKey = (codes: readonly string[], runs: readonly (() => void)[]): KeyMap =>
    Object.fromEntries(codes.slice(0, runs.length).map((code, at) => [code, runs[at]!]))
  const rows = computed(() => ({
    what: byKey(
      texts.value.map((_, at) => `Digit${at + 1}`),
      texts.value.map((text) => () => what(text)),
    ),
    who: byKey(
      WHO_KEYS,
      executors.value.map(
        ({ id }) =>
          () =>
            who(id),
      ),
    ),
    when: byKey(
      options.value.map(({ key }) => WHEN_KEYS[key]),
      options.value.map(
        ({ key }) =>
          () =>
            byWhen(key),
      ),
    ),
  }))

  return {
    ...{ what, who, deputy, byWhen, control, rows, deputies, loadDeputies },
    go: (step: 1 | -1) => leaving(() => desk.go(step)),
    later: () => leaving(desk.later),
    clear: () => leaving(desk.clear),
  }
}
