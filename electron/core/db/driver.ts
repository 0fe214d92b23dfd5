import sqlite3 from 'sqlite3'

/**
 * Everything about the SQLite driver stands in this file and in `driverErrors.ts`, so that another driver is one file away.
 *
 * TypeORM calls `verbose()` (a stack trace per statement), which is turned off here. Statements are prepared once per connection and kept.
 */

type Callback = (this: sqlite3.RunResult, error: Error | null, rows?: unknown[]) => void

const KEPT_STATEMENTS = 200

class PreparingDatabase extends sqlite3.Database {
  readonly #statements = new Map<string, sqlite3.Statement>()

  override all(sql: string, ...rest: unknown[]): this {
    return this.#execute('all', sql, rest)
  }

  override run(sql: string, ...rest: unknown[]): this {
    return this.#execute('run', sql, rest)
  }

  override close(callback?: (error: Error | null) => void): void {
    for (const statement of this.#statements.values()) statement.finalize()
    this.#statements.clear()
    super.close(callback)
  }

  #execute(how: 'all' | 'run', sql: string, rest: unknown[]): this {
    const callback = (typeof rest.at(-1) === 'function' ? rest.pop() : () => {}) as Callback
    const parameters = (rest[0] as unknown[] | undefined) ?? []
    // A schema change or a pragma is rare, and some may not be prepared ahead.
    if (!/^(SELECT|INSERT|UPDATE|DELETE|WITH|BEGIN|COMMIT|ROLLBACK)\b/i.test(sql)) {
      return how === 'all' ? super.all(sql, parameters, callback) : super.run(sql, parameters, callback)
    }
    const statement = this.#prepared(sql, callback)
    if (how === 'all') statement.all(parameters, callback)
    else statement.run(parameters, callback)
    return this
  }

  #prepared(sql: string, callback: Callback): sqlite3.Statement {
    const kept = this.#statements.get(sql)
    if (kept) return kept
    const statement = this.prepare(sql, (error: Error | null) => {
      if (!error) return
      // A statement that could not be prepared never calls back again; kept, it would hold up everything after it.
      if (this.#statements.get(sql) === statement) this.#statements.delete(sql)
      callback.call({ lastID: 0, changes: 0 } as unknown as sqlite3.RunResult, error)
    })
    this.#statements.set(sql, statement)
    if (this.#statements.size > KEPT_STATEMENTS) {
      const [oldest, old] = this.#statements.entries().next().value!
      this.#statements.delete(oldest)
      old.finalize()
    }
    return statement
  }
}

/** Flags of a connection that never writes. */
export const READ_ONLY = sqlite3.OPEN_READONLY

/** The driver as TypeORM is given it (`driver` option of the data source). */
export const typeormDriver = { ...sqlite3, verbose: () => ({ ...sqlite3, Database: PreparingDatabase }) }

/** A bare connection with promises, for work that lies outside TypeORM: migrations, the lock, copies. */
export class Connection {
  private constructor(private readonly database: sqlite3.Database) {}

  /** Opens a file, creating it if it does not exist. Rejects with the driver's error. */
  static open(file: string): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const database: sqlite3.Database = new sqlite3.Database(file, (error) =>
        error ? reject(error) : resolve(new Connection(database)),
      )
    })
  }

  /** Runs one or more statements separated by semicolons. */
  execute(sql: string): Promise<void> {
    return new Promise((resolve, reject) => this.database.exec(sql, (error) => (error ? reject(error) : resolve())))
  }

  /** Rows of one query. */
  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return new Promise((resolve, reject) =>
      this.database.all<Row>(sql, parameters, (error, rows) => (error ? reject(error) : resolve(rows))),
    )
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => this.database.close((error) => (error ? reject(error) : resolve())))
  }
}
