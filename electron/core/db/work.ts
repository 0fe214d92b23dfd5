import type { EntityManager, EntitySchema, FindManyOptions, FindOneOptions, ObjectLiteral } from 'typeorm'

/** Reading access to the register. */
export class View {
  constructor(protected readonly manager: EntityManager) {}

  /** The first entity that fits, or `null`. */
  one<Entity extends ObjectLiteral>(schema: EntitySchema<Entity>, options: FindOneOptions<Entity>): Promise<Entity | null> {
    return this.manager.findOne(schema, options)
  }

  /** All entities that fit. */
  many<Entity extends ObjectLiteral>(schema: EntitySchema<Entity>, options: FindManyOptions<Entity>): Promise<Entity[]> {
    return this.manager.find(schema, options)
  }

  /** Rows of a query that entities cannot say (search, counts). Values go in as parameters, never into the text. */
  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, parameters)
  }
}

/** A unit of work: everything in it is committed together or not at all. It is dead once its transaction has ended. */
export class Work extends View {
  #ended = false

  /** Writes a new row and returns its identity. Only the insert itself: no re-select, no cascade. */
  async insert<Entity extends ObjectLiteral>(
    schema: EntitySchema<Entity>,
    row: Omit<Entity, 'id'> & { id?: number },
  ): Promise<number> {
    this.#check()
    const { sql, values } = insertStatement(this.manager, schema, row)
    return this.manager.query<number>(sql, values)
  }

  /** Changes rows by their columns' equality and says how many it changed. */
  async update<Entity extends ObjectLiteral>(
    schema: EntitySchema<Entity>,
    where: Partial<Entity>,
    changes: Partial<Entity>,
  ): Promise<number> {
    this.#check()
    const result = await this.manager.createQueryBuilder().update(schema).set(changes).where(where).updateEntity(false).execute()
    return result.affected ?? 0
  }

  /** Runs a writing statement. Values go in as parameters. */
  async run(sql: string, parameters: unknown[] = []): Promise<void> {
    this.#check()
    await this.manager.query(sql, parameters)
  }

  /** Called by the database when the transaction is over: work that was not awaited must fail loudly, not write outside it. */
  end(): void {
    this.#ended = true
  }

  #check(): void {
    if (this.#ended) throw new Error('this unit of work has ended')
  }
}

const statements = new WeakMap<EntityManager['connection'], Map<string, string>>()

/** An insert whose text is built once per table from its columns; values go through the same conversions as TypeORM's own. */
function insertStatement(manager: EntityManager, schema: EntitySchema, row: ObjectLiteral): { sql: string; values: unknown[] } {
  const { connection } = manager
  const { tableName, columns: all } = connection.getMetadata(schema)
  const columns = all.filter((column) => !column.isGenerated || row[column.propertyName] !== undefined)
  const values = columns.map(
    (column) => connection.driver.preparePersistentValue(row[column.propertyName] ?? null, column) as unknown,
  )
  const known = statements.get(connection) ?? new Map<string, string>()
  statements.set(connection, known)
  // The identity is the only column that may be left out, so the count tells the two forms apart.
  const form = `${tableName}/${columns.length}`
  let sql = known.get(form)
  if (!sql) {
    const names = columns.map((column) => `"${column.databaseName}"`).join(', ')
    sql = `INSERT INTO "${tableName}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`
    known.set(form, sql)
  }
  return { sql, values }
}
