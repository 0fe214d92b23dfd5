import type { AppealLanguage, ApplicantType } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** A person or legal entity that wrote to the office, with the latest particulars given. */
export interface ApplicantRow {
  id: number
  type: ApplicantType
  /** IIN or BIN: digits as typed, `''` when none. */
  identifier: string
  name: string
  sortKey: string
  postalAddress: string
  residence: string
  phone: string
  email: string
  language: AppealLanguage
  letters: number
}

export const ApplicantEntity = new EntitySchema<ApplicantRow>({
  name: 'Applicant',
  tableName: 'applicants',
  columns: {
    id: column.id,
    type: column.text(),
    identifier: column.text(),
    name: column.text(),
    sortKey: column.text('sort_key'),
    postalAddress: column.text('postal_address'),
    residence: column.text(),
    phone: column.text(),
    email: column.text(),
    language: column.text(),
    letters: column.integer(),
  },
})
