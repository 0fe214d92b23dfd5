import { calendarOf, type TermBook } from '#shared/domain'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { History } from './audit/history.service'
import { openReader } from './db/database'
import { MIGRATIONS } from './db/migrations/index'
import { asOfficeError, OfficeError } from './db/officeErrors'
import { ENTITIES } from './entities'
import { REGISTER_FILE } from './dataFolder'
import { Settings, termBookOf } from './settings/settings.service'
import { readShipped } from './setup/shipped.service'

/** What terms are counted by in an office that has just been opened: the shipped calendar, rules and hours. */
export async function shippedBook(resourcesDir: string): Promise<TermBook> {
  const { calendar, law, terms, shortTerms, suggestion } = await readShipped(resourcesDir)
  const { week, dayEnds, countingStart } = suggestion.rules
  return { calendar: calendarOf(calendar, week, law), rules: terms, shortRules: shortTerms, dayEnds, countingStart }
}

/**
 * What terms are counted by in the office of a data folder, also while the program has it open. Nothing is written. Rejects with an `OfficeError`: `no_register`, `newer_version`,
 * `older_version` (open it with the program once), `damaged`.
 */
export async function keptBook(dataDir: string, resourcesDir: string): Promise<TermBook> {
  const file = join(dataDir, REGISTER_FILE)
  if (!existsSync(file)) throw new OfficeError('no_register', { file })
  const { law } = await readShipped(resourcesDir)
  const known = MIGRATIONS.at(-1)!.version
  const reader = await openReader(file, ENTITIES).catch((error: unknown) => {
    throw asOfficeError(error, file)
  })
  try {
    const [stored] = await reader.view.rows<{ user_version: number }>('PRAGMA user_version')
    const version = stored!.user_version
    if (version !== known) {
      const code = version > known ? 'newer_version' : 'older_version'
      throw new OfficeError(code, { file, version: String(version), known: String(known) })
    }
    const office = await new Settings(new History(), law).state(reader.view)
    if (!office) throw new OfficeError('no_register', { file })
    return termBookOf(office)
  } catch (error) {
    throw asOfficeError(error, file)
  } finally {
    await reader.close()
  }
}
