import { countTerm, formatDate, isIsoDate, registrationDay, ruleFor, type Term } from '#shared/domain'
import { dayMonth, dayMonthYear, translatorFor, weekdayName } from '#shared/i18n'
import { beforeAll, describe, expect, it } from 'vitest'
import { fiveDays, office, terms } from '../domain/material'
import { PASSWORD } from '../support/office'
import { RunningOffice } from './runningOffice'
import {
  fillIn,
  focused,
  iin,
  issuedSlip,
  lines,
  newLetter,
  numberNow,
  pressKeyOf,
  received,
  signIn,
  soon,
  takenNumber,
  toControl,
  toField,
  valueOf,
  write,
  type TypedLetter,
} from './steps'
import type { Window } from './window'

const GULNUR: TypedLetter = {
  identifier: iin('850412', 4, '0001'),
  name: 'Әбдірахманова Гүлнұр Ерғалиқызы',
  postalAddress: 'Көкшетау қ., Абай к-сі, 112-үй, 34-пәтер',
  phone: '+7 700 000 12 34',
  subject: 'Балабақша кезегі',
  summary: 'Баласының кезек нөмірі екі ай ішінде 40 орынға артқа жылжыған',
  sheets: '1 + 2',
}
const SERGEI: TypedLetter = {
  identifier: iin('790830', 3, '0042'),
  name: 'Колесников Сергей Петрович',
  postalAddress: 'г. Кокшетау, ул. Габдуллина, 30, кв. 8',
  phone: '8 701 000 55 66',
  subject: 'Питание в школе № 5',
  summary: 'Просит проверить качество питания в столовой',
  sheets: '2',
}

const [FIRST, SECOND, THIRD] = [numberNow(1), numberNow(2), numberNow(3)]

