import type { CalendarDayKind } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A listed day of the working calendar. */
export interface CalendarDayRow {
  date: string
  kind: CalendarDayKind
  name: string | null
  source: string | null
  pair: string | null
  status: 'official' | 'estimated' | null
}

export const CalendarDayEntity = new EntitySchema<CalendarDayRow>({
  name: 'CalendarDay',
  tableName: 'calendar_days',
  columns: {
    date: { type: 'text', primary: true },
    kind: column.text(),
    name: column.nullableText(),
    source: column.nullableText(),
    pair: column.nullableText(),
    status: column.nullableText(),
  },
})
