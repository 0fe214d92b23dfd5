import type { BothLanguages } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A department of the office. None is deleted; a closed one keeps its people and its letters. */
export interface DepartmentRow {
  id: number
  name: BothLanguages
  headId: number | null
  active: boolean
  version: number
}

export const DepartmentEntity = new EntitySchema<DepartmentRow>({
  name: 'Department',
  tableName: 'departments',
  columns: {
    id: column.id,
    name: column.json(),
    headId: column.nullableInteger('head_id'),
    active: column.flag(),
    version: column.integer(),
  },
})
