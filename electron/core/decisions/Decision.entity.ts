import type { BothLanguages, DecisionAct, DecisionContent, DecisionState, IsoDate } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A decision on a letter, from its draft on. Once signed, refused or dropped it never changes (trigger). */
export interface DecisionRow {
  id: number
  appealId: number
  act: DecisionAct
  state: DecisionState
  version: number
  /** Counts only changes of the content: what was agreed to an earlier edition was agreed to another text. */
  edition: number
  content: DecisionContent
  authorId: number
  authorName: string
  changedAt: string
  submittedAt: string | null
  remark: string
  signedOn: IsoDate | null
  signedAt: string | null
  signerId: number | null
  signerName: string | null
  signerPosition: BothLanguages | null
  enteredBy: string | null
  due: IsoDate | null
  inTime: boolean
}

export const DecisionEntity = new EntitySchema<DecisionRow>({
  name: 'Decision',
  tableName: 'decisions',
  columns: {
    id: column.id,
    appealId: column.integer('appeal_id'),
    act: column.text(),
    state: column.text(),
    version: column.integer(),
    edition: column.integer(),
    content: column.json(),
    authorId: column.integer('author_id'),
    authorName: column.text('author_name'),
    changedAt: column.text('changed_at'),
    submittedAt: column.nullableText('submitted_at'),
    remark: column.text(),
    signedOn: column.nullableText('signed_on'),
    signedAt: column.nullableText('signed_at'),
    signerId: column.nullableInteger('signer_id'),
    signerName: column.nullableText('signer_name'),
    signerPosition: column.nullableJson('signer_position'),
    enteredBy: column.nullableText('entered_by'),
    due: column.nullableText(),
    inTime: column.flag('in_time'),
  },
})
