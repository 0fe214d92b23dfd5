import { browserHost } from './browser'
import { electronHost, type ElectronBridge } from './electron'
import type { Printer, PrintOptions } from './printers'

export { SIDES, type Printer, type PrintOptions, type Sides } from './printers'

/** What only a host can do. Paths are addresses on our own origin, e.g. `/files/slips/12.pdf`. */
export interface Host {
  readonly platform: 'browser' | 'electron'
  /** Version of the desktop program; empty in a browser, where the server's version counts. */
  readonly version: string
  /** The printers of this computer as they are now; `null` where the host does not know them. */
  printers(): Promise<readonly Printer[] | null>
  /**
   * Prints a PDF. In a browser `printed` means only that the print dialog was shown, and everything else is chosen there. Rejects when the PDF or the printer cannot be had, in the desktop program with the message `no_printer`
   * when the printer named is gone.
   */
  printPdf(path: string, options: PrintOptions): Promise<'printed' | 'cancelled'>
  /** Saves a document of the office as a file of that name. */
  saveFile(path: string, suggestedName: string): Promise<'saved' | 'cancelled'>
  /** Shows a notice outside the window, where the system allows it. */
  notify(title: string, body: string): void
}

declare global {
  interface Window {
    readonly kiris?: ElectronBridge
  }
}

/** The host of this window. */
export const host: Host = window.kiris ? electronHost(window.kiris) : browserHost()