describe.each(['kk', 'ru'] as const)('a clerk’s day by keyboard, %s', (locale) => {
  const t = translatorFor(locale)
  const running = new RunningOffice({ closes: 'end' })
  let window: Window
  /** Number and term of the first letter. */
  let term: Term

  const html = (): Promise<string | null> => window.page.locator('html').getAttribute('lang')
  const row = (number: string) =>
    window.page.locator('.ledger tr[id^="line-"]').filter({ has: window.page.getByTitle(number, { exact: true }) })

  beforeAll(async () => void (window = await running.open({ locale })))

  it('signs in', async () => {
    expect(await html()).toBe(locale)
    await window.expectAccessible()
    await signIn(window, 'Қасенова А. Т.')
    await window.page.getByRole('link', { name: t('journal.blank') }).waitFor()
    await window.expectAccessible()
  })

  it('writes the complaint of a person at the desk and sees when the answer is due', async () => {
    await newLetter(window)
    await fillIn(window, GULNUR)
    const at = await received(window)
    expect(isIsoDate(at.date)).toBe(true)
    const { date: registeredOn } = registrationDay(at, office.rules.dayEnds, fiveDays)
    const rule = ruleFor(terms, { kind: 'serviceComplaint', addressee: 'provider', registeredOn })
    term = countTerm(rule!, registeredOn, fiveDays, office.rules.countingStart)
    expect(await window.page.locator('.strip .due time').getAttribute('datetime')).toBe(term.deadline)
    expect(await window.page.locator('.strip .reg time').getAttribute('datetime')).toBe(registeredOn)
    expect(await window.seen()).toContain(`${dayMonthYear(locale, term.deadline)}, ${weekdayName(locale, term.deadline)}`)
    expect(await window.seen()).toContain(`${t('words.sexes.female')}, 12.04.1985`)
    await window.expectAccessible()
  })

  it('keeps what is typed when the language changes in the middle', async () => {
    const other = locale === 'kk' ? 'ru' : 'kk'
    await toField(window, 'summary')
    await window.press('End')
    await window.type(', себебін түсіндіруді сұрайды')
    await window.page.locator(`.langs [lang="${other}"]`).click()
    expect(await html()).toBe(other)
    await window.page.getByText(translatorFor(other)('words.channels.inPerson'), { exact: true }).first().waitFor()
    expect(await window.seen()).toContain(dayMonthYear(other, term.deadline))
    expect(await valueOf(window, 'name')).toBe(GULNUR.name)
    expect(await valueOf(window, 'summary')).toBe(`${GULNUR.summary}, себебін түсіндіруді сұрайды`)
    await window.page.locator(`.langs [lang="${locale}"]`).click()
    expect(await html()).toBe(locale)
    expect(await valueOf(window, 'sheets')).toBe('1 + 2')
  })

  it('keeps what is typed while the screen is locked', async () => {
    await window.press('Alt+KeyL')
    await window.page.getByRole('heading', { name: t('session.locked') }).waitFor()
    await window.page.locator('input[type="password"]').waitFor()
    await soon(() => window.page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password')
    await window.expectAccessible()
    await window.type(PASSWORD)
    await window.press('Enter')
    await window.page.getByRole('heading', { name: t('session.locked') }).waitFor({ state: 'detached' })
    for (const field of ['identifier', 'name', 'postalAddress', 'subject', 'sheets'] as const) {
      expect(await valueOf(window, field)).toBe(GULNUR[field])
    }
  })

  it('registers with Ctrl+Enter and reads the number across the desk', async () => {
    await window.press('Control+Enter')
    expect(await takenNumber(window)).toBe(FIRST)
    const size = await window.page.locator('.stamp .no.large').evaluate((number) => parseFloat(getComputedStyle(number).fontSize))
    expect(size).toBeGreaterThanOrEqual(38)
    await window.expectAccessible()
  })

  it('prints the slip with every fact in both languages', async () => {
    await pressKeyOf(window, 'print')
    await window.page.getByRole('dialog').waitFor()
    await window.expectAccessible()
    const slip = await issuedSlip(window, () => pressKeyOf(window, 'slip-print'))
    const printed = slip.text
    for (const fact of [FIRST, 'Әбдірахманова Г. Е.', 'Қасенова А. Т.', GULNUR.subject, '1 + 2', '1414'])
      expect(printed).toContain(fact)
    expect(printed).toContain(formatDate(term.registeredOn))
    for (const language of ['kk', 'ru'] as const) {
      expect(printed).toContain(`${dayMonth(language, term.deadline)}, ${weekdayName(language, term.deadline)}`)
      expect(printed).toContain(office.details.room[language])
      expect(printed).toContain(office.details.address[language])
    }
    expect(printed).not.toContain(GULNUR.identifier)
    await window.page.getByRole('dialog').getByText('Қасенова А. Т.').waitFor()
    await soon(() => window.printed).toHaveLength(1)
    expect(window.printed[0]).toMatch(/^\/files\/slips\/\d+\.pdf$/)
    await window.press('Escape')
    await window.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('takes the next letter: an empty form that keeps the way letters come', async () => {
    await newLetter(window)
    expect(await valueOf(window, 'name')).toBe('')
    await toField(window, 'channel')
    await window.press('F4', 'ArrowDown', 'Enter')
    await fillBack()
    await fillIn(window, SERGEI, { contested: false })
    await toField(window, 'contested')
    await window.press('Digit1')
    const slip = await issuedSlip(window, () => pressKeyOf(window, 'register-print'))
    expect(slip.text).toContain(SECOND)
    expect(slip.text).toContain('Колесников С. П.')
    await window.page.getByRole('dialog').waitFor()
    await window.press('Escape')
    await window.page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await takenNumber(window)).toBe(SECOND)
    await newLetter(window)
    await toField(window, 'channel')
    expect((await focused(window)).value).toContain(t('words.channels.post'))
  })

  /** Back to the first field of the form. */
  async function fillBack(): Promise<void> {
    for (let presses = 0; presses < 20 && (await focused(window)).field !== 'kind'; presses++) await window.press('Shift+Tab')
    expect((await focused(window)).field).toBe('kind')
  }

  it('finds a known applicant by IIN and by name while typing', async () => {
    await toField(window, 'identifier')
    await window.type(GULNUR.identifier.slice(0, 6))
    await window.page.getByRole('option', { name: GULNUR.name }).waitFor()
    await window.expectAccessible()
    await window.press('ArrowDown', 'Enter')
    await soon(() => valueOf(window, 'name')).toBe(GULNUR.name)
    expect(await valueOf(window, 'identifier')).toBe(GULNUR.identifier)
    expect(await valueOf(window, 'postalAddress')).toBe(GULNUR.postalAddress)
    // What this person wrote before stands beside the form.
    await window.page.getByRole('link', { name: FIRST }).waitFor()
    await toField(window, 'name')
    await write(window, 'колесн')
    await window.page.getByRole('option', { name: SERGEI.name }).waitFor()
    await window.press('ArrowDown', 'Enter')
    await soon(() => valueOf(window, 'name')).toBe(SERGEI.name)
    expect(await valueOf(window, 'identifier')).toBe(SERGEI.identifier)
    await toField(window, 'subject')
    await write(window, 'Ремонт класса')
    await toField(window, 'summary')
    await write(window, 'Жалоба подана повторно')
    await toField(window, 'contested')
    await window.press('Digit2')
    await window.press('Control+Enter')
    expect(await takenNumber(window)).toBe(THIRD)
  })

  it('finds the letters in the journal, newest first', async () => {
    await window.press('Escape')
    await window.page.locator('.ledger[role="grid"]').waitFor()
    await soon(() => lines(window)).toEqual([THIRD, SECOND, FIRST])
    await window.expectAccessible()
    await search(SECOND.slice(0, -3))
    await soon(() => lines(window)).toEqual([SECOND])
    await search('2')
    await soon(() => lines(window)).toContain(SECOND)
    await search('абдирахманова гулнур')
    await soon(() => lines(window)).toEqual([FIRST])
  })

  async function search(text: string): Promise<void> {
    await window.press('F3')
    await write(window, text)
    await window.press('Enter')
  }

  it('filters by what is to be done', async () => {
    // Only the third letter has no slip yet.
    await window.press('Alt+Digit3')
    await soon(() => lines(window)).toEqual([THIRD])
    await window.press('Alt+Digit1')
    await soon(() => lines(window)).toHaveLength(3)
  })

  it('opens a card, reads its history in words and corrects with a reason', async () => {
    await chooseLine(FIRST)
    await window.press('Enter')
    await window.page.getByRole('tab', { selected: true }).waitFor()
    await window.expectAccessible()
    await window.press('Digit2')
    const history = window.page.getByRole('tabpanel')
    await history.getByText(t('events.appeal.registered.title'), { exact: true }).waitFor()
    await history.getByText(t('events.slip.issued.title'), { exact: true }).waitFor()
    await window.expectAccessible()
    await window.press('F2')
    await window.page.getByRole('form', { name: t('card.correct.title') }).waitFor()
    await window.expectAccessible()
    await toControl(window, t('events.fields.subject'))
    await write(window, 'Балабақшаға кезек')
    await toControl(window, t('card.correct.reason'))
    await window.type('Тақырып дәл жазылмаған')
    await window.press('Control+Enter')
    await window.page.getByRole('form', { name: t('card.correct.title') }).waitFor({ state: 'detached' })
    await window.press('Digit2')
    await history.getByText(t('events.appeal.corrected.title'), { exact: true }).waitFor()
    expect(await history.locator('s').innerText()).toBe(GULNUR.subject)
    const told = await history.innerText()
    expect(told).toContain('Балабақшаға кезек')
    expect(told).toContain('Тақырып дәл жазылмаған')
    await window.expectAccessible()
  })

  it('voids another with a reason, and the journal shows it struck through for ever', async () => {
    await window.press('Escape')
    await chooseLine(THIRD)
    await window.press('Enter')
    await window.page.getByRole('heading', { name: 'Ремонт класса', level: 1 }).waitFor()
    await window.press('Delete')
    const dialog = window.page.getByRole('alertdialog')
    await dialog.waitFor()
    await window.expectAccessible()
    await toControl(window, t('card.void.twice'))
    await window.press('Digit3')
    await toControl(window, t('card.void.write'))
    await window.type('Зарегистрировано по ошибке')
    await window.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await window.page.getByText('Зарегистрировано по ошибке').first().waitFor()
    await window.expectAccessible()
    await window.press('Escape')
    const subject = row(THIRD).getByText('Ремонт класса')
    await subject.waitFor()
    expect(await subject.evaluate((text) => getComputedStyle(text).textDecorationLine)).toBe('line-through')
    expect(
      await row(FIRST)
        .getByText('Балабақшаға кезек')
        .evaluate((text) => getComputedStyle(text).textDecorationLine),
    ).toBe('none')
    expect(await row(THIRD).innerText()).toContain(t('words.statuses.void'))
    await window.expectAccessible()
  })

  it('has had nothing to complain of', () => window.expectQuiet())

  /** Moves in the journal by arrow keys until a line is chosen. */
  async function chooseLine(number: string): Promise<void> {
    await row(number).waitFor()
    await window.press('Home')
    for (let presses = 0; presses < 20; presses++) {
      if ((await row(number).getAttribute('aria-selected')) === 'true') return
      await window.press('ArrowDown')
    }
    throw new Error(`the arrow keys never come to ${number}`)
  }
})
