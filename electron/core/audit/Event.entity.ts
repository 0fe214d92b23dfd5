import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** One event of the history. Append-only (triggers); `hash` covers the event and the hash before it. */
export interface EventRow {
  id: number
  at: string
  actorId: number | null
  actor: string
  workstation: string
  action: string
  subjectKind: string
  subjectId: number | null
  /** JSON text exactly as hashed. */
  details: string
  previousHash: string
  hash: string
}

export const EventEntity = new EntitySchema<EventRow>({
  name: 'Event',
  tableName: 'events',
  columns: {
    id: { type: 'integer', primary: true },
    at: column.text(),
    actorId: column.nullableInteger('actor_id'),
    actor: column.text(),
    workstation: column.text(),
    action: column.text(),
    subjectKind: column.text('subject_kind'),
    subjectId: column.nullableInteger('subject_id'),
    details: column.text(),
    previousHash: column.text('previous_hash'),
    hash: column.text(),
  },
})
