import { sortKey } from '#shared/domain'
import { translatorFor } from '#shared/i18n'
import { beforeAll, describe, expect, it } from 'vitest'
import { office } from '../domain/material'
import { PASSWORD } from '../support/office'
import { RunningOffice } from './runningOffice'
import { fillIn, focused, iin, newLetter, numberNow, signIn, soon, takenNumber, toControl, write } from './steps'
import type { Window } from './window'

const t = translatorFor('kk')

/** A complaint with everything that the form insists on. */
const LETTER = {
  identifier: iin('910203', 4, '0007'),
  name: 'Ахметова Мадина Серікқызы',
  postalAddress: 'Көкшетау қ., Ауельбеков к-сі, 5',
  subject: 'Мектепке қабылдау',
  summary: 'Баласын бірінші сыныпқа қабылдамаған',
}

/** The three steps of the first start, from an empty folder to the journal, or to the people when the administrator is no clerk. `firstNumber`: empty for a new book, else the next number of the paper book. */
async function openTheBook(
  window: Window,
  { firstNumber, alsoClerk }: { firstNumber: string; alsoClerk: boolean },
): Promise<void> {
  const step = (name: string) => window.page.getByRole('heading', { level: 2, name: t(`setup.${name}.name`) }).waitFor()
  await step('office')
  expect(await window.page.locator('main input').first().inputValue()).toBe(office.details.name.kk)
  await window.expectAccessible()
  await window.press('Control+Enter')
  await step('numbering')
  if (firstNumber) {
    await toControl(window, t('setup.firstNumber'))
    await write(window, firstNumber)
  }
  await window.expectAccessible()
  await window.press('Control+Enter')
  await step('person')
  await window.expectAccessible()
  await typeFields(window, {
    surname: 'Жүнісов',
    givenName: 'Ерлан',
    patronymic: 'Болатұлы',
    positionKk: 'ақпараттандыру маманы',
    positionRu: 'специалист по информатизации',
    login: 'zhunisov',
    password: PASSWORD,
    again: PASSWORD,
  })
  if (!alsoClerk) {
    await toControl(window, t('setup.alsoClerk'))
    await window.press('Space')
  }
  await window.press('Control+Enter')
}

/** Types the fields of a person one after another, moving by Tab; keys are those of the texts. */
async function typeFields(window: Window, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await toControl(window, t(`people.${label}`))
    await write(window, text)
  }
}

describe.each([
  { name: 'a new book', firstNumber: '', alsoClerk: false, first: 1 },
  { name: 'a paper book gone on with', firstNumber: '619', alsoClerk: true, first: 619 },
])('first start by keyboard: $name', ({ firstNumber, alsoClerk, first }) => {
  const running = new RunningOffice({ prepare: async () => {}, closes: 'end' })
  let window: Window

  beforeAll(async () => void (window = await running.open({ locale: 'kk' })))

  it('opens the book in three steps and signs the administrator in', async () => {
    await openTheBook(window, { firstNumber, alsoClerk })
    if (alsoClerk) await window.page.locator('.ledger[role="grid"]').waitFor()
    else await window.page.getByText(t('people.nowAdd')).waitFor()
    await window.page.getByText('Жүнісов Е. Б.').waitFor()
    await window.expectAccessible()
  })

  /** Chooses in the menu under the name of who is signed in. */
  async function fromMenu(item: string): Promise<void> {
    await toControl(window, 'Жүнісов Е. Б.')
    await window.press('Enter')
    await window.page.getByRole('menuitem', { name: item }).waitFor()
    await toItem(item)
    await window.press('Enter')
  }

  async function toItem(item: string): Promise<void> {
    for (let presses = 0; presses < 15 && !(await focused(window)).value.includes(item); presses++)
      await window.press('ArrowDown')
    expect((await focused(window)).value).toContain(item)
  }

  it('adds a clerk', async () => {
    if (alsoClerk) {
      await fromMenu(t('app.menu.settings'))
      await window.page.getByRole('heading', { level: 1, name: t('settings.parts.office') }).waitFor()
      await window.expectAccessible()
      await window.press('Alt+Digit3')
    }
    await window.page.getByRole('heading', { level: 1, name: t('settings.parts.people') }).waitFor()
    await window.press('Insert')
    await window.page.getByRole('dialog', { name: t('people.new') }).waitFor()
    await window.expectAccessible()
    await typeFields(window, {
      surname: 'Әбенова',
      givenName: 'Сәуле',
      patronymic: 'Маратқызы',
      positionKk: 'кеңсенің бас маманы',
      positionRu: 'главный специалист канцелярии',
      login: 'abenova',
      password: PASSWORD,
      again: PASSWORD,
    })
    await toControl(window, t('words.roles.clerk'))
    await window.press('Space')
    await window.press('Control+Enter')
    await window.page.getByRole('dialog').waitFor({ state: 'detached' })
    await window.page.getByRole('button', { name: 'Әбенова Сәуле Маратқызы' }).waitFor()
    const names = await window.page.locator('.ledger .row').allInnerTexts()
    expect(names).toEqual([...names].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)))
    await window.expectAccessible()
  })

  it('hands over to the clerk, who takes the first numbers', async () => {
    await fromMenu(t('app.menu.signOut'))
    await window.page.getByRole('heading', { name: t('session.who') }).waitFor()
    await signIn(window, 'Әбенова С. М.')
    await window.expectAccessible()
    expect(numberNow(first)).toMatch(/^Ж-0(001|619)\/\d\d$/)
    for (const number of [numberNow(first), numberNow(first + 1)]) {
      await newLetter(window)
      await fillIn(window, LETTER)
      await window.press('Control+Enter')
      await soon(() => takenNumber(window)).toBe(number)
    }
    expect((await focused(window)).name).toContain(t('registration.printSlip'))
    await window.expectAccessible()
    window.expectQuiet()
  })
})
