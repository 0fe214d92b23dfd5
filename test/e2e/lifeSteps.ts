import { addDays, type IsoDate, type Role } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { ReadPdf } from '../documents/readPdf'
import { fiveDays } from '../domain/material'
import { openBook, PASSWORD, type TestBrowser } from '../support/office'
import type { RunningOffice } from './runningOffice'
import { soon, toControl, visitor, write } from './steps'
import { type Window } from './window'

/** The office's present day. */
export const today = (): IsoDate => localMoment(new Date().toISOString(), 'Asia/Almaty').date

/** The last working day before today: a letter received on it at ten was registered on it, whatever day the tests run on. */
export function lastWorkingDay(): IsoDate {
  let day = addDays(today(), -1)
  while (!fiveDays.isWorking(day)) day = addDays(day, -1)
  return day
}

interface Hand {
  login: string
  surname: string
  given: [name: string, patronymic: string]
  roles: Role[]
  position: { kk: string; ru: string }
}

/** Who works in the office of these stories; «Омаров» heads the department in which «Бекенов» and «Нұрланов» work. */
const HANDS: readonly Hand[] = [
  {
    ...{ login: 'kassenova', surname: 'Қасенова', given: ['Айгерім', 'Талғатқызы'], roles: ['clerk'] },
    position: { kk: 'кеңсе маманы', ru: 'специалист канцелярии' },
  },
  {
    ...{ login: 'akhmetova', surname: 'Ахметова', given: ['Гүлнәр', 'Болатқызы'], roles: ['clerk'] },
    position: { kk: 'кеңсе маманы', ru: 'специалист канцелярии' },
  },
  {
    ...{ login: 'head', surname: 'Тілеубергенов', given: ['Қайрат', 'Маратұлы'], roles: ['head'] },
    position: { kk: 'басқарма басшысы', ru: 'руководитель управления' },
  },
  {
    ...{ login: 'deputy', surname: 'Сәрсенов', given: ['Данияр', 'Ерланұлы'], roles: ['deputy'] },
    position: { kk: 'басшының орынбасары', ru: 'заместитель руководителя' },
  },
  {
    ...{ login: 'chief', surname: 'Омаров', given: ['Серік', 'Жақсыбайұлы'], roles: ['departmentHead'] },
    position: { kk: 'бөлім басшысы', ru: 'руководитель отдела' },
  },
  {
    ...{ login: 'executor', surname: 'Бекенов', given: ['Нұрлан', 'Асқарұлы'], roles: ['executor'] },
    position: { kk: 'бас маман', ru: 'главный специалист' },
  },
  {
    ...{ login: 'second', surname: 'Нұрланов', given: ['Тимур', 'Бауыржанұлы'], roles: ['executor'] },
    position: { kk: 'бас маман', ru: 'главный специалист' },
  },
]

/** Opens the book and lets the people of the stories in. The answer: the administrator's browser. */
export async function openOffice(address: string): Promise<TestBrowser> {
  const admin = visitor(address)
  await openBook(admin)
  await admin.call.session.signIn({ login: 'admin', password: PASSWORD })
  for (const { given, login, surname, roles, position } of HANDS) {
    const [givenName, patronymic] = given
    await admin.call.people.add({
      ...{ login, surname, givenName, patronymic, roles, position, departmentId: null, password: PASSWORD },
    })
  }
  const people = await admin.call.people.list()
  const by = (login: string) => people.find((one) => one.login === login)!
  const name = { kk: 'Мектепке дейінгі білім бөлімі', ru: 'Отдел дошкольного образования' }
  const department = await admin.call.structure.saveDepartment({
    ...{ id: null, version: 0, name, headId: by('chief').id, active: true },
  })
  for (const login of ['chief', 'executor', 'second'])
    await admin.call.people.change({ ...by(login), departmentId: department.id })
  const { bodies } = await admin.call.directory.all()
  const higher = bodies.find(({ kind }) => kind === 'qualityBody')!
  await admin.call.directory.saveBody({ ...higher, address: HIGHER_ADDRESS })
  return admin
}

/** Where a complaint goes further; the office writes it into its directory when it opens the book. */
export const HIGHER_ADDRESS = { kk: 'Көкшетау қ., Абай к-сі, 96', ru: 'г. Кокшетау, ул. Абая, 96' }

