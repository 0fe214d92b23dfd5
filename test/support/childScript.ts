import { OfficeError } from '#core/db/officeErrors'
import { openOffice } from '#core/office'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveOffice } from '../../electron/server/host'

/** An office in a process of its own: opens the folder, serves it, and says in one line of JSON where, or why not. */
const [dataDir = '', resourcesDir = '', moment = '', user = ''] = process.argv.slice(2)

const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

try {
  // Only now: the files of the program itself may be readable for nobody but the one who started it.
  if (user !== '') process.setuid!(Number(user))
  const clock = { now: () => new Date(moment) }
  // Where workers were built with it, they are used.
  const workersDir = existsSync(join(import.meta.dirname, 'pdfWorker.js')) ? import.meta.dirname : undefined
  const office = await openOffice({ dataDir, resourcesDir, workersDir, clock, workstation: 'KENSE-2' })
  const { address } = await serveOffice((request) => office.fetch(request), { host: '127.0.0.1', port: 0 })
  say({ address })
} catch (error) {
  say(error instanceof OfficeError ? { code: error.code, params: error.params } : { code: String(error), params: {} })
  process.exit(3)
}
