import type { BrowserWindow, IpcMain } from 'electron'
import type { Logger } from 'pino'
import { CHANNELS, type HostOutcome } from '../preload/bridge'
import { fromOurPage } from './senders'

/** What the page may ask of the desktop, each answered by one function. All arguments are text. */
export interface HostCalls {
  printPdf(path: string): Promise<HostOutcome>
  saveFile(path: string, suggestedName: string): Promise<HostOutcome>
  notify(title: string, body: string): Promise<HostOutcome>
}

// Longer text than this has no honest use in a path, a name or a notification.
const LONGEST_ARGUMENT = 1000

/** Answers the calls of one window. A sender that is not its page, or arguments that are not short text, get `refused`; a fault is written down and gets `failed`. */
export function answerHostCalls(ipc: Pick<IpcMain, 'handle'>, window: BrowserWindow, calls: HostCalls, log: Logger): void {
  const answer = (channel: string, count: number, call: (...args: string[]) => Promise<HostOutcome>) =>
    ipc.handle(channel, async (event, ...args: unknown[]): Promise<HostOutcome> => {
      if (!fromOurPage(event, window) || args.length !== count || !args.every(isShortText)) return 'refused'
      try {
        return await call(...args)
      } catch (error) {
        log.error(error, channel)
        return 'failed'
      }
    })
  answer(CHANNELS.printPdf, 1, (path = '') => calls.printPdf(path))
  answer(CHANNELS.saveFile, 2, (path = '', name = '') => calls.saveFile(path, name))
  answer(CHANNELS.notify, 2, (title = '', body = '') => calls.notify(title, body))
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_ARGUMENT
}
