import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { closingCode, encodeEntry, slipCode, slipRecordBytes } from '#shared/domain'
import CheckScreen from '../../renderer/features/check/CheckScreen.vue'
import { digitsMeant, numberScanned, scannedEntry } from '../../renderer/features/check/scanned'
import { i18n } from '../../renderer/i18n'
import { at, click, press, PrintingDesk, said, settle, type } from './support/printingDesk'
import { StandInBridge } from './support/standInBridge'

/** The story: somebody brings a slip. The clerk scans it, whatever layout the keyboard has, and reads in large type what is to be thought of it. */

const SLIP = slipCode(
  slipRecordBytes({
    ...{ keyId: 1, keyMark: '0a0b0c0d', number: 'Ж-0612/25', copy: 1, registeredOn: '2025-12-10', registeredAt: '09:31' },
    ...{ deadline: '2025-12-17', receiver: 'Қасенова А. Т.', digest: '00112233445566778899aabbccddeeff' },
  }),
  new Uint8Array(64).fill(7),
)
const SHEET = closingCode({ day: '2026-12-10', edition: 1, eventId: 77, head: 'ab'.repeat(32) })
const STICKER = encodeEntry({ journal: 'appeals', year: 2026, seq: 612 })
/** What a scanner writes through the Kazakh layout. */
const inKazakh = (digits: string) => [...digits].map((digit) => '"әіңғ,.үұқ'[(Number(digit) + 9) % 10]).join('')

const STATED = {
  ...{ number: 'Ж-0612/25', copy: 1, registeredOn: '2025-12-10', registeredAt: '09:31', deadline: '2025-12-17' },
  receiver: 'Қасенова А. Т.',
}
const ENTRY = {
  ...{ id: 612, number: 'Ж-0612/25', status: 'execution', registeredOn: '2025-12-10', deadline: '2025-12-17' },
  words: ['қайың', 'көпір', 'тоғыз'],
}
const CLOSING = {
  ...{ id: 3, day: '2026-12-10', edition: 1, count: 11, first: 'Ж-0602/26', last: 'Ж-0612/26', voids: ['Ж-0605/26'] },
  ...{ eventId: 77, head: 'ab'.repeat(32), closedAt: '2026-12-10T12:50:00Z', closedBy: 'Қасенова А. Т.' },
}

let desk: PrintingDesk
let wrapper: VueWrapper
let router: Router
beforeEach(async () => {
  desk = new PrintingDesk(new StandInBridge())
  desk.answers = {
    'proof/check': () => ({ verdict: 'genuine', stated: STATED, entry: ENTRY, kept: true }),
    'closings/check': () => ({ verdict: 'matches', closing: CLOSING, firstBroken: null, differing: [] }),
    'register/journal': ({ after }) => ({ rows: after === 613 ? [{ id: 41, seq: 612, number: 'Ж-0612/26' }] : [], more: false }),
  }
  const component = { template: '<p></p>' }
  const routes = ['journal', 'card', 'check'].map((name) => ({ path: `/${name}/:id?`, name, component }))
  router = createRouter({ history: createMemoryHistory(), routes })
  await router.push('/check')
  const AppFrame = { template: '<div><slot /><slot name="keys" /></div>' }
  const global = { plugins: [desk.pinia, i18n, router], stubs: { AppFrame, KeySheet: true } }
  wrapper = mount(CheckScreen, { global, attachTo: document.body })
  await settle()
})
afterEach(() => {
  wrapper.unmount()
  desk.close()
})

const code = () => at('code') as HTMLTextAreaElement
/** Scans as a scanner does: key by key, each by its place, and Enter at the end. */
async function scan(digits: string): Promise<void> {
  for (const digit of digits) {
    const event = new KeyboardEvent('keydown', { code: `Digit${digit}`, key: 'ә', bubbles: true, cancelable: true })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
  }
  await settle()
  await press('Enter')
}

