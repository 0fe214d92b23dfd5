import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** Who had the paper of an entry, from when till when. */
export interface PaperMoveRow {
  id: number
  appealId: number
  holderId: number
  holderName: string
  givenAt: string
  givenBy: string
  returnedAt: string | null
  returnedBy: string | null
}

export const PaperMoveEntity = new EntitySchema<PaperMoveRow>({
  name: 'PaperMove',
  tableName: 'paper_moves',
  columns: {
    id: column.id,
    appealId: column.integer('appeal_id'),
    holderId: column.integer('holder_id'),
    holderName: column.text('holder_name'),
    givenAt: column.text('given_at'),
    givenBy: column.text('given_by'),
    returnedAt: column.nullableText('returned_at'),
    returnedBy: column.nullableText('returned_by'),
  },
})
