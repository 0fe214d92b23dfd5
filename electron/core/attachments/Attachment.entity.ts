import type { FileCondition, FileKind, FileRole, StampPlace } from '#shared/contract'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** What is known of a stored file. Its content lies under its SHA-256. */
export interface StoredFile {
  name: string
  kind: FileKind
  /** Media type. */
  type: string
  bytes: number
  sha256: string
  pages: number | null
  condition: FileCondition
}

/** A file of an entry; only its withdrawal is ever added (trigger). */
export interface AttachmentRow {
  id: number
  appealId: number
  role: FileRole
  sha256: string
  file: StoredFile
  addedAt: string
  addedBy: string
  stampedOf: number | null
  place: StampPlace | null
  /** Which file of the scanner's folder it was. */
  scan: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawReason: string | null
}

export const AttachmentEntity = new EntitySchema<AttachmentRow>({
  name: 'Attachment',
  tableName: 'attachments',
  columns: {
    id: column.id,
    appealId: column.integer('appeal_id'),
    role: column.text(),
    sha256: column.text(),
    file: column.json(),
    addedAt: column.text('added_at'),
    addedBy: column.text('added_by'),
    stampedOf: column.nullableInteger('stamped_of'),
    place: column.nullableJson(),
    scan: column.nullableText(),
    withdrawnAt: column.nullableText('withdrawn_at'),
    withdrawnBy: column.nullableText('withdrawn_by'),
    withdrawReason: column.nullableText('withdraw_reason'),
  },
})
