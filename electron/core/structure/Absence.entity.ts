import type { Absence } from '#shared/contract'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** Days on which somebody is away, `YYYY-MM-DD`, both included. Never deleted, only cancelled. */
export type AbsenceRow = Absence

export const AbsenceEntity = new EntitySchema<AbsenceRow>({
  name: 'Absence',
  tableName: 'absences',
  columns: {
    id: column.id,
    personId: column.integer('person_id'),
    from: column.text('from_on'),
    to: column.text('to_on'),
    reason: column.text(),
    actingId: column.nullableInteger('acting_id'),
    cancelled: column.flag(),
    version: column.integer(),
  },
})
