import type { Host } from './index'

/** What the preload exposes as `window.kiris`. */
export interface ElectronBridge {
  readonly platform: 'electron'
  readonly version: string
  printPdf(path: string): Promise<'printed' | 'cancelled'>
  saveFile(path: string, suggestedName: string): Promise<'saved' | 'cancelled'>
  notify(title: string, body: string): void
}

/** The desktop program. */
export function electronHost(bridge: ElectronBridge): Host {
  return {
    platform: 'electron',
    version: bridge.version,
    printPdf: (path) => bridge.printPdf(path),
    saveFile: (path, suggestedName) => bridge.saveFile(path, suggestedName),
    notify: (title, body) => bridge.notify(title, body),
  }
}
