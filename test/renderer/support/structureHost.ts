import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Component } from 'vue'
import type { Absence, Colleague, Department } from '#shared/contract'
import type { Permission } from '#shared/domain'
import { computerNow } from '../../../renderer/host/time'
import { i18n, useLocale } from '../../../renderer/i18n'
import { useSession } from '../../../renderer/stores/session'

/** The office's clock: Friday 11 December 2026, 11:08 in Almaty. */
const NOW = '2026-12-11T06:08:00.000Z'

type Answer = { json: unknown } | { refused: string; params?: Record<string, string> }

const colleague = (id: number, name: string, changes: Partial<Colleague> = {}): Colleague => ({
  ...{ id, name, position: { kk: 'маман', ru: 'специалист' }, departmentId: null, roles: ['executor'], active: true },
  ...changes,
})
const PEOPLE = [
  colleague(3, 'Бекенов А. Ж.', { departmentId: 1 }),
  colleague(4, 'Қасенова А. Т.'),
  colleague(5, 'Сәрсенова Г. Б.', { departmentId: 1 }),
  colleague(6, 'Тен В. Р.', { active: false, departmentId: 1 }),
]

/** A host that knows a small office: what it keeps, what it answers, what it was asked. */
export class StructureHost {
  departments: Department[] = [
    { id: 1, name: { kk: 'мектеп бөлімі', ru: 'отдел школ' }, headId: 3, active: true, version: 1 },
    { id: 2, name: { kk: 'ескі бөлім', ru: 'старый отдел' }, headId: null, active: false, version: 4 },
  ]
  absences: Absence[] = [
    { id: 7, personId: 5, from: '2026-12-08', to: '2026-12-18', reason: 'leave', actingId: 3, cancelled: false, version: 2 },
    { id: 8, personId: 3, from: '2026-12-21', to: '2026-12-21', reason: 'study', actingId: null, cancelled: false, version: 1 },
  ]
  readonly answers: Record<string, (input: Record<string, unknown>) => Answer> = {
    'structure/state': () => ({ json: { departments: this.departments, people: PEOPLE, absences: this.absences } }),
  }
  readonly #sent: { procedure: string; input: Record<string, unknown> }[] = []

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
    const { json = {} } = (await request.json().catch(() => ({}))) as { json?: Record<string, unknown> }
    this.#sent.push({ procedure, input: json })
    const answer = this.answers[procedure]?.(json) ?? { refused: 'internal' }
    const refused = 'refused' in answer
    const data = refused ? { params: answer.params ?? {}, fields: [] } : undefined
    const body = refused ? { defined: false, code: answer.refused, status: 409, message: '', data } : answer.json
    return new Response(JSON.stringify({ json: body }), {
      status: refused ? 409 : 200,
      headers: { 'content-type': 'application/json' },
    })
  }

  /** Inputs with which a procedure was called. */
  inputs(procedure: string): Record<string, unknown>[] {
    return this.#sent.filter((one) => one.procedure === procedure).map((one) => one.input)
  }
}

let pinia: Pinia
let opened: VueWrapper[]

/** Before each test a fresh host, in Kazakh, with the rights of an administrator. */
export function useStructureHost(): { readonly host: StructureHost } {
  const desk = { host: new StructureHost() }
  beforeEach(() => {
    opened = []
    desk.host = new StructureHost()
    useLocale().choose('kk')
    vi.stubGlobal('fetch', desk.host.fetch)
    vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
    pinia = createPinia()
    setActivePinia(pinia)
    useSession().clockOffset = Date.parse(NOW) - computerNow()
    signInWith(['structure.absences', 'people.manage', 'office.read'])
  })
  afterEach(() => {
    for (const wrapper of opened) wrapper.unmount()
    vi.unstubAllGlobals()
  })
  return desk
}

export function signInWith(permissions: Permission[]): void {
  const caller = { id: 4, name: 'Қасенова А. Т.', fullName: '', position: { kk: '', ru: '' } }
  useSession().caller = { ...caller, roles: ['clerk'], permissions, actsFor: [] }
}

export async function show(component: Component, props: Record<string, unknown> = {}): Promise<VueWrapper> {
  const wrapper: VueWrapper = mount(component, { props, global: { plugins: [pinia, i18n] }, attachTo: document.body })
  opened.push(wrapper)
  await settle()
  return wrapper
}
export const settle = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve))
}
export const press = async (code: string, keys: Partial<KeyboardEventInit> = {}) => {
  window.dispatchEvent(new KeyboardEvent('keydown', { code, ...keys, cancelable: true }))
  await settle()
}
export const confirm = () => press('Enter', { ctrlKey: true })
export function line(label: string): HTMLElement {
  const lines = [...document.querySelectorAll<HTMLElement>('.fld')]
  const said = (one: HTMLElement) =>
    one
      .querySelector('.lab')
      ?.textContent?.replace(/[\s*]+$/, '')
      .trim()
  return lines.find((one) => said(one) === label)!
}
export const control = (label: string) => line(label).querySelector<HTMLInputElement>('input, textarea, button')!
export async function type(label: string, text: string): Promise<void> {
  control(label).value = text
  control(label).dispatchEvent(new Event('input'))
  control(label).dispatchEvent(new Event('blur'))
  await settle()
}
/** Chooses in a list by the keyboard: opens it, takes what begins with the letters. */
export async function choose(label: string, letters: string): Promise<void> {
  // Letters typed within 0,7 s are one word.
  await new Promise((resolve) => setTimeout(resolve, 720))
  for (const key of letters) {
    control(label).dispatchEvent(new KeyboardEvent('keydown', { key, code: 'KeyA', bubbles: true, cancelable: true }))
  }
  await settle()
}
export async function optionsOf(label: string): Promise<string[]> {
  control(label).click()
  await settle()
  const found = [...document.querySelectorAll('[role="option"]')].map((one) => one.textContent!.trim())
  control(label).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true }))
  await settle()
  return found
}
export async function click(text: string): Promise<void> {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button')]
  buttons.find((one) => one.textContent!.trim().startsWith(text))!.click()
  await settle()
}
export const cells = (table: string) =>
  [...document.querySelectorAll(`table[aria-label="${table}"] tbody tr`)].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent!.trim()),
  )
export const alerts = () => [...document.querySelectorAll('[role="alert"]')].map((one) => one.textContent!.trim()).join(' ')
