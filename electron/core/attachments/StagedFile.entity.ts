import type { NameNotice } from '#shared/contract'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'
import type { StoredFile } from './Attachment.entity'

/** A file that was taken in and belongs to no entry yet. */
export interface StagedFileRow {
  token: string
  personId: number
  stagedAt: string
  file: StoredFile
  notices: NameNotice[]
  /** Which file of the scanner's folder it was. */
  scan: string | null
}

export const StagedFileEntity = new EntitySchema<StagedFileRow>({
  name: 'StagedFile',
  tableName: 'staged_files',
  columns: {
    token: { type: 'text', primary: true },
    personId: column.integer('person_id'),
    stagedAt: column.text('staged_at'),
    file: column.json(),
    notices: column.json(),
    scan: column.nullableText(),
  },
})
