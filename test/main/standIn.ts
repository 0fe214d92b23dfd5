import type * as Electron from 'electron'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { vi } from 'vitest'
import { root } from '../architecture/graph'

/**
 * A stand-in for the `electron` module: only what the main process uses, each part held against Electron's own types, so that a change there fails the type check. It
 * remembers what it was told; the tests then play Electron's part and call back.
 */

/** What a test may settle beforehand. */
export interface Setting {
  userData: string
  packaged?: boolean
  /** False when another instance has the lock. */
  first?: boolean
}

type Listener = (...args: unknown[]) => void
export type SchemeHandler = Parameters<Electron.Protocol['handle']>[1]
export type IpcHandler = Parameters<Electron.IpcMain['handle']>[1]

class Emitter extends EventEmitter {
  /** Fires an event as Electron does, with an event object first; returns whether a listener prevented the default. */
  fire(name: string, properties: object = {}, ...args: unknown[]): boolean {
    const preventDefault = vi.fn()
    this.emit(name, { ...properties, preventDefault }, ...args)
    return preventDefault.mock.calls.length > 0
  }
}

export class StandInContents
  extends Emitter
  implements
    Pick<
      Electron.WebContents,
      | 'id'
      | 'reload'
      | 'forcefullyCrashRenderer'
      | 'setWindowOpenHandler'
      | 'print'
      | 'getPrintersAsync'
      | 'getZoomLevel'
      | 'setZoomLevel'
    >
{
  static count = 0
  readonly id = ++StandInContents.count
  zoom = 0
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined
  printers: Electron.PrinterInfo[] = []
  /** What every window is told by its printer. */
  static printAnswer: [success: boolean, reason: string] = [true, '']
  readonly printed: (Electron.WebContentsPrintOptions | undefined)[] = []
  getPrintersAsync = () => Promise.resolve(this.printers)
  readonly reload = vi.fn()
  readonly forcefullyCrashRenderer = vi.fn()
  getZoomLevel = () => this.zoom
  setZoomLevel = (level: number) => void (this.zoom = level)
  setWindowOpenHandler: Electron.WebContents['setWindowOpenHandler'] = (handler) => void (this.openHandler = handler)
  print: Electron.WebContents['print'] = (options, callback) => {
    this.printed.push(options)
    callback?.(...StandInContents.printAnswer)
  }
}

type WindowPart = 'loadURL' | 'show' | 'focus' | 'restore' | 'destroy' | 'isDestroyed' | 'isMinimized'

function windowClass(made: StandInWindow[], app: Emitter) {
  return class extends StandInWindow {
    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      super(options)
      made.push(this)
      app.fire('web-contents-created', {}, this.webContents)
    }
  }
}

export class StandInWindow extends Emitter implements Pick<Electron.BrowserWindow, WindowPart> {
  readonly webContents = new StandInContents()
  readonly loaded: string[] = []
  destroyed = false
  minimized = false
  readonly show = vi.fn()
  readonly focus = vi.fn()
  readonly restore = vi.fn()
  constructor(readonly options: Electron.BrowserWindowConstructorOptions) {
    super()
  }
  isDestroyed = () => this.destroyed
  isMinimized = () => this.minimized
  loadURL = (url: string) => {
    this.loaded.push(url)
    this.webContents.fire('did-frame-finish-load', {}, false)
    return Promise.resolve()
  }
  destroy = () => {
    this.destroyed = true
    this.emit('closed')
  }
}

function standInApp({ userData, packaged = false, first = true }: Setting) {
  const paths: Record<string, string> = { userData, documents: join(userData, 'documents') }
  const parts = {
    isPackaged: packaged,
    whenReady: () => Promise.resolve(),
    getPath: (name: string) => paths[name] ?? '',
    setPath: (name: string, path: string) => void (paths[name] = path),
    getAppPath: () => root,
    getVersion: () => '1.2.3',
    enableSandbox: vi.fn(),
    requestSingleInstanceLock: vi.fn(() => first),
    quit: vi.fn(),
    exit: vi.fn(),
  } satisfies Partial<Electron.App>
  return Object.assign(new Emitter(), parts)
}

