import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref, type Component } from 'vue'
import { countTerm, WorkingCalendar, type CalendarDay, type TermRule } from '#shared/domain'
import calendarFile from '../../resources/data/calendar-kz.json'
import { i18n, useLocale } from '../../renderer/i18n'
import { useKeys } from '../../renderer/keys'
import KChoice from '../../renderer/ui/KChoice.vue'
import KDateInput from '../../renderer/ui/KDateInput.vue'
import KDialog from '../../renderer/ui/KDialog.vue'
import KStrip from '../../renderer/ui/KStrip.vue'

const TODAY = '2026-12-11'
let open: VueWrapper[] = []

function show(component: Component, props: Record<string, unknown>): VueWrapper {
  const wrapper: VueWrapper = mount(component, { props, global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  open.push(wrapper)
  return wrapper
}

function press(target: EventTarget, code: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  return event
}

beforeEach(() => useLocale().choose('kk'))
afterEach(() => {
  for (const wrapper of open) wrapper.unmount()
  open = []
})

describe('KDateInput', () => {
  function field(modelValue: string) {
    const wrapper = show(KDateInput, {
      modelValue,
      today: TODAY,
      'onUpdate:modelValue': (next: string) => wrapper.setProps({ modelValue: next }),
    })
    return { wrapper, input: wrapper.find('input'), last: () => wrapper.emitted<[string]>('update:modelValue')?.at(-1)?.[0] }
  }

  it('reads a date as clerks type it and shows it whole', async () => {
    const { input, last } = field('')
    await input.setValue('2411')
    await input.trigger('blur')
    expect(last()).toBe('2026-11-24')
    expect(input.element.value).toBe('24.11.2026')
  })

  it('keeps what is no date, in the field and in the model, and marks it', async () => {
    const { input, last } = field('2026-12-11')
    await input.setValue('31.02.2026')
    await input.trigger('blur')
    expect(input.element.value).toBe('31.02.2026')
    expect(last()).toBe('31.02.2026')
    expect(input.attributes('aria-invalid')).toBe('true')
  })

  it('is read before Ctrl+Enter reaches the form', async () => {
    const { input, last } = field('')
    await input.setValue('1,12')
    await input.trigger('keydown', { key: 'Enter', ctrlKey: true })
    expect(last()).toBe('2026-12-01')
  })
})

describe('KStrip', () => {
  const calendar = new WorkingCalendar(calendarFile.days as CalendarDay[])
  const rule: Pick<TermRule, 'id' | 'version' | 'length' | 'unit' | 'basis' | 'checkpointDays' | 'checkpoint'> = {
    id: 'service-complaint-provider',
    version: 1,
    length: 5,
    unit: 'workingDays',
    basis: { kk: 'заң', ru: 'закон' },
    checkpointDays: 3,
    checkpoint: { kk: 'тексеру', ru: 'проверка' },
  }

  it('counts the days and says why a day is skipped', () => {
    const strip = show(KStrip, { term: countTerm(rule, '2026-12-11', calendar), today: TODAY })
    const cells = strip.findAll('ol.strip > li')
    expect(cells.map((cell) => cell.find('time').text())).toEqual(['11', '12–13', '14', '15', '16', '17', '18', '19–20', '21'])
    expect(cells[1]!.text()).toContain('демалыс')
    expect(cells[4]!.text()).toContain('Тәуелсіздік күні')
    expect(cells[5]!.classes()).toContain('check')
    expect(cells[8]!.find('.why').text()).toBe('5 · жауап')
    expect(cells[0]!.text()).toContain('бүгін')
  })

  it('changes its words with the language', async () => {
    const strip = show(KStrip, { term: countTerm(rule, '2026-12-11', calendar), today: TODAY })
    useLocale().choose('ru')
    await nextTick()
    expect(strip.find('li.due .why').text()).toBe('5 · ответ')
    expect(document.documentElement.lang).toBe('ru')
  })

  it('becomes narrow days past twelve cells, the holiday named under its day', () => {
    const strip = show(KStrip, { term: countTerm({ ...rule, length: 15 }, '2026-12-03', calendar), today: TODAY })
    expect(strip.find('ol.strip').exists()).toBe(false)
    expect(strip.findAll('.longstrip li')).toHaveLength(23)
    expect(strip.find('.longstrip .why').text()).toBe('Тәуелсіздік күні')
    expect(strip.find('.longstrip li.due time').attributes('datetime')).toBe('2026-12-25')
  })
})

describe('KChoice', () => {
  it('takes digits by the place of the key, whatever the layout writes', async () => {
    const options = ['complaint', 'application', 'proposal'].map((value) => ({ value, label: value }))
    const choice = show(KChoice, { modelValue: null, options })
    const group = choice.find('[role="radiogroup"]').element
    // Shifted French row and Cyrillic layouts write other characters on the same key.
    const event = press(group, 'Digit2', { key: '"' })
    expect(choice.emitted('update:modelValue')).toEqual([['application']])
    expect(event.defaultPrevented).toBe(true)
    press(group, 'Digit9', { key: '9' })
    expect(choice.emitted('update:modelValue')).toHaveLength(1)
  })
})

describe('useKeys', () => {
  function bind(map: Record<string, () => void>) {
    return show(
      defineComponent(() => {
        useKeys(map)
        return () => h('input')
      }),
      {},
    )
  }

  it('finds the key under a Cyrillic layout', () => {
    const anew = vi.fn()
    bind({ 'Alt+KeyN': anew })
    press(document.body, 'KeyN', { key: 'т', altKey: true })
    press(document.body, 'KeyY', { key: 'n', altKey: true })
    expect(anew).toHaveBeenCalledTimes(1)
  })

  it('leaves letters to a text field, but not function keys and chords', () => {
    const [letter, help, confirm] = [vi.fn(), vi.fn(), vi.fn()]
    const input = bind({ KeyJ: letter, F3: help, 'Ctrl+Enter': confirm }).find('input').element
    press(input, 'KeyJ', { key: 'о' })
    press(input, 'F3')
    press(input, 'NumpadEnter', { ctrlKey: true })
    expect([letter, help, confirm].map((run) => run.mock.calls.length)).toEqual([0, 1, 1])
    press(document.body, 'KeyJ', { key: 'о' })
    expect(letter).toHaveBeenCalledTimes(1)
  })

  it('sleeps beneath a dialog and wakes when it closes', async () => {
    const below = vi.fn()
    bind({ 'Ctrl+Enter': below })
    const opened = ref(true)
    show(
      defineComponent(
        () => () => h(KDialog, { title: 'сұрақ', open: opened.value, 'onUpdate:open': (next: boolean) => (opened.value = next) }),
      ),
      {},
    )
    await nextTick()
    press(document.body, 'Enter', { ctrlKey: true })
    expect(below).not.toHaveBeenCalled()
    opened.value = false
    await nextTick()
    press(document.body, 'Enter', { ctrlKey: true })
    expect(below).toHaveBeenCalledTimes(1)
  })
})
