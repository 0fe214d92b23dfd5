import sqlite3 from 'sqlite3'

/** The peer: sqlite3 as it comes, with statements prepared once and nothing around it. */
export class PlainSqlite {
  readonly #statements = new Map<string, sqlite3.Statement>()

  private constructor(private readonly database: sqlite3.Database) {}

  static open(file: string): Promise<PlainSqlite> {
    return new Promise((resolve, reject) => {
      const database: sqlite3.Database = new sqlite3.Database(file, (error) =>
        error ? reject(error) : resolve(new PlainSqlite(database)),
      )
    })
  }

  execute(sql: string): Promise<void> {
    return new Promise((resolve, reject) => this.database.exec(sql, (error) => (error ? reject(error) : resolve())))
  }

  all<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return new Promise((resolve, reject) =>
      this.#statement(sql).all<Row>(parameters, (error, rows) => (error ? reject(error) : resolve(rows))),
    )
  }

  run(sql: string, parameters: unknown[] = []): Promise<number> {
    return new Promise((resolve, reject) =>
      this.#statement(sql).run(parameters, function (error) {
        if (error) reject(error)
        else resolve(this.lastID)
      }),
    )
  }

  close(): Promise<void> {
    for (const statement of this.#statements.values()) statement.finalize()
    return new Promise((resolve, reject) => this.database.close((error) => (error ? reject(error) : resolve())))
  }

  #statement(sql: string): sqlite3.Statement {
    let statement = this.#statements.get(sql)
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql)))
    return statement
  }
}
