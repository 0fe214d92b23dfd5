import type { AppealFacts } from '#shared/contract'
import type { BothLanguages, Channel, Kind, Status, Term } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/**
 * One entry of the register. `facts` is what was written down, whole; the columns beside it are what the journal shows, searches and sorts by, and are made from it in one place
 * (`appealColumns`). Number, registration day and acceptance never change (triggers).
 */
export interface AppealRow {
  id: number
  requestId: string
  journal: string
  year: number
  seq: number
  number: string
  numberParts: { text: string; isSequence: boolean }[]
  status: Status
  version: number
  kind: Kind
  channel: Channel
  applicantId: number
  applicant: string
  sortKey: string
  people: number
  subject: string
  summary: string
  sheets: number
  annexSheets: number
  receivedOn: string
  receivedAt: string
  registeredOn: string
  registeredAt: string
  deadline: string
  confidential: boolean
  control: boolean
  controllerId: number | null
  closedOn: string | null
  caseId: number | null
  filedOn: string | null
  /** The earlier letter whose case it was joined to. */
  attachedTo: number | null
  acceptedById: number
  acceptedByName: string
  acceptedByPosition: BothLanguages
  facts: AppealFacts
  service: BothLanguages | null
  term: Term
  corrections: number
  correctedAt: string | null
  voidedAt: string | null
  voidedBy: string | null
  voidReason: string | null
}

export const AppealEntity = new EntitySchema<AppealRow>({
  name: 'Appeal',
  tableName: 'appeals',
  columns: {
    id: column.id,
    requestId: column.text('request_id'),
    journal: column.text(),
    year: column.integer(),
    seq: column.integer(),
    number: column.text(),
    numberParts: column.json('number_parts'),
    status: column.text(),
    version: column.integer(),
    kind: column.text(),
    channel: column.text(),
    applicantId: column.integer('applicant_id'),
    applicant: column.text(),
    sortKey: column.text('sort_key'),
    people: column.integer(),
    subject: column.text(),
    summary: column.text(),
    sheets: column.integer(),
    annexSheets: column.integer('annex_sheets'),
    receivedOn: column.text('received_on'),
    receivedAt: column.text('received_at'),
    registeredOn: column.text('registered_on'),
    registeredAt: column.text('registered_at'),
    deadline: column.text(),
    confidential: column.flag(),
    control: column.flag(),
    controllerId: column.nullableInteger('controller_id'),
    closedOn: column.nullableText('closed_on'),
    caseId: column.nullableInteger('case_id'),
    filedOn: column.nullableText('filed_on'),
    attachedTo: column.nullableInteger('attached_to'),
    acceptedById: column.integer('accepted_by_id'),
    acceptedByName: column.text('accepted_by_name'),
    acceptedByPosition: column.json('accepted_by_position'),
    facts: column.json(),
    service: column.nullableJson(),
    term: column.json(),
    corrections: column.integer(),
    correctedAt: column.nullableText('corrected_at'),
    voidedAt: column.nullableText('voided_at'),
    voidedBy: column.nullableText('voided_by'),
    voidReason: column.nullableText('void_reason'),
  },
})
