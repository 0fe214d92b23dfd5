import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import type { FieldFault } from '#shared/contract'
import suggestion from '../../resources/data/office.json'
import SetupForm from '../../renderer/features/setup/SetupForm.vue'
import { freshDraft, type SetupDraft } from '../../renderer/features/setup/setupDraft'
import { i18n, useLocale } from '../../renderer/i18n'
import { useSession } from '../../renderer/stores/session'

/** The story: an office begins. What the handler does not accept must be found where it was typed, and the first password must be nowhere but in the request. */

const PASSWORD = 'a-secret-of-ten'
const names = { name: 'Жүнісов Б. А.', fullName: '', position: { kk: '', ru: '' } }
const caller = { id: 1, ...names, roles: [], permissions: [], actsFor: [] }
const start = {
  needsSetup: true,
  caller: null,
  people: [],
  askForLogin: false,
  cover: null,
  now: '2026-12-11T06:20:00Z',
  timeZone: 'Asia/Almaty',
  workstation: 'w',
  version: '0.1.0',
  demo: false,
}

let pinia: Pinia
let router: Router
let form: VueWrapper
let sent: { procedure: string; input: Record<string, unknown> }[]
let refusal: { code: string; fields: Partial<FieldFault>[] } | null

async function office(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init)
  const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
  const body = (await request.json().catch(() => ({}))) as { json?: Record<string, unknown> }
  sent.push({ procedure, input: body.json ?? {} })
  const reply = (json: unknown, status = 200) =>
    new Response(JSON.stringify({ json }), { status, headers: { 'content-type': 'application/json' } })
  if (procedure === 'session/start') return reply(start)
  if (procedure === 'session/signIn') return reply(caller)
  if (!refusal) return reply({})
  const { code, fields } = refusal
  return reply({ defined: false, code, status: 422, message: code, data: { params: {}, fields } }, 422)
}

const whole = (): SetupDraft => {
  const draft = freshDraft(structuredClone(suggestion) as Parameters<typeof freshDraft>[0])
  Object.assign(draft.administrator, {
    surname: 'Жүнісов',
    givenName: 'Берік',
    position: { kk: 'маман', ru: 'специалист' },
    login: 'zhunisov',
  })
  return draft
}

async function show(draft: SetupDraft): Promise<void> {
  form = mount(SetupForm, { props: { draft }, global: { plugins: [pinia, i18n, router] }, attachTo: document.body })
  await settle()
}

const settle = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve))
}
const confirm = async () => {
  window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', ctrlKey: true, cancelable: true }))
  await settle()
}
const field = (label: string) => {
  const found = form.findAll('.fld').find((one) => one.find('.lab').text().replace('*', '').trim() === label)
  return found!.find('input')
}
const heading = () => form.find('h2').text()
async function typePassword(again = PASSWORD): Promise<void> {
  await field('Құпиясөз').setValue(PASSWORD)
  await field('Құпиясөз, қайта').setValue(again)
}
const openings = () => sent.filter(({ procedure }) => procedure === 'office/open').map(({ input }) => input)

beforeEach(async () => {
  sent = []
  refusal = null
  localStorage.clear()
  useLocale().choose('kk')
  vi.stubGlobal('fetch', office)
  vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
  pinia = createPinia()
  setActivePinia(pinia)
  const screen = { render: () => null }
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'journal', component: screen },
      { path: '/setup', name: 'setup', component: screen },
      { path: '/sign-in', name: 'signIn', component: screen },
      { path: '/settings/:part?', name: 'settings', component: screen },
    ],
  })
  await router.push('/setup')
  await useSession().start()
})
afterEach(() => {
  form?.unmount()
  vi.unstubAllGlobals()
})

