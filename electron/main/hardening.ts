import type { App, Session, WebContents } from 'electron'
import { isOurs } from './origin'
import { safeOpen } from './safeOpen'

// Electron shows a PDF by Chromium's own built-in viewer, which has this address in every build.
const PDF_VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'

/** Guards every page the program will ever hold, whichever window makes it: no way out of our origin, no new window, no embedded guest. */
export function guardContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      // A link to a state site opens in the clerk's own browser; anything else opens nowhere.
      void safeOpen(url)
      return { action: 'deny' }
    })
  })
}

function guardNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    const framed = !event.isMainFrame && (event.url.startsWith(PDF_VIEWER) || isOurBlob(event.url))
    if (!isOurs(event.url) && !framed) event.preventDefault()
  })
}

/**
 * Closes what Electron leaves open in a session: every permission and device is refused, every request to another origin is cancelled. The program needs no network at all.
 * Outside an installed program DevTools may load their own pages.
 */
export function guardSession(session: Session, packaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url, packaged) }))
  session.on('will-download', (event, item) => {
    if (!isOurs(item.getURL()) && !isOurBlob(item.getURL())) event.preventDefault()
  })
}

function mayRequest(url: string, packaged: boolean): boolean {
  if (isOurs(url) || isOurBlob(url) || url.startsWith(PDF_VIEWER)) return true
  // Inline images of our own style sheets; they carry their content and reach nobody.
  if (url.startsWith('data:')) return true
  return !packaged && url.startsWith('devtools:')
}

function isOurBlob(url: string): boolean {
  return url.startsWith('blob:') && isOurs(url.slice('blob:'.length))
}
