import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestBrowser } from '../support/office'
import { atDesk, beside, faultLine, lastSeq, LETTER, put, putLetter, typed, unlock } from './desk'
import { RunningOffice } from './runningOffice'
import { newLetter, signIn, soon, takenNumber } from './steps'
import { type Window } from './window'

const SAID = {
  kk: {
    kept: /^Қаралама сақталды, \d\d:\d\d$/,
    locked: 'Экран құлыпталған',
    lockedKept: 'Жазғаныңыз сақталып тұр. Жалғастыру үшін құпиясөзді енгізіңіз.',
    unreachable: 'Сервер жауап бермейді',
    doThis: 'Кітап тұрған компьютер қосулы екенін тексеріңіз.',
    brief: 'Сервер жауап бермейді. Жазғаныңыз сақталып тұр, байланыс қалпына келгенде қайталаңыз.',
    full: 'Дискіде орын жоқ, жазба сақталмады. Орын босатып, қайталаңыз: жазғаныңыз экранда қалды.',
    restored: 'Аяқталмаған тіркеу ашылды.',
    clear: 'Тазалау',
  },
  ru: {
    kept: /^Черновик сохранён, \d\d:\d\d$/,
    locked: 'Экран заблокирован',
    lockedKept: 'Введённое сохранено. Чтобы продолжить, введите пароль.',
    unreachable: 'Сервер не отвечает',
    doThis: 'Проверьте, включён ли компьютер, на котором находится книга.',
    brief: 'Сервер не отвечает. Введённое сохранено на экране, повторите, когда связь восстановится.',
    full: 'На диске нет места, запись не сохранена. Освободите место и повторите: набранное осталось на экране.',
    restored: 'Открыта незаконченная регистрация.',
    clear: 'Очистить',
  },
} as const

const WHOLE = { ...LETTER, contested: 'true' }
/** What the browser notes when a host is gone, a session has ended or a disk is full. */
const PROVOKED =
  /net::ERR_CONNECTION_(REFUSED|RESET)|net::ERR_FAILED|net::ERR_EMPTY_RESPONSE|net::ERR_INCOMPLETE_CHUNKED_ENCODING|status of (401|503|507)/

