import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import type { Person } from '#shared/contract'
import { ROLES } from '#shared/domain'
import suggestion from '../../resources/data/office.json'
import AccountPart from '../../renderer/features/settings/AccountPart.vue'
import { useSettingsDrafts } from '../../renderer/features/settings/drafts'
import OfficePart from '../../renderer/features/settings/OfficePart.vue'
import PersonDialog from '../../renderer/features/settings/PersonDialog.vue'
import { i18n, useLocale } from '../../renderer/i18n'
import { useOffice } from '../../renderer/stores/office'

/** The story: several administrators change the office. Nothing typed is lost when another was faster, and no password is kept anywhere. */

type Answer = { json: unknown } | { refused: string; params?: Record<string, string> }

let pinia: Pinia
let opened: VueWrapper[]
let answers: Record<string, (input: Record<string, unknown>) => Answer>
let sent: { procedure: string; input: Record<string, unknown> }[]

async function host(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init)
  const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
  const { json = {} } = (await request.json().catch(() => ({}))) as { json?: Record<string, unknown> }
  sent.push({ procedure, input: json })
  const answer = answers[procedure]?.(json) ?? { refused: 'internal' }
  const refused = 'refused' in answer
  const data = refused ? { params: answer.params ?? {}, fields: [] } : undefined
  const body = refused ? { defined: false, code: answer.refused, status: 409, message: '', data } : answer.json
  return new Response(JSON.stringify({ json: body }), {
    status: refused ? 409 : 200,
    headers: { 'content-type': 'application/json' },
  })
}

function show(component: Component, props: Record<string, unknown> = {}): VueWrapper {
  const wrapper: VueWrapper = mount(component, { props, global: { plugins: [pinia, i18n] }, attachTo: document.body })
  opened.push(wrapper)
  return wrapper
}
const settle = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve))
}
const confirm = async () => {
  window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', ctrlKey: true, cancelable: true }))
  await settle()
}
function line(label: string): HTMLElement {
  const lines = [...document.querySelectorAll<HTMLElement>('.fld')]
  return lines.find(
    (one) =>
      one
        .querySelector('.lab')
        ?.textContent?.replace(/[\s*]+$/, '')
        .trim() === label,
  )!
}
const input = (label: string) => line(label).querySelector('input')!
async function type(label: string, text: string): Promise<void> {
  input(label).value = text
  input(label).dispatchEvent(new Event('input'))
  await settle()
}
const alerts = () => [...document.querySelectorAll('[role="alert"]')].map((one) => one.textContent!.trim()).join(' ')
const inputs = (procedure: string) => sent.filter((one) => one.procedure === procedure).map((one) => one.input)

beforeEach(() => {
  opened = []
  answers = {}
  sent = []
  useLocale().choose('kk')
  vi.stubGlobal('fetch', host)
  vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
  pinia = createPinia()
  setActivePinia(pinia)
})
afterEach(() => {
  for (const wrapper of opened) wrapper.unmount()
  vi.unstubAllGlobals()
})

describe('particulars that somebody else changed meanwhile', () => {
  let stored: { details: Record<string, unknown>; version: number }

  beforeEach(async () => {
    stored = { details: structuredClone(suggestion.details), version: 1 }
    answers['office/state'] = () => ({
      json: { ...stored, rules: suggestion.rules, calendar: { days: [], years: [] }, terms: [], services: [] },
    })
    answers['office/change'] = ({ version, details }) => {
      if (version !== stored.version) {
        return { refused: 'conflict.stale', params: { who: 'Омарова Д. С.', when: '2026-12-11T06:20:00Z' } }
      }
      stored = { details: details as Record<string, unknown>, version: stored.version + 1 }
      return { json: { ...stored, rules: suggestion.rules } }
    }
    await useOffice().load()
  })

  it('keep what was typed, take over the rest, and can be saved again', async () => {
    show(OfficePart)
    await type('Телефоны', '+7 (7162) 11-11-11')
    await type('Басшысы', 'Тілеубергенов Қ. М.')
    stored = { version: 5, details: { ...stored.details, phone: '+7 (7162) 22-22-22', email: 'kense@example.kz' } }
    await confirm()
    expect(alerts()).toContain('Омарова Д. С. өзгертіп үлгерді (11.12.2026, 11:20)')
    expect(input('Телефоны').value).toBe('+7 (7162) 11-11-11')
    expect(line('Телефоны').textContent).toContain('Қазір сақталғаны: +7 (7162) 22-22-22')
    expect(input('Электрондық пошта').value).toBe('kense@example.kz')
    expect(line('Электрондық пошта').textContent).not.toContain('Қазір сақталғаны')
    await confirm()
    expect(alerts()).toBe('')
    expect(inputs('office/change').map(({ version }) => version)).toEqual([1, 5])
    expect(stored).toMatchObject({
      version: 6,
      details: { phone: '+7 (7162) 11-11-11', email: 'kense@example.kz', head: 'Тілеубергенов Қ. М.' },
    })
  })

  it('are there again when the person comes back to the screen', async () => {
    show(OfficePart)
    await type('Басшысы', 'Тілеубергенов Қ. М.')
    opened.pop()!.unmount()
    show(OfficePart)
    expect(input('Басшысы').value).toBe('Тілеубергенов Қ. М.')
  })

  it('are not sent while something required is empty', async () => {
    show(OfficePart)
    await type('Атауы, орысша', '')
    await confirm()
    expect(inputs('office/change')).toEqual([])
    expect(input('Атауы, орысша').getAttribute('aria-invalid')).toBe('true')
  })
})

