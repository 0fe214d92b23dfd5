import type { SlipFormat, SlipLanguages } from '#shared/contract'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'
import type { SlipFacts } from './slipFacts'

/** A slip as printed; never changes (trigger). */
export interface SlipRow {
  id: number
  appealId: number
  copy: number
  languages: SlipLanguages
  format: SlipFormat
  printedAt: string
  printedBy: string
  facts: SlipFacts
}

export const SlipEntity = new EntitySchema<SlipRow>({
  name: 'Slip',
  tableName: 'slips',
  columns: {
    id: column.id,
    appealId: column.integer('appeal_id'),
    copy: column.integer(),
    languages: column.text(),
    format: column.text(),
    printedAt: column.text('printed_at'),
    printedBy: column.text('printed_by'),
    facts: column.json(),
  },
})
