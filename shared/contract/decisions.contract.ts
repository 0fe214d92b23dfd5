import { z } from 'zod'
import { DELIVERIES, type Delivery } from '../domain/appeals'
import {
  CHARACTERS,
  COMPLAINT_DECISIONS,
  DECISION_ACTS,
  DECISION_STATES,
  LETTER_LANGUAGES,
  LETTER_PURPOSES,
  type DecisionAct,
  type LetterPurpose,
} from '../domain/decisions'
import { LEAVE_GROUNDS, MISSING_REQUISITES } from '../domain/life'
import { appeal } from './appeal.schema'
import { date, id, oneOf, reason, text } from './fields'
import { reads, writes } from './procedure'
import type { DeskLetter } from './routing.contract'

/** A draft may be half written; what it must have to be signed is said by `missingParts`. */
const content = z.object({
  language: oneOf(LETTER_LANGUAGES),
  text: text({ max: 20_000, multiline: true }),
  character: oneOf(CHARACTERS).nullable(),
  decision: oneOf(COMPLAINT_DECISIONS).nullable(),
  remedy: z.boolean(),
  until: z.union([z.literal(''), date]),
  bodyId: id.nullable(),
  part: text({ max: 1_000, multiline: true }),
  missing: z.array(oneOf(MISSING_REQUISITES)).max(MISSING_REQUISITES.length),
  ground: oneOf(LEAVE_GROUNDS).nullable(),
})

const agreement = z.object({
  person: z.object({ id, name: z.string(), position: z.object({ kk: z.string(), ru: z.string() }) }),
  verdict: z.enum(['agreed', 'objected']),
  remark: z.string(),
  at: z.string(),
  /** Whether the text was changed since. */
  outdated: z.boolean(),
})
export type Agreement = z.infer<typeof agreement>

/** A decision on a letter, from its draft on. Moments UTC, days local. */
const decision = z.object({
  id,
  appealId: id,
  act: z.enum(DECISION_ACTS),
  state: z.enum(DECISION_STATES),
  version: z.number(),
  content,
  author: z.object({ id, name: z.string() }),
  changedAt: z.string(),
  submittedAt: z.string().nullable(),
  /** Why it was sent back, or refused. */
  remark: z.string(),
  agreements: z.array(agreement),
  signed: z
    .object({
      on: z.string(),
      by: z.object({ id, name: z.string(), position: z.object({ kk: z.string(), ru: z.string() }) }),
      /** The clerk who entered what was signed on paper. */
      enteredBy: z.string().nullable(),
      /** The last day of the act, and whether it was kept. */
      due: z.string().nullable(),
      inTime: z.boolean(),
    })
    .nullable(),
})
export type Decision = z.infer<typeof decision>

/** A letter that left the office, or waits to be handed over. `sendBy`: the last day to tell the applicant. */
const letter = z.object({
  id,
  decisionId: id,
  appealId: id,
  purpose: z.enum(LETTER_PURPOSES),
  number: z.string(),
  numberParts: z.array(z.object({ text: z.string(), isSequence: z.boolean() })),
  signedOn: z.string(),
  recipient: z.string(),
  delivery: z.enum(DELIVERIES),
  sendBy: z.string().nullable(),
  handed: z.object({ on: z.string(), how: z.enum(DELIVERIES), to: z.string(), tracking: z.string(), by: z.string() }).nullable(),
})
export type Letter = z.infer<typeof letter>

/** Points of the checklist before signing. They block nothing; the signer sees them. */
export const CHECKS = [
  'language',
  'remedy',
  'character',
  'agreed',
  'reported',
  'inTime',
  'address',
  'notComplainedOf',
  'template',
] as const
export type CheckName = (typeof CHECKS)[number]

/** One point of the checklist. `params` fill its words: days, names. */
export interface Check {
  check: CheckName
  ok: boolean
  params: Record<string, string | number>
}

/** A decision that waits for the signature, with the letter it is about. */
export interface ToSign extends DeskLetter {
  decisionId: number
  decisionVersion: number
  act: DecisionAct
  author: string
  submittedAt: string
}

/** One line of the outgoing journal. */
export interface OutgoingRow {
  id: number
  seq: number
  number: string
  year: number
  purpose: LetterPurpose
  signedOn: string
  recipient: string
  signer: string
  delivery: Delivery
  sendBy: string | null
  handedOn: string | null
  handedHow: Delivery | null
  handedTo: string
  tracking: string
  appealId: number
  appealNumber: string
  /** Place where the answer waits (R10), of letters that are fetched. */
  waitsAt: { kk: string; ru: string }
}

