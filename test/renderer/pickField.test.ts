import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, type Component } from 'vue'
import { messages } from '#shared/i18n'
import { i18n, useLocale } from '../../renderer/i18n'
import FileDialog from '../../renderer/features/decisions/FileDialog.vue'
import PickField from '../../renderer/features/decisions/PickField.vue'
import KInput from '../../renderer/ui/KInput.vue'

const options = [
  { value: 1, label: 'Досмағамбетов Ерлан', note: 'бас маман' },
  { value: 2, label: 'Досанова Әсел', note: 'маман' },
]
const open: VueWrapper[] = []

function pick() {
  const taken: (number | null)[] = []
  const field: VueWrapper = mount(PickField as Component, {
    props: {
      ...{ options, listLabel: 'адамдар', modelValue: null as number | null },
      'onUpdate:modelValue': (next: number | null) => {
        taken.push(next)
        return field.setProps({ modelValue: next })
      },
    },
    global: { plugins: [createPinia(), i18n] },
    attachTo: document.body,
  })
  open.push(field)
  return { field, taken }
}

beforeEach(() => {
  vi.useFakeTimers()
  useLocale().choose('kk')
})
afterEach(() => {
  for (const wrapper of open.splice(0)) wrapper.unmount()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a field for one of a list', () => {
  const keys = [
    ['Enter', 100],
    ['Enter', 0],
    ['NumpadEnter', 100],
    ['Tab', 100],
    ['Tab', 0],
  ] as const
  it.each(keys)('takes the one match with %s, %i ms after the last letter', async (code, pause) => {
    const { field, taken } = pick()
    const input = field.find('input')
    input.element.focus()
    await input.setValue('досмағ')
    await vi.advanceTimersByTimeAsync(pause)
    const event = new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true })
    input.element.dispatchEvent(event)
    await vi.advanceTimersByTimeAsync(200)
    expect(taken).toEqual([1])
    expect(input.element.value).toBe('Досмағамбетов Ерлан')
    expect(field.find('[role="listbox"]').exists()).toBe(false)
    expect(event.defaultPrevented).toBe(code !== 'Tab')
  })

  it('takes nothing where two match, nothing of an empty field, and leaves Ctrl+Enter to the dialog', async () => {
    const { field, taken } = pick()
    const input = field.find('input')
    input.element.focus()
    for (const [typed, ctrlKey] of [
      ['дос', false],
      ['', false],
      ['досмағ', true],
    ] as const) {
      await input.setValue(typed)
      await vi.advanceTimersByTimeAsync(100)
      const event = new KeyboardEvent('keydown', { code: 'Enter', ctrlKey, bubbles: true, cancelable: true })
      input.element.dispatchEvent(event)
      await vi.advanceTimersByTimeAsync(200)
      expect(taken).toEqual([])
      expect(input.element.value).toBe(typed)
      if (ctrlKey) expect(event.defaultPrevented).toBe(false)
    }
  })

  it('is told to be chosen from the list when it holds a text, to be filled in when it does not', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    const appeal = { id: 1, version: 1, number: 'Ж-0003' } as never
    const dialog: VueWrapper = mount(FileDialog as Component, {
      props: { appeal },
      global: { plugins: [createPinia(), i18n] },
      attachTo: document.body,
    })
    open.push(dialog)
    await vi.advanceTimersByTimeAsync(50)
    const said = () => document.querySelector('.fld .hint.bad')?.textContent.trim()
    const act = messages.kk.decisionScreen.acts.file
    const confirm = () => [...document.querySelectorAll('button')].find((each) => each.textContent.includes(act))!.click()
    confirm()
    await nextTick()
    expect(said()).toBe('Толтырыңыз.')
    const input = document.querySelector<HTMLInputElement>('.fld input')!
    input.value = 'досмағ'
    input.dispatchEvent(new Event('input'))
    await nextTick()
    expect(said()).toBe('Тізімнен таңдаңыз.')
    vi.unstubAllGlobals()
  })
})

describe('what stands inside a field at the right', () => {
  it('has room of its own, as wide as it is', async () => {
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(function (this: HTMLElement) {
      return this.classList.contains('end') ? 130 : 0
    })
    const filled = mount(KInput, {
      props: { modelValue: 'ұзын мәтін' },
      slots: { default: 'Alt+U' },
      global: { plugins: [i18n] },
    })
    const bare = mount(KInput, { props: { modelValue: 'ұзын мәтін' }, global: { plugins: [i18n] } })
    open.push(filled, bare)
    await nextTick()
    expect(filled.find('input').element.style.paddingRight).toBe('146px')
    expect(bare.find('input').element.style.paddingRight).toBe('')
  })
})