describe('a scanned slip', () => {
  it('is taken by the places of the keys, also when the focus stands elsewhere', async () => {
    ;(document.activeElement as HTMLElement).blur()
    await scan(SLIP)
    expect(desk.inputs('proof/check')).toEqual([{ code: SLIP }])
    expect(said()).toContain('Талон түпнұсқа')
    expect(said()).toContain('қайың · көпір · тоғыз')
  })

  it('gives way to the next one', async () => {
    await scan(SLIP)
    await scan(SHEET)
    expect(code().value).toBe(SHEET)
    expect(desk.inputs('closings/check')).toEqual([{ code: SHEET }])
    expect(said()).toContain('Тізілім параққа сәйкес')
  })

  it('stands beside what the register says now: a deadline moved since, an entry voided since', async () => {
    desk.answers['proof/check'] = () => ({
      ...{ verdict: 'genuine', stated: STATED, kept: true },
      entry: { ...ENTRY, deadline: '2025-12-29' },
    })
    await scan(SLIP)
    const deadline = [...document.querySelectorAll('tr')].find((row) => row.textContent!.includes('17.12.2025'))!
    expect(deadline.textContent).toContain('29.12.2025')
    expect(deadline.textContent).toContain('өзгерген')
    desk.answers['proof/check'] = () => ({ verdict: 'genuine', stated: STATED, kept: true, entry: { ...ENTRY, status: 'void' } })
    await scan(SLIP)
    expect(said()).toContain('күші жойылды')
    expect(said()).not.toContain('өзгерген')
  })

  it.each([
    [null, 'Кеңсе мұндай дана бермеген'],
    [false, 'Талон тізілімдегіден өзгеше'],
  ])('that is signed, but not as the register keeps it (%s), is warned of and not called genuine', async (kept, words) => {
    desk.answers['proof/check'] = () => ({ verdict: 'genuine', stated: STATED, entry: ENTRY, kept })
    await scan(SLIP)
    expect(document.querySelector('.verdict h2 .late')?.textContent).toContain(words)
    expect(said()).not.toContain('Талон түпнұсқа')
    expect(document.querySelector('.done')).toBeNull()
  })

  it('that bears another day of registration than the register is marked', async () => {
    const answer = (registeredOn: string) => () => ({
      ...{ verdict: 'genuine', stated: STATED, kept: true, entry: { ...ENTRY, registeredOn } },
    })
    const row = () => [...document.querySelectorAll('tr')].find((one) => one.textContent!.includes('10.12.2025'))!.textContent
    desk.answers['proof/check'] = answer('2025-12-09')
    await scan(SLIP)
    expect(row()).toContain('09.12.2025')
    expect(row()).toContain('сәйкес емес')
    desk.answers['proof/check'] = answer('2025-12-10')
    await scan(SLIP)
    expect(row()).not.toContain('сәйкес емес')
  })

  it.each([
    ['forged', 'Талон жалған'],
    ['unknownKey', 'Бұл кеңсенің кілті емес'],
    ['unreadable', 'Код оқылмады'],
  ])('that is %s is said to be so, and leads to no card', async (verdict, words) => {
    desk.answers['proof/check'] = () => ({ verdict, stated: null, entry: null, kept: null })
    await scan(SLIP)
    expect(said()).toContain(words)
    expect(at('open')).toBeNull()
  })

  it('that cannot be read though it is as long as a slip’s code may have changed digits; a short one is only unreadable', async () => {
    desk.answers['proof/check'] = () => ({ verdict: 'unreadable', stated: null, entry: null, kept: null })
    for (const place of [0, 3]) {
      const altered = `${SLIP.slice(0, place)}${(Number(SLIP[place]) % 9) + 1}${SLIP.slice(place + 1)}`
      await scan(altered)
      expect(said()).toContain('талонға сенбеңіз')
      await click('clear')
    }
    expect(desk.inputs('closings/check')).toEqual([])
    await scan('123456')
    expect(said()).toContain('Код оқылмады')
    expect(said()).not.toContain('талонға сенбеңіз')
  })

  it('leads to its entry', async () => {
    await scan(SLIP)
    await press('F4')
    expect(router.currentRoute.value).toMatchObject({ name: 'card', params: { id: '612' } })
  })

  it('stays in its field when the host cannot be asked', async () => {
    delete desk.answers['proof/check']
    await scan(SLIP)
    expect(said()).toContain('Тексерілмеді.')
    expect(code().value).toBe(SLIP)
  })
})

it('a sticker leads straight to its entry; one that names nothing says so', async () => {
  await scan(STICKER)
  expect(router.currentRoute.value).toMatchObject({ name: 'card', params: { id: '41' } })
  await scan(encodeEntry({ journal: 'appeals', year: 2026, seq: 7 }))
  expect(said()).toContain('Мұндай нөмір табылмады')
})

