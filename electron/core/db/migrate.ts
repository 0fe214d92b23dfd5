import { statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Connection } from './driver'
import { storageFault } from './driverErrors'
import { MIGRATIONS, type Migration } from './migrations'
import { asOfficeError, OfficeError } from './officeErrors'

/** Marks the file as a register of ours («KIRI»), so that a stranger's database is not taken for one. */
const APPLICATION_ID = 0x4b495249
/** Above this size the check of every page would keep the clerk waiting; damage then shows when it is met. */
const CHECKED_BYTES = 500 * 1024 * 1024

/**
 * Brings a register's file to the present schema before anything else opens it: a copy first (`copies/before-v<N>-<moment>.db`), then each step in one transaction. Errors:
 * `newer_version`, `damaged`, `migration_failed` (parameter `copy`), `read_only`, `full`. `moment` names the copy (UTC).
 */
export async function migrate(file: string, moment: string, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  const connection = await openForMigration(file)
  try {
    const from = await storedVersion(connection, file)
    const latest = migrations.at(-1)?.version ?? 0
    if (from > latest) throw new OfficeError('newer_version', { file, version: String(from), known: String(latest) })
    if (from === latest) return
    await prepareFile(connection, file)
    const copy = from === 0 ? '' : await copyBefore(connection, file, from, moment)
    for (const step of migrations.filter(({ version }) => version > from)) await runStep(connection, step, file, copy)
  } finally {
    await connection.close()
  }
}

async function openForMigration(file: string): Promise<Connection> {
  try {
    return await Connection.open(file)
  } catch (error) {
    throw asOfficeError(error, file)
  }
}

/** Only for a file that is known to be ours: the journal mode is written into the file. */
async function prepareFile(connection: Connection, file: string): Promise<void> {
  try {
    await connection.execute('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  } catch (error) {
    throw asOfficeError(error, file)
  }
}

/** The file's schema version; 0 for an empty one, also when the very first start was cut off before its tables were made. */
async function storedVersion(connection: Connection, file: string): Promise<number> {
  try {
    const [tables] = await connection.rows<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema')
    if (tables?.count === 0) return 0
    const [id] = await connection.rows<{ application_id: number }>('PRAGMA application_id')
    const [version] = await connection.rows<{ user_version: number }>('PRAGMA user_version')
    if (id?.application_id !== APPLICATION_ID) throw new OfficeError('damaged', { file })
    if (statSync(file).size <= CHECKED_BYTES) {
      const [check] = await connection.rows<{ quick_check: string }>('PRAGMA quick_check(1)')
      if (check?.quick_check !== 'ok') throw new OfficeError('damaged', { file })
    }
    return version?.user_version ?? 0
  } catch (error) {
    throw asOfficeError(error, file)
  }
}

async function copyBefore(connection: Connection, file: string, from: number, moment: string): Promise<string> {
  const copy = join(dirname(file), 'copies', `before-v${from + 1}-${moment.replace(/[:.]/g, '-')}.db`)
  try {
    await mkdir(dirname(copy), { recursive: true })
    await connection.rows('VACUUM INTO ?', [copy])
    return copy
  } catch (error) {
    throw asOfficeError(error, file)
  }
}

async function runStep(connection: Connection, step: Migration, file: string, copy: string): Promise<void> {
  try {
    await connection.execute(
      `BEGIN IMMEDIATE; ${step.sql}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${step.version}; COMMIT`,
    )
  } catch (error) {
    await connection.execute('ROLLBACK').catch(() => {})
    if (storageFault(error) === 'full') throw asOfficeError(error, file)
    throw new OfficeError('migration_failed', { step: `${step.version} ${step.name}`, copy }, { cause: error })
  }
}
