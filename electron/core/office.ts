import type { Logger } from 'pino'

/** The clock of the office. Injected, so that every rule about time can be proven. */
export interface Clock {
  now(): Date
}

/** What a host gives to open an office. */
export interface OfficeOptions {
  /** Folder of the register: database, lock, copies, logs. Made if missing. */
  dataDir: string
  /** Folder of fonts, data and help (`resources/`). */
  resourcesDir: string
  /** Folder of the built renderer; without it only `/rpc` and `/files` answer. */
  rendererDir?: string | undefined
  clock?: Clock | undefined
  timeZone?: string | undefined
  log?: Logger | undefined
  /** Fill an empty office with the demo material. */
  demo?: boolean | undefined
  /** Whether sign-in may list the people: true where only this computer reaches the program. */
  listPeople?: boolean | undefined
  /** Hosts that may be named in a request (`127.0.0.1:4180`); everything else is refused. */
  allowedHosts?: readonly string[] | undefined
  /** Shown in the history beside the actor. */
  workstation?: string | undefined
  version?: string | undefined
}

/** An opened office: one function that answers every request, in any host. */
export interface Office {
  fetch(request: Request): Promise<Response>
  /** Finishes what is under way, closes the database and gives the lock back. */
  close(): Promise<void>
}

/**
 * Opens the office in a data folder. Rejects with an `OfficeError` (`core/db/officeErrors`): `locked` (who holds it), `newer_version`, `damaged`, `read_only`,
 * `migration_failed`.
 */
export async function openOffice(_options: OfficeOptions): Promise<Office> {
  throw new Error('under construction')
}
