import { openOffice, type Office } from '#core/office'
import { OfficeError } from '#core/db/officeErrors'
import { localeOfSystem, translatorFor, type Translator } from '#shared/i18n'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import open from 'open'
import { destination, pino, type Logger } from 'pino'
import packageFile from '../../package.json'
import { BadArgument, defaultDataDir, readArguments, type ServerArguments } from './arguments'
import { isLoopback, namesOf, serveOffice, type RunningHost } from './host'

const here = dirname(fileURLToPath(import.meta.url))
const resourcesDir = join(here, '../../resources')
const rendererDir = join(here, '../renderer')

const say = translatorFor(localeOfSystem(process.env))
const dataDirByDefault = defaultDataDir(process.platform, process.env)

await main().catch((error: unknown) => {
  console.error(faultText(error, say))
  process.exitCode = 1
})

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2))
  if (asked.help) return console.log(say('host.help', { dataDir: dataDirByDefault }))
  const temporary = asked.demo && asked.data === undefined
  const dataDir = temporary ? mkdtempSync(join(tmpdir(), 'kiris-demo-')) : (asked.data ?? dataDirByDefault)
  const { address, stop } = await startHost(asked, dataDir)
  console.log(say('host.address', { address }))
  console.log(say('host.data', { dir: dataDir }))
  if (temporary) console.log(say('host.demo'))
  if (!isLoopback(asked.host)) console.log(say('host.open'))
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    await stop()
    if (temporary) rmSync(dataDir, { recursive: true, force: true })
    console.log(say('host.stopped'))
    process.exit(0)
  }
  // A second signal must not cut the closing short.
  process.on('SIGINT', () => void (closing ??= close()))
  process.on('SIGTERM', () => void (closing ??= close()))
  if (asked.open && hasDisplay()) await open(address).catch(() => {})
}

/** Opens the office and serves it. The port is bound before requests can come, because the handler must know the names it may be called by. */
async function startHost(asked: ServerArguments, dataDir: string): Promise<{ address: string; stop(): Promise<void> }> {
  let answer = async (_request: Request): Promise<Response> =>
    new Response(null, { status: 503, headers: { 'retry-after': '1' } })
  const running = await serveOffice((request) => answer(request), asked)
  try {
    const office = await openOffice({
      dataDir,
      resourcesDir,
      rendererDir,
      workersDir: here,
      log: logFile(dataDir),
      demo: asked.demo,
      listPeople: isLoopback(asked.host),
      allowedHosts: namesOf(asked.host, Number(new URL(running.address).port || 80)),
      version: packageFile.version,
    })
    answer = (request) => office.fetch(request)
    return { address: running.address, stop: () => hangUpAndStop(running, office) }
  } catch (error) {
    await running.stop()
    throw error
  }
}

/** Windows keep a line open on which they hear of changes; the host would wait for it for ever. */
async function hangUpAndStop(running: RunningHost, office: Office): Promise<void> {
  office.hangUp()
  await running.stop()
  await office.close()
}

/** The log holds faults and references, never what was typed. */
function logFile(dataDir: string): Logger {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return pino(
      { level: 'info', base: { pid: process.pid } },
      destination({ dest: join(dataDir, 'kiris.log'), mkdir: true, sync: true }),
    )
  } catch {
    // A folder that cannot be written to is reported by the office itself, in words.
    return pino({ enabled: false })
  }
}

function faultText(error: unknown, say: Translator): string {
  if (error instanceof OfficeError) {
    return `${say(`errors.office.${error.code}.title`)}\n${say(`errors.office.${error.code}.text`, error.params)}`
  }
  if (error instanceof BadArgument) return say('host.badArgument', { argument: error.message })
  const code = (error as NodeJS.ErrnoException).code
  const asked = readArguments(process.argv.slice(2))
  if (code === 'EADDRINUSE') return say('host.portTaken', { port: asked.port })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES') return say('host.hostUnknown', { host: asked.host })
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}
