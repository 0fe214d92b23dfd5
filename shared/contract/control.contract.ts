import { z } from 'zod'
import type { Status } from '../domain/appeals'
import type { DecisionAct, LetterPurpose } from '../domain/decisions'
import type { BothLanguages } from '../domain/termRules'
import type { TermReminder } from '../domain/termActs'
import { date, id } from './fields'
import { reads } from './procedure'
import type { ExecutorLoad } from './routing.contract'

/** Parts of the daily digest, in the order in which they are told. */
export const DIGEST_SECTIONS = [
  'late',
  'today',
  'soon',
  'accept',
  'resolution',
  'signature',
  'handOver',
  'reminders',
  'watched',
] as const
export type DigestSectionName = (typeof DIGEST_SECTIONS)[number]

/** A letter that somebody has to do something about. */
export interface ControlLine {
  /** The letter; one line leads to its card. */
  id: number
  number: string
  numberParts: { text: string; isSequence: boolean }[]
  status: Status
  applicant: string
  subject: string
  /** Local day by which it is due; `null` where the law sets none (an outgoing letter). */
  due: string | null
  /** Who works on it, surname and initials; of what was written for signing its author; empty = nobody yet. */
  whose: string
  /** What is to be done by that day where the section does not say it: the act to be signed, the outgoing letter, what the law reminds of. */
  what: (DecisionAct | LetterPurpose | TermReminder['what'])[]
  /** Number of the outgoing letter that waits to be handed over; empty elsewhere. */
  outgoing: string
}

/** One part of the digest: how many in all, and the most urgent of them. */
export interface DigestSection {
  name: DigestSectionName
  count: number
  lines: ControlLine[]
}

/** A person's load on the days ahead. `later`: tasks due after these days. `id` null: letters that nobody works on, by their deadline. */
export interface AheadRow extends Omit<ExecutorLoad, 'id' | 'free'> {
  id: number | null
  later: number
}

/** Overdue letters of a department. `department` null: nobody's, or of people outside all departments. */
export interface LateGroup {
  department: BothLanguages | null
  /** Nobody works on them: they lie at the chancellery. */
  unassigned: boolean
  count: number
  lines: ControlLine[]
}

/** Control: who must do what by when (Code 350-VI art. 46, 69(4)). Confidential letters are neither shown nor counted but for those named. */
export const control = {
  /**
   * What concerns the caller on the office's present day, only the parts that hold something. Clerks and heads see the open letters by deadline, heads of departments and executors
   * the tasks by their day; a letter stands in one of `late`, `today`, `soon` at most.
   */
  digest: reads('register.read').output(z.object({ today: z.string(), sections: z.custom<DigestSection[]>() })),
  /**
   * The present day, if it is worked, and the next fifteen working days × who works on what; a head of a department sees only the own. What falls on a day off counts on the working
   * day after it.
   */
  ahead: reads('control.read').output(z.object({ today: z.string(), days: z.array(z.string()), rows: z.custom<AheadRow[]>() })),
  /** The letters behind a figure of `ahead`: those of a person (`null` = nobody's) due from one day to another, both included; the fifty most urgent. */
  behind: reads('control.read')
    .input(z.object({ personId: id.nullable(), from: date, to: date }))
    .output(z.custom<ControlLine[]>()),
  /** Overdue letters by department, the longest overdue first; the hundred most urgent of each. A letter is overdue by its deadline or by the earlier day of a task. */
  late: reads('control.read').output(z.custom<LateGroup[]>()),
}
