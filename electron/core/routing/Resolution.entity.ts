import type { BothLanguages } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A resolution of the head, a deputy, or of whoever divides a task further. What it says never changes (trigger); it is recalled with a reason. */
export interface ResolutionRow {
  id: number
  appealId: number
  /** The task it divides; `null` for a resolution on the letter itself. */
  parentId: number | null
  authorId: number
  authorName: string
  authorPosition: BothLanguages
  text: string
  due: string
  issuedOn: string
  issuedAt: string
  enteredBy: string | null
  recalledAt: string | null
  recalledBy: string | null
  recallReason: string | null
}

export const ResolutionEntity = new EntitySchema<ResolutionRow>({
  name: 'Resolution',
  tableName: 'resolutions',
  columns: {
    id: column.id,
    appealId: column.integer('appeal_id'),
    parentId: column.nullableInteger('parent_id'),
    authorId: column.integer('author_id'),
    authorName: column.text('author_name'),
    authorPosition: column.json('author_position'),
    text: column.text(),
    due: column.text(),
    issuedOn: column.text('issued_on'),
    issuedAt: column.text('issued_at'),
    enteredBy: column.nullableText('entered_by'),
    recalledAt: column.nullableText('recalled_at'),
    recalledBy: column.nullableText('recalled_by'),
    recallReason: column.nullableText('recall_reason'),
  },
})
