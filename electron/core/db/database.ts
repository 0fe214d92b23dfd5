import { AsyncLocalStorage } from 'node:async_hooks'
import 'reflect-metadata'
import { DataSource, type EntitySchema } from 'typeorm'
import { READ_ONLY, typeormDriver } from './driver'
import { View, Work } from './work'

/** A register opened only for looking into it, beside whoever owns it. */
export interface Reader {
  view: View
  close(): Promise<void>
}

/** Opens a register that another process may own, without taking part in it: nothing is written, migrated or locked. Rejects with the driver's error when there is none. */
export async function openReader(file: string, entities: EntitySchema[]): Promise<Reader> {
  const options = { type: 'sqlite', database: file, entities, driver: typeormDriver, logging: false } as const
  const source = await new DataSource({ ...options, flags: READ_ONLY, busyTimeout: 5000 }).initialize()
  return { view: new View(source.manager), close: () => source.destroy() }
}

/**
 * The register's database: one writer behind a queue, one reader that sees only what is committed.
 *
 * TypeORM shares one SQLite connection, and two transactions on it interleave and lose rows. So `write` is the only way to a repository that writes, units of work run strictly one after
 * another, and a nested one throws.
 */
export class Database {
  #tail: Promise<unknown> = Promise.resolve()
  readonly #inside = new AsyncLocalStorage<true>()

  private constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {}

  /** Opens a migrated file. `synchronous=FULL`, WAL, foreign keys on: what was answered survives a power cut. */
  static async open(file: string, entities: EntitySchema[]): Promise<Database> {
    const shared = { type: 'sqlite', database: file, entities, driver: typeormDriver, logging: false } as const
    const writer = await new DataSource({ ...shared, enableWAL: true, busyTimeout: 5000 }).initialize()
    await writer.query('PRAGMA synchronous = FULL')
    const reader = await new DataSource({ ...shared, busyTimeout: 5000 }).initialize()
    await reader.query('PRAGMA query_only = ON')
    return new Database(writer, reader)
  }

  /** Runs a unit of work in one transaction, after all units before it. It commits when the promise of `run` resolves and leaves nothing when it rejects. Nothing slow may happen inside. */
  write<Result>(run: (work: Work) => Promise<Result>): Promise<Result> {
    if (this.#inside.getStore()) throw new Error('a unit of work cannot be opened inside another')
    const done = this.#tail.then(() => this.#inside.run(true, () => this.#transaction(run)))
    this.#tail = done.catch(() => {})
    return done
  }

  /** Reads what is committed. The view refuses every write. */
  read<Result>(run: (view: View) => Promise<Result>): Promise<Result> {
    return run(new View(this.reader.manager))
  }

  /** Waits for the unit under way and closes the file. */
  async close(): Promise<void> {
    await this.#tail
    await this.reader.destroy()
    // Fold the write-ahead log into the file, so that a copied file is whole.
    await this.writer.query('PRAGMA wal_checkpoint(TRUNCATE)')
    await this.writer.destroy()
  }

  /**
   * TypeORM's own transactions are not used: it counts their depth, and after a commit that failed (a full disk) SQLite has rolled back by itself, TypeORM's ROLLBACK fails, the depth stays, and
   * all that follows is a savepoint of a transaction that nobody ever commits.
   */
  async #transaction<Result>(run: (work: Work) => Promise<Result>): Promise<Result> {
    const runner = this.writer.createQueryRunner()
    await runner.query('BEGIN IMMEDIATE')
    const work = new Work(runner.manager)
    try {
      const result = await run(work)
      await runner.query('COMMIT')
      return result
    } catch (error) {
      // When SQLite has rolled back already there is nothing left to end. Should it ever stay open, the next BEGIN fails, loudly.
      await runner.query('ROLLBACK').catch(() => {})
      throw error
    } finally {
      work.end()
    }
  }
}
