import type { FileRole, NameNotice } from '#shared/contract'
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
  /** The entry it is meant for; `null`: a letter that is being registered. */
  appealId: number | null
  /** What it is to that entry's letter, once somebody has said so. */
  role: FileRole | null
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
    appealId: column.nullableInteger('appeal_id'),
    role: column.nullableText(),
  },
})
