import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../architecture/graph'

/** Path of Electron's binary, when it was downloaded; reading it never downloads anything. */
function electronBinary(): string | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules/electron/dist')
  const named = join(root, 'node_modules/electron/path.txt')
  const path = join(folder, existsSync(named) ? readFileSync(named, 'utf8').trim() : 'electron')
  return existsSync(path) ? path : undefined
}

const binary = electronBinary()
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
const missing = !binary ? 'no binary of Electron here' : hasDisplay ? undefined : 'no display here'

describe.skipIf(missing)(`in Electron itself${missing ? ` (${missing})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kiris-electron-'))
  let program: ElectronApplication
  let page: Page
  const violations: string[] = []

  beforeAll(async () => {
    // Chromium refuses to run as root with its sandbox; a test machine is often root, a clerk never is.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    program = await _electron.launch({ executablePath: binary!, args: [...asRoot, root, '--demo', '--data', folder] })
    page = await program.firstWindow()
    page.on('console', (message) => message.type() === 'error' && violations.push(message.text()))
    await page.waitForSelector('#app > *')
  })
  afterAll(async () => {
    await program.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('opens on its own scheme, isolated, with the six names of the preload and nothing of Node', async () => {
    expect(page.url()).toMatch(/^kiris:\/\/office\//)
    const seen = await page.evaluate(() => ({
      keys: Object.keys(window.kiris ?? {}).sort(),
      node: [typeof globalThis.process, typeof globalThis.require],
    }))
    expect(seen).toEqual({
      keys: ['notify', 'platform', 'printPdf', 'printers', 'saveFile', 'version'],
      node: ['undefined', 'undefined'],
    })
    expect(await page.evaluate(() => isSecureContext)).toBe(true)
  })

  it('reaches the office, and no one else', async () => {
    const ask = (url: string) =>
      page.evaluate(
        (address) =>
          fetch(address, { method: 'POST', body: '{"json":{}}', headers: { 'content-type': 'application/json' } }).then(
            (answer) => answer.status,
            () => 0,
          ),
        url,
      )
    expect(await ask('/rpc/session/start')).toBe(200)
    expect(await ask('https://example.org/')).toBe(0)
  })

  it('opens no second window and leaves no script of its own to the page’s cookies', async () => {
    expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true)
    expect(program.windows()).toHaveLength(1)
    expect(await page.evaluate(() => document.cookie)).toBe('')
    expect(violations.filter((text) => text.includes('Content Security Policy') && !text.includes('example.org'))).toEqual([])
  })
})