describe('a fault', () => {
  it.each([
    ['details.email', 'not_an_email', '1. Кеңсе', 'Электрондық пошта'],
    ['details.name.kk', 'unprintable', '1. Кеңсе', 'Атауы, қазақша'],
    ['rules.numberPattern', 'pattern_tooLong', '2. Нөмір мен уақыт', 'Кітап белгісі'],
    ['rules.breakEnds', 'not_a_time', '2. Нөмір мен уақыт', 'Үзіліс аяқталады'],
    ['firstNumber', 'not_a_number', '2. Нөмір мен уақыт', 'Бірінші нөмір'],
    ['administrator.login', 'unprintable', '3. Әкімші', 'Кіру аты'],
    ['administrator.password', 'too_long', '3. Әкімші', 'Құпиясөз'],
  ])('of %s (%s) lands on its step and field', async (path, code, step, label) => {
    refusal = {
      code: 'invalid_input',
      fields: [{ path, code: code as FieldFault['code'], params: { max: 40, length: 50, character: '☺' } }],
    }
    await show({ ...whole(), step: 'person' })
    await typePassword()
    await confirm()
    expect(heading()).toBe(step)
    expect(field(label).attributes('aria-invalid')).toBe('true')
    expect(form.findAll('[aria-invalid="true"]')).toHaveLength(1)
    expect(document.activeElement).toBe(field(label).element)
    expect(form.find('[role="alert"]').text()).toContain('Белгіленген өрістерді түзетіңіз')
  })

  it('goes as soon as its field is changed', async () => {
    await show(whole())
    await field('Атауы, орысша').setValue(' ')
    await confirm()
    expect(heading()).toBe('1. Кеңсе')
    expect(field('Атауы, орысша').attributes('aria-invalid')).toBe('true')
    await field('Атауы, орысша').setValue('Управление')
    expect(field('Атауы, орысша').attributes('aria-invalid')).toBeUndefined()
    await confirm()
    expect(heading()).toBe('2. Нөмір мен уақыт')
    expect(openings()).toEqual([])
  })

  it('that was opened elsewhere leads to sign-in', async () => {
    refusal = { code: 'setup.done_already', fields: [] }
    await show({ ...whole(), step: 'person' })
    await typePassword()
    await confirm()
    expect(form.find('[role="alert"]').text()).toContain('Кітап бұрын ашылған')
    await form
      .findAll('button')
      .find((one) => one.text() === 'Кіру')!
      .trigger('click')
    await settle()
    expect(router.currentRoute.value.name).toBe('signIn')
  })
})

describe('the password', () => {
  it('is in the request and nowhere else', async () => {
    await show({ ...whole(), step: 'person' })
    await typePassword()
    await field('Әкесінің аты').setValue('Асқарұлы')
    expect(localStorage.getItem('kiris.setup')).toContain('Асқарұлы')
    const everything = () => [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store })).join()
    expect(everything()).not.toContain(PASSWORD)
    await confirm()
    expect(openings()).toMatchObject([
      { administrator: { login: 'zhunisov', password: PASSWORD, roles: ['administrator', 'clerk'] } },
    ])
    expect(localStorage.getItem('kiris.setup')).toBeNull()
    expect(field('Құпиясөз').element.value).toBe('')
    expect(router.currentRoute.value.name).toBe('journal')
  })

  it('that was typed differently the second time opens nothing', async () => {
    await show({ ...whole(), step: 'person' })
    await typePassword('a-secret-of-tem')
    await confirm()
    expect(openings()).toEqual([])
    expect(field('Құпиясөз, қайта').attributes('aria-invalid')).toBe('true')
    await typePassword()
    await confirm()
    expect(openings()).toHaveLength(1)
  })
})

describe('the opening', () => {
  it('happens once, however often it is confirmed', async () => {
    await show({ ...whole(), step: 'person' })
    await typePassword()
    const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', ctrlKey: true, cancelable: true }))
    press()
    press()
    await settle()
    expect(openings()).toHaveLength(1)
  })

  it('leads one who does not register to the people, to add the clerks', async () => {
    await show({ ...whole(), step: 'person', alsoClerk: false, firstNumber: '412' })
    await typePassword()
    await confirm()
    expect(openings()).toMatchObject([
      { firstNumber: 412, administrator: { roles: ['administrator'] }, rules: { lockAfter: 10 } },
    ])
    expect(router.currentRoute.value.fullPath).toBe('/settings/people?first=1')
  })
})

describe('the live proof', () => {
  const shown = () => form.findAll('.stamp .no, .proof .no, .ledger .no').map((one) => one.text())

  it('shows the number as it will look', async () => {
    await show({ ...whole(), step: 'numbering' })
    await field('Кітап белгісі').setValue('Қ')
    await field('Бірінші нөмір').setValue('412')
    expect(shown()).toEqual(['Қ-0412/26', 'Қ-0413/26', 'Қ-0412/26', 'Қ-0412/26'])
  })

  it('shows none for a pattern that cannot be, and says why', async () => {
    await show({ ...whole(), step: 'numbering' })
    await field('Кітап белгісі').setValue('О')
    expect(form.find('.ledger .no').exists()).toBe(false)
    expect(form.find('.stamp .wait').exists()).toBe(true)
    expect(form.text()).toContain('О, З, б әріптері 0, 3, 6 цифрларына ұқсайды')
    await confirm()
    expect(heading()).toBe('2. Нөмір мен уақыт')
  })

  it('shows whose stamp it is, in the language of the screen', async () => {
    await show(whole())
    expect(form.find('.stamp .office').text()).toBe('Ақмола облысының білім басқармасы')
    expect(form.find('.stamp').text()).toContain('11 желтоқсан 2026, 11:20')
    expect(form.find('.stamp').text()).toContain('Жүнісов Б.')
    useLocale().choose('ru')
    await settle()
    expect(form.find('.stamp .office').text()).toBe('Управление образования Акмолинской области')
    expect(heading()).toBe('1. Канцелярия')
  })
})
