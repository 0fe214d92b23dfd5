import type { BothLanguages } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A case of the nomenclature; closed, never deleted. */
export interface CaseRow {
  id: number
  index: string
  title: BothLanguages
  retention: BothLanguages
  active: boolean
  version: number
}

export const CaseEntity = new EntitySchema<CaseRow>({
  name: 'Case',
  tableName: 'cases',
  columns: {
    id: column.id,
    index: column.text('case_index'),
    title: column.json(),
    retention: column.json(),
    active: column.flag(),
    version: column.integer(),
  },
})
