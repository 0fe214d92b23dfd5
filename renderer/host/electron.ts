import type { Host } from './index'
import type { Printer, PrintOptions } from './printers'

/** What the preload exposes as `window.kiris`. */
export interface ElectronBridge {
  readonly platform: 'electron'
  readonly version: string
  printers(): Promise<Printer[]>
  printPdf(path: string, options: PrintOptions): Promise<'printed' | 'cancelled'>
  saveFile(path: string, suggestedName: string): Promise<'saved' | 'cancelled'>
  notify(title: string, body: string): void
}

/** The desktop program. */
export function electronHost(bridge: ElectronBridge): Host {
  return {
    platform: 'electron',
    version: bridge.version,
    printers: () => bridge.printers(),
    printPdf: (path, options) => bridge.printPdf(path, options),
    saveFile: (path, suggestedName) => bridge.saveFile(path, suggestedName),
    notify: (title, body) => bridge.notify(title, body),
  }
}
