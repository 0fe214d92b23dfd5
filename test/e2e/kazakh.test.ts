import { messages, translatorFor } from '#shared/i18n'
import { beforeAll, describe, expect, it } from 'vitest'
import { facts, PASSWORD } from '../support/office'
import { RunningOffice } from './runningOffice'
import { lines, newLetter, signIn, soon, visitor } from './steps'
import type { Window } from './window'

// What Chromium writes where it knows no Kazakh: «2026 M11 24», «Mon», «Nov 24».
const FALLBACK =
  /\bM\d\d\b|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\d\d?\/\d\d?\/\d{4}|\d{4}-\d\d-\d\d/

/** Working days of a past year, one in each month; the letters of these days are numbered 1 to 12. */
const YEAR = 2025
const DAYS = ['20', '24', '20', '21', '20', '20', '21', '20', '22', '20', '24', '22']
const MONTHS = messages.kk.words.months

describe('Kazakh where Chromium has none', () => {
  const running = new RunningOffice({ closes: 'end' })
  let window: Window
  const ids: number[] = []

  const goTo = async (path: string): Promise<void> => {
    await window.page.goto(`${running.address}${path}`)
    await window.page.locator('main').first().waitFor()
  }
  const speak = (locale: 'kk' | 'ru' | 'en') => window.page.locator(`.langs [lang="${locale}"]`).click()
  const lang = () => window.page.locator('html').getAttribute('lang')

  beforeAll(async () => {
    const clerk = visitor(running.address)
    await clerk.call.session.signIn({ login: 'clerk0', password: PASSWORD })
    for (const [at, day] of DAYS.entries()) {
      const receivedOn = `${YEAR}-${String(at + 1).padStart(2, '0')}-${day}`
      const letter = facts({
        receivedOn,
        sheets: [1, 2, 5, 11, 21][at % 5]!,
        annexSheets: 0,
        identifier: '',
        name: `Өтініш беруші ${at + 1}`,
      })
      ids.push((await clerk.call.register.register({ requestId: crypto.randomUUID(), facts: letter })).id)
    }
    window = await running.open({ locale: 'kk' })
  })

  it('is in a browser that knows no Kazakh, so that what is right here comes from our tables', async () => {
    await signIn(window, 'Қасенова А. Т.')
    const own = await window.page.evaluate(() =>
      new Intl.DateTimeFormat('kk', { dateStyle: 'long' }).format(new Date('2026-11-24T12:00:00Z')),
    )
    expect(own).not.toContain('қараша')
  })

  it.each(MONTHS.map((month, at) => ({ month, at })))('writes the date of a card in words: $month', async ({ month, at }) => {
    await goTo(`/letters/${ids[at]}`)
    const day = `${DAYS[at]}.${String(at + 1).padStart(2, '0')}.${YEAR}`
    await soon(() => window.seen()).toContain(day)
    const seen = await window.seen()
    expect(seen).not.toMatch(FALLBACK)
    // The deadline, five working days on, stands in words.
    expect(seen).toMatch(new RegExp(`\\d{1,2} (${month}|${MONTHS[(at + 1) % 12]}) ${YEAR}`))
    expect(messages.kk.words.weekdays.some((weekday) => seen.includes(weekday))).toBe(true)
  })

  it('writes «24 қараша 2025» and its deadline «1 желтоқсан 2025, дүйсенбі»', async () => {
    await goTo(`/letters/${ids[10]}`)
    await soon(() => window.seen()).toContain('1 желтоқсан 2025')
    expect(await window.seen()).toMatch(/1 желтоқсан 2025,? дүйсенбі/)
    await goTo(`/?year=${YEAR}`)
    await soon(() => lines(window)).toHaveLength(12)
    await window.press('Home', 'ArrowDown')
    await soon(() => window.seen()).toContain('24 қараша 2025')
    expect(await window.seen()).not.toMatch(FALLBACK)
  })

  it.each(['kk', 'ru'] as const)('writes nothing but its own dates on the form: %s', async (locale) => {
    await goTo('/')
    await speak(locale)
    expect(await lang()).toBe(locale)
    await newLetter(window)
    await window.press('Digit1')
    await window.page.locator('.strip .due').waitFor()
    const seen = await window.seen()
    expect(seen).not.toMatch(FALLBACK)
    expect(messages[locale].words.months.some((month) => seen.includes(` ${month} `))).toBe(true)
    expect(await window.page.locator('[data-field="receivedOn"] input').first().inputValue()).toMatch(/^\d\d\.\d\d\.\d{4}$/)
    expect(await window.page.locator('[data-field="receivedAt"]').first().inputValue()).toMatch(/^\d\d:\d\d$/)
    await window.expectAccessible()
  })

  it('counts in Russian by 1, 2, 5, 11 and 21', async () => {
    await speak('ru')
    for (const [at, words] of ['1 лист', '2 листа', '5 листов', '11 листов', '21 лист'].entries()) {
      await goTo(`/letters/${ids[at]}`)
      await window.page
        .getByText(new RegExp(`(^|[^\\d])${words}($|[^а-я])`))
        .first()
        .waitFor()
    }
    for (const [search, found] of [
      ['беруші 11', '1 письмо'],
      ['беруші', '12 писем'],
    ] as const) {
      await goTo(`/?year=${YEAR}&search=${encodeURIComponent(search)}`)
      await window.page.getByRole('status').filter({ hasText: found }).waitFor()
    }
  })

  it('sorts people by the Kazakh alphabet: Ә after А, Қ after К, І after Ы', async () => {
    await goTo('/')
    await speak('kk')
    await window.press('Alt+KeyL')
    const names = async () =>
      (await window.page.getByRole('option').allInnerTexts()).map((text) => /\p{Lu}[\p{L}]+/u.exec(text)?.[0])
    // The administrator, who signs in seldom, stands last.
    await soon(names).toEqual(['Ахметова', 'Әбенова', 'Бекенова', 'Қасенова', 'Ыбыраева', 'Іңкәрбекова', 'Жүнісов'])
    await window.page.locator('input[type="password"]').fill(PASSWORD)
    await window.press('Enter')
    await window.page.locator('input[type="password"]').waitFor({ state: 'detached' })
  })

  it('names the language of the page, on every screen, also after a new start', async () => {
    for (const locale of ['ru', 'en', 'kk'] as const) {
      await speak(locale)
      expect(await lang()).toBe(locale)
      await soon(() => window.page.title()).toBe(translatorFor(locale)('app.name'))
      await window.page.reload()
      await window.page.locator('.ledger[role="grid"]').waitFor()
      expect(await lang()).toBe(locale)
    }
    window.expectQuiet()
  })
})
