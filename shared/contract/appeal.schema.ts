import { z } from 'zod'
import {
  ADDRESSEES,
  APPEAL_LANGUAGES,
  APPLICANT_TYPES,
  CHANNELS,
  CONTESTED,
  DELIVERIES,
  isComplaint,
  KINDS,
  NOT_STATED,
  RESPONDENTS,
  STATUSES,
  type Channel,
  type Kind,
  type Status,
} from '../domain/appeals'
import { addMonths, isIsoDate } from '../domain/dates'
import { MOST_MONTHS } from '../domain/termActs'
import type { Term } from '../domain/terms'
import { bothLanguages, count, date, email, fault, id, oneOf, text, time } from './fields'

interface Requisites {
  kind?: Kind | undefined
  name?: string | undefined
  postalAddress?: string | undefined
  notStated?: readonly string[] | undefined
  respondent?: string | null | undefined
  contested?: string | null | undefined
  answerPlace?: { kk: string; ru: string } | undefined
  delivery?: string | undefined
  email?: string | undefined
}

/** Fields that a letter of this kind must have and has not; what the letter itself does not state is not missing (Code 350-VI art. 63, 64(1)). */
function missing(facts: Requisites): string[] {
  const contests = facts.kind !== undefined && isComplaint(facts.kind)
  const rules: [string, boolean][] = [
    ['name', facts.name === '' && !facts.notStated?.includes('name')],
    ['postalAddress', facts.postalAddress === '' && !facts.notStated?.includes('address')],
    ['respondent', contests && facts.respondent === null],
    ['contested', contests && facts.contested === null],
    ['answerPlace', facts.answerPlace?.kk === '' && facts.answerPlace.ru === ''],
    ['email', facts.delivery === 'email' && facts.email === ''],
  ]
  return rules.filter(([, isMissing]) => isMissing).map(([path]) => path)
}

/** What the clerk writes down of a letter (R1–R10, R16–R18; Code 350-VI art. 63). */
export const appealFacts = z
  .object({
    kind: oneOf(KINDS),
    addressee: oneOf(ADDRESSEES),
    /** Official the letter is addressed to (R3), as the letter names him or her. */
    addressedTo: text({ max: 200 }),
    channel: oneOf(CHANNELS),
    receivedOn: date,
    receivedAt: time,

    /** Whose conduct is contested, and what (R1). Only complaints have them. */
    respondent: oneOf(RESPONDENTS).nullable(),
    respondentName: text({ max: 300 }),
    contested: oneOf(CONTESTED).nullable(),
    /** Public service concerned (R2): its row, or a name of its own. */
    serviceId: id.nullable(),
    serviceName: text({ max: 300 }),

    applicantType: oneOf(APPLICANT_TYPES),
    /** Known applicant this letter is from; `null` makes a new one. */
    applicantId: id.nullable(),
    /** IIN or BIN as typed. A wrong one is kept and marked, never refused (art. 64(1)). */
    identifier: text({ max: 20 }),
    name: text({ max: 300 }),
    postalAddress: text({ max: 400 }),
    /** Actual residence where it differs (art. 93). */
    residence: text({ max: 400 }),
    phone: text({ max: 60 }),
    email,
    language: oneOf(APPEAL_LANGUAGES),
    representative: text({ max: 300 }),
    /** Number of people who signed; 1 = individual. */
    people: count(1, 100_000),
    /** Requisites the letter does not state. */
    notStated: z.array(oneOf(NOT_STATED)).max(NOT_STATED.length),

    subject: text({ required: true, max: 500 }),
    summary: text({ required: true, max: 10_000, multiline: true, printed: false }),
    sheets: count(0, 9_999),
    annexSheets: count(0, 9_999),
    /** Sender's own number and date, and the number in the portal (R18). */
    sendersNumber: text({ max: 60 }),
    sendersDate: z.union([z.literal(''), date]),
    externalNumber: text({ max: 60 }),

    delivery: oneOf(DELIVERIES),
    /** Place where the answer is received (R10), in both languages as printed. */
    answerPlace: bothLanguages({ max: 200 }),
    /** Last day given in the letter itself (official letters); empty = by the rule. */
    givenDeadline: z.union([z.literal(''), date]),
  })
  .superRefine(
    (given, context) => {
      // Runs beside faults of single fields, so that a clerk sees all of them at once; what failed there may be missing here.
      const facts = given as Partial<typeof given>
      for (const path of missing(facts)) context.addIssue({ ...fault('required'), path: [path] })
      if (facts.givenDeadline && facts.receivedOn && facts.givenDeadline < facts.receivedOn) {
        context.addIssue({ ...fault('date_too_soon', { min: facts.receivedOn }), path: ['givenDeadline'] })
      }
      const latest = facts.receivedOn && isIsoDate(facts.receivedOn) ? addMonths(facts.receivedOn, MOST_MONTHS) : null
      if (facts.givenDeadline && latest && facts.givenDeadline > latest) {
        context.addIssue({ ...fault('date_too_late', { max: latest }), path: ['givenDeadline'] })
      }
    },
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )
export type AppealFacts = z.infer<typeof appealFacts>

/** Answer to a registration: the number, taken. */
export const registered = z.object({
  id,
  number: z.string(),
  seq: z.number(),
  year: z.number(),
  registeredOn: z.string(),
  registeredAt: z.string(),
  deadline: z.string(),
})
export type Registered = z.infer<typeof registered>

/** Name and position of the person who acted, frozen as they were then (R8). */
export const actor = z.object({ id: id.nullable(), name: z.string(), position: z.object({ kk: z.string(), ru: z.string() }) })

/** One entry of the register, whole. Dates are local `YYYY-MM-DD`; moments (`registeredAt`, `voidedAt`) UTC ISO-8601. */
export const appeal = z.object({
  id,
  version: z.number(),
  journal: z.string(),
  year: z.number(),
  seq: z.number(),
  number: z.string(),
  numberParts: z.array(z.object({ text: z.string(), isSequence: z.boolean() })),
  status: z.enum(STATUSES),
  facts: z.custom<AppealFacts>(),
  service: z.object({ kk: z.string(), ru: z.string() }).nullable(),
  registeredOn: z.string(),
  registeredAt: z.string(),
  acceptedBy: actor,
  term: z.custom<Term>(),
  /** Seen only by those named for it. */
  confidential: z.boolean(),
  /** Under the head's or the named controller's watch. */
  control: z.boolean(),
  controllerId: id.nullable(),
  /** The day on which the office owed nothing any more; `null` while it does. */
  closedOn: z.string().nullable(),
  /** The case it lies in, since when. */
  filed: z.object({ caseId: id, on: z.string() }).nullable(),
  voided: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  slips: z.number(),
  /** The day the last slip bears that was handed out; it stays when the deadline is moved. `null`: none was. */
  slipDeadline: z.string().nullable(),
  corrections: z.number(),
})
export type Appeal = z.infer<typeof appeal>

/** One line of the journal. */
export interface JournalRow {
  id: number
  seq: number
  number: string
  year: number
  kind: Kind
  status: Status
  applicant: string
  people: number
  subject: string
  summary: string
  sheets: number
  annexSheets: number
  channel: Channel
  acceptedBy: string
  receivedOn: string
  receivedAt: string
  registeredOn: string
  registeredAt: string
  deadline: string
  slips: number
}
