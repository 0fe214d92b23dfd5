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
  'handOver',
  'file',
  'correct',
  'void',
] as const
export type Act = (typeof ACTS)[number]

/** Where an act is possible, and the state it leads to; `null` = it stays in its state. */
interface Transition {
  from: readonly Status[]
  to: Status | null
  /** Only letters of some kinds: leaving without consideration is for complaints (art. 95). */
  only?: (kind: Kind) => boolean
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
  control: { from: OPEN, to: null },
  redirectPart: { from: OPEN, to: null },
  redirectWhole: { from: OPEN, to: 'redirected' },
  return: { from: OPEN, to: 'returned' },
  withdraw: { from: OPEN, to: 'withdrawn' },
  leave: { from: OPEN, to: 'unconsidered', only: isComplaint },
  attach: { from: OPEN, to: 'attached' },
  answer: { from: OPEN, to: 'answered' },
  handOver: { from: ['answered'], to: null },
  file: { from: CLOSED, to: 'filed' },
  correct: { from: [...OPEN, ...CLOSED], to: null },
  void: { from: OPEN, to: 'void' },
}

/** Whether the office still owes an answer. */
export function isOpen(status: Status): boolean {
  return OPEN.includes(status)
}

/** Whether an act is possible for a letter as it stands. */
export function isPossible(act: Act, { status, kind }: { status: Status; kind: Kind }): boolean {
  const { from, only } = TRANSITIONS[act]
  return from.includes(status) && (only?.(kind) ?? true)
}

/** The state after an act; the act must be possible. */
export function after(act: Act, status: Status): Status {
  return TRANSITIONS[act].to ?? status
}

/** Grounds on which a complaint is left without consideration (Code 350-VI art. 95(1)). */
export const LEAVE_GROUNDS = ['decidedBefore', 'courtAct', 'returned', 'withdrawn', 'courtClaim'] as const
export type LeaveGround = (typeof LEAVE_GROUNDS)[number]

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

/** Marks of the founding document (R20), in the order in which an applicant sees them. */
export const MARKS = ['delivered', 'registered', 'execution', 'answerOnConsideration', 'answerOnRefusal'] as const
export type Mark = (typeof MARKS)[number]