describe('a person', () => {
  const person: Person = {
    id: 7,
    surname: 'Жүнісов',
    givenName: 'Берік',
    patronymic: '',
    position: { kk: 'маман', ru: 'специалист' },
    departmentId: null,
    login: 'zhunisov',
    roles: ['administrator'],
    active: true,
    version: 3,
  }
  const reload = async () => [person]

  it('whose login is taken is told so, and loses nothing typed but the password', async () => {
    answers['people/add'] = ({ login }) => ({ refused: 'people.login_taken', params: { login: String(login) } })
    const dialog = show(PersonDialog, { person: null, reload })
    await settle()
    for (const [label, text] of [
      ['Тегі', 'Ахметова'],
      ['Аты', 'Сара'],
      ['Лауазымы, қазақша', 'маман'],
      ['Лауазымы, орысша', 'специалист'],
      ['Кіру аты', 'qasenova'],
      ['Құпиясөз', 'a-secret-of-ten'],
      ['Құпиясөз, қайта', 'a-secret-of-ten'],
    ] as const)
      await type(label, text)
    await confirm()
    expect(inputs('people/add')).toEqual([])
    document.querySelectorAll<HTMLInputElement>('[type="checkbox"]')[1]!.click()
    await settle()
    await confirm()
    expect(inputs('people/add')).toMatchObject([{ login: 'qasenova', roles: ['clerk'], password: 'a-secret-of-ten' }])
    expect(alerts()).toContain('«qasenova» деген кіру аты бос емес')
    expect(JSON.stringify([...useSettingsDrafts().kept.values()])).toContain('Ахметова')
    expect(JSON.stringify([...useSettingsDrafts().kept.values()])).not.toContain('a-secret-of-ten')
    dialog.unmount()
    opened = []
    show(PersonDialog, { person: null, reload })
    await settle()
    expect([input('Тегі').value, input('Құпиясөз').value]).toEqual(['Ахметова', ''])
  })

  it('who is the last administrator stays one', async () => {
    answers['people/change'] = () => ({ refused: 'people.last_administrator' })
    const dialog = show(PersonDialog, { person, reload })
    await settle()
    document.querySelectorAll<HTMLInputElement>('[type="checkbox"]')[ROLES.length]!.click()
    await settle()
    await confirm()
    expect(inputs('people/change')).toMatchObject([{ id: 7, version: 3, active: false, roles: ['administrator'] }])
    expect(alerts()).toContain('Бұл соңғы әкімші')
    expect(dialog.emitted('saved')).toBeUndefined()
  })
})

describe('the own password', () => {
  it('says at the field that the present one is wrong, and clears all three when it was changed', async () => {
    let right = false
    answers['session/changePassword'] = () => (right ? { json: {} } : { refused: 'session.wrong_password' })
    show(AccountPart)
    await type('Қазіргі құпиясөз', 'old-secret')
    await type('Жаңа құпиясөз', 'a-secret-of-ten')
    await type('Жаңасы, қайта', 'a-secret-of-ten')
    await confirm()
    expect(line('Қазіргі құпиясөз').textContent).toContain('Қазіргі құпиясөз сәйкес емес')
    expect(input('Жаңа құпиясөз').value).toBe('a-secret-of-ten')
    right = true
    await type('Қазіргі құпиясөз', 'old-secret-2')
    expect(line('Қазіргі құпиясөз').textContent).not.toContain('сәйкес емес')
    await confirm()
    expect(inputs('session/changePassword').at(-1)).toEqual({ current: 'old-secret-2', next: 'a-secret-of-ten' })
    expect(['Қазіргі құпиясөз', 'Жаңа құпиясөз', 'Жаңасы, қайта'].map((label) => input(label).value)).toEqual(['', '', ''])
  })
})
