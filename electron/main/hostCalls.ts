import type { BrowserWindow, IpcMain } from 'electron'
import type { Logger } from 'pino'
import { CHANNELS, type HostFault, type HostOutcome, type Printer, type PrintOptions } from '../preload/bridge'
import { printOptionsOf } from './printPdf'
import { fromOurPage } from './senders'

/** What the page may ask of the desktop, each answered by one function. All arguments cross as text. */
export interface HostCalls {
  printers(): Promise<Printer[]>
  printPdf(path: string, options: PrintOptions): Promise<HostOutcome>
  saveFile(path: string, suggestedName: string): Promise<HostOutcome>
  notify(title: string, body: string): Promise<HostOutcome>
}

// Longer text than this has no honest use in a path, a name or a notification; the wording of a slip that is being tried out stands in its path.
const LONGEST_ARGUMENT = 8000

/** Answers the calls of one window. A sender that is not its page, or arguments that are not short text, get `refused`; a fault is written down and gets `failed`. */
export function answerHostCalls(ipc: Pick<IpcMain, 'handle'>, window: BrowserWindow, calls: HostCalls, log: Logger): void {
  const answer = <Answer>(channel: string, count: number, call: (...args: string[]) => Promise<Answer>) =>
    ipc.handle(channel, async (event, ...args: unknown[]): Promise<Answer | HostFault> => {
      if (!fromOurPage(event, window) || args.length !== count || !args.every(isShortText)) return 'refused'
      try {
        return await call(...args)
      } catch (error) {
        log.error(error, channel)
        return 'failed'
      }
    })
  answer(CHANNELS.printers, 0, () => calls.printers())
  answer(CHANNELS.printPdf, 5, async (path = '', ...way): Promise<HostOutcome> => {
    const options = printOptionsOf(way)
    return options ? calls.printPdf(path, options) : 'refused'
  })
  answer(CHANNELS.saveFile, 2, (path = '', name = '') => calls.saveFile(path, name))
  answer(CHANNELS.notify, 2, (title = '', body = '') => calls.notify(title, body))
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_ARGUMENT
}
