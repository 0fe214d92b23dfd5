import type { FileCondition, StampPlace } from '#shared/contract'
import { join } from 'node:path'
import Tinypool from 'tinypool'
import { Refusal } from '../errors'
import { resultOf, type Answer } from './acrossThreads'
import type * as work from './pdfWorker'
import type { CopyToStamp } from './stamping/copyWithStamp'
import type { StampPage } from './stamping/stampPdf'

type Work = typeof work
type Result<Name extends keyof Work> = Awaited<ReturnType<Work[Name]>> extends Answer<infer Of> ? Of : never

/** Longest that the thread may take for one file, in milliseconds. The heaviest honest file takes seconds; a stamped copy of 200 MB is written to whatever disk there is. */
export const LONGEST = { inspect: 60_000, stamp: 120_000 }
/** How long the thread waits for another file before it ends, in milliseconds. */
export const IDLE = 60_000
/**
 * Most that values may take in the thread, and with how much it is not kept for the next file, in MB. What the budget of `Effort` allows stays far below the first: a thread that reaches it
 * in small steps is ended, but one that asks for much more at once takes the whole process along.
 */
const MEMORY = { most: 512, kept: 128 }

/**
 * Where foreign PDFs are opened: one after another on a thread of their own, which starts with the first and ends when there are no more. A file on which the thread ends, or that takes longer than
 * an honest one, costs nobody but itself anything.
 */
export class PdfThread {
  #pool: Tinypool | null = null
  #last: Promise<unknown> = Promise.resolve()
  /** Why the thread failed without a file at hand. */
  #fault: Error | null = null
  #closed = false

  /** `workersDir`: folder of `pdfWorker.js`. Without one the work is done in this thread: there is nothing built that another could run. Both hosts give one; tests of other things need none. */
  constructor(private readonly workersDir: string | undefined) {}

  /** Looks into a PDF (see `inspectPdf`); one that ends the thread is damaged. Errors: the file system's. */
  async inspect(path: string): Promise<{ condition: FileCondition; pages: number | null }> {
    return (await this.#inTurn('inspect', path)) ?? { condition: 'damaged', pages: null }
  }

  /** Makes a stamped copy (see `copyWithStamp`). What a failed one left of its target stays to be removed. Errors: `attachments.not_stampable`; the file system's. */
  async stamp(stamp: StampPage, copy: CopyToStamp): Promise<{ place: StampPlace; pages: number }> {
    const made = await this.#inTurn('stamp', { stamp, copy })
    if (!made) throw new Refusal('attachments.not_stampable')
    return made
  }

  /** Ends the thread, whatever it is doing; what waits for it fails. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#pool) await end(this.#pool)
  }

  // Not the pool's own queue: there the time of waiting would count, and behind a thread that was ended nothing goes on.
  #inTurn<Name extends keyof Work>(name: Name, asked: Parameters<Work[Name]>[0]): Promise<Result<Name> | null> {
    const turn = this.#last.then(() => this.#run(name, asked))
    this.#last = turn.catch(() => {})
    return turn
  }

  async #run<Name extends keyof Work>(name: Name, asked: Parameters<Work[Name]>[0]): Promise<Result<Name> | null> {
    if (this.#closed) throw new Error('the office is closed')
    const answer = this.workersDir === undefined ? await here(name, asked) : await this.#onThread(this.workersDir, name, asked)
    return answer && resultOf(answer as Answer<Result<Name>>)
  }

  /** The thread's answer; `null` when the file was too much for it. Whenever there is none, the thread is gone. */
  async #onThread(workersDir: string, name: keyof Work, asked: unknown): Promise<Answer<unknown> | null> {
    const pool = (this.#pool ??= this.#start(workersDir))
    const timer = setTimeout(() => void end(pool), LONGEST[name])
    try {
      return (await pool.run(asked, { name })) as Answer<unknown>
    } catch (error) {
      this.#pool = null
      if (this.#closed || this.#fault !== null) throw this.#fault ?? error
      return null
    } finally {
      clearTimeout(timer)
    }
  }

  #start(workersDir: string): Tinypool {
    const filename = join(workersDir, 'pdfWorker.js')
    const limits = { resourceLimits: { maxOldGenerationSizeMb: MEMORY.most }, maxMemoryLimitBeforeRecycle: MEMORY.kept << 20 }
    const pool = new Tinypool({ filename, name: 'inspect', minThreads: 0, maxThreads: 1, idleTimeout: IDLE, ...limits })
    this.#fault = null
    // A thread that fails without a file at hand, as one that cannot even start: no file is to blame, and whoever waits for it would wait for ever.
    pool.on('error', (fault: Error) => {
      this.#fault = fault
      this.#pool = null
      void end(pool)
    })
    return pool
  }
}

const here = async (name: keyof Work, asked: unknown): Promise<Answer<unknown>> =>
  (await import('./pdfWorker'))[name](asked as never)

// Whoever waits for the thread hears of its end by that.
const end = (pool: Tinypool): Promise<void> => pool.destroy().catch(() => {})
