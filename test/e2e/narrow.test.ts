import { addDays } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demo } from '../domain/material'
import { register } from '../support/office'
import { RunningServer } from './server'
import { signIn, soon, visitor } from './steps'
import { openBrowser, Window } from './window'

/** Pixels in which a subject can be read. */
const READABLE = 160
const NAME = '«Балаларға қосымша білім беру ғылыми-өндірістік бірлестігі» жауапкершілігі шектеулі серіктестігі '.repeat(2).trim()

describe('what must be read in a narrow window', () => {
  const office = new RunningServer({ demo: true })
  let browser: Browser
  let window: Window

  const look = async (width: number, locale: 'kk' | 'ru') => {
    await window.page.setViewportSize({ width, height: 768 })
    await window.page.locator(`.langs [lang="${locale}"]`).first().click()
    await window.page.evaluate(() => document.fonts.ready)
  }

  beforeAll(async () => {
    await office.start()
    browser = await openBrowser()
    window = await Window.open(browser, office.address)
  })
  afterAll(async () => {
    await browser?.close()
    await office.end()
  })

  it('the subject of a letter in the journal', async () => {
    await signIn(window, 'Қасенова', demo.password)
    const subject = window.page.locator('.book .subj').first()
    for (const width of [1024, 1159, 1160, 1280]) {
      for (const locale of ['kk', 'ru'] as const) {
        await look(width, locale)
        await soon(async () => (await subject.boundingBox())!.width).toBeGreaterThanOrEqual(READABLE)
      }
    }
  })

  it('the number under which an outgoing letter was posted', async () => {
    await window.page.goto(`${office.address}/outgoing`)
    await window.page.locator('.ledger td:last-child', { hasText: 'KZ' }).first().waitFor()
    for (const width of [1024, 1280, 1440]) {
      await look(width, 'ru')
      const cut = () =>
        window.page
          .locator('.ledger td:last-child')
          .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length)
      await soon(cut).toBe(0)
    }
  })

  it('how a letter stands, after a name however long', async () => {
    const clerk = visitor(office.address)
    await clerk.call.session.signIn({ login: 'qasenova', password: demo.password })
    const { date } = localMoment(new Date().toISOString(), 'Asia/Almaty')
    const { id } = await register(clerk, { receivedOn: addDays(date, -1), receivedAt: '10:00', name: NAME })
    await window.page.goto(`${office.address}/letters/${id}`)
    const head = window.page.locator('.ch .ct p')
    await head.waitFor()
    for (const width of [1024, 1440]) {
      await look(width, 'ru')
      const shown = await head.locator('.status').evaluate((status) => {
        const [word, line] = [status.getBoundingClientRect(), status.parentElement!.getBoundingClientRect()]
        return word.bottom <= line.bottom + 1 && word.right <= line.right + 1 && status.scrollWidth <= status.clientWidth
      })
      expect([await head.locator('.status').innerText(), shown]).toEqual(['зарегистрировано', true])
    }
  })
})
