import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { RunningServer } from './server'
import { openWithPeople } from './steps'
import { openBrowser, Window } from './window'

/** The office of the specs of one `describe`: a server in a folder of its own, and a browser whose windows come to it. */
export class RunningOffice {
  readonly server = new RunningServer()
  #browser: Browser | undefined
  /** The open windows, in the order they were opened. */
  readonly windows: Window[] = []

  /**
   * Opens it before the first spec and ends it after the last; what a failed spec left on the screens is kept as pictures. `prepare`: opens the book. `closes`: whether every spec begins without windows,
   * or goes on in those of the one before.
   */
  constructor({ prepare = openWithPeople as (address: string) => Promise<unknown>, closes = 'each' as 'each' | 'end' } = {}) {
    beforeAll(async () => {
      await this.server.start()
      await prepare(this.address)
      this.#browser = await openBrowser()
    })
    afterEach(async ({ task: { name, result } }) => {
      const windows = closes === 'each' ? this.windows.splice(0) : this.windows
      for (const [at, window] of windows.entries()) {
        await window.keepFailure({ task: { name: windows.length > 1 ? `${name} ${at + 1}` : name, ...(result && { result }) } })
        if (closes === 'each') await window.close()
      }
    })
    afterAll(async () => {
      await this.#browser?.close()
      await this.server.end()
    })
  }

  get address(): string {
    return this.server.address
  }

  /** Opens a window in a fresh profile, as on a computer of its own. */
  async open(options: Parameters<typeof Window.open>[2] = {}): Promise<Window> {
    const window = await Window.open(this.#browser!, this.address, options)
    this.windows.push(window)
    return window
  }
}
