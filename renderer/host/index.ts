import { browserHost } from './browser'
import { electronHost, type ElectronBridge } from './electron'

/** What only a host can do. Paths are addresses on our own origin, e.g. `/files/slips/12.pdf`. */
export interface Host {
  readonly platform: 'browser' | 'electron'
  /** Version of the desktop program; empty in a browser, where the server's version counts. */
  readonly version: string
  /** Prints a PDF. In a browser `printed` means only that the print dialog was shown. Rejects when the PDF or the printer cannot be had. */
  printPdf(path: string): Promise<'printed' | 'cancelled'>
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
