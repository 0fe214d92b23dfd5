import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestBrowser } from '../support/office'
import { atDesk, beside, faultLine, lastSeq, LETTER, putLetter, typed } from './desk'
import { RunningOffice } from './runningOffice'
import { soon, takenNumber } from './steps'
import { type Window } from './window'

const SAID = {
  kk: {
    notPrinted: (number: string) => `Талон басылмады. ${number} тіркелген.`,
    again: 'Қайта басу',
    unknown: 'Бағдарлама қатесі. Жазбалар бүтін. Қайталанса, әкімшіге мына белгіні беріңіз: 7K3M-QRST',
  },
  ru: {
    notPrinted: (number: string) => `Талон не напечатан. ${number} зарегистрирован.`,
    again: 'Печатать снова',
    unknown: 'Ошибка в программе. Записи целы. Если повторится, передайте администратору метку: 7K3M-QRST',
  },
} as const

describe.each(['kk', 'ru'] as const)('an answer that goes wrong is put into words, %s:', (locale) => {
  const said = SAID[locale]
  const running = new RunningOffice()
  let clerk: TestBrowser
  let window: Window

  beforeAll(async () => void (clerk = await beside(running.address, 'clerk0')))
  beforeEach(async () => {
    await clerk.call.drafts.discard()
    window = await running.open({ locale })
    await atDesk(window, 'Қасенова')
    await putLetter(window)
  })
  afterEach(() => window.expectQuiet(/status of 500/))

  it('a slip that was not printed: the letter is registered, and the same slip is printed again', async () => {
    let fail = true
    await window.page.route(/\/files\/slips\/\d+\.pdf$/, (route) =>
      fail && route.request().resourceType() === 'fetch' ? route.fulfill({ status: 500, body: '' }) : route.continue(),
    )
    await window.press('F8')
    const number = await takenNumber(window)
    const panel = window.page.getByRole('dialog')
    await panel.getByRole('alert').waitFor()
    expect(await panel.getByRole('alert').innerText()).toContain(said.notPrinted(number))
    await window.expectAccessible()
    expect(window.printed).toEqual([])
    fail = false
    await panel.getByRole('button', { name: said.again }).click()
    await soon(() => window.printed.length).toBe(1)
    await soon(() => panel.getByRole('alert').count()).toBe(0)
    const { rows } = await clerk.call.register.journal({
      year: new Date().getFullYear(),
      state: 'all',
      search: '',
      after: null,
      limit: 1,
    })
    expect(rows[0]!.number).toBe(number)
    const slips = await clerk.call.slips.list({ appealId: rows[0]!.id })
    expect(slips.map(({ copy }) => copy)).toEqual([1])
    expect(window.printed).toEqual([`/files/slips/${slips[0]!.id}.pdf`])
  })

  it('an error that nobody foresaw: its reference is shown, what was typed stays', async () => {
    const before = await lastSeq(clerk)
    const body = {
      json: { defined: false, code: 'internal', status: 500, message: 'internal', data: { params: {}, reference: '7K3M-QRST' } },
    }
    await window.page.route('**/rpc/register/register', (route) => route.fulfill({ status: 500, json: body }))
    await window.press('Control+Enter')
    await soon(() => faultLine(window).innerText()).toBe(said.unknown)
    expect(await typed(window)).toEqual({ ...LETTER, contested: 'true' })
    await window.expectAccessible()
    await window.page.unroute('**/rpc/register/register')
    await window.press('Control+Enter')
    await takenNumber(window)
    expect(await lastSeq(clerk)).toBe(before + 1)
  })
})