/** Somebody's own browser, signed in by keyboard, on the screen the work begins with. */
export async function comeIn(office: RunningOffice, surname: string, locale: 'kk' | 'ru' = 'kk'): Promise<Window> {
  const window = await office.open({ locale })
  const row = window.page.getByRole('option', { name: surname })
  const digit = await row.locator('kbd').innerText()
  await window.press(`Alt+Digit${digit}`)
  await soon(() => row.getAttribute('aria-selected')).toBe('true')
  await soon(() => window.page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password')
  await window.type(PASSWORD)
  await window.press('Enter')
  await window.page.getByRole('search').waitFor()
  return window
}

/** How long it took each time until another window showed what was done, milliseconds. */
const delays: number[] = []

/** One person does something and somebody else's window, in which nobody touches a key, shows it. Fails when it never does; `procedure`: what the office answers to that (`routing/accept`). */
export async function seenBy(
  actor: Window,
  procedure: string,
  act: () => Promise<unknown>,
  seen: Locator,
  state: 'visible' | 'detached' = 'visible',
): Promise<void> {
  const does = async (): Promise<number> => {
    const answer = actor.page.waitForResponse((response) => response.url().endsWith(`/rpc/${procedure}`))
    await act()
    expect((await answer).status(), procedure).toBe(200)
    return performance.now()
  }
  const sees = seen
    .first()
    .waitFor({ state, timeout: 20_000 })
    .then(() => performance.now())
  const [stored, at] = await Promise.all([does(), sees])
  delays.push(at - stored)
}

/** Fails when the other windows did not mostly show within two seconds what was done; a busy machine may keep one of them longer. */
export function expectSeenSoon(): void {
  const median = delays.sort((a, b) => a - b)[Math.floor(delays.length / 2)]
  expect(median).toBeLessThan(2000)
}

/** From any screen to the card of a letter: the question by phone finds it by what is typed, Enter opens it. */
export async function openCard(window: Window, number: string, tab: 1 | 2 | 3 | 4 | 5 = 1): Promise<void> {
  await window.press('Alt+KeyQ')
  // The screen may still be coming when the first letter is typed.
  const box = window.page.getByRole('combobox').first()
  await box.waitFor()
  await box.fill(number)
  await window.page.getByRole('option', { name: number }).waitFor()
  await window.page.getByRole('article').getByText(number).first().waitFor()
  await window.press('Enter')
  await window.page.getByRole('tab', { selected: true }).waitFor()
  await window.press(`Digit${tab}`)
}

/** To the outgoing journal, its whole book; the lines have the focus. */
export async function toOutgoing(window: Window): Promise<void> {
  await window.press('Alt+KeyO')
  await window.page.locator('a[href*="waiting"][aria-keyshortcuts]').waitFor()
}

/** Chooses who is to do it on the head's desk, by the letter that stands beside the name. */
export async function name(head: Window, surname: string): Promise<void> {
  const person = head.page.getByRole('checkbox', { name: surname })
  const letter = (await person.getAttribute('aria-keyshortcuts'))!
  await head.press(letter.replace(/(.)$/, 'Key$1'))
  await soon(() => person.getAttribute('aria-checked')).toBe('true')
}

/** Goes by Tab to a text of the open dialog or editor and writes into it. */
export async function fill(window: Window, label: string, text: string): Promise<void> {
  await toControl(window, label)
  await write(window, text)
}

/** The open dialog; what stands in it. */
export const dialog = (window: Window): Locator => window.page.locator('[role="dialog"], [role="alertdialog"]')

/** Confirms the open dialog by its key and waits until it is gone. */
export async function confirm(window: Window): Promise<void> {
  await window.press('Control+Enter')
  await dialog(window).waitFor({ state: 'detached' })
}

/** A file of the office as poppler reads it, fetched with the session of the window. */
export async function readPaper(window: Window, path: string): Promise<ReadPdf> {
  const file = await window.page.context().request.get(new URL(path, window.page.url()).href)
  expect(file.headers()['content-type']).toBe('application/pdf')
  return new ReadPdf(await file.body())
}

/** The numbers run without a gap, in both journals; how many were taken. */
export async function expectGapless(browser: TestBrowser, incoming: number, outgoing: number): Promise<void> {
  const year = Number(lastWorkingDay().slice(0, 4))
  const came = await browser.call.register.overview({ year })
  expect({ gapless: came.gapless, last: came.last?.seq }).toEqual({ gapless: true, last: incoming })
  const left = await browser.call.decisions.outgoing({
    year: Number(today().slice(0, 4)),
    waiting: false,
    after: null,
    limit: 500,
  })
  expect(left.gapless).toBe(true)
  expect(left.rows.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: outgoing }, (_, at) => at + 1))
}

/** Chooses from the list of the control that has the focus: opens it with F4 and goes by arrows to the text. */
export async function pick(window: Window, text: string): Promise<void> {
  await window.press('F4')
  const options = window.page.getByRole('listbox').last().getByRole('option')
  await options.first().waitFor()
  const texts = await options.allInnerTexts()
  const to = texts.findIndex((one) => one.includes(text))
  expect(to, `${text}: ${texts.join(' | ')}`).toBeGreaterThanOrEqual(0)
  const chosen = await options.evaluateAll((all) => all.findIndex((one) => one.getAttribute('aria-selected') === 'true'))
  for (let at = chosen; at < to; at++) await window.press('ArrowDown')
  for (let at = chosen; at > to; at--) await window.press('ArrowUp')
  await window.press('Enter')
}

/** Signs what is at hand on the signing desk. A press that comes too soon after a letter has come up is not meant for it; then a person presses again. */
export async function sign(window: Window): Promise<void> {
  let sent = false
  const asked = window.page.waitForRequest('**/rpc/decisions/sign').then(() => (sent = true))
  const press = async (): Promise<boolean> => {
    if (!sent) await window.press('F8')
    return sent
  }
  await expect.poll(press, { timeout: 10_000, interval: 300 }).toBe(true)
  await asked
}
