import type { BothLanguages } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A public service of the pick-list (R2). */
export interface PublicServiceRow {
  id: number
  name: BothLanguages
  active: boolean
  version: number
}

export const PublicServiceEntity = new EntitySchema<PublicServiceRow>({
  name: 'PublicService',
  tableName: 'public_services',
  columns: { id: column.id, name: column.json(), active: column.flag(), version: column.integer() },
})
