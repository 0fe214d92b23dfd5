/** A printer of this computer: `name` as the system calls it, `displayName` as people see it. */
export interface Printer {
  readonly name: string
  readonly displayName: string
  readonly description: string
  readonly isDefault: boolean
}

/** Sides of a sheet that are printed on; two-sided sheets are turned over the long edge or the short one. */
export const SIDES = ['simplex', 'longEdge', 'shortEdge'] as const
export type Sides = (typeof SIDES)[number]

/** How a document goes to paper. */
export interface PrintOptions {
  /** `Printer.name`; empty = the system's own choice. */
  readonly deviceName: string
  /** 1…99. */
  readonly copies: number
  readonly duplexMode: Sides
  /** Straight to the printer, without the system's dialog. */
  readonly silent: boolean
}

/**
 * What a page gets from the desktop that it cannot do itself. `window.kiris` is exactly this; in a browser it is missing and `renderer/host` takes the browser's own means.
 * Paths are those of the core's documents (`/files/…`). A call that fails rejects with an `Error` whose message is a `HostFault`.
 */
export interface KirisBridge {
  readonly platform: 'electron'
  /** Version of the program, `major.minor.patch`. */
  readonly version: string
  /** The printers of this computer as they are now. */
  printers(): Promise<Printer[]>
  /** Puts a PDF on paper of its own size. `printed` once it was handed to the printer. */
  printPdf(path: string, options: PrintOptions): Promise<'printed' | 'cancelled'>
  /** Asks where to, then writes a PDF there. The name is a proposal; signs no file name can hold are replaced. */
  saveFile(path: string, suggestedName: string): Promise<'saved' | 'cancelled'>
  /** Shows a notification of the desktop; pressing it brings the window to the front. Without notifications on the desktop nothing happens. */
  notify(title: string, body: string): void
}

/**
 * Why it was not done: `refused` a sender, a path or a way of printing that is not ours, `not_found` no such document for this person, `no_printer` the printer named is not there, `full` and `read_only` the
 * disk, `failed` anything else.
 */
export type HostFault = 'refused' | 'not_found' | 'no_printer' | 'full' | 'read_only' | 'failed'

/** How a call ended, as it crosses from the main process: a word, not an error, because an error keeps only its message on the way. */
export type HostOutcome = 'done' | 'cancelled' | HostFault

/** Names of the messages between the page's side and the main process. */
export const CHANNELS = {
  printers: 'kiris:printers',
  printPdf: 'kiris:print-pdf',
  saveFile: 'kiris:save-file',
  notify: 'kiris:notify',
} as const
