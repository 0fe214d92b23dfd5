import { addDays, formatDate, weekdayOf, type IsoDate } from '#shared/domain'
import { beforeAll, describe, expect, it } from 'vitest'
import { fiveDays } from '../domain/material'
import { facts, PASSWORD, register, type TestBrowser } from '../support/office'
import { beside } from './desk'
import { RunningOffice } from './runningOffice'
import { soon } from './steps'
import type { Window } from './window'

const ORDER = '№ 501-Demo'
const SAID = {
  kk: {
    moved: /1 ашық мерзім өзгереді/,
    slip: 'берілген',
    applied: 'Өзгеріс қолданылды',
    back: 'Кері қайтару',
  },
  ru: { moved: /1\s+открытый срок изменится/, slip: 'выдан', applied: 'Изменение применено', back: 'Отменить' },
} as const

describe.each(['kk', 'ru'] as const)('the calendar, by keyboard, %s:', (locale) => {
  const said = SAID[locale]
  const running = new RunningOffice({ closes: 'end' })
  let clerk: TestBrowser
  let window: Window
  let entry: { id: number; registeredOn: IsoDate; deadline: IsoDate }

  beforeAll(async () => {
    clerk = await beside(running.address, 'clerk0')
    const { caller: _, now } = await clerk.call.session.start()
    const today = now.slice(0, 10)
    const taken = await register(clerk, facts({ receivedOn: addDays(today, -1), receivedAt: '10:00' }))
    entry = { ...taken, deadline: (await clerk.call.register.card({ id: taken.id })).term.deadline }
    await clerk.call.slips.issue({ appealId: taken.id, languages: locale })
    window = await running.open({ locale })
    await window.page.evaluate(
      async ({ login, password }) => {
        const body = JSON.stringify({ json: { login, password } })
        await fetch('/rpc/session/signIn', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      },
      { login: 'admin', password: PASSWORD },
    )
  })

  const day = (date: IsoDate) => window.page.locator(`[data-date="${date}"]`)
  const body = () => window.seen()
  const deadline = async () => (await clerk.call.register.card({ id: entry.id })).term.deadline
  /** The last working day of the term, and the next Saturday after it in the same year, or the one before where the year ends. */
  const off = (): IsoDate => entry.deadline
  const saturday = (): IsoDate => {
    let date = addDays(entry.deadline, 6 - weekdayOf(entry.deadline) || 7)
    while (fiveDays.listed(date) || date < entry.deadline) date = addDays(date, 7)
    return date
  }

  it('an order moves a day: the consequences are seen first, applied as one command, and the slip keeps its day', async () => {
    await window.page.goto(`${running.address}/calendar/${off().slice(0, 4)}`)
    await day(off()).focus()
    await window.press('Enter')
    await window.page.getByRole('dialog').waitFor()
    await window.expectAccessible()
    await window.press('Digit2')
    await window.type(formatDate(saturday()))
    await window.press('Tab')
    await window.page.getByRole('dialog').locator('input').nth(1).fill(ORDER)
    await window.press('Control+Enter')
    await soon(body).toMatch(said.moved)
    await soon(body).toContain(said.slip)
    expect(await deadline()).toBe(entry.deadline)
    await window.expectAccessible()
    await window.press('Control+Enter')
    await soon(body).toContain(said.applied)
    const card = await clerk.call.register.card({ id: entry.id })
    expect(card.term.deadline > entry.deadline).toBe(true)
    expect(card.slipDeadline).toBe(entry.deadline)
    expect(card.term.days.find(({ date }) => date === off())).toMatchObject({ state: 'transfer-off', source: ORDER })
    await soon(body).not.toMatch(said.moved)
  })

  it('and is taken back: every date as before', async () => {
    await window.page.getByRole('button', { name: said.back }).first().click()
    await soon(body).toMatch(said.moved)
    await window.press('Control+Enter')
    await soon(deadline).toBe(entry.deadline)
    await soon(() => day(off()).getAttribute('data-turn')).toBeNull()
  })

  it('a transfer without its other day is not accepted, and what was typed stays', async () => {
    await day(off()).focus()
    await window.press('Enter')
    const dialog = window.page.getByRole('dialog')
    await dialog.waitFor()
    await window.press('Digit2')
    await dialog.locator('input').nth(1).fill(ORDER)
    await window.press('Control+Enter')
    await soon(() => dialog.locator('[aria-invalid="true"]').count()).toBe(1)
    expect(await dialog.locator('input').nth(1).inputValue()).toBe(ORDER)
    await window.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    window.expectQuiet()
  })
})
