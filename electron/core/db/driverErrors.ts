/** The only place that reads the driver's error codes. */

export type StorageFault = 'full' | 'read_only' | 'damaged' | 'busy'

interface DriverError {
  code?: unknown
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
  const { code, driverError } = error as DriverError
  if (driverError) return storageFault(driverError)
  // An I/O error while writing is most often a disk that is full or gone; SQLite has rolled back.
  if (code === 'SQLITE_IOERR') return 'full'
  return typeof code === 'string' ? BY_CODE[code] : undefined
}
