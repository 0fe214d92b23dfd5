import { openOffice, type Office } from '#core/office'
import { app, BrowserWindow, dialog, ipcMain, nativeTheme, protocol, safeStorage, session } from 'electron'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { bringPageBack, endOnFault, noteLostHelpers } from './failures'
import { guardSession } from './hardening'
import { answerHostCalls, type HostCalls } from './hostCalls'
import { keyStoreOf } from './keyStore'
import { openLog, type HostLog } from './log'
import { setMenu } from './menu'
import { notify } from './notify'
import { asHttp, INNER_HOST } from './officeRequest'
import { noticeOf } from './openFailed'
import { OFFICE_URL } from './origin'
import { printersOf, printPdf } from './printPdf'
import { saveFile } from './saveFile'
import { serveOffice } from './scheme'
import { withSessionJar } from './sessionJar'
import { windowOptions } from './windowOptions'
import { bindZoomKeys } from './zoom'

// Closing waits for what is under way; a disk that no longer answers must not keep the program open for ever. Milliseconds.
const LONGEST_CLOSING = 10_000

const built = (path: string) => join(import.meta.dirname, '..', path)

/** Opens the office in a folder, serves it on our scheme and shows it in one window. Runs once, in the only instance. An office that does not open is explained, and the program ends. */
export async function startKiris(dataDir: string, demo: boolean): Promise<void> {
  const hostLog = openLog(join(app.getPath('userData'), 'logs'))
  const end = (error: unknown) => endWithNotice(error, hostLog)
  endOnFault(hostLog.log, end)
  noteLostHelpers(app, hostLog.log)
  await app.whenReady()
  guardSession(session.defaultSession, app.isPackaged)
  setMenu(app.isPackaged)
  try {
    const keyStore = await keyStoreOf(safeStorage)
    const office = await openOffice({ dataDir, demo, keyStore, ...officeOptions(hostLog) })
    closeWithApp(office)
    const fetch = withSessionJar((request) => office.fetch(asHttp(request)))
    serveOffice(protocol, fetch, (error) => hostLog.log.error(error, 'request failed'))
    await showWindow(fetch, hostLog)
  } catch (error) {
    hostLog.log.fatal(error, 'start failed')
    end(error)
  }
}

function officeOptions({ log }: HostLog) {
  return {
    resourcesDir: join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources'),
    rendererDir: built('renderer'),
    workersDir: built('main'),
    // Only this computer reaches the program, so sign-in may show who works here.
    listPeople: true,
    allowedHosts: [INNER_HOST],
    workstation: hostname(),
    version: app.getVersion(),
    log,
  }
}

async function showWindow(fetch: (request: Request) => Promise<Response>, { log, path }: HostLog): Promise<void> {
  const setting = { packaged: app.isPackaged, version: app.getVersion(), dark: nativeTheme.shouldUseDarkColors }
  const window = new BrowserWindow(windowOptions({ ...setting, preload: built('preload/index.cjs') }))
  const front = () => bringToFront(window)
  app.on('second-instance', front)
  bringPageBack(window, log, (error) => endWithNotice(error, { log, path }))
  bindZoomKeys(window.webContents)
  window.once('ready-to-show', () => window.show())
  const printers = () => printersOf(window.webContents)
  const calls: HostCalls = {
    printers,
    printPdf: (document, options) => printPdf({ path: document, options, printers }, fetch),
    saveFile: (document, suggestedName) => saveFile(window, fetch, { path: document, suggestedName }),
    notify: async (title, body) => notify(title, body, front),
  }
  answerHostCalls(ipcMain, window, calls, log)
  await window.loadURL(OFFICE_URL).catch((error: NodeJS.ErrnoException) => {
    // A page that moves on by itself while loading ends the first load so; it is on its way all the same.
    if (error.code !== 'ERR_ABORTED') throw error
  })
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function closeWithApp(office: Office): void {
  app.on('window-all-closed', () => app.quit())
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    const patience = new Promise((resolve) => setTimeout(resolve, LONGEST_CLOSING))
    void Promise.race([office.close(), patience]).finally(() => app.quit())
  })
}

function endWithNotice(error: unknown, { path }: HostLog): void {
  try {
    const { title, text } = noticeOf(error, path)
    dialog.showErrorBox(title, text)
  } finally {
    app.exit(1)
  }
}
