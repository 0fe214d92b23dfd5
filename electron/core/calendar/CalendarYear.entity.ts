import type { CalendarYear } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A year whose days the office keeps, and what confirmed it. */
export const CalendarYearEntity = new EntitySchema<CalendarYear>({
  name: 'CalendarYear',
  tableName: 'calendar_years',
  columns: { year: { type: 'integer', primary: true }, status: column.text(), source: column.text() },
})
