import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import type { Permission } from '#shared/domain'
import CalendarScreen from '../../../renderer/features/calendar/CalendarScreen.vue'
import { i18n, useLocale } from '../../../renderer/i18n'
import { useOffice } from '../../../renderer/stores/office'
import { useSession } from '../../../renderer/stores/session'
import { CalendarHost } from './calendarHost'

const ALL: Permission[] = ['office.read', 'office.manage', 'terms.manage']

/** Waits until everything under way is drawn, after `ms` milliseconds. */
export const settle = async (ms = 0) => {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve))
}
/** Waits long enough for the consequences of an edit to be asked for. */
export const weighed = () => settle(400)

/** Presses a key where the focus is. */
export async function press(code: string, options: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...options }))
  await settle()
}
export const confirm = () => press('Enter', { ctrlKey: true })
export const cell = (date: string) => document.querySelector<HTMLElement>(`[data-date="${date}"]`)!
export const focusedDay = () => (document.activeElement as HTMLElement).dataset['date']
export const dialog = () => document.querySelector<HTMLElement>('.k-dialog')
/** What the right pane says. */
export const pane = () => document.querySelector<HTMLElement>('.preview')!.textContent!.replace(/\s+/g, ' ')

/** A field of the dialog by its label. */
export function field(label: string): HTMLInputElement {
  const line = [...dialog()!.querySelectorAll('.fld')].find((one) => one.querySelector('.lab')?.textContent?.includes(label))
  return line!.querySelector('input')!
}

/** Writes into a field of the dialog and leaves it. */
export async function type(label: string, text: string): Promise<void> {
  const input = field(label)
  input.focus()
  input.value = text
  input.dispatchEvent(new Event('input'))
  input.dispatchEvent(new Event('blur'))
  await settle()
}

/** Clicks a day. */
export async function open(date: string): Promise<void> {
  cell(date).click()
  await settle()
}

/** Enters an order: 8 January 2027 off for 16 January worked. */
export async function transfer(): Promise<void> {
  await open('2027-01-08')
  await press('Digit2')
  await type('Орнына жұмыс күні', '16.01')
  await type('Бұйрық', '№ 436, 10.12.2026')
  await confirm()
}

/** The calendar in a window of its own, before a host of its own, on 11 December 2026. */
export class CalendarWindow {
  readonly host = new CalendarHost()
  readonly router: Router
  readonly #pinia: Pinia = createPinia()
  #shown: VueWrapper | undefined

  constructor() {
    useLocale().choose('kk')
    vi.stubGlobal('fetch', this.host.fetch)
    setActivePinia(this.#pinia)
    const blank = { template: '<p />' }
    this.router = createRouter({
      history: createMemoryHistory(),
      routes: [
        { path: '/', name: 'journal', component: blank },
        { path: '/settings', name: 'settings', component: blank },
        { path: '/calendar/:year(\\d{4})?', name: 'calendar', component: CalendarScreen },
      ],
    })
  }

  /** Shows an address to somebody, by default to the administrator. */
  async show(address: string, permissions: Permission[] = ALL): Promise<void> {
    const session = useSession()
    const position = { kk: 'әкімші', ru: 'администратор' }
    session.caller = { id: 1, name: 'Жүнісов Б. А.', fullName: 'Жүнісов Берік', position, permissions, actsFor: [] } as never
    session.clockOffset = Date.parse('2026-12-11T06:00:00Z') - Date.now()
    await useOffice().load()
    await this.router.push(address)
    this.#shown = mount(RouterView, { global: { plugins: [this.#pinia, i18n, this.router] }, attachTo: document.body })
    await settle()
  }

  close(): void {
    this.#shown?.unmount()
    document.body.replaceChildren()
    vi.unstubAllGlobals()
  }
}
