import type { BookFormat, BookJob } from '#shared/contract'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { SignedIn } from '../call'
import type { Database } from '../db/database'
import type { View } from '../db/work'
import { Refusal } from '../errors'
import type { Settings } from '../settings/settings.service'
import type { BookOrder } from './bookFacts'
import { isUnfinished, nameOf, notesOf, type BookFile, type Job, type Order } from './bookJob'
import { extentOf, portionOf, type Place } from './bookRows'
import { BookWork } from './BookWork'

/** Books that are made at the same time; further ones wait. */
const AT_ONCE = 2
/** Books made or waiting, over which a further one is refused. */
const MOST = 6
/** How long a finished book can be fetched, milliseconds. */
const KEPT = 3_600_000

/** What books are made with. */
export interface BooksParts {
  db: Database
  settings: Settings
  log: Logger
  timeZone: string
  /** Folder of the register; the books lie in a folder of it while they are kept. */
  dataDir: string
  resourcesDir: string
  /** Folder of `bookWorker.js`; without it every book fails. */
  workersDir?: string | undefined
  /** Now, milliseconds since 1970. */
  now(): number
}

/** Journals made into books, each on a thread of its own: at most two at a time, kept for an hour. A book belongs to whoever asked for it. */
export class Books {
  readonly #jobs = new Map<string, Job>()
  readonly #dir: string
  readonly #opened: Promise<void>
  #tidying: Promise<void> = Promise.resolve()
  #closed = false

  constructor(private readonly parts: BooksParts) {
    this.#dir = join(parts.dataDir, 'books')
    // What a crash left behind is nobody's any more.
    this.#opened = this.#empty()
  }

  /** How many rows the book of a period has. */
  count(view: View, period: Pick<BookOrder, 'book' | 'from' | 'to'>): Promise<number> {
    return extentOf(view, period).then(({ rows }) => rows)
  }

