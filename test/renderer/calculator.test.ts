import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { calculate, type Question } from '../../renderer/features/calculator/calculate'
import { useCalculator } from '../../renderer/features/calculator/calculator'
import CalculatorHost from '../../renderer/features/calculator/CalculatorHost.vue'
import { i18n, useLocale } from '../../renderer/i18n'
import { useOffice } from '../../renderer/stores/office'
import { useSession } from '../../renderer/stores/session'
import { useToasts } from '../../renderer/ui'
import { TermsHost } from './support/termsHost'

/** The story: somebody asks on the phone by when an answer would have to come. Whatever is typed, the answer is the register's, or a reason in words. */

let pinia: Pinia
let host: TermsHost
let opened: VueWrapper[]

const settle = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve))
}

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

const asked = (change: Partial<Question>): Question => ({
  ...{ kind: 'serviceComplaint', addressee: 'provider', receivedOn: '2026-12-11', receivedAt: '10:15', givenDeadline: '' },
  ...change,
})

describe('what the calculator counts', () => {
  it.each<[why: string, Partial<Question>, registered: string, deadline: string, control: string | null]>([
    // Friday 18:45 → Monday 14; counted 15, 17, 18, 21, 22: the 16th is Independence Day. Strictly 14, 15, 17, 18, 21.
    ['after hours on a Friday', { receivedAt: '18:45' }, '2026-12-14', '2026-12-22', '2026-12-21'],
    // 18:30 is the end of the day itself, so no longer in time.
    ['on the stroke of closing', { receivedAt: '18:30' }, '2026-12-14', '2026-12-22', '2026-12-21'],
    // Counted 14, 15, 17, 18, 21.
    ['a minute before', { receivedAt: '18:29' }, '2026-12-11', '2026-12-21', '2026-12-18'],
    // 1 and 4 January (for the 2nd) and 7 January are off.
    ['to the quality body', { addressee: 'qualityBody', receivedOn: '2026-12-14' }, '2026-12-14', '2027-01-08', '2027-01-06'],
    // Saturday → Monday 30; counted 1–4, 7–11, 14, 15, 17, 18, 21, 22 December.
    ['on a Saturday', { kind: 'application', receivedOn: '2026-11-28' }, '2026-11-30', '2026-12-22', '2026-12-21'],
    // 2 January is a holiday, 3 and 4 are off: the next working day is Sunday the 5th. The 7th is off: counted 6, 8, 9.
    ['over a worked Sunday', { kind: 'bailiffRequest', receivedOn: '2025-01-02' }, '2025-01-05', '2025-01-09', '2025-01-08'],
    // Fifteen days of the calendar after 24 November; strictly the 8th.
    ['in calendar days', { kind: 'informationRequest', receivedOn: '2026-11-24' }, '2026-11-24', '2026-12-09', '2026-12-08'],
    // The law of 2007: fifteen calendar days, to Thursday 15 July.
    ['before the Code', { kind: 'application', receivedOn: '2021-06-30' }, '2021-06-30', '2021-07-15', '2021-07-14'],
    // The letter's own day is no count of ours; there is no stricter one.
    ['with a last day given', { kind: 'officialLetter', givenDeadline: '2026-12-18' }, '2026-12-11', '2026-12-18', null],
  ])('%s', (_, change, registered, deadline, control) => {
    const { reckoning } = calculate(asked(change), useOffice().book)
    expect(reckoning).toMatchObject({ registeredOn: registered, term: { deadline, controlDate: control } })
  })

  it('names the version that held on the day of registration', () => {
    const versions = (['2021-06-30', '2021-07-01'] as const).map((receivedOn) => {
      const { rule } = calculate(asked({ kind: 'application', receivedOn }), useOffice().book)
      return [rule?.version, rule?.length, rule?.unit]
    })
    expect(versions).toEqual([
      [1, 15, 'calendarDays'],
      [2, 15, 'workingDays'],
    ])
  })

  it.each<[Partial<Question>, object]>([
    [{ receivedOn: '' }, { receivedOn: { code: 'required' } }],
    [{ receivedOn: '31.02.2026' }, { receivedOn: { code: 'not_a_date' } }],
    [{ receivedOn: '1999-12-31' }, { receivedOn: { code: 'date_too_early' } }],
    [{ receivedOn: '2101-01-01' }, { receivedOn: { code: 'date_too_late' } }],
    [{ receivedAt: '25:00' }, { receivedAt: { code: 'not_a_time' } }],
    [
      { receivedAt: '', givenDeadline: '2/2' },
      { receivedAt: { code: 'required' }, givenDeadline: { code: 'not_a_date' } },
    ],
    [
      { receivedAt: '19:00', givenDeadline: '2026-12-13' },
      { givenDeadline: { code: 'date_too_soon', params: { min: '2026-12-14' } } },
    ],
  ])('%j is answered at its field', (change, faults) => {
    const answer = calculate(asked(change), useOffice().book)
    expect(answer.faults).toMatchObject(faults)
    expect(Object.keys(answer.faults)).toEqual(Object.keys(faults))
    expect(answer.reckoning).toBeNull()
  })

  it('reaches to both ends of its years', () => {
    for (const receivedOn of ['2000-01-01', '2100-12-31']) {
      const { reckoning } = calculate(asked({ receivedOn }), useOffice().book)
      expect(reckoning?.term.uncertainYears.length).toBeGreaterThan(0)
    }
  })

  it('says for which day there is no rule', () => {
    const book = { ...useOffice().book, rules: useOffice().book.rules.filter(({ version }) => version > 1) }
    const answer = calculate(asked({ kind: 'application', receivedOn: '2021-06-26' }), book)
    expect(answer).toMatchObject({ faults: {}, reckoning: null, rule: null, noRuleOn: '2021-06-28' })
  })
})