const at = z.object({ id, version: z.number().int() })

export const decisions = {
  /** The decisions and outgoing letters of an entry, oldest first. Errors: `not_found`. */
  ofEntry: reads('register.read')
    .input(z.object({ id }))
    .output(z.object({ decisions: z.array(decision), letters: z.array(letter) })),
  /** Writes a draft, or changes one. Errors: `life.not_possible`, `conflict.stale`, `decisions.over`, `decisions.drafted_already`, `invalid_input`. */
  save: writes('decisions.draft', 'decision.drafted')
    .input(z.object({ id: id.nullable(), version: z.number().int(), appealId: id, act: oneOf(DECISION_ACTS), content }))
    .output(decision),
  /** Lays a draft before whoever signs. Errors: `invalid_input` (what is missing), `life.not_possible`, `conflict.stale`, `decisions.over`. */
  submit: writes('decisions.draft', 'decision.submitted').input(at).output(decision),
  /** Agrees to a draft or objects, with a remark; binds nobody and is seen by the signer. Errors: `decisions.over`, `decisions.own` (one's own draft), `conflict.stale`, `invalid_input`. */
  agree: writes('decisions.draft', 'decision.agreed')
    .input(at.extend({ verdict: z.enum(['agreed', 'objected']), remark: text({ max: 1_000, multiline: true, printed: false }) }))
    .output(decision),
  /** Sends a submitted draft back to be mended. Errors: `decisions.over`, `decisions.not_submitted`, `conflict.stale`. */
  sendBack: writes('routing.resolve', 'decision.sentBack').input(at.extend({ reason })).output(decision),
  /** Refuses an extension that was asked for; the term stays. Errors: `decisions.over`, `decisions.not_to_refuse`, `conflict.stale`. */
  refuse: writes('routing.resolve', 'decision.refused').input(at.extend({ reason })).output(decision),
  /** Takes a draft away. Errors: `decisions.over`, `conflict.stale`. */
  drop: writes('decisions.draft', 'decision.dropped').input(at).output(decision),
  /** What to look at before signing. Errors: `not_found`. */
  checks: reads('register.read').input(z.object({ id })).output(z.custom<Check[]>()),
  /**
   * Signs a decision: it does what it decides, and its letters take their outgoing numbers. A head signs for himself; a clerk enters what was signed on paper (`signerId`, `signedOn`). Errors:
   * `invalid_input` (also what is missing), `life.not_possible`, `conflict.stale`, `decisions.over`, `decisions.signed_already`, `terms.extension_*`, `templates.*`.
   */
  sign: writes('decisions.sign', 'decision.signed')
    .input(at.extend({ entryVersion: z.number().int(), signerId: id.nullable(), signedOn: date.nullable() }))
    .output(z.object({ appeal, letters: z.array(letter) })),
  /** What waits for the signature, most urgent first. */
  toSign: reads('routing.resolve').output(z.custom<ToSign[]>()),
  /** Notes how a letter reached its addressee. Errors: `letters.handed_already`, `invalid_input`, `not_found`. */
  handOver: writes('letters.handOver', 'letter.handedOver')
    .input(
      z.object({
        letterId: id,
        how: oneOf(DELIVERIES),
        on: date,
        /** Who signed for it, where it was handed over in person. */
        to: text({ max: 300 }),
        tracking: text({ max: 60 }),
      }),
    )
    .output(letter),
  /** The outgoing journal of a year, newest first. `waiting`: only what is not handed over yet. `after`: `seq` of the last row of the page before. */
  outgoing: reads('register.read')
    .input(
      z.object({
        year: z.number().int().min(2000).max(2999),
        waiting: z.boolean(),
        after: z.number().int().nullable(),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(z.object({ rows: z.custom<OutgoingRow[]>(), more: z.boolean(), waiting: z.number(), gapless: z.boolean() })),
  /** Joins a repeated letter to the case of an earlier one, where it stays without an answer (art. 64(8)). Errors: `life.not_possible`, `conflict.stale`, `invalid_input` (`number`), `not_found`. */
  attach: writes('routing.resolve', 'appeal.attached')
    .input(at.extend({ number: text({ required: true, max: 60 }), reason }))
    .output(appeal),
}
