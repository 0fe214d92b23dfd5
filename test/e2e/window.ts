import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { localMoment } from '#shared/i18n'

export { openBrowser } from '../support/chromium'

/** The digest of the day and the call to close it count as told: they would come in the middle of a spec on working days or in the evening, and not else. */
function keepDigest(today: string): void {
  // The frame of a preview that is closed while it loads has no storage any more.
  if (globalThis.parent !== globalThis.self) return
  for (let person = 1; person <= 60; person++) {
    for (const told of ['digest', 'endOfDay']) localStorage.setItem(`kiris.${told}.${person}`, today)
  }
}

/** As on a slow line or a slow computer: every answer comes `KIRIS_SLOW` milliseconds later, and the window computes `KIRIS_SLOW_CPU` times more slowly. Nothing is slowed when neither is set. */
async function slowDown(page: Page): Promise<void> {
  const [latency, rate] = [Number(process.env['KIRIS_SLOW'] ?? 0), Number(process.env['KIRIS_SLOW_CPU'] ?? 1)]
  if (latency === 0 && rate === 1) return
  const tools = await page.context().newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.emulateNetworkConditions', { latency, offline: false, downloadThroughput: -1, uploadThroughput: -1 })
  await tools.send('Emulation.setCPUThrottlingRate', { rate })
}

/** A window of the program that notes whatever the browser complains about. */
export class Window {
  readonly complaints: string[] = []
  /** Addresses of the files that went to the printer, in order. */
  readonly printed: string[] = []

  private constructor(readonly page: Page) {}

  /**
   * Opens the program in a fresh profile. To find what a spec does not wait for, run it on its own with `KIRIS_SLOW=300` (and `KIRIS_SLOW_CPU=4`): what presses a key before a person would see that it
   * can be pressed fails there.
   */
  static async open(
    browser: Browser,
    address: string,
    options: { width?: number; height?: number; locale?: 'kk' | 'ru' | 'en'; digest?: boolean } = {},
  ): Promise<Window> {
    const { width = 1440, height = 900, locale = 'kk' } = options
    const context = await browser.newContext({
      viewport: { width, height },
      timezoneId: 'Asia/Almaty',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await slowDown(page)
    const window = new Window(page)
    // Of the whole way to the paper only the printer is not there: a browser without a screen crashes when it is asked to print.
    await context.exposeFunction('toPrinter', (path: string) => window.printed.push(path))
    await context.addInitScript(() => {
      globalThis.print = () => void (globalThis as unknown as { toPrinter(path: string): void }).toPrinter(location.pathname)
    })
    if (!options.digest) await context.addInitScript(keepDigest, localMoment(new Date().toISOString(), 'Asia/Almaty').date)
    page.on('console', (message) => {
      const { url } = message.location()
      // Chromium's own PDF viewer grumbles about its style sheets when the preview is closed while it still loads.
      if (url.startsWith('chrome')) return
      if (message.type() === 'error' || message.type() === 'warning') window.complaints.push(`${message.text()} ${url}`)
    })
    page.on('pageerror', (error) => window.complaints.push(String(error)))
    await page.goto(address)
    await page.locator(`.langs [lang="${locale}"]`).first().click()
    return window
  }

  /** Fails when axe finds anything on the page as it is. */
  async expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).exclude('iframe').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
  }

  /** Fails when the browser complained: errors, warnings, violations of the content policy. Those that a test provokes are named. */
  expectQuiet(provoked = /(?!)/): void {
    expect(this.complaints.filter((complaint) => !provoked.test(complaint))).toEqual([])
  }

  /** Presses keys one after another. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Types as a person does, into whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text)
  }

  /** The whole text that a person sees. */
  async seen(): Promise<string> {
    return this.page.locator('body').innerText()
  }

  /** Leaves a picture of the screen in `out/failures` when a spec failed. For `afterEach`. */
  async keepFailure({ task }: { task: { name: string; result?: { state: string } } }): Promise<void> {
    if (task.result?.state === 'fail' && !this.page.isClosed())
      await this.page.screenshot({ path: `out/failures/${task.name}.png` })
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }
}
