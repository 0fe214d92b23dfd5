import type { Closing } from '#shared/contract'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** What a day came to when it was closed. */
export interface DayFacts {
  count: number
  first: string | null
  last: string | null
  voids: string[]
}

/** A closed day; never changes (trigger). */
export interface ClosingRow {
  id: number
  day: string
  edition: number
  facts: DayFacts
  eventId: number
  head: string
  closedAt: string
  closedBy: string
}

export const ClosingEntity = new EntitySchema<ClosingRow>({
  name: 'Closing',
  tableName: 'closings',
  columns: {
    id: column.id,
    day: column.text(),
    edition: column.integer(),
    facts: column.json(),
    eventId: column.integer('event_id'),
    head: column.text(),
    closedAt: column.text('closed_at'),
    closedBy: column.text('closed_by'),
  },
})

/** A closed day as shown. */
export function closingOf({ facts, ...row }: ClosingRow): Closing {
  return { ...row, ...facts }
}
