import { addDays } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { RunningServer } from '../../e2e/server'
import { openBrowser } from '../../support/chromium'
import { openBook, person, register, signInAs, TestBrowser } from '../../support/office'
import type { BenchRow } from '../BenchRow'
import { percentile } from '../measure'

const LETTERS = 60
const LIMIT = 2000

/** How long after a letter is registered at one desk it stands on the screen of another, with nobody touching a key there. */
const seenElsewhere: BenchRow = {
  name: 'events/seen-elsewhere',
  async run() {
    const server = new RunningServer()
    await server.start()
    const chromium = await openBrowser()
    try {
      const visitor = () => new TestBrowser({ fetch: (request) => fetch(request) }, server.address)
      await openBook(visitor())
      const clerk = await signInAs({ browser: visitor }, person('clerk', ['clerk'], 'Қасенова'))
      const other = await signInAs({ browser: visitor }, person('other', ['clerk'], 'Ахметова'))
      const context = await chromium.newContext()
      const [name = '', value = ''] = other.cookie.split('=')
      await context.addCookies([{ name, value, url: server.address }])
      const page = await context.newPage()
      await page.goto(`${server.address}/journal`)
      await page.locator('.ledger').waitFor()
      const { date } = localMoment(new Date().toISOString(), 'Asia/Almaty')
      const received = { receivedOn: addDays(date, -1), receivedAt: '10:00' }
      const figures: number[] = []
      for (let at = -5; at < LETTERS; at++) {
        const subject = `Хат ${at + 100}`
        await register(clerk, { ...received, subject })
        const stored = performance.now()
        await page.waitForFunction((text) => document.querySelector('.ledger')?.textContent?.includes(text), subject, {
          polling: 'raf',
        })
        if (at >= 0) figures.push(performance.now() - stored)
      }
      const p95 = percentile(figures, 95)
      return { value: p95, unit: 'ms, p95', peer: 'none: commit here, screen there', limit: LIMIT, ok: p95 <= LIMIT }
    } finally {
      await chromium.close()
      await server.end()
    }
  },
}

export const rows: BenchRow[] = [seenElsewhere]
