import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mayOpen } from '../../electron/main/mayOpen'
import { usualDataDir } from '../../electron/main/usualDataDir'
import { defaultDataDir } from '../../electron/server/arguments'
import { built, load, startMain, temporary, type Started } from './startMain'

beforeAll(built)

let started: Started | undefined
afterEach(() => started?.stop().then(() => (started = undefined)))

describe('the window', () => {
  it('is sandboxed and isolated, and has the built preload', async () => {
    started = await startMain()
    const { webPreferences, ...window } = started.window.options
    expect(webPreferences).toMatchObject({
      ...{
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
      },
      ...{
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        spellcheck: false,
        experimentalFeatures: false,
      },
    })
    expect(webPreferences).not.toHaveProperty('plugins')
    expect(webPreferences).not.toHaveProperty('session')
    expect(existsSync(webPreferences?.preload ?? '')).toBe(true)
    expect(webPreferences?.preload).toMatch(/out[\\/]preload[\\/]index\.cjs$/)
    expect(window.show).toBe(false)
    expect(started.window.loaded).toEqual(['kiris://office/'])
    started.window.emit('ready-to-show')
    expect(started.window.show).toHaveBeenCalledOnce()
  })

  it('has DevTools and a menu to reload only from the sources', async () => {
    started = await startMain()
    expect(started.window.options.webPreferences?.devTools).toBe(true)
    expect(started.Menu.setApplicationMenu.mock.lastCall?.[0]).not.toBeNull()
  })

  it('changes the size of text by Ctrl with plus, minus and zero, in every keyboard layout', async () => {
    started = await startMain()
    const contents = started.window.webContents
    const press = (code: string, more = {}) =>
      contents.fire('before-input-event', {}, { type: 'keyDown', control: true, code, key: 'й', ...more })
    expect([press('Equal'), press('NumpadAdd'), contents.zoom]).toEqual([true, true, 1])
    for (let i = 0; i < 20; i += 1) press('Equal')
    expect(contents.zoom).toBe(4)
    press('Digit0')
    for (let i = 0; i < 20; i += 1) press('Minus')
    expect(contents.zoom).toBe(-2)
    expect([press('Equal', { control: false }), press('Equal', { alt: true }), press('KeyS'), contents.zoom]).toEqual([
      false,
      false,
      false,
      -2,
    ])
  })
})

describe('before the app is ready', () => {
  it('the sandbox is on for every process and the scheme is like https', async () => {
    started = await startMain()
    expect(started.app.enableSandbox).toHaveBeenCalledOnce()
    const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true }
    expect(started.schemes).toEqual([{ scheme: 'kiris', privileges }])
  })
})

describe('one instance', () => {
  it('a second start ends without opening anything', async () => {
    const second = await load({ first: false })
    expect(second.app.requestSingleInstanceLock).toHaveBeenCalledOnce()
    expect(second.app.quit).toHaveBeenCalledOnce()
    expect(second.windows).toEqual([])
    expect(existsSync(join(second.dataDir, 'kiris.db'))).toBe(false)
    second.undo()
  })

  it('the first brings its window to the front', async () => {
    started = await startMain()
    started.window.minimized = true
    started.app.fire('second-instance', {}, [], '/')
    expect(started.window.restore).toHaveBeenCalledOnce()
    expect(started.window.focus).toHaveBeenCalledOnce()
  })
})

describe('folders', () => {
  it('--data names the register, and the lock of the instance goes with it', async () => {
    const dataDir = temporary()
    started = await startMain({ dataDir })
    expect(existsSync(join(dataDir, 'kiris.db'))).toBe(true)
    expect(started.app.getPath('userData')).toBe(join(dataDir, 'window'))
  })

  it('the register is where the Node host looks for it', () => {
    const roaming = 'C:\\Users\\a\\AppData\\Roaming'
    expect(usualDataDir('win32', join(roaming, 'Kiris'))).toBe(defaultDataDir('win32', { APPDATA: roaming }))
    expect(usualDataDir('linux', '/home/a/.config/Kiris', '/data')).toBe(defaultDataDir('linux', { XDG_DATA_HOME: '/data' }))
    expect(usualDataDir('linux', '/home/a/.config/Kiris', undefined)).toBe(defaultDataDir('linux', {}))
  })
})

describe('the end', () => {
  it('closing the window ends the program, after the office has been closed and the folder given back', async () => {
    const dataDir = temporary()
    started = await startMain({ dataDir })
    started.app.fire('window-all-closed')
    expect(started.app.quit).toHaveBeenCalledOnce()
    await started.stop()
    started = await startMain({ dataDir })
    expect((await started.call('session/start')).status).toBe(200)
  })
})

describe('addresses for the clerk’s own browser', () => {
  it.each([
    'https://gov4c.kz/',
    'https://egov.kz/cms/kk',
    'https://www.gov.kz/x',
    'https://adilet.zan.kz.gov.kz/',
    'https://edu.gov.kz',
  ])('%s opens', (address) => {
    expect(mayOpen(address)).toBe(true)
  })

  it.each([
    'http://gov.kz/',
    'https://gov.kz.example/',
    'https://notgov.kz/',
    'https://gov.kz@example.org/',
    'https://user:pass@gov.kz/',
    'https://gov.kz:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-settings:',
    'kiris://office/',
    'nonsense',
    '',
  ])('%s does not', (address) => {
    expect(mayOpen(address)).toBe(false)
  })
})
