import { hostname } from 'node:os'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { Applicants } from './applicants/applicants.service'
import { Attachments } from './attachments/attachments.service'
import { keepFiles } from './attachments/keeping'
import { History } from './audit/history.service'
import { Books } from './books/books.service'
import { Closings } from './closings/closings.service'
import { Control } from './control/control.service'
import { FILES_FOLDER, makeDataFolder, REGISTER_FILE, TEMPLATES_FOLDER } from './dataFolder'
import { Database } from './db/database'
import { FolderLock } from './db/folderLock'
import { migrate } from './db/migrate'
import { asOfficeError } from './db/officeErrors'
import { Deadlines } from './deadlines/deadlines.service'
import { Decisions } from './decisions/decisions.service'
import { Signing } from './decisions/signing.service'
import { fillDemo } from './demo/fillDemo'
import { Directory } from './directory/directory.service'
import { Drafts } from './drafts/drafts.service'
import { ENTITIES } from './entities'
import { Changes } from './http/changes'
import { Filing } from './filing/filing.service'
import { requestHandler } from './http/handler'
import { officeRouter } from './http/router'
import { StaticFiles } from './http/staticFiles'
import { Journals } from './journals/journal.service'
import { Letters } from './letters/letters.service'
import { Templates } from './letters/templates.service'
import { LogoStore } from './papers/logo'
import { Papers } from './papers/papers.service'
import { People } from './people/people.service'
import { Proof } from './proof/proof.service'
import { Confidence } from './register/confidence.service'
import { Register } from './register/register.service'
import { Desks } from './routing/desks.service'
import { Routing } from './routing/routing.service'
import { Tasks } from './routing/tasks.service'
import { Sessions } from './session/sessions.service'
import { Throttle } from './session/throttle'
import { Settings } from './settings/settings.service'
import { Setup } from './setup/setup.service'
import { readShipped, type Shipped } from './setup/shipped.service'
import { Slips } from './slips/slips.service'
import { Structure } from './structure/structure.service'
import { useFonts } from './paper/fonts'

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
  /** Hosts that may be named in a request (`127.0.0.1:4180`); everything else is refused. Empty = any. */
  allowedHosts?: readonly string[] | undefined
  /** Shown in the history beside the actor. */
  workstation?: string | undefined
  version?: string | undefined
  /** The operating system's own store of secrets, where the host offers one; keys are kept sealed with it. */
  keyStore?: KeyStore | undefined
  /** Folder of the built workers (`bookWorker.js`, `pdfWorker.js`) and of the checker's script (`checker.js`). */
  workersDir?: string | undefined
}

