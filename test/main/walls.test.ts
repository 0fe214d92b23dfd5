import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { StandInContents } from './standIn'
import { built, startMain, type Started } from './startMain'

// Each of these is a way out of the program, or into it, that Electron leaves open unless it is closed by hand.
let started: Started
let installed: Started
beforeAll(async () => {
  built()
  started = await startMain()
  installed = await startMain({ packaged: true })
})
afterAll(async () => {
  await started.stop()
  await installed.stop()
})

const VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html'
const FOREIGN = [
  'https://example.org/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'kiris://elsewhere/',
  'kiris://office.example/',
  'kiris://office@example.org/',
  'about:blank',
  'javascript:alert(1)',
  'ws://example.org/',
]

describe('permissions', () => {
  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'hid',
    'usb',
    'unknown',
  ] as const)('%s is refused, asked for or looked up', (permission) => {
    const answer = vi.fn()
    started.given.request?.({} as never, permission, answer, {} as never)
    expect(answer.mock.calls).toEqual([[false]])
    expect(started.given.check?.(null, permission, 'kiris://office', {} as never)).toBe(false)
  })

  it('devices and the screen of others are refused, and no dictionary is fetched', () => {
    expect(started.given.device?.({} as never)).toBe(false)
    const answer = vi.fn()
    started.given.display?.({} as never, answer)
    expect(answer.mock.calls).toEqual([[null]])
    expect(started.given.spelling).toBe(false)
  })
})

describe('requests', () => {
  const cancelled = (url: string, program = started) => {
    const answer = vi.fn<(response: { cancel?: boolean }) => void>()
    program.given.before?.({ url }, answer)
    return answer.mock.lastCall?.[0].cancel
  }

  it.each([...FOREIGN, 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/x', 'blob:https://example.org/1'])(
    'to %s are cancelled',
    (url) => {
      expect(cancelled(url)).toBe(true)
    },
  )

  it.each(['kiris://office/', 'kiris://office/rpc/session/start', 'blob:kiris://office/1', 'data:image/png;base64,AA==', VIEWER])(
    'to %s go on',
    (url) => {
      expect(cancelled(url)).toBe(false)
    },
  )

  it('of DevTools go on from the sources only', () => {
    expect([cancelled('devtools://devtools/bundled/x.js'), cancelled('devtools://devtools/bundled/x.js', installed)]).toEqual([
      false,
      true,
    ])
  })

  it('downloads come from the program only', () => {
    const download = (url: string) => started.session.fire('will-download', {}, { getURL: () => url })
    expect([
      download('https://example.org/a.exe'),
      download('kiris://office/files/slips/1.pdf'),
      download('blob:kiris://office/1'),
    ]).toEqual([true, false, false])
  })
})

describe('an installed program', () => {
  it('has neither DevTools nor a menu', () => {
    expect(installed.window.options.webPreferences?.devTools).toBe(false)
    expect(installed.Menu.setApplicationMenu.mock.calls).toEqual([[null]])
  })
})

describe('navigation', () => {
  it.each(FOREIGN)('to %s is refused, in a frame and by redirection too', (url) => {
    const { webContents } = started.window
    expect(webContents.fire('will-navigate', { url })).toBe(true)
    expect(webContents.fire('will-redirect', { url })).toBe(true)
    expect(webContents.fire('will-frame-navigate', { url, isMainFrame: true })).toBe(true)
    expect(webContents.fire('will-frame-navigate', { url, isMainFrame: false })).toBe(true)
  })

  it('inside the program is free; the viewer of PDF is shown in a frame only', () => {
    const { webContents } = started.window
    expect(webContents.fire('will-navigate', { url: 'kiris://office/journal' })).toBe(false)
    expect(webContents.fire('will-frame-navigate', { url: VIEWER, isMainFrame: false })).toBe(false)
    expect(webContents.fire('will-frame-navigate', { url: VIEWER, isMainFrame: true })).toBe(true)
  })

  it('no window and no guest is ever made by a page; a state site opens in the browser', async () => {
    const { webContents } = started.window
    const open = (url: string) => webContents.openHandler?.({ url } as never)
    expect([open('https://example.org/'), open('kiris://office/'), open('https://gov4c.kz/kk')]).toEqual(
      Array(3).fill({ action: 'deny' }),
    )
    await vi.waitUntil(() => started.shell.openExternal.mock.calls.length > 0)
    expect(started.shell.openExternal.mock.calls).toEqual([['https://gov4c.kz/kk']])
    expect(webContents.fire('will-attach-webview')).toBe(true)
  })

  it('is guarded in every page there will ever be', () => {
    const contents = new StandInContents()
    started.app.fire('web-contents-created', {}, contents)
    expect(contents.fire('will-navigate', { url: 'https://example.org/' })).toBe(true)
    expect(contents.openHandler?.({ url: 'https://example.org/' } as never)).toEqual({ action: 'deny' })
  })
})
