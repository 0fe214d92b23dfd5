import { BrowserWindow, type WebContents, type WebContentsPrintOptions } from 'electron'
import { SIDES, type HostOutcome, type Printer, type PrintOptions, type Sides } from '../preload/bridge'
import { documentUrl } from './origin'
import { pageSizeOf, type PrintedPage } from './pageSize'
import { printWindowOptions } from './windowOptions'

// The viewer lays the document out after the page around it has loaded; printed earlier, the sheet is empty. Milliseconds, and so many more for each megabyte.
const VIEWER_TIME = 3000
const VIEWER_TIME_PER_MB = 300

// More than these are asked for by a slip of the hand.
const MOST_COPIES = 99
// Names of printers are shorter on every system.
const LONGEST_NAME = 300

/** A way of printing from the words of a page, or `null` when a word is none of those a page may say. */
export function printOptionsOf([deviceName = '', copies = '', duplexMode = '', silent = '']: string[]): PrintOptions | null {
  const count = /^[1-9]\d?$/.test(copies) ? Number(copies) : 0
  if (count < 1 || count > MOST_COPIES || deviceName.length > LONGEST_NAME || /\p{Cc}/u.test(deviceName)) return null
  if (!isSides(duplexMode) || (silent !== 'true' && silent !== 'false')) return null
  // Without a name the system would choose, and a slip with personal data would come out somewhere unseen.
  if (silent === 'true' && deviceName === '') return null
  return { deviceName, copies: count, duplexMode, silent: silent === 'true' }
}

function isSides(word: string): word is Sides {
  return (SIDES as readonly string[]).includes(word)
}

/** The printers of this computer, by the name people see. */
export async function printersOf(contents: Pick<WebContents, 'getPrintersAsync'>): Promise<Printer[]> {
  const found = await contents.getPrintersAsync()
  return found.map(({ name, displayName, description, options }) => ({
    name,
    displayName: displayName || name,
    description,
    isDefault: isDefault(options),
  }))
}

// Only CUPS says which printer is the usual one, by a bit of its `printer-type` (CUPS_PRINTER_DEFAULT); Windows does not tell a program of this kind.
function isDefault(options: object): boolean {
  const type: unknown = 'printer-type' in options ? options['printer-type'] : 0
  return (Number(type) & 0x20000) !== 0
}

/**
 * Puts a document of the core on paper, through the system's dialog or straight to a printer, from a hidden window of its own that is closed in any case. The document is asked for in the session of the caller, so
 * the core decides whether they may see it. The paper is the document's own size: printed silently without one, Electron takes A4 or the printer's default and shrinks a slip to a corner of it.
 */
export async function printPdf(
  { path, options, printers }: { path: string; options: PrintOptions; printers: () => Promise<Printer[]> },
  fetch: (request: Request) => Promise<Response>,
): Promise<HostOutcome> {
  const url = documentUrl(path)
  if (!url) return 'refused'
  // Asked first: the viewer would print an error page as readily as a slip.
  const document = await fetch(new Request(url))
  if (!document.ok || !isPdf(document)) {
    await document.body?.cancel()
    return 'not_found'
  }
  const megabytes = Number(document.headers.get('content-length') ?? 0) / 1e6
  const page = await pageSizeOf(document)
  const { deviceName } = options
  if (deviceName !== '' && !(await printers()).some(({ name }) => name === deviceName)) return 'no_printer'
  const window = new BrowserWindow(printWindowOptions())
  try {
    const drawn = viewerDrawn(window.webContents, VIEWER_TIME + VIEWER_TIME_PER_MB * megabytes)
    await window.loadURL(url)
    await drawn
    return await printed(window.webContents, onPaper(options, page))
  } finally {
    if (!window.isDestroyed()) window.destroy()
  }
}

function onPaper({ deviceName, copies, duplexMode, silent }: PrintOptions, page: PrintedPage | null): WebContentsPrintOptions {
  return {
    silent,
    ...(deviceName !== '' && { deviceName }),
    copies,
    duplexMode,
    // The document has its own margins and its own size.
    margins: { marginType: 'none' },
    scaleFactor: 100,
    printBackground: true,
    ...(page ?? { usePrinterDefaultPageSize: true }),
  }
}

/** Whether an answer carries a PDF. */
export function isPdf(response: Response): boolean {
  return response.headers.get('content-type')?.split(';')[0]?.trim() === 'application/pdf'
}

function viewerDrawn(contents: WebContents, longest: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longest)
    contents.on('did-frame-finish-load', (_event, isMainFrame) => {
      if (isMainFrame) return
      clearTimeout(timer)
      resolve()
    })
  })
}

function printed(contents: WebContents, options: WebContentsPrintOptions): Promise<HostOutcome> {
  return new Promise((resolve) => {
    contents.print(options, (success, reason) => {
      if (success) resolve('done')
      else resolve(/cancel/i.test(reason) ? 'cancelled' : 'failed')
    })
  })
}
