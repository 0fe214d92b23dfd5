import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Connection } from './driver'
import { storageFault } from './driverErrors'
import { OfficeError } from './officeErrors'

/** Who has the office open, as shown to the one who comes second. */
export interface LockHolder {
  workstation: string
  pid: number
  since: string
}

/**
 * The lock of a data folder: exactly one process owns the register. It is an open transaction on a tiny SQLite file, so the operating system itself gives it back when the process ends,
 * also by a power cut or `kill -9`; there is no stale lock to remove. The holder's name stands beside it in `kiris.lock.json`.
 */
export class FolderLock {
  private constructor(private readonly connection: Connection) {}

  /** Takes the lock. Rejects with `OfficeError` `locked` (parameters `holder`, `since`) or `read_only`. */
  static async take(dataDir: string, holder: LockHolder): Promise<FolderLock> {
    const namePlate = join(dataDir, 'kiris.lock.json')
    let connection: Connection | undefined
    try {
      connection = await Connection.open(join(dataDir, 'kiris.lock'))
      await connection.execute('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
      await writeFile(namePlate, JSON.stringify(holder))
      return new FolderLock(connection)
    } catch (error) {
      await connection?.close()
      const fault = storageFault(error)
      if (fault === 'busy') throw new OfficeError('locked', await describeHolder(namePlate), { cause: error })
      if (fault === 'read_only' || fault === 'full') throw new OfficeError(fault, { file: dataDir }, { cause: error })
      throw error
    }
  }

  /** Gives the lock back. */
  async release(): Promise<void> {
    await this.connection.close()
  }
}

async function describeHolder(namePlate: string): Promise<Record<string, string>> {
  try {
    const holder = JSON.parse(await readFile(namePlate, 'utf8')) as LockHolder
    return { holder: holder.workstation, since: holder.since, pid: String(holder.pid) }
  } catch {
    // The name plate is a courtesy; the lock holds without it.
    return { holder: '?', since: '', pid: '?' }
  }
}
