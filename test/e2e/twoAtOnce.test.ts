import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestBrowser } from '../support/office'
import { facts, register } from '../support/office'
import { atDesk, beside, lastSeq, LETTER, putLetter, typed } from './desk'
import { RunningOffice } from './runningOffice'
import { newLetter, signIn, soon, takenNumber } from './steps'
import type { Window } from './window'

const SAID = {
  kk: {
    kept: /^Қаралама сақталды/,
    subject: 'Тақырыбы',
    reason: 'Түзету себебі',
    conflict: 'Жазып отырғанда карточка өзгерді. Өзгерткен: Ахметова А. Т.',
    void: 'күші жойылды',
    tooLate: 'жазбасының күші жойылған, оны өзгертуге болмайды.',
  },
  ru: {
    kept: /^Черновик сохранён/,
    subject: 'Тема',
    reason: 'Причина исправления',
    conflict: 'Пока Вы писали, карточка изменилась. Изменил(а): Ахметова А. Т.',
    void: 'аннулирован',
    tooLate: 'аннулирована, изменить её нельзя.',
  },
} as const

describe.each(['kk', 'ru'] as const)('two at once, %s:', (locale) => {
  const said = SAID[locale]
  const running = new RunningOffice()
  /** Қасенова and Ахметова, seen from outside their windows. */
  let kasenova: TestBrowser
  let akhmetova: TestBrowser

  beforeAll(async () => {
    kasenova = await beside(running.address, 'clerk0')
    akhmetova = await beside(running.address, 'clerk1')
  })
  beforeEach(() => kasenova.call.drafts.discard())
  afterEach(() => {
    // What is refused as stale or void answers with 409, which the browser notes.
    for (const window of running.windows) window.expectQuiet(/status of 409/)
  })

  const open = (): Promise<Window> => running.open({ locale })
  /** Opens the card of an entry with the form for corrections, and writes another subject and a reason. */
  const correcting = async (id: number, subject: string): Promise<Window> => {
    const window = await open()
    await signIn(window, 'Қасенова')
    await window.page.goto(`${running.address}/letters/${id}`)
    await window.page.locator('.ch h1').waitFor()
    await window.press('F2')
    await window.page.getByRole('textbox', { name: said.subject, exact: true }).fill(subject)
    await window.page.getByRole('textbox', { name: said.reason }).fill('Хаттан қате көшірілген')
    return window
  }
  const entry = async (): Promise<number> => (await register(akhmetova, { receivedOn: '2026-10-01' })).id

  it('two fast presses register one letter', async () => {
    const before = await lastSeq(kasenova)
    const window = await open()
    await atDesk(window, 'Қасенова')
    await putLetter(window)
    await window.page.evaluate(() => {
      const press = () => document.querySelector<HTMLElement>('[data-test="register"]')?.click()
      const key = () =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', ctrlKey: true, bubbles: true }))
      press()
      key()
      press()
      key()
    })
    await takenNumber(window)
    await window.press('Control+Enter')
    // By the time the next form is there, whatever that had sent has come to the office.
    await newLetter(window)
    expect(await lastSeq(kasenova)).toBe(before + 1)
  })

  it('two windows with the same draft register one letter, and both show its number', async () => {
    const before = await lastSeq(kasenova)
    const first = await open()
    await atDesk(first, 'Қасенова')
    await putLetter(first)
    await soon(() => first.page.locator('.fh').innerText()).toMatch(new RegExp(said.kept.source, 'm'))
    const second = await open()
    await atDesk(second, 'Қасенова')
    await soon(() => typed(second)).toEqual({ ...LETTER, contested: 'true' })
    await Promise.all([first.press('Control+Enter'), second.press('Control+Enter')])
    expect(await takenNumber(first)).toBe(await takenNumber(second))
    expect(await lastSeq(kasenova)).toBe(before + 1)
  })

  it('of two corrections the second is told who changed what, and keeps what was typed', async () => {
    const id = await entry()
    const window = await correcting(id, 'Балабақша кезегі, түзетілген')
    const card = await akhmetova.call.register.card({ id })
    const theirs = { ...card.facts, subject: 'Балабақшадағы орын', sheets: 7 }
    await akhmetova.call.register.correct({ id, version: card.version, reason: 'Парақ саны қате', facts: theirs })
    await window.press('Control+Enter')
    const dialog = window.page.getByRole('alertdialog')
    await dialog.waitFor()
    expect(await dialog.getByRole('heading').innerText()).toBe(said.conflict)
    const told = await dialog.innerText()
    for (const text of [facts().subject, 'Балабақшадағы орын', 'Балабақша кезегі, түзетілген', '7']) expect(told).toContain(text)
    await window.expectAccessible()
    await window.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const subject = window.page.getByRole('textbox', { name: said.subject, exact: true })
    expect(await subject.inputValue()).toBe('Балабақша кезегі, түзетілген')
    expect(await window.page.getByRole('textbox', { name: said.reason }).inputValue()).toBe('Хаттан қате көшірілген')
    await window.press('Control+Enter')
    await expect
      .poll(() => akhmetova.call.register.card({ id }).then((now) => now.facts.subject))
      .toBe('Балабақша кезегі, түзетілген')
    expect((await akhmetova.call.register.card({ id })).facts.sheets).toBe(7)
  })

  it('an entry made void while it is being corrected takes no correction; the typed stays on the screen', async () => {
    const id = await entry()
    const window = await correcting(id, 'Кеш қалған түзету')
    const { version } = await akhmetova.call.register.card({ id })
    await akhmetova.call.register.void({ id, version, reason: 'Қате тіркелген' })
    await window.press('Control+Enter')
    await window.page.getByText(said.tooLate).waitFor()
    expect(await window.page.getByRole('textbox', { name: said.subject, exact: true }).inputValue()).toBe('Кеш қалған түзету')
    await window.expectAccessible()
    expect((await akhmetova.call.register.card({ id })).facts.subject).toBe(facts().subject)
  })

  it('of a void card neither is anything corrected nor a slip given, by button or by key', async () => {
    const id = await entry()
    const { version } = await akhmetova.call.register.card({ id })
    await akhmetova.call.register.void({ id, version, reason: 'Қате тіркелген' })
    const window = await open()
    await signIn(window, 'Қасенова')
    await window.page.goto(`${running.address}/letters/${id}`)
    await window.page.getByRole('note').waitFor()
    expect((await window.page.getByRole('note').innerText()).toLowerCase()).toContain(said.void)
    // What is left are the papers that tell of it: its registration card.
    expect(await window.page.locator('.ch button').allInnerTexts()).toEqual([expect.stringContaining('F7')])
    await window.press('F2', 'Control+KeyP', 'Delete')
    await window.press('Digit2')
    await soon(() => window.page.locator('[role="tab"][aria-selected="true"]').innerText()).toMatch(/2/)
    expect(await window.page.getByRole('dialog').count()).toBe(0)
    expect(await window.page.locator('form').count()).toBe(0)
    await window.expectAccessible()
    expect(window.printed).toEqual([])
    expect(await akhmetova.call.slips.list({ appealId: id })).toEqual([])
  })
})