describe('three words on the telephone', () => {
  const ask = async () => {
    await type('number', 'Ж-0612/25')
    await type('words', 'қайың көпір тоғыз')
    await click('check-words')
  }

  it('are right, wrong, or of a number there is not', async () => {
    desk.answers['proof/words'] = () => ({ genuine: true, copy: 2, id: 612 })
    await ask()
    expect(desk.inputs('proof/words')).toEqual([{ number: 'Ж-0612/25', words: 'қайың көпір тоғыз' }])
    expect(said()).toContain('Сөздер дұрыс')
    expect(said()).toContain('телнұсқа № 2')
    desk.answers['proof/words'] = () => ({ genuine: false, copy: null, id: 612 })
    await ask()
    expect(said()).toContain('Сөздер сәйкес келмейді')
  })

  it('are asked for by the bare sequence number of this year too, typed through the Kazakh layout', async () => {
    desk.answers['proof/words'] = () => ({ genuine: true, copy: 1, id: 41 })
    at('number').focus()
    for (const digit of '612') await press(`Digit${digit}`, { key: 'ә' })
    expect((at('number') as HTMLInputElement).value).toBe('612')
    await type('words', 'қайың көпір тоғыз')
    await click('check-words')
    expect(desk.inputs('register/journal')).toMatchObject([{ year: new Date().getFullYear(), after: 613 }])
    expect(desk.inputs('proof/words')).toEqual([{ number: 'Ж-0612/26', words: 'қайың көпір тоғыз' }])
    expect(said()).toContain('Ж-0612/26')
  })

  it('are not asked for by halves', async () => {
    await type('number', 'Ж-0612/25')
    await click('check-words')
    expect(desk.inputs('proof/words')).toEqual([])
    expect(said()).toContain('Толтырыңыз')
  })
})

describe('a closing sheet without a scanner', () => {
  it('is checked by its day and the beginning of its hash; what does not fit is named', async () => {
    desk.answers['closings/check'] = () => ({
      verdict: 'differs',
      closing: CLOSING,
      firstBroken: 74,
      differing: ['count', 'voids'],
    })
    await type('day', '10.12.2026')
    await type('head', 'ABAB abab')
    await click('check-sheet')
    expect(desk.inputs('closings/check')).toEqual([{ day: '2026-12-10', head: 'ABABabab' }])
    expect(said()).toContain('Тізілім параққа сәйкес емес')
    expect(said()).toContain('тіркелген жазба саны, күші жойылған нөмірлер')
    expect(said()).toContain('№ 74')
  })

  it('takes the digits of the hash by their keys, and its letters as they are', async () => {
    at('head').focus()
    await press('Digit4', { key: 'ғ' })
    await press('KeyA', { key: 'a' })
    expect((at('head') as HTMLInputElement).value).toBe('4')
    const letter = new KeyboardEvent('keydown', { code: 'KeyA', key: 'a', bubbles: true, cancelable: true })
    at('head').dispatchEvent(letter)
    expect(letter.defaultPrevented).toBe(false)
  })

  it('is not asked for with fewer than eight characters', async () => {
    await type('day', '10.12.2026')
    await type('head', 'abab')
    await click('check-sheet')
    expect(desk.inputs('closings/check')).toEqual([])
    expect(said()).toContain('Кемінде 8 таңба')
  })
})

describe('a code in a field of search', () => {
  it('stands for the number of its entry, through the Kazakh layout too', async () => {
    expect(digitsMeant(inKazakh(STICKER))).toBe(STICKER)
    expect(scannedEntry(inKazakh(SLIP))).toEqual({ slip: { number: 'Ж-0612/25', year: 2025 } })
    expect(await numberScanned(STICKER)).toMatchObject({ number: 'Ж-0612/26', year: 2026, id: 41 })
    expect(await numberScanned(SLIP)).toEqual({ number: 'Ж-0612/25', year: 2025 })
  })

  it('is no code where it is a name, a number, an IIN or a phone', () => {
    for (const text of ['Қасымов', 'Ж-0612/26', '850412400010', '+7 700 000 12 34', 'әіңғ', '87000001234', '']) {
      expect(scannedEntry(text)).toBeNull()
    }
    expect(digitsMeant('Қасымов Ерлан')).toBe('Қасымов Ерлан')
  })
})