function standInSession() {
  const given = {
    request: undefined as Parameters<Electron.Session['setPermissionRequestHandler']>[0] | undefined,
    check: undefined as Parameters<Electron.Session['setPermissionCheckHandler']>[0] | undefined,
    device: undefined as Parameters<Electron.Session['setDevicePermissionHandler']>[0] | undefined,
    display: undefined as Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0] | undefined,
    before: undefined as ((details: { url: string }, answer: (response: Electron.CallbackResponse) => void) => void) | undefined,
    spelling: undefined as boolean | undefined,
  }
  const parts = {
    setPermissionRequestHandler: (handler) => void (given.request = handler),
    setPermissionCheckHandler: (handler) => void (given.check = handler),
    setDevicePermissionHandler: (handler) => void (given.device = handler),
    setDisplayMediaRequestHandler: (handler) => void (given.display = handler),
    setSpellCheckerEnabled: (enable) => void (given.spelling = enable),
  } satisfies Partial<Electron.Session>
  const webRequest = {
    onBeforeRequest: (listener: unknown) => void (given.before = listener as typeof given.before),
  } satisfies Record<keyof Pick<Electron.WebRequest, 'onBeforeRequest'>, unknown>
  return { given, session: Object.assign(new Emitter(), parts, { webRequest }) }
}

/** A fresh stand-in: `module` is what `import 'electron'` gives, the rest is what the test looks at. */
export function standIn(setting: Setting) {
  const app = standInApp(setting)
  const windows: StandInWindow[] = []
  const schemes: Electron.CustomScheme[] = []
  const handlers = new Map<string, SchemeHandler>()
  const ipc = new Map<string, IpcHandler>()
  const { given, session } = standInSession()
  const notices: { title: string; body: string; press: () => void }[] = []
  const saveAnswer: Electron.SaveDialogReturnValue = { canceled: true, filePath: '' }

  const protocol = {
    registerSchemesAsPrivileged: (list) => void schemes.push(...list),
    handle: (scheme, handler) => void handlers.set(scheme, handler),
  } satisfies Partial<Electron.Protocol>
  const ipcMain = { handle: (channel, handler) => void ipc.set(channel, handler) } satisfies Partial<Electron.IpcMain>
  const dialog = {
    showErrorBox: vi.fn<Electron.Dialog['showErrorBox']>(),
    showSaveDialog: vi.fn((_window: unknown, _options: Electron.SaveDialogOptions) => Promise.resolve(saveAnswer)),
  } satisfies Record<keyof Pick<Electron.Dialog, 'showErrorBox' | 'showSaveDialog'>, unknown>
  const shell = { openExternal: vi.fn<Electron.Shell['openExternal']>(() => Promise.resolve()) } satisfies Partial<Electron.Shell>
  const Menu = {
    setApplicationMenu: vi.fn<typeof Electron.Menu.setApplicationMenu>(),
    buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => ({ template }) as unknown as Electron.Menu,
  } satisfies Partial<typeof Electron.Menu>
  class Notification {
    static isSupported: typeof Electron.Notification.isSupported = () => true
    private press: Listener = () => {}
    constructor(private readonly options: Electron.NotificationConstructorOptions) {}
    on(_event: 'click', listener: Listener) {
      this.press = listener
    }
    show() {
      notices.push({ title: this.options.title ?? '', body: this.options.body ?? '', press: () => this.press() })
    }
  }
  // As on a computer without a store of secrets; `test/main/keyStore` plays one that has it.
  const safeStorage = {
    isAsyncEncryptionAvailable: () => Promise.resolve(false),
  } satisfies Partial<Electron.SafeStorage>
  const nativeTheme = { shouldUseDarkColors: false } satisfies Partial<Electron.NativeTheme>
  const BrowserWindow = windowClass(windows, app)
  const module = {
    ...{ app, BrowserWindow, protocol, ipcMain, dialog, shell, Menu, Notification, nativeTheme, safeStorage },
    session: { defaultSession: session },
  } satisfies Partial<Record<keyof typeof Electron, unknown>>
  return { module, app, windows, schemes, handlers, ipc, given, session, dialog, saveAnswer, shell, Menu, notices }
}

export type StandIn = ReturnType<typeof standIn>
