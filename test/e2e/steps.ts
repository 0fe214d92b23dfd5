import { checkDigit, formatNumber, registrationDay, yearOf, type IsoDate, type Role } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { expect } from 'vitest'
import { ReadPdf } from '../documents/readPdf'
import { fiveDays, office } from '../domain/material'
import { openBook, PASSWORD, person, TestBrowser } from '../support/office'
import type { Window } from './window'

/** An expectation that may take a while to come true, on a busy machine too. */
export const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 })

/** A browser without a window on a running server: prepares what the specs find there. */
export const visitor = (address: string): TestBrowser => new TestBrowser({ fetch: (request) => fetch(request) }, address)

/** Surnames that Kazakh sorts otherwise than Russian or the code of their letters. */
export const CLERKS = ['Қасенова', 'Ахметова', 'Әбенова', 'Ыбыраева', 'Іңкәрбекова', 'Бекенова']

/** Opens the book of a running office and adds its people: the administrator «Жүнісов» (`admin`) and the clerks `CLERKS` (`clerk0` …), all with `PASSWORD`. */
export async function openWithPeople(address: string): Promise<void> {
  const admin = visitor(address)
  await openBook(admin)
  await admin.call.session.signIn({ login: 'admin', password: PASSWORD })
  const roles: Role[] = ['clerk']
  for (const [at, surname] of CLERKS.entries())
    await admin.call.people.add({ ...person(`clerk${at}`, roles, surname), password: PASSWORD })
}

/** A valid IIN: six digits of the birth date, the digit of century and sex, four of the sequence. */
export function iin(birth: string, mark: number, sequence: string): string {
  const eleven = `${birth}${mark}${sequence}`
  return `${eleven}${checkDigit(eleven)}`
}

/** The number that a letter gets which is received now, e.g. 1 → «Ж-0001/26». */
export function numberNow(seq: number): string {
  const received = localMoment(new Date().toISOString(), 'Asia/Almaty')
  const { date } = registrationDay(received, office.rules.dayEnds, fiveDays)
  return formatNumber(office.rules.numberPattern, { seq, year: yearOf(date) })
}

/** What a clerk writes of a complaint of a person who stands at the desk. Keys are the names of the fields. */
export interface TypedLetter {
  identifier: string
  name: string
  postalAddress: string
  phone: string
  subject: string
  summary: string
  sheets: string
}

/** What stands in the control that has the focus, and which field it belongs to. */
export function focused(window: Window): Promise<{ field: string; name: string; value: string }> {
  return window.page.evaluate(() => {
    const here = document.activeElement as HTMLInputElement
    if (here === document.body) return { field: '', name: '', value: '' }
    const labelled = (here.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
    const names = [
      here.getAttribute('aria-label'),
      ...[...(here.labels ?? [])].map((one) => one.textContent),
      ...labelled,
      here.textContent,
    ]
    return {
      field: here.closest('[data-field]')?.getAttribute('data-field') ?? '',
      name: names.find((one) => one?.trim())?.trim() ?? '',
      value: here.value || (here.textContent?.trim() ?? ''),
    }
  })
}

/** Presses Tab (or Shift+Tab) until the focus stands where `there` says. Fails when it never comes there. */
async function tab(
  window: Window,
  there: (now: { field: string; name: string }) => boolean,
  what: string,
  key = 'Tab',
): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 90; presses++) {
    const now = await focused(window)
    if (there(now)) return
    passed.push(now.field || now.name)
    await window.press(key)
  }
  throw new Error(`Tab never comes to ${what}: ${passed.join(' → ')}`)
}

/** Moves by Tab to a field of the form. */
export const toField = (window: Window, field: string): Promise<void> => tab(window, (now) => now.field === field, field)

/** Moves by Tab to a control by the name that a screen reader would say (or a part of it). */
export const toControl = (window: Window, name: string): Promise<void> => tab(window, (now) => now.name.includes(name), name)

/** Writes into the field that has the focus, in place of what stood there. */
export async function write(window: Window, text: string): Promise<void> {
  await window.press('Control+A')
  await window.type(text)
}

/** Signs a person in by keyboard: the digit beside the name, the password, Enter. Ends on the journal. */
export async function signIn(window: Window, name: string, password = PASSWORD): Promise<void> {
  const row = window.page.getByRole('option', { name })
  const digit = await row.locator('kbd').innerText()
  await window.press(`Alt+Digit${digit}`)
  await soon(() => row.getAttribute('aria-selected')).toBe('true')
  await soon(() => window.page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password')
  await window.type(password)
  await window.press('Enter')
  await window.page.locator('.ledger[role="grid"]').waitFor()
}

/** From any screen to an empty form. */
export async function newLetter(window: Window): Promise<void> {
  await window.press('Alt+KeyN')
  await soon(() => focused(window).then(({ field }) => field)).toBe('kind')
}

/** Presses the key that a button shows, e.g. `register-print` (its `data-test`). */
export async function pressKeyOf(window: Window, button: string): Promise<void> {
  const shown = await window.page.locator(`[data-test="${button}"]`).getAttribute('aria-keyshortcuts')
  await window.press(shown!)
}

/** Fills in a complaint on a service in the order of the form: the digit of the kind, what is contested by its digit. */
export async function fillIn(window: Window, letter: Partial<TypedLetter>, { contested = true } = {}): Promise<void> {
  await window.press('Digit1')
  for (const [field, text] of Object.entries(letter)) {
    await toField(window, field)
    await write(window, text)
  }
  if (!contested) return
  await toField(window, 'contested')
  await window.press('Digit3')
}

/** Value of a field of the form, as shown. */
export const valueOf = (window: Window, field: string): Promise<string> =>
  window.page.locator(`[data-field="${field}"]`).locator('input, textarea').first().inputValue()

/** Day and time of receipt in the form, as ISO. */
export async function received(window: Window): Promise<{ date: IsoDate; time: string }> {
  const [day, month, year] = (await valueOf(window, 'receivedOn')).split('.')
  const time = await window.page.locator('[data-field="receivedAt"]').first().inputValue()
  return { date: `${year}-${month}-${day}`, time }
}

/** The number that stands large in the stamp. Waits until it is taken. */
export async function takenNumber(window: Window): Promise<string> {
  const number = window.page.locator('.stamp .no.large')
  await number.waitFor()
  return (await number.innerText()).trim()
}

/** Presses a key that issues a slip and reads the issued file back, fetched with the session of the window. */
export async function issuedSlip(window: Window, act: () => Promise<void>): Promise<ReadPdf> {
  const answer = window.page.waitForResponse((response) => response.url().endsWith('/rpc/slips/issue'))
  await act()
  const { json } = (await (await answer).json()) as { json: { id: number } }
  const file = await window.page.context().request.get(new URL(`/files/slips/${json.id}.pdf`, window.page.url()).href)
  expect(file.headers()['content-type']).toBe('application/pdf')
  return new ReadPdf(await file.body())
}

/** Numbers of the lines of the journal from top to bottom, without the blank line. */
export const lines = (window: Window): Promise<string[]> =>
  window.page
    .locator('.ledger tr[id^="line-"]')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('[title]')?.getAttribute('title') ?? ''))
