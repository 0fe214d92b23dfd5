import { isComplaint, type Kind, type Status } from './appeals'

/**
 * The life of a letter as one table: which act is possible in which state and where it leads (seed R12, R18–R20; Code 350-VI art. 64, 65, 70, 88, 95, 100). Late, due today and due soon are
 * computed from the deadline and never stored.
 */

/** States in which the office still owes an answer; only there a deadline counts. */
export const OPEN_STATUSES = ['registered', 'resolution', 'execution'] as const satisfies readonly Status[]

/** States in which the office owes nothing any more and the paper has yet to go to its case. */
export const CLOSED_STATUSES = [
  'answered',
  'redirected',
  'returned',
  'withdrawn',
  'unconsidered',
  'attached',
] as const satisfies readonly Status[]

/** What can be done to an entry. Each names a text in `life.acts`. */
export const ACTS = [
  'send',
  'resolve',
  'recall',
  'assign',
  'report',
  'extend',
  'control',
  'redirectPart',
  'redirectWhole',
  'return',
  'withdraw',
  'leave',
  'attach',
  'answer',
  'file',
  'correct',
  'void',
] as const
export type Act = (typeof ACTS)[number]

/** Where an act is possible, and the state it leads to; `null` = it stays in its state. */
interface Transition {
  from: readonly Status[]
  to: Status | null
}

const OPEN: readonly Status[] = OPEN_STATUSES
const CLOSED: readonly Status[] = CLOSED_STATUSES

/** The one table of transitions. */
export const TRANSITIONS: Readonly<Record<Act, Transition>> = {
  send: { from: ['registered'], to: 'resolution' },
  resolve: { from: OPEN, to: 'execution' },
  recall: { from: ['execution'], to: 'resolution' },
  assign: { from: ['execution'], to: null },
  report: { from: ['execution'], to: null },
  extend: { from: OPEN, to: null },
  // What is answered is taken off control before it is filed.
  control: { from: [...OPEN, ...CLOSED], to: null },
  redirectPart: { from: OPEN, to: null },
  redirectWhole: { from: OPEN, to: 'redirected' },
  return: { from: OPEN, to: 'returned' },
  withdraw: { from: OPEN, to: 'withdrawn' },
  leave: { from: OPEN, to: 'unconsidered' },
  attach: { from: OPEN, to: 'attached' },
  answer: { from: OPEN, to: 'answered' },
  file: { from: CLOSED, to: 'filed' },
  correct: { from: [...OPEN, ...CLOSED], to: null },
  void: { from: OPEN, to: 'void' },
}

/** Whether the office still owes an answer. */
export function isOpen(status: Status): boolean {
  return OPEN.includes(status)
}

/** Whether an act is possible for a letter as it stands. */
export function isPossible(act: Act, { status }: { status: Status }): boolean {
  return TRANSITIONS[act].from.includes(status)
}

/** The state after an act; the act must be possible. */
export function after(act: Act, status: Status): Status {
  return TRANSITIONS[act].to ?? status
}

/** Grounds on which a complaint is left without consideration (Code 350-VI art. 95(1)), and the simplified procedure of other letters is ended (art. 88). */
export const LEAVE_GROUNDS = [
  'decidedBefore',
  'courtAct',
  'returned',
  'courtClaim',
  'repeated',
  'unknownAuthor',
  'noEssence',
] as const
export type LeaveGround = (typeof LEAVE_GROUNDS)[number]

/** The grounds that the law knows for a kind of letter. A withdrawn letter is an act of its own. */
export function leaveGroundsOf(kind: Kind): readonly LeaveGround[] {
  return isComplaint(kind) ? ['decidedBefore', 'courtAct', 'returned', 'courtClaim'] : ['repeated', 'unknownAuthor', 'noEssence']
}

/** Requisites whose lack is a ground to return a letter (art. 63, 93). */
export const MISSING_REQUISITES = [
  'name',
  'identifier',
  'address',
  'signature',
  'addressee',
  'essence',
  'contested',
  'evidence',
  'annexes',
] as const
export type MissingRequisite = (typeof MISSING_REQUISITES)[number]
