import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm'
import { entityOf, insertStatement, selectStatement, updateStatement, type Choice } from './statements'

/** Reading access to the register. */
export class View {
  constructor(protected readonly manager: EntityManager) {}

  /** The first entity that fits, or `null`. */
  async one<Entity extends ObjectLiteral>(schema: EntitySchema<Entity>, choice: Choice<Entity>): Promise<Entity | null> {
    const [first] = await this.#entities(schema, { ...choice, take: 1 })
    return first ?? null
  }

  /** All entities that fit. */
  many<Entity extends ObjectLiteral>(schema: EntitySchema<Entity>, choice: Choice<Entity>): Promise<Entity[]> {
    return this.#entities(schema, choice)
  }

  /** Rows of a query that entities cannot say (search, counts). Values go in as parameters, never into the text. */
  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, parameters)
  }

  async #entities<Entity extends ObjectLiteral>(schema: EntitySchema<Entity>, choice: Choice<Entity>): Promise<Entity[]> {
    const { sql, values } = selectStatement(this.manager, schema, choice)
    const rows = await this.manager.query<ObjectLiteral[]>(sql, values)
    return rows.map((row) => entityOf(this.manager, schema, row))
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
    const { sql, values } = updateStatement(this.manager, schema, where, changes)
    const { affected = 0 } = await this.manager.queryRunner!.query(sql, values, true)
    return affected
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