describe.each(['kk', 'ru'] as const)('a bad moment takes nothing that was typed, %s:', (locale) => {
  const said = SAID[locale]
  const running = new RunningOffice()
  let window: Window
  const clerk = (): Promise<TestBrowser> => beside(running.address, 'clerk0')

  beforeEach(async () => {
    await (await clerk()).call.drafts.discard()
    window = await running.open({ locale })
  })
  afterEach(() => window.expectQuiet(PROVOKED))

  const cover = () => window.page.locator('dialog[open]')
  const heading = () => cover().getByRole('heading').first()
  /** A whole letter is typed, and its draft is kept. */
  const typeLetter = async (): Promise<void> => {
    await putLetter(window)
    await soon(() => window.page.locator('.fh .quiet').innerText()).toMatch(said.kept)
  }
  const registersOnce = async (before: number): Promise<void> => {
    await window.press('Control+Enter')
    await takenNumber(window)
    expect(await lastSeq(await clerk())).toBe(before + 1)
  }

  it('a session lost in the middle: the lock asks for the password, and the letter is registered', async () => {
    await atDesk(window, 'Қасенова')
    const before = await lastSeq(await clerk())
    await typeLetter()
    await running.server.kill()
    await running.server.start()
    await window.press('Control+Enter')
    await soon(() => heading().innerText()).toBe(said.locked)
    expect(await cover().innerText()).toContain(said.lockedKept)
    await window.expectAccessible()
    await unlock(window)
    await takenNumber(window)
    expect(await typed(window)).toEqual(WHOLE)
    expect(await lastSeq(await clerk())).toBe(before + 1)
  })

  it('a host that is gone: what to do is said, and the letter is registered when it is back', async () => {
    await atDesk(window, 'Қасенова')
    const before = await lastSeq(await clerk())
    await typeLetter()
    await running.server.kill()
    await window.press('Control+Enter')
    await soon(() => heading().innerText()).toBe(said.unreachable)
    expect(await cover().innerText()).toContain(said.doThis)
    await window.expectAccessible()
    await running.server.start()
    await window.press('Enter')
    // The host began anew and knows no session: the same person signs in again.
    await unlock(window)
    await soon(() => cover().count()).toBe(0)
    await soon(() => faultLine(window).innerText()).toBe(said.brief)
    expect(await typed(window)).toEqual(WHOLE)
    await window.expectAccessible()
    await registersOnce(before)
  })

  it('a host that does not answer at the start is asked again', async () => {
    await window.page.route('**/rpc/session/start', (route) => route.abort('connectionrefused'))
    await window.page.reload()
    await soon(() => heading().innerText()).toBe(said.unreachable)
    await window.expectAccessible()
    await window.page.unroute('**/rpc/session/start')
    await window.press('Enter')
    await signIn(window, 'Қасенова')
  })

  it('a disk that is full: nothing is stored, and it works when there is space again', async () => {
    await atDesk(window, 'Қасенова')
    const before = await lastSeq(await clerk())
    await typeLetter()
    // Signing in is written down too, so who looks at the register is signed in before.
    const reader = await clerk()
    running.server.limitFiles(4096)
    // Again and again, because a disk that stays full must never begin to be taken for one that took the letter.
    for (let time = 0; time < 3; time++) {
      const answer = window.page.waitForResponse(/rpc\/register\/register$/)
      await window.press('Control+Enter')
      expect((await answer).status()).toBe(507)
      await soon(() => faultLine(window).innerText()).toBe(said.full)
    }
    expect(await typed(window)).toEqual(WHOLE)
    await window.expectAccessible()
    expect(await lastSeq(reader)).toBe(before)
    running.server.limitFiles('unlimited')
    await registersOnce(before)
  })

  it('a closed window: the draft is there in the next, until it is cleared', async () => {
    await atDesk(window, 'Қасенова')
    await typeLetter()
    await window.close()
    window = await running.open({ locale })
    await atDesk(window, 'Қасенова')
    await window.page.locator('.toast').getByText(said.restored).waitFor()
    await soon(() => typed(window)).toEqual(WHOLE)
    await window.expectAccessible()
    const reader = await clerk()
    expect(await reader.call.drafts.load()).not.toBeNull()
    await window.page.getByRole('main').getByRole('button', { name: said.clear }).click()
    await soon(() => typed(window).then(({ name, summary }) => name! + summary!)).toBe('')
    await soon(() => reader.call.drafts.load()).toBeNull()
  })

  it('nobody at the screen: it locks itself; the same person goes on, another sees nothing of it', async () => {
    const admin = await beside(running.address, 'admin')
    const { details, rules, version } = await admin.call.office.state()
    await admin.call.office.change({ details, version, rules: { ...rules, lockAfter: 1 } })
    await window.page.clock.install()
    await window.page.reload()
    await atDesk(window, 'Қасенова')
    const before = await lastSeq(await clerk())
    await typeLetter()
    await window.page.clock.fastForward('01:10')
    await soon(() => heading().innerText()).toBe(said.locked)
    await unlock(window)
    await soon(() => cover().count()).toBe(0)
    expect(await typed(window)).toEqual(WHOLE)
    await put(window, { subject: 'Балабақша кезегі туралы' })
    await window.page.clock.fastForward('01:10')
    await cover().getByRole('option', { name: 'Ахметова' }).click()
    await unlock(window)
    await window.page.locator('.ledger[role="grid"]').waitFor()
    await newLetter(window)
    expect(Object.values(await typed(window)).join('')).not.toMatch(/[А-Яа-яӘә]/)
    expect(await window.seen()).not.toContain('Гүлнұр')
    expect(await lastSeq(await clerk())).toBe(before)
    expect((await (await clerk()).call.drafts.load())?.content).toMatchObject({ letter: { name: LETTER['name'] } })
  })
})
