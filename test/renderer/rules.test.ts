import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import TermsPart from '../../renderer/features/settings/TermsPart.vue'
import { i18n, useLocale } from '../../renderer/i18n'
import { useOffice } from '../../renderer/stores/office'
import { useSession } from '../../renderer/stores/session'
import { useToasts } from '../../renderer/ui'
import { TermsHost } from './support/termsHost'

/** The story: the law changes, and the administrator enters it. Nothing is applied before its consequences were seen, nothing typed is lost, nothing is overwritten unseen. */

let pinia: Pinia
let host: TermsHost
let opened: VueWrapper[]

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-12-11T06:05:00Z'), toFake: ['Date'] })
  host = new TermsHost()
  opened = []
  vi.stubGlobal('fetch', host.fetch)
  vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
  useLocale().choose('kk')
  pinia = createPinia()
  setActivePinia(pinia)
  useSession().clockOffset = 0
  await useOffice().load()
})
afterEach(() => {
  for (const wrapper of opened) wrapper.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const settle = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve))
}
describe('the part of the settings', () => {
  const dialog = () => document.querySelector<HTMLElement>('[role="dialog"]')
  const place = () => dialog() ?? document.body
  const alerts = () => [...document.querySelectorAll('[role="alert"]')].map((one) => one.textContent!.trim()).join(' ')

  async function show(): Promise<void> {
    const route = (path: string, name: string) => ({ path, name, component: { render: () => null } })
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [route('/calendar', 'calendar'), route('/settings/:part?', 'settings'), route('/letters/:id', 'card')],
    })
    await router.push('/settings/terms')
    opened.push(mount(TermsPart, { global: { plugins: [pinia, i18n, router] }, attachTo: document.body }))
    await settle()
  }
  async function press(code: string, init: KeyboardEventInit = {}): Promise<void> {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...init }))
    await settle()
  }
  const confirm = () => press('Enter', { ctrlKey: true })
  async function click(text: string): Promise<void> {
    const buttons = [...place().querySelectorAll<HTMLElement>('button')]
    buttons.find((one) => one.textContent?.includes(text))!.click()
    await settle()
  }
  function line(label: string): HTMLElement {
    const lines = [...place().querySelectorAll<HTMLElement>('.fld')]
    const name = (one: HTMLElement) => one.querySelector('.lab')?.textContent?.replace(/[\s*]+$/, '')
    return lines.find((one) => name(one)?.trim() === label)!
  }
  const field = (label: string) => line(label).querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')!
  async function type(label: string, text: string): Promise<void> {
    field(label).value = text
    field(label).dispatchEvent(new Event('input'))
    field(label).dispatchEvent(new Event('blur'))
    await settle()
  }
  const openRule = async (name: string) => {
    await click(name)
    await press('Insert')
  }

  it('shows each rule with the version in force, and a rule with all of them', async () => {
    await show()
    const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent!.trim()),
    )
    expect(rows).toHaveLength(21)
    expect(rows[3]).toEqual(['Шағым', '20 жұмыс күні', 'ӘРПК 99; 76 (2)', 'ұзартылмайды', '01.07.2021', '2'])
    expect(rows[16]).toEqual(['Қайта жіберу', '3 жұмыс күні', 'ӘРПК 65', 'түскен күннен кейін', '01.07.2021', '2'])
    await click('Шағым')
    expect(dialog()!.querySelectorAll('.versions > li')).toHaveLength(2)
    const text = dialog()!.textContent!.replace(/\s+/g, ' ')
    expect(text).toContain('01.07.2021 – … қолданыста')
    expect(text).toContain('бұрын: 15 күнтізбелік күн енді: 20 жұмыс күні')
    expect(text).toContain('… – 30.06.2021 қолданылмайды')
    expect(dialog()!.textContent).not.toMatch(/жою|өшіру/i)
  })

  it('sends a new version as typed: first its consequences, then the change', async () => {
    host.consequences = {
      ...{ digest: 'd-9', open: 4, recounted: 0, slips: 0, doubts: [] },
      moved: [{ id: 1, number: 'Ж-0001/26', applicant: 'Ким С. А.', before: '2026-12-18', after: '2026-12-22', slip: null }],
    }
    await show()
    await openRule('Арыз')
    await type('Басталуы', '01.12.2026')
    await type('Ұзақтығы', '17')
    await type('Негізі, қазақша', 'ӘРПК 76 (1), жаңа')
    await type('Хабарлау, ж.к.', '')
    await confirm()
    expect(host.sent('deadlines/preview')).toMatchObject([
      {
        change: {
          ...{ kind: 'rule', based: 7 },
          rule: {
            ...{ ruleId: 'application', validFrom: '2026-12-01', validTo: null, length: 17, unit: 'workingDays' },
            ...{ countingStart: 'nextDay', checkpointDays: 0, basis: { kk: 'ӘРПК 76 (1), жаңа', ru: 'АППК 76 (1), (2)' } },
            extension: { length: 2, unit: 'months', from: 'decision', by: ['head', 'deputy'], noticeDays: null },
          },
        },
      },
    ])
    expect(dialog()!.textContent).toContain('Ж-0001/26')
    expect(host.sent('deadlines/apply')).toEqual([])
    await confirm()
    expect(host.sent('deadlines/apply')).toEqual([{ change: host.sent('deadlines/preview')[0]!['change'], digest: 'd-9' }])
    expect(dialog()).toBeNull()
    expect(useToasts().toasts.value.at(-1)?.text).toBe('Қолданылды. Мерзімі ауысқан жазба: 1.')
  })

  it('sends of a short term only what it has', async () => {
    await show()
    await openRule('Қайтару')
    expect([...dialog()!.querySelectorAll('.lab')].map((one) => one.textContent!.replace(/[\s*]+$/, ''))).toEqual([
      ...['Басталуы', 'Аяқталуы', 'Ұзақтығы', 'Негізі, қазақша', 'Негізі, орысша', 'Ескертпе'],
    ])
    await type('Басталуы', '01.01.2027')
    await type('Ұзақтығы', '5')
    await confirm()
    expect(host.sent('deadlines/preview')).toMatchObject([{ change: { rule: { ruleId: 'return', length: 5, extension: null } } }])
  })

  it('names faults at their fields, its own and those of the register, and keeps what was typed', async () => {
    await show()
    await openRule('Арыз')
    await confirm()
    expect(line('Басталуы').textContent).toContain('Толтырыңыз')
    expect(document.activeElement).toBe(field('Басталуы'))
    expect(host.sent('deadlines/preview')).toEqual([])

    await type('Басталуы', '01.06.2020')
    await type('Ұзақтығы', '12')
    host.refuseNext('deadlines/preview', {
      code: 'invalid_input',
      fields: [
        { path: 'change.rule.validFrom', code: 'rule_overlap', params: { version: 2, from: '2021-07-01' } },
        { path: 'change.rule.extension.basis.kk', code: 'unprintable', params: { character: '→' } },
      ],
    })
    await confirm()
    expect(line('Басталуы').textContent).toContain('2-нұсқа қолданылады (01.07.2021)')
    const bases = [...dialog()!.querySelectorAll('.fld')].filter((one) => one.textContent!.startsWith('Негізі, қазақша'))
    expect(bases.map((one) => one.textContent!.includes('«→»'))).toEqual([false, true])
    expect(document.activeElement).toBe(field('Басталуы'))
    expect(field('Ұзақтығы').value).toBe('12')
    await type('Басталуы', '01.08.2021')
    expect(line('Басталуы').textContent).not.toContain('нұсқа қолданылады')

    await press('Escape', { key: 'Escape' })
    await press('Escape', { key: 'Escape' })
    expect(dialog()).toBeNull()
    await openRule('Арыз')
    expect([field('Басталуы').value, field('Ұзақтығы').value]).toEqual(['01.08.2021', '12'])
  })

  it('reads the state anew when somebody else was faster, says so, and goes on from there', async () => {
    await show()
    await openRule('Арыз')
    await type('Басталуы', '01.01.2027')
    host.refuseNext('deadlines/preview', {
      code: 'conflict.stale',
      params: { who: 'Омарова Д. С.', when: '2026-12-11T06:04:00.000Z' },
    })
    host.version = 9
    await confirm()
    expect(alerts()).toContain('Омарова Д. С. мерзім ережелерін немесе күнтізбені өзгертті (11.12.2026, 11:04)')
    expect(field('Басталуы').value).toBe('01.01.2027')
    await confirm()
    expect(host.sent('deadlines/preview').map((input) => (input['change'] as { based: number }).based)).toEqual([7, 9])
    expect(alerts()).not.toContain('Омарова')
  })

  it('shows the new consequences when entries changed after they were seen', async () => {
    await show()
    await openRule('Арыз')
    await type('Басталуы', '01.01.2027')
    await confirm()
    host.refuseNext('deadlines/apply', { code: 'terms.other_consequences' })
    host.consequences = { ...host.consequences, digest: 'd-2' }
    await confirm()
    expect(alerts()).toContain('Алдын ала қараудан кейін жазбалар өзгерді')
    await confirm()
    expect(host.sent('deadlines/apply').map(({ digest }) => digest)).toEqual(['d-1', 'd-2'])
    expect(dialog()).toBeNull()
  })

  it('changes the way of counting over its consequences only', async () => {
    await show()
    await click('алты күн')
    await confirm()
    expect(host.sent('deadlines/preview')).toEqual([
      { change: { kind: 'counting', based: 7, week: 6, countingStart: 'nextDay' } },
    ])
    expect(host.sent('deadlines/apply')).toEqual([])
    expect(dialog()!.textContent).toContain('Санау тәсілін өзгертудің салдары')
    await press('Escape', { key: 'Escape' })
    expect(dialog()).toBeNull()
    expect(host.sent('deadlines/apply')).toEqual([])
    await confirm()
    host.rules = { ...host.rules, week: 6 }
    await confirm()
    expect(host.sent('deadlines/apply')).toHaveLength(1)
    expect(useOffice().rules.week).toBe(6)
    expect(document.body.textContent).not.toContain('Сақталмаған өзгеріс бар')
  })

  it('says when nothing was changed', async () => {
    await show()
    host.refuseNext('deadlines/preview', { code: 'terms.no_change' })
    await confirm()
    expect(alerts()).toContain('Ештеңе өзгермеген')
    expect(dialog()).toBeNull()
  })
})
