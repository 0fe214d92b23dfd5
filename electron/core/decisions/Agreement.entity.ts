import type { BothLanguages } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** Somebody's word on a draft. It stays as it was said (trigger). */
export interface AgreementRow {
  id: number
  decisionId: number
  edition: number
  personId: number
  personName: string
  personPosition: BothLanguages
  verdict: 'agreed' | 'objected'
  remark: string
  at: string
}

export const AgreementEntity = new EntitySchema<AgreementRow>({
  name: 'Agreement',
  tableName: 'agreements',
  columns: {
    id: column.id,
    decisionId: column.integer('decision_id'),
    edition: column.integer(),
    personId: column.integer('person_id'),
    personName: column.text('person_name'),
    personPosition: column.json('person_position'),
    verdict: column.text(),
    remark: column.text(),
    at: column.text(),
  },
})
