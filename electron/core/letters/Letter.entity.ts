import type { Delivery, IsoDate, LetterPurpose } from '#shared/domain'
import { EntitySchema } from 'typeorm'
import { column } from '../db/column'
import type { LetterFacts } from './paper/letterFacts'

/** An outgoing letter: signed, numbered, and, when it has left the office, how. What it says never changes (trigger). */
export interface LetterRow {
  id: number
  decisionId: number
  appealId: number
  purpose: LetterPurpose
  year: number
  seq: number
  number: string
  numberParts: { text: string; isSequence: boolean }[]
  /** Its day: on which it was signed in the program, or its paper signature entered, and got its number. */
  signedOn: IsoDate
  recipient: string
  delivery: Delivery
  sendBy: IsoDate | null
  facts: LetterFacts
  handedOn: IsoDate | null
  handedHow: Delivery | null
  handedTo: string
  tracking: string
  handedAt: string | null
  handedBy: string | null
}

export const LetterEntity = new EntitySchema<LetterRow>({
  name: 'Letter',
  tableName: 'letters',
  columns: {
    id: column.id,
    decisionId: column.integer('decision_id'),
    appealId: column.integer('appeal_id'),
    purpose: column.text(),
    year: column.integer(),
    seq: column.integer(),
    number: column.text(),
    numberParts: column.json('number_parts'),
    signedOn: column.text('signed_on'),
    recipient: column.text(),
    delivery: column.text(),
    sendBy: column.nullableText('send_by'),
    facts: column.json(),
    handedOn: column.nullableText('handed_on'),
    handedHow: column.nullableText('handed_how'),
    handedTo: column.text('handed_to'),
    tracking: column.text(),
    handedAt: column.nullableText('handed_at'),
    handedBy: column.nullableText('handed_by'),
  },
})
