import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import HeadDeskScreen from '../../../renderer/features/desk/HeadDeskScreen.vue'
import { i18n } from '../../../renderer/i18n'
import { useSession } from '../../../renderer/stores/session'
import { caller, DeskHost, letter, load } from './deskHost'
import { closeOfficeWindow, openOfficeWindow, press } from './officeWindow'

/** The head’s desk in a window at 11:00 on Friday 11 December 2026, with three letters and three executors; the live bindings hold the present test’s. */
export let host: DeskHost
export let shown: VueWrapper

export { press }
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
    host = new DeskHost()
    host.letters = [letter(617), letter(618), letter(619)]
    host.executors = [load(10, 'Рахымжанова Ә. Е.'), load(11, 'Бекенов А. Ж.', { open: 8, late: 1 }), load(12, 'Тен В. Р.')]
    openOfficeWindow(host, { details: { name: { kk: 'Басқарма', ru: 'Управление' } } })
    useSession().caller = caller('head')
  })
  afterEach(() => closeOfficeWindow(shown))
}
