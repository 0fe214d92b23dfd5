import type { App, BrowserWindow } from 'electron'
import type { Logger } from 'pino'

/** After so many losses of the page within so long, reloading does not help. Milliseconds. */
const MOST_RELOADS = 3
const RELOADS_WITHIN = 60_000
/** A page that does not answer for so long is ended and loaded anew. Milliseconds. */
const PATIENCE = 30_000

/** A fault nobody caught: written down, shown, and the program ends. It never goes on in a state nobody knows. */
export function endOnFault(log: Logger, end: (error: unknown) => void): void {
  const fatal = (error: unknown) => {
    log.fatal(error)
    end(error)
  }
  process.on('uncaughtException', fatal)
  process.on('unhandledRejection', fatal)
}

/**
 * Brings a lost or frozen page back. The office lives in this process, not in the page, so nothing registered is lost, and drafts are kept by the page itself. The
 * third loss within a minute ends the program through `end`.
 */
export function bringPageBack(window: BrowserWindow, log: Logger, end: (error: unknown) => void): void {
  const contents = window.webContents
  let lost: number[] = []
  let waiting: NodeJS.Timeout | undefined
  contents.on('render-process-gone', (_event, details) => {
    log.error({ details }, 'page lost')
    const now = Date.now()
    lost = [...lost.filter((moment) => now - moment < RELOADS_WITHIN), now]
    if (lost.length < MOST_RELOADS) contents.reload()
    else end(new Error(`page lost ${lost.length} times: ${details.reason}`))
  })
  window.on('unresponsive', () => {
    log.warn('page does not answer')
    waiting ??= setTimeout(() => {
      waiting = undefined
      contents.forcefullyCrashRenderer()
    }, PATIENCE)
  })
  window.on('responsive', () => {
    clearTimeout(waiting)
    waiting = undefined
  })
  window.on('closed', () => clearTimeout(waiting))
}

/** Writes down the loss of a helper process (GPU, network); Chromium starts it again by itself. */
export function noteLostHelpers(app: Pick<App, 'on'>, log: Logger): void {
  app.on('child-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') log.warn({ details }, 'helper process lost')
  })
}
