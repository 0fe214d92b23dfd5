import type { BodyKind, BothLanguages } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A body of the directory; retired, never deleted. */
export interface BodyRow {
  id: number
  kind: BodyKind
  name: BothLanguages
  head: BothLanguages
  address: BothLanguages
  phone: string
  email: string
  site: string
  active: boolean
  version: number
}

export const BodyEntity = new EntitySchema<BodyRow>({
  name: 'Body',
  tableName: 'bodies',
  columns: {
    id: column.id,
    kind: column.text(),
    name: column.json(),
    head: column.json(),
    address: column.json(),
    phone: column.text(),
    email: column.text(),
    site: column.text(),
    active: column.flag(),
    version: column.integer(),
  },
})