/** Seals a secret so that only this computer's user can open it. */
export interface KeyStore {
  seal(secret: Uint8Array): Uint8Array | Promise<Uint8Array>
  open(sealed: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** An opened office: one function that answers every request, in any host. */
export interface Office {
  fetch(request: Request): Promise<Response>
  /** Ends the answers that would never end by themselves: the lines on which windows hear of changes. Before a host waits for what is under way. */
  hangUp(): void
  /** Finishes what is under way, closes the database and gives the lock back; once, however often it is called. */
  close(): Promise<void>
}

const systemClock: Clock = { now: () => new Date() }

/**
 * Opens the office in a data folder. Rejects with an `OfficeError` (`core/db/officeErrors`): `locked` (who holds it), `newer_version`, `damaged`, `read_only`, `full`, `migration_failed`.
 */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  const { dataDir, clock = systemClock, workstation = hostname() } = options
  await makeDataFolder(dataDir)
  const at = clock.now().toISOString()
  const lock = await FolderLock.take(dataDir, { workstation, pid: process.pid, since: at })
  try {
    const file = join(dataDir, REGISTER_FILE)
    await migrate(file, at)
    const db = await Database.open(file, ENTITIES)
    const changes = new Changes()
    const endings: Ending[] = []
    const fetch = await compose(db, changes, { ...options, clock, workstation, endings }).catch(async (error: unknown) => {
      await endAll(endings)
      await db.close()
      throw error
    })
    let closed: Promise<void> | undefined
    const close = (): Promise<void> => {
      changes.end()
      return (closed ??= endAll(endings)
        .then(() => db.close())
        .then(() => lock.release()))
    }
    return { fetch, hangUp: () => changes.end(), close }
  } catch (error) {
    await lock.release()
    throw asOfficeError(error, dataDir)
  }
}

/** What an area does before the database is closed: stops its threads, lets go of what it watches. */
type Ending = () => Promise<void>

async function endAll(endings: readonly Ending[]): Promise<void> {
  await Promise.all(endings.map((end) => end()))
}

interface OutgoingNeeds {
  db: Database
  history: History
  register: Register
  tasks: Tasks
  settings: Settings
  people: People
  structure: Structure
  shipped: Shipped
  timeZone: string
}

/** Builds all areas by hand, in order: the composition root. */
async function compose(
  db: Database,
  changes: Changes,
  options: OfficeOptions & { clock: Clock; workstation: string; endings: Ending[] },
): Promise<Office['fetch']> {
  const { clock, workstation, timeZone = 'Asia/Almaty', log = pino({ enabled: false }) } = options
  useFonts(join(options.resourcesDir, 'fonts'))
  const shipped = await readShipped(options.resourcesDir)
  const history = new History()
  const [people, settings, applicants] = [new People(history, timeZone), new Settings(history, shipped.law), new Applicants()]
  const structure = new Structure(people, history)
  const register = new Register(settings, applicants, history, timeZone)
  const [tasks, desks] = [new Tasks(register, people), new Desks(people)]
  const outgoing = await outgoingOf(
    { db, history, register, tasks, settings, people, structure, shipped, timeZone },
    { ...options, log },
  )
  const paper = await papersOf({ db, history, register, settings, timeZone }, { ...options, log })
  for (const threads of [paper.books, paper.attachments.pdfs]) options.endings.push(() => threads.close())
  const { attachments, slips } = paper
  const [sessions, throttle] = [new Sessions(), new Throttle()]
  const setup = new Setup(settings, people, timeZone)
  if (options.demo) {
    const parts = { db, history, changes, people, structure, settings, setup, register, slips, attachments, shipped, timeZone }
    await fillDemo(parts, options.resourcesDir, workstation, clock.now())
  }
  const host = { timeZone, version: options.version ?? '', listPeople: options.listPeople ?? false, demo: options.demo ?? false }
  const router = officeRouter({
    ...{ people, structure, settings, sessions, throttle, host, setup, shipped, register, timeZone, applicants },
    ...outgoing,
    ...paper,
    confidence: new Confidence(register),
    journals: new Journals(),
    drafts: new Drafts(),
    desks,
    control: new Control(desks),
    tasks,
    routing: new Routing(register, people, tasks, structure, timeZone),
    deadlines: new Deadlines(settings, history, timeZone),
  })
  options.endings.push(await keepFiles(attachments, { db, changes, log, now: () => clock.now() }))
  return requestHandler({
    db,
    history,
    changes,
    settings,
    timeZone,
    sessions,
    structure,
    ...paper,
    ...outgoing,
    router,
    files: options.rendererDir ? await StaticFiles.of(options.rendererDir) : null,
    checker: options.workersDir ? { resourcesDir: options.resourcesDir, workersDir: options.workersDir } : null,
    log,
    now: () => clock.now(),
    workstation,
    allowedHosts: options.allowedHosts ?? [],
  })
}

/** What is decided and leaves the office. */
async function outgoingOf(
  { db, history, shipped, ...parts }: OutgoingNeeds,
  { resourcesDir, dataDir, log }: { resourcesDir: string; dataDir: string; log: Logger },
) {
  const { register, people, timeZone } = parts
  const directory = new Directory(history)
  const templates = new Templates(join(resourcesDir, 'letters'), join(dataDir, TEMPLATES_FOLDER))
  const unwritten = await templates.prepare()
  if (unwritten.length > 0)
    log.warn({ files: unwritten }, 'templates of the letters could not be written; the shipped ones are used')
  // A register made by an earlier version gets them too.
  if (await db.read((view) => directory.isEmpty(view))) await db.write((work) => directory.fill(work, shipped.directory))
  const letters = new Letters(register, directory, templates, timeZone)
  const decisions = new Decisions(register, history)
  const signing = new Signing({ ...parts, decisions, letters, directory })
  return { directory, templates, letters, decisions, signing, filing: new Filing(register, directory, people, timeZone) }
}

/** What is put on paper and what comes in on it. */
async function papersOf(
  { history, ...parts }: Pick<OutgoingNeeds, 'db' | 'history' | 'register' | 'settings' | 'timeZone'>,
  options: OfficeOptions & { clock: Clock; log: Logger },
) {
  const { register, settings, timeZone } = parts
  const { clock } = options
  const proof = await Proof.open({ ...options, ...parts, at: clock.now().toISOString() })
  const attachments = new Attachments(join(options.dataDir, FILES_FOLDER), register, settings, options.workersDir)
  return {
    proof,
    attachments,
    slips: new Slips(register, settings, proof, timeZone),
    closings: new Closings(history, settings, timeZone),
    papers: new Papers(register, settings, history, timeZone, new LogoStore(attachments.store)),
    books: new Books({ ...options, ...parts, now: () => clock.now().getTime() }),
  }
}
