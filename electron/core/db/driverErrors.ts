/** The only place that reads the driver's error codes. */

export type StorageFault = 'full' | 'read_only' | 'damaged' | 'busy' | 'unique'

interface DriverError {
  code?: unknown
  message?: unknown
  driverError?: unknown
}

const BY_CODE: Readonly<Record<string, StorageFault>> = {
  SQLITE_FULL: 'full',
  SQLITE_READONLY: 'read_only',
  SQLITE_CANTOPEN: 'read_only',
  SQLITE_PERM: 'read_only',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'damaged',
  SQLITE_BUSY: 'busy',
  ENOSPC: 'full',
  EROFS: 'read_only',
  EACCES: 'read_only',
  EPERM: 'read_only',
}

/** What a failed statement or file operation means, or `undefined` when it is none of the known faults. */
export function storageFault(error: unknown): StorageFault | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, message, driverError } = error as DriverError
  if (driverError) return storageFault(driverError)
  // The driver gives one code to all constraints; only its text tells them apart.
  if (code === 'SQLITE_CONSTRAINT') return /UNIQUE constraint failed/.test(String(message)) ? 'unique' : undefined
  // An I/O error while writing is most often a disk that is full or gone; SQLite has rolled back.
  if (code === 'SQLITE_IOERR') return 'full'
  return typeof code === 'string' ? BY_CODE[code] : undefined
}

/** Columns named by a broken unique constraint, e.g. `['appeals.request_id']`. */
export function brokenUnique(error: unknown): string[] {
  const { message, driverError } = error as DriverError
  const match = /UNIQUE constraint failed: (.+)$/m.exec(String((driverError as DriverError | undefined)?.message ?? message))
  return match ? match[1]!.split(',').map((column) => column.trim()) : []
}
