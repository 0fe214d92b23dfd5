import type { EntitySchemaColumnOptions } from 'typeorm'

/** The few column kinds that SQLite and PostgreSQL share. `name` is given where the column is written otherwise than the property. */
const named = (options: EntitySchemaColumnOptions, name?: string): EntitySchemaColumnOptions =>
  name ? { ...options, name } : options

export const column = {
  /** Identity given by the database. */
  id: { type: 'integer', primary: true, generated: true } as const satisfies EntitySchemaColumnOptions,
  text: (name?: string) => named({ type: 'text' }, name),
  nullableText: (name?: string) => named({ type: 'text', nullable: true }, name),
  integer: (name?: string) => named({ type: 'integer' }, name),
  nullableInteger: (name?: string) => named({ type: 'integer', nullable: true }, name),
  flag: (name?: string) => named({ type: 'boolean' }, name),
  json: (name?: string) => named({ type: 'simple-json' }, name),
  nullableJson: (name?: string) => named({ type: 'simple-json', nullable: true }, name),
}
