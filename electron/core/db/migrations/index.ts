import { sql as register } from './0001-register'
import { sql as routing } from './0003-routing'
import { sql as terms } from './0002-terms'
import { sql as decisions } from './0004-decisions'
import { sql as papers } from './0005-papers'

/** A step of the schema: raw SQL, run whole in one transaction. Steps are numbered from 1 without gaps and never change once released. */
export interface Migration {
  version: number
  name: string
  sql: string
}

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'register', sql: register },
  { version: 2, name: 'terms', sql: terms },
  { version: 3, name: 'routing', sql: routing },
  { version: 4, name: 'decisions', sql: decisions },
  { version: 5, name: 'papers', sql: papers },
]
