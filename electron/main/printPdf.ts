import { BrowserWindow, type WebContents } from 'electron'
import type { HostOutcome } from '../preload/bridge'
import { documentUrl } from './origin'
import { printWindowOptions } from './windowOptions'

// The viewer lays the document out after the page around it has loaded; printed earlier, the sheet is empty. Milliseconds.
const VIEWER_TIME = 3000

/**
 * Shows the print dialog for a document of the core, in a hidden window of its own that is closed in any case. The document is asked for in the session of the caller, so
 * the core decides whether they may see it.
 */
export async function printPdf(path: string, fetch: (request: Request) => Promise<Response>): Promise<HostOutcome> {
  const url = documentUrl(path)
  if (!url) return 'refused'
  // Asked first: the viewer would print an error page as readily as a slip.
  const head = await fetch(new Request(url))
  await head.body?.cancel()
  if (!head.ok || !isPdf(head)) return 'not_found'
  const window = new BrowserWindow(printWindowOptions())
  try {
    const drawn = viewerDrawn(window.webContents)
    await window.loadURL(url)
    await drawn
    return await dialogAnswer(window.webContents)
  } finally {
    if (!window.isDestroyed()) window.destroy()
  }
}

/** Whether an answer carries a PDF. */
export function isPdf(response: Response): boolean {
  return response.headers.get('content-type')?.split(';')[0]?.trim() === 'application/pdf'
}

function viewerDrawn(contents: WebContents): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, VIEWER_TIME)
    contents.on('did-frame-finish-load', (_event, isMainFrame) => {
      if (isMainFrame) return
      clearTimeout(timer)
      resolve()
    })
  })
}

function dialogAnswer(contents: WebContents): Promise<HostOutcome> {
  return new Promise((resolve) => {
    contents.print({ silent: false, printBackground: true }, (success, reason) => {
      if (success) resolve('done')
      else resolve(/cancel/i.test(reason) ? 'cancelled' : 'failed')
    })
  })
}
