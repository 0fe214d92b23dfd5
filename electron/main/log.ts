import { mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { destination, pino, type Logger } from 'pino'

const LARGEST_LOG = 5 * 1024 * 1024

/** The log of the program and where it stands. One line of JSON per event, written at once so that the last word before a crash is in it. */
export interface HostLog {
  log: Logger
  path: string
}

/** Opens `kiris.log` in a folder, which is made when missing. A log past 5 MiB is set aside as `kiris.old.log`. A folder that cannot be written gives a log that goes nowhere. */
export function openLog(folder: string): HostLog {
  const path = join(folder, 'kiris.log')
  try {
    mkdirSync(folder, { recursive: true })
    setAside(path, join(folder, 'kiris.old.log'))
    return { log: pino({ base: null }, destination({ dest: path, sync: true })), path }
  } catch {
    // A read-only folder must not keep the program from saying, in a window, that it is read-only.
    return { log: pino({ enabled: false }), path }
  }
}

function setAside(path: string, old: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > LARGEST_LOG) renameSync(path, old)
}
