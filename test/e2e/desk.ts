import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { PASSWORD, type TestBrowser } from '../support/office'
import { focused, newLetter, signIn, soon, visitor } from './steps'
import type { Window } from './window'

/** A whole letter, field by field, as it is typed; what is contested is chosen beside it. The IIN is one that nobody has, so that no applicant is recognised by it. */
export const LETTER: Readonly<Record<string, string>> = {
  identifier: '850412 400010',
  name: 'Әбдірахманова Гүлнұр Ерғалиқызы',
  postalAddress: 'Көкшетау қ., Абай к-сі, 112-үй, 34-пәтер',
  phone: '+7 700 000 12 34',
  subject: 'Балабақша кезегі',
  summary: 'Баласының кезек нөмірі екі ай ішінде 40 орынға артқа жылжыған',
  sheets: '1 + 2',
}

/** The control of a field of the form. */
export function control(window: Window, field: string): Locator {
  const inside = window.page.locator(`[data-field="${field}"]`).locator('input, textarea')
  return window.page.locator(`input[data-field="${field}"]`).or(inside).first()
}

/** Writes into fields in place of what stood there, and leaves each. */
export async function put(window: Window, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, text] of Object.entries(fields)) {
    await control(window, field).fill(text)
    await window.press('Tab')
  }
}

/** Writes a whole letter into the form; fields can be given otherwise. */
export async function putLetter(window: Window, changes: Readonly<Record<string, string>> = {}): Promise<void> {
  await put(window, { ...LETTER, ...changes })
  await window.page.locator('[data-field="contested"] [role="radio"]').nth(2).click()
}

/** What stands in the fields of a whole letter now, and what is contested. */
export async function typed(window: Window): Promise<Record<string, string>> {
  const fields = Object.keys(LETTER)
  const values = await Promise.all(fields.map((field) => control(window, field).inputValue()))
  const contested = await window.page.locator('[data-field="contested"] [role="radio"]').nth(2).getAttribute('aria-checked')
  const written = Object.fromEntries(fields.map((field, at): [string, string] => [field, values[at]!]))
  return { ...written, contested: contested ?? '' }
}

/** Text under a field that says what is wrong with it; empty when nothing is. */
export async function faultAt(window: Window, field: string): Promise<string> {
  const place = `[data-field="${field}"]`
  const said = window.page.locator(`.fld${place} .hint.bad, .fld:has(${place}) .hint.bad`)
  return (await said.allInnerTexts()).map((text) => text.trim()).join(' ')
}

/** The line above the form that says why the letter is not registered. */
export const faultLine = (window: Window): Locator => window.page.locator('.faults[role="alert"]')

/** Waits until the focus stands in a field. */
export const expectFocus = (window: Window, field: string): Promise<void> =>
  soon(() => focused(window).then((now) => now.field)).toBe(field)

/** Ctrl+Enter with a form that will not do: the text under one field. Waits for it. */
export async function refusedAt(window: Window, field: string, text: string): Promise<void> {
  await window.press('Control+Enter')
  await soon(() => faultAt(window, field)).toBe(text)
}

/** A person's signed-in browser beside the windows, to see what is stored. */
export async function beside(address: string, login: string): Promise<TestBrowser> {
  const browser = visitor(address)
  await browser.call.session.signIn({ login, password: PASSWORD })
  return browser
}

/** Last number taken this year; 0 before the first. */
export async function lastSeq(browser: TestBrowser): Promise<number> {
  const { last, gapless } = await browser.call.register.overview({ year: new Date().getFullYear() })
  expect(gapless).toBe(true)
  return last?.seq ?? 0
}

/** Signs in and opens an empty form. */
export async function atDesk(window: Window, name: string): Promise<void> {
  await signIn(window, name)
  await newLetter(window)
}

/** Signs in on the lock: the person the screen belongs to is offered already. */
export async function unlock(window: Window, password = PASSWORD): Promise<void> {
  const secret = window.page.locator('dialog input[type="password"]')
  await secret.waitFor()
  await secret.fill(password)
  await window.press('Enter')
}