  /** What a book will hold, before it is begun. `at`: UTC. Errors: `books.too_many`, `setup.needed`. */
  async plan(view: View, caller: SignedIn, at: string, order: BookOrder): Promise<Order> {
    if (this.#unfinished().length >= MOST) throw new Refusal('books.too_many')
    const { details } = await this.parts.settings.opened(view)
    const extent = await extentOf(view, { book: order.book, from: order.from, to: order.to })
    const task = {
      ...order,
      ...{ office: details.name, madeBy: caller.name, madeAt: at, timeZone: this.parts.timeZone },
      fontsDir: join(this.parts.resourcesDir, 'fonts'),
    }
    const job = crypto.randomUUID()
    return { extent, caller, task, shown: { job, ...order, state: 'waiting', rows: 0, of: extent.rows, pages: null } }
  }

  /** Begins a planned book, or lets it wait for its turn. */
  begin(order: Order): void {
    const { shown } = order
    this.#jobs.set(shown.job, { ...order, shown: { ...shown }, work: null, endedAt: 0, timer: undefined })
    for (const job of this.#jobs.values()) if (this.#isStale(job)) this.#later(() => this.#forget(job))
    this.#startNext()
  }

  /** The caller's books, the newest first. */
  mine(caller: SignedIn): BookJob[] {
    const own = [...this.#jobs.values()].filter((job) => job.caller.id === caller.id && !this.#isStale(job))
    return own.map(({ shown }) => ({ ...shown })).reverse()
  }

  /** Stops a book of the caller and removes what was written; one that failed stays so. Errors: `not_found`. */
  cancel(caller: SignedIn, id: string): BookJob {
    const job = this.#own(caller, id)
    if (job.shown.state !== 'failed') job.shown.state = 'cancelled'
    job.endedAt ||= this.parts.now()
    this.#later(() => this.#drop(job))
    return { ...job.shown }
  }

  /** Takes a book of the caller off the list, whatever became of it, with its file. Errors: `not_found`. */
  forget(caller: SignedIn, id: string): void {
    this.cancel(caller, id)
    this.#jobs.delete(id)
  }

  /** The finished file of a book of the caller; `null` when there is none. */
  async file(caller: SignedIn, id: string, format: BookFormat): Promise<BookFile | null> {
    const job = this.#jobs.get(id)
    if (job?.caller.id !== caller.id || job.shown.state !== 'done' || job.shown.format !== format) return null
    if (this.#isStale(job)) {
      await this.#forget(job)
      return null
    }
    const path = this.#pathOf(job)
    const found = await stat(path).catch(() => null)
    return found && { path, size: found.size, name: `${nameOf(job.shown)}.${format}` }
  }

  /** Stops everything and empties the folder. */
  async close(): Promise<void> {
    this.#closed = true
    for (const job of this.#jobs.values()) {
      clearTimeout(job.timer)
      if (isUnfinished(job)) job.shown.state = 'cancelled'
    }
    await Promise.all([...this.#jobs.values()].map(({ work }) => work?.stop() ?? Promise.resolve()))
    await Promise.all([this.#opened, this.#tidying])
    await this.#empty()
  }

  #own(caller: SignedIn, id: string): Job {
    const job = this.#jobs.get(id)
    if (job?.caller.id !== caller.id || this.#isStale(job)) throw new Refusal('not_found')
    return job
  }

  #unfinished(): Job[] {
    return [...this.#jobs.values()].filter(isUnfinished)
  }

  #isStale({ endedAt }: Job): boolean {
    return endedAt > 0 && this.parts.now() - endedAt >= KEPT
  }

  #startNext(): void {
    if (this.#closed) return
    const running = [...this.#jobs.values()].filter(({ shown }) => shown.state === 'running').length
    const waiting = [...this.#jobs.values()].filter(({ shown }) => shown.state === 'waiting')
    for (const job of waiting.slice(0, AT_ONCE - running)) {
      job.shown.state = 'running'
      this.#later(() => this.#make(job))
    }
  }

  /** Never rejects: a book that cannot be made is a state that its owner sees. */
  async #make(job: Job): Promise<void> {
    const { shown } = job
    try {
      await this.#opened
      await mkdir(this.#dir, { recursive: true, mode: 0o700 })
      if (shown.state !== 'running') return
      const made = await this.#written(job)
      if (shown.state !== 'running') return
      await rename(this.#partOf(job), this.#pathOf(job))
      job.timer = setTimeout(() => this.#later(() => this.#forget(job)), KEPT)
      job.timer.unref()
      Object.assign(shown, { state: 'done', rows: made.rows, pages: made.pages })
    } catch (error) {
      if (shown.state !== 'running') return
      shown.state = 'failed'
      this.parts.log.error({ error, book: shown.book, format: shown.format }, 'book failed')
    } finally {
      job.endedAt ||= this.parts.now()
      if (shown.state !== 'done') await this.#drop(job)
      this.#startNext()
    }
  }

  async #written(job: Job) {
    const { workersDir, db } = this.parts
    if (workersDir === undefined) throw new Error('this host gave no folder of workers')
    let at: Place | null = null
    const next = async () => {
      const { rows, end }: Awaited<ReturnType<typeof portionOf>> = await db.read((view) =>
        portionOf(view, job.caller, job.extent, at),
      )
      at = end ?? at
      return rows
    }
    const task = { ...job.task, file: this.#partOf(job) }
    job.work = new BookWork(join(workersDir, 'bookWorker.js'), task, next, (rows) => void (job.shown.rows = rows))
    return job.work.made
  }

  /** Stops it and removes its files; its state is known until it is forgotten. */
  async #drop(job: Job): Promise<void> {
    await job.work?.stop()
    clearTimeout(job.timer)
    const remove = (path: string) => rm(path, { force: true }).catch(() => {})
    await Promise.all([this.#pathOf(job), this.#partOf(job), notesOf(this.#partOf(job))].map(remove))
  }

  async #forget(job: Job): Promise<void> {
    await this.#drop(job)
    this.#jobs.delete(job.shown.job)
  }

  /** Runs something that nobody waits for but the end. */
  #later(run: () => Promise<void>): void {
    this.#tidying = Promise.all([this.#tidying, run()]).then(() => {})
  }

  #pathOf({ shown }: Job): string {
    return join(this.#dir, `${shown.job}.${shown.format}`)
  }

  #partOf(job: Job): string {
    return `${this.#pathOf(job)}.part`
  }

  #empty(): Promise<void> {
    return rm(this.#dir, { recursive: true, force: true }).catch((error: unknown) => {
      this.parts.log.warn({ error }, 'the folder of the books could not be emptied')
    })
  }
}
