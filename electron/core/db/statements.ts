import type { EntityManager, EntityMetadata, EntitySchema, ObjectLiteral } from 'typeorm'
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js'

/**
 * The texts of the statements that read and write entities: each is built once from TypeORM's own metadata and kept, where its query builder would write it anew for every call (a fifth of the time of a
 * write). Values go through the same conversions as TypeORM's own.
 */

/** Which rows: by equality of columns, in an order, so many at the most. */
export interface Choice<Entity> {
  where?: Partial<Entity>
  order?: Partial<Record<keyof Entity, 'ASC' | 'DESC'>>
  take?: number
}

/** A statement with the values of its parameters. */
export interface Statement {
  sql: string
  values: unknown[]
}

/** An insert of all columns; the identity only where the row has one. */
export function insertStatement(manager: EntityManager, schema: EntitySchema, row: ObjectLiteral): Statement {
  const { metadata, kept, toColumn } = tableOf(manager, schema)
  const columns = metadata.columns.filter((column) => !column.isGenerated || row[column.propertyName] !== undefined)
  // The identity is the only column that may be left out, so the count tells the two forms apart.
  const sql = kept(`insert ${columns.length}`, () => {
    const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ')
    return `INSERT INTO "${metadata.tableName}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`
  })
  return { sql, values: columns.map((column) => toColumn(column, row[column.propertyName] ?? null)) }
}

/** An update of the given columns of the rows that fit. */
export function updateStatement(
  manager: EntityManager,
  schema: EntitySchema,
  where: ObjectLiteral,
  changes: ObjectLiteral,
): Statement {
  const { metadata, kept, toColumn, column } = tableOf(manager, schema)
  const changed = Object.keys(changes).filter((name) => changes[name] !== undefined)
  const { condition, values } = conditionOf(manager, schema, where)
  const sql = kept(`update ${changed.join()} ${condition}`, () => {
    const sets = changed.map((name) => `"${column(name).databaseName}" = ?`).join(', ')
    return `UPDATE "${metadata.tableName}" SET ${sets}${condition}`
  })
  return { sql, values: [...changed.map((name) => toColumn(column(name), changes[name])), ...values] }
}

/** A query for the rows of a choice, each column under its property's name; `entityOf` makes an entity of such a row. */
export function selectStatement<Entity extends ObjectLiteral>(
  manager: EntityManager,
  schema: EntitySchema<Entity>,
  { where = {}, order = {}, take }: Choice<Entity>,
): Statement {
  const { metadata, kept, column } = tableOf(manager, schema)
  const { condition, values } = conditionOf(manager, schema, where)
  const by = Object.entries(order).map(([name, direction]) => `"${column(name).databaseName}" ${direction as string}`)
  const end = `${by.length > 0 ? ` ORDER BY ${by.join(', ')}` : ''}${take === undefined ? '' : ` LIMIT ${Math.trunc(take)}`}`
  const sql = kept(`select ${condition}${end}`, () => {
    const names = metadata.columns.map(({ databaseName, propertyName }) => `"${databaseName}" AS "${propertyName}"`)
    return `SELECT ${names.join(', ')} FROM "${metadata.tableName}"${condition}${end}`
  })
  return { sql, values }
}

/** The entity in a row of `selectStatement`; the row itself becomes it. */
export function entityOf<Entity extends ObjectLiteral>(
  { connection }: EntityManager,
  schema: EntitySchema<Entity>,
  row: ObjectLiteral,
): Entity {
  for (const column of connection.getMetadata(schema).columns)
    row[column.propertyName] = connection.driver.prepareHydratedValue(row[column.propertyName], column) as unknown
  return row as Entity
}

function conditionOf(
  manager: EntityManager,
  schema: EntitySchema,
  where: ObjectLiteral,
): { condition: string; values: unknown[] } {
  const { column, toColumn } = tableOf(manager, schema)
  const names = Object.keys(where)
  // A value that is missing by mistake must not widen the choice to all rows.
  const lacking = names.find((name) => where[name] === undefined)
  if (lacking !== undefined) throw new Error(`no value for ${lacking}`)
  const tests = names.map((name) => `"${column(name).databaseName}" ${where[name] === null ? 'IS NULL' : '= ?'}`)
  const values = names.filter((name) => where[name] !== null).map((name) => toColumn(column(name), where[name]))
  return { condition: tests.length > 0 ? ` WHERE ${tests.join(' AND ')}` : '', values }
}

const texts = new WeakMap<EntityMetadata, Map<string, string>>()

function tableOf({ connection }: EntityManager, schema: EntitySchema) {
  const metadata = connection.getMetadata(schema)
  return {
    metadata,
    kept(form: string, make: () => string): string {
      const known = texts.get(metadata) ?? new Map<string, string>()
      texts.set(metadata, known)
      const sql = known.get(form) ?? make()
      known.set(form, sql)
      return sql
    },
    column(name: string): ColumnMetadata {
      const found = metadata.findColumnWithPropertyName(name)
      if (!found) throw new Error(`${metadata.tableName} has no ${name}`)
      return found
    },
    toColumn: (column: ColumnMetadata, value: unknown) => connection.driver.preparePersistentValue(value, column) as unknown,
  }
}
