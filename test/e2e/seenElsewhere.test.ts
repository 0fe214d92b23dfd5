import { addDays } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { register } from '../support/office'
import { openWithPeople, signIn, soon } from './steps'
import { beside } from './desk'
import { RunningServer } from './server'
import { openBrowser, Window } from './window'

describe('what is done in one window', () => {
  const server = new RunningServer()
  let browser: Browser
  let window: Window
  beforeAll(async () => {
    await server.start()
    await openWithPeople(server.address)
    browser = await openBrowser()
    window = await Window.open(browser, server.address)
  })
  afterAll(async () => {
    await window.close()
    await browser.close()
    await server.end()
  })
  afterEach(async (context) => window.keepFailure(context))

  it('is seen in another within two seconds, without a key pressed', async () => {
    await signIn(window, 'Қасенова')
    const other = await beside(server.address, 'clerk1')
    const { date } = localMoment(new Date().toISOString(), 'Asia/Almaty')
    const received = { receivedOn: addDays(date, -1), receivedAt: '10:00' }
    let last = 0
    for (const subject of ['Бірінші хат', 'Екінші хат', 'Үшінші хат']) {
      last = (await register(other, { ...received, subject })).id
      const stored = performance.now()
      await window.page.getByText(subject).first().waitFor({ timeout: 5000 })
      expect(performance.now() - stored).toBeLessThan(2000)
    }
    await other.call.register.void({ id: last, version: 1, reason: 'екі рет тіркелген' })
    await soon(() => window.page.locator('.ledger tr.void').count()).toBe(1)
    window.expectQuiet()
  })
})
