import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A clerk's unfinished registration. No fact of the register: it has no number and no history. */
export interface DraftRow {
  personId: number
  content: Record<string, unknown>
  savedAt: string
}

export const DraftEntity = new EntitySchema<DraftRow>({
  name: 'Draft',
  tableName: 'drafts',
  columns: {
    personId: { type: 'integer', primary: true, name: 'person_id' },
    content: column.json(),
    savedAt: column.text('saved_at'),
  },
})
