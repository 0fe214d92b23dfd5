import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demo } from '../domain/material'
import { resourcesDir } from '../support/office'
import { RunningServer } from './server'
import { fillIn, issuedSlip, lines, newLetter, pressKeyOf, signIn, soon, takenNumber, valueOf } from './steps'
import { openBrowser, Window } from './window'

const folder = join(resourcesDir, 'screens')

/** The letter in the pictures. All people of the demo office are invented. */
const LETTER = {
  identifier: '',
  name: 'Сейтқали Айгүл Маратқызы',
  postalAddress: 'Көкшетау қ., Абай к-сі, 112-үй, 34-пәтер',
  phone: '+7 700 000 12 34',
  subject: 'Балабақша кезегі',
  summary: 'Баласының кезек нөмірі екі ай ішінде 40 орынға артқа жылжыған, себебін түсіндіруді сұрайды',
  sheets: '1 + 2',
}

describe.skipIf(!process.env['SCREENS'])('pictures for the README, renewed by `npm run screens`', () => {
  const office = new RunningServer({ demo: true })
  const empty = new RunningServer()
  let browser: Browser
  let window: Window
  let number = ''

  const speak = (locale: 'kk' | 'ru') => window.page.locator(`.langs [lang="${locale}"]`).first().click()

  async function picture(name: string, of = window): Promise<void> {
    await of.page.evaluate(() => document.fonts.ready)
    await of.page.locator('.k-toast').first().waitFor({ state: 'detached' })
    await of.page.mouse.move(0, 0)
    await of.page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
  }

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    await Promise.all([office.start(), empty.start()])
    browser = await openBrowser()
    window = await Window.open(browser, office.address)
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all([office.end(), empty.end()])
  })

  it('first start', async () => {
    const first = await Window.open(browser, empty.address)
    await first.page.locator('main input').first().waitFor()
    await picture('setup-kk', first)
    await first.close()
  })

  it('sign-in and registration', async () => {
    await picture('sign-in-kk')
    await signIn(window, 'Қасенова', demo.password)
    await newLetter(window)
    const known = demo.letters.find(({ facts }) => facts.name === LETTER.name)
    await fillIn(window, { ...LETTER, identifier: known?.facts.identifier ?? '' })
    await window.page.locator('.strip .due').waitFor()
    expect(await valueOf(window, 'name')).toBe(LETTER.name)
    await picture('register-kk')
  })

  it('the number taken, and the slip', async () => {
    await speak('ru')
    await window.press('Control+Enter')
    number = await takenNumber(window)
    await picture('registered-ru')
    await pressKeyOf(window, 'print')
    await window.page.getByRole('dialog').waitFor()
    const slip = await issuedSlip(window, () => pressKeyOf(window, 'slip-print'))
    writeFileSync(join(folder, 'slip-both.png'), PNG.sync.write(slip.picture(110), { colorType: 2 }))
    await window.press('Escape')
    await window.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('journal and card', async () => {
    await speak('kk')
    await window.press('Escape')
    await soon(() => lines(window)).toContain(number)
    await window.press('Home')
    await window.page.locator('aside.card .log').waitFor()
    await picture('journal-kk')
    await window.press('Enter')
    await window.page.getByRole('tabpanel').waitFor()
    await speak('ru')
    await picture('card-ru')
    window.expectQuiet()
    expect(window.printed).toHaveLength(1)
  })
})
