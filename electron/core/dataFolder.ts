import { accessSync, constants, existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { asOfficeError } from './db/officeErrors'

/** Name of the register's file in the data folder. */
export const REGISTER_FILE = 'kiris.db'
/** Name of the folder in it where the templates of the letters lie. */
export const TEMPLATES_FOLDER = 'templates'
/** Name of the folder in it where the files of letters lie. */
export const FILES_FOLDER = 'files'

/** Makes the folder of the register, for its owner alone, and makes sure that it can be written to. Rejects with an `OfficeError`. */
export async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK)
    // SQLite would open such a file without a word and refuse the first registration.
    const file = join(dataDir, REGISTER_FILE)
    if (existsSync(file)) accessSync(file, constants.W_OK)
  } catch (error) {
    throw asOfficeError(error, dataDir)
  }
}