describe('the calculator on the screen', () => {
  const Screen = defineComponent({ setup: () => () => [h('input', { id: 'elsewhere' }), h(CalculatorHost)] })
  const elsewhere = () => document.querySelector<HTMLInputElement>('#elsewhere')!
  const dialog = () => document.querySelector<HTMLElement>('[role="dialog"]')
  const shown = (what: string) => dialog()?.querySelector(`[data-test="${what}"]`)?.textContent?.trim()

  function show(): void {
    opened.push(mount(Screen, { global: { plugins: [pinia, i18n] }, attachTo: document.body }))
    elsewhere().focus()
  }
  async function press(code: string, init: KeyboardEventInit = {}): Promise<void> {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...init }))
    await settle()
  }
  // «ь» stands where M is on a Kazakh or Russian keyboard.
  const open = async () => {
    await press('KeyM', { key: 'ь', altKey: true })
    await vi.waitFor(() => expect(dialog()).not.toBeNull())
    await settle()
  }
  function line(label: string): HTMLElement {
    const lines = [...dialog()!.querySelectorAll<HTMLElement>('.fld')]
    return lines.find((one) => one.querySelector('.lab')?.textContent?.startsWith(label))!
  }
  const input = (label: string) => line(label).querySelector('input')!
  async function type(label: string, text: string): Promise<void> {
    input(label).value = text
    input(label).dispatchEvent(new Event('input'))
    input(label).dispatchEvent(new Event('blur'))
    await settle()
  }

  it('opens by its key from a text field under any layout, and gives the focus back', async () => {
    show()
    await press('KeyM', { key: 'ь' })
    expect(dialog()).toBeNull()
    await open()
    expect(dialog()!.textContent).toContain('Мерзім есептегіш')
    await press('Escape', { key: 'Escape' })
    expect(dialog()).toBeNull()
    await vi.waitFor(() => expect(document.activeElement).toBe(elsewhere()))
    expect(elsewhere().value).toBe('')
  })

  it('starts from the present moment and tells everything about it', async () => {
    show()
    await open()
    expect([input('Түсті').value, input('Уақыты').value]).toEqual(['11.12.2026', '11:05'])
    await type('Уақыты', '1845')
    expect(shown('registered')).toBe('14 желтоқсан 2026, дүйсенбі')
    expect(shown('deadline')).toBe('22 желтоқсан 2026, сейсенбі')
    expect(shown('control')).toBe('21 желтоқсан 2026, дүйсенбі')
    const text = dialog()!.textContent!.replace(/\s+/g, ' ')
    expect(text).toContain('хат жұмыс күні аяқталған кезде (18:30) немесе одан кейін түскен')
    expect(text).toContain('5 жұмыс күні; 2-нұсқа (01.07.2021 – …)')
    // Three working days after receipt on the 11th, after registration on the 14th; the control point counts as the return does.
    expect(text).toContain('Қайта жіберу17 желтоқсан 2026, бейсенбі (ӘРПК 65)')
    expect(text).toContain('Қайтару18 желтоқсан 2026, жұма')
    expect(text).toContain('Бақылау күні18 желтоқсан 2026, жұма')
    expect(text).toContain('мерзім біткен күннен ең көбі 10 жұмыс күні; шешеді: басшы, басшының орынбасары')
    expect(dialog()!.querySelectorAll('.strip > li')).toHaveLength(8)
  })

  it('names the day off, and a year without an official calendar', async () => {
    show()
    await open()
    await type('Түсті', '16.12.2026')
    expect(dialog()!.textContent).toContain('жұмыс күні емес күні түскен: Тәуелсіздік күні')
    await type('Түсті', '20.12.2028')
    expect(dialog()!.textContent).toContain('Ресми күнтізбесі әлі жоқ')
  })

  it('says what is no date at the field, and keeps it while it is closed', async () => {
    show()
    await open()
    await type('Түсті', '31.02.2026')
    expect(line('Түсті').textContent).toContain('Мұндай күн жоқ')
    expect(shown('deadline')).toBeUndefined()
    await type('Хаттағы мерзім', '01.01.2101')
    expect(line('Хаттағы мерзім').textContent).toContain('2100 жылдан кейінгі күн')
    await press('Escape', { key: 'Escape' })
    await open()
    expect([input('Түсті').value, input('Хаттағы мерзім').value]).toEqual(['31.02.2026', '01.01.2101'])
  })

  it('takes the moment anew when nobody typed one', async () => {
    show()
    await open()
    await press('Escape', { key: 'Escape' })
    vi.setSystemTime(new Date('2026-12-14T03:30:00Z'))
    useCalculator().show()
    await settle()
    expect([input('Түсті').value, input('Уақыты').value]).toEqual(['14.12.2026', '08:30'])
  })

  it('puts the sentences on the clipboard, in the language of the caller', async () => {
    const writeText = vi.fn(async (_: string) => {})
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    show()
    await open()
    await type('Уақыты', '18:45')
    const russian = [...dialog()!.querySelectorAll<HTMLElement>('.aloud [role="radio"]')].find(
      (one) => one.textContent === 'Русский',
    )!
    russian.click()
    await settle()
    await press('KeyC', { key: 'с', altKey: true })
    const text = writeText.mock.calls[0]![0]
    expect(text).toContain('11 декабря 2026 года (пятница) в 18:45')
    expect(text).toContain('Последний день срока ответа: 22 декабря 2026 года, вторник.')
    expect(text.split('\n').length).toBeGreaterThan(3)
    expect(useToasts().toasts.value.at(-1)?.text).toBe('Көшірілді.')
  })
})
