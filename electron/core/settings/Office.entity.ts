import type { OfficeDetails, OfficeRules } from '#shared/contract'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** The one office of the register. */
export interface OfficeRow {
  id: number
  details: OfficeDetails
  rules: OfficeRules
  version: number
}

export const OfficeEntity = new EntitySchema<OfficeRow>({
  name: 'Office',
  tableName: 'office',
  columns: {
    id: { type: 'integer', primary: true },
    details: column.json(),
    rules: column.json(),
    version: column.integer(),
  },
})
