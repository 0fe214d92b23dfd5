import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import calendarFile from '../../../resources/data/calendar-kz.json'
import HeadDeskScreen from '../../../renderer/features/desk/HeadDeskScreen.vue'
import { i18n, useLocale } from '../../../renderer/i18n'
import { useOffice } from '../../../renderer/stores/office'
import { useSession } from '../../../renderer/stores/session'
import { caller, DeskHost, letter, load } from './deskHost'
import { RULES } from './entryHost'

/** The head’s desk in a window at 11:00 on Friday 11 December 2026, with three letters and three executors; the live bindings hold the present test’s. */
export let host: DeskHost
export let shown: VueWrapper

/** A key by its place; `key` is what another layout would type. */
export function press(code: string, { key = code.replace(/^(Key|Digit)/, ''), ...more }: KeyboardEventInit = {}): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true, ...more }))
}
export const keys = (...codes: string[]) => codes.forEach((code) => press(code))

export async function show(): Promise<void> {
  const routes = ['journal', 'desk', 'tasks', 'register', 'card', 'settings'].map((name) => ({
    path: name === 'card' ? '/letters/:id' : `/${name}`,
    name,
    component: { template: '<p />' },
  }))
  const router = createRouter({ history: createMemoryHistory(), routes: [...routes, { path: '/', redirect: '/journal' }] })
  await router.push('/desk')
  shown = mount(HeadDeskScreen, { global: { plugins: [i18n, router] }, attachTo: document.body })
  await vi.waitFor(() => expect(shown.find('.sheet.letter, .sheet .subject').exists()).toBe(true))
}
export const order = () => shown.findAll('.final .order').map((line) => line.text())
export const number = () => shown.find('.lh .no').text()

/** Before each test a fresh desk, in Kazakh, for the head. */
export function useHeadDeskWindow(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime('2026-12-11T06:00:00Z')
    host = new DeskHost()
    host.letters = [letter(617), letter(618), letter(619)]
    host.executors = [load(10, 'Рахымжанова Ә. Е.'), load(11, 'Бекенов А. Ж.', { open: 8, late: 1 }), load(12, 'Тен В. Р.')]
    vi.stubGlobal('fetch', host.fetch)
    vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
    setActivePinia(createPinia())
    useLocale().choose('kk')
    useSession().caller = caller('head')
    useOffice().state = {
      ...{ details: { name: { kk: 'Басқарма', ru: 'Управление' } }, version: 1, terms: RULES, services: [] },
      rules: { week: 5, countingStart: 'nextDay' },
      calendar: { days: calendarFile.days, years: [2026, 2027] },
    } as unknown as NonNullable<ReturnType<typeof useOffice>['state']>
  })
  afterEach(() => {
    shown?.unmount()
    vi.unstubAllGlobals()
    vi.useRealTimers()
    document.body.replaceChildren()
  })
}
