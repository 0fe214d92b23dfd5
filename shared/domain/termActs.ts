import type { WorkingCalendar } from './calendar'
import { addDays, addMonths, type IsoDate } from './dates'
import { extended } from './reckoning'
import type { ExtensionBy, ExtensionRule, ShortPurpose, ShortTermRule, TermRule } from './termRules'
import { lastDay, type Term, type TermExtension } from './terms'

/**
 * What a decision or an act does to a term: extension, redirect, return, withdrawal (Law 88-V art. 25(4); Code 350-VI art. 64, 65, 70(3), 76(3), 95). Pure: who may act, and the paper that
 * goes with it, stands elsewhere.
 */

/** Why an act cannot be done to a term. The code names a text in `errors.terms`. */
export class TermRefusal extends Error {
  constructor(
    readonly code: TermRefusalCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code)
  }
}

export type TermRefusalCode =
  | 'extension_not_allowed'
  | 'extension_again'
  | 'extension_not_theirs'
  | 'extension_no_grounds'
  | 'extension_after_deadline'
  | 'extension_before_registration'
  | 'extension_not_longer'
  | 'extension_too_long'
  | 'act_before_registration'

/** A decision to extend. */
export interface ExtensionDecision {
  decidedOn: IsoDate
  /** Surname and initials of who decided, and as what. */
  decidedBy: string
  as: ExtensionBy
  grounds: string
  /** The last day asked for. */
  until: IsoDate
}

/** Where the law sets no limit, so many months from the decision: further ahead a day is a slip of the pen. */
export const MOST_MONTHS = 24

/** The last day to which a term may be extended by a decision of that day, at most two years ahead. Throws `TermRefusal` `extension_not_allowed`. */
export function longestExtension(term: Term, rule: TermRule, decidedOn: IsoDate, calendar: WorkingCalendar): IsoDate {
  const allowed = extensionOf(rule)
  if (allowed.length === null) return calendar.workingDayFrom(addMonths(decidedOn, MOST_MONTHS))
  const from = allowed.from === 'deadline' ? term.deadline : decidedOn
  if (allowed.unit !== 'months') return lastDay(allowed.length, allowed.unit, from, calendar, 'nextDay')
  return calendar.workingDayFrom(addMonths(from, allowed.length))
}

/**
 * Extends a term once, with grounds, by whoever the rule lets decide, before it has run out and not further than it allows. Throws `TermRefusal`: `extension_not_allowed`,
 * `extension_again`, `extension_not_theirs`, `extension_no_grounds`, `extension_before_registration`, `extension_after_deadline` (`deadline`), `extension_not_longer` (`deadline`),
 * `extension_too_long` (`max`).
 */
export function extendTerm(term: Term, rule: TermRule, decision: ExtensionDecision, calendar: WorkingCalendar): Term {
  const allowed = extensionOf(rule)
  const { decidedOn, decidedBy, grounds, until } = decision
  const { deadline } = term
  if (term.extension) throw new TermRefusal('extension_again', { until: term.extension.until })
  if (!allowed.by.includes(decision.as)) throw new TermRefusal('extension_not_theirs')
  if (grounds.trim() === '') throw new TermRefusal('extension_no_grounds')
  if (decidedOn < term.registeredOn) throw new TermRefusal('extension_before_registration', { date: term.registeredOn })
  if (decidedOn > deadline) throw new TermRefusal('extension_after_deadline', { deadline })
  if (until <= deadline) throw new TermRefusal('extension_not_longer', { deadline })
  const max = longestExtension(term, rule, decidedOn, calendar)
  if (until > max) throw new TermRefusal('extension_too_long', { max })
  const noticeDue =
    allowed.noticeDays === null ? null : lastDay(allowed.noticeDays, 'workingDays', decidedOn, calendar, 'nextDay')
  const extension: TermExtension = { decidedOn, decidedBy, grounds: grounds.trim(), until, noticeDue }
  return extended(term, extension, calendar)
}

function extensionOf({ extension, basis }: TermRule): ExtensionRule {
  if (!extension) throw new TermRefusal('extension_not_allowed', { kk: basis.kk, ru: basis.ru })
  return extension
}

/** An act by which the letter, or a part of it, leaves the office's hands. */
export type LeavingAct = 'redirectWhole' | 'redirectPart' | 'return' | 'withdrawal' | 'unconsidered' | 'termination'

/** What an act does to a term. */
export interface ActOutcome {
  /** Whether the term ends with it. After a redirect in part the office answers the rest in the same term. */
  ends: boolean
  /** The last day on which the act was still in time, and whether it was; `null` where the law sets none. */
  due: IsoDate | null
  inTime: boolean
  /** The last day to tell the applicant of it; `null` = the act itself is the notice, or none is asked. */
  noticeDue: IsoDate | null
}

const ACTS: Readonly<Record<LeavingAct, { ends: boolean; due?: ShortPurpose; notice?: ShortPurpose }>> = {
  redirectWhole: { ends: true, due: 'redirect' },
  redirectPart: { ends: false, due: 'redirect' },
  return: { ends: true, due: 'return' },
  withdrawal: { ends: true, notice: 'terminationNotice' },
  unconsidered: { ends: true, notice: 'unconsideredNotice' },
  termination: { ends: true, notice: 'terminationNotice' },
}

/**
 * What an act done on a day does to a term. An act past its own short term is late, not impossible: the letter must not be stranded. `shortRules`: the versions in force on that day. Throws
 * `TermRefusal`: `act_before_registration`.
 */
export function outcomeOf(
  act: LeavingAct,
  on: IsoDate,
  term: Term,
  shortRules: readonly ShortTermRule[],
  calendar: WorkingCalendar,
): ActOutcome {
  if (on < term.registeredOn) throw new TermRefusal('act_before_registration', { date: term.registeredOn })
  const { ends, due: purpose, notice } = ACTS[act]
  const due = term.shortTerms?.find((short) => short.purpose === purpose)?.date ?? null
  const rule = notice && shortRules.filter((short) => short.purpose === notice).sort((a, b) => b.version - a.version)[0]
  return {
    ends,
    due,
    inTime: due === null || on <= due,
    noticeDue: rule ? lastDay(rule.length, 'workingDays', on, calendar, 'nextDay') : null,
  }
}

/** Something that must be done by a day besides the answer itself. */
export interface TermReminder {
  what: ShortPurpose | 'checkpoint' | 'control' | 'extensionNotice'
  due: IsoDate
}

/** All days before the deadline that somebody must be reminded of, earliest first: redirect, return, the control point, the office's own control date, the notice of an extension. */
export function remindersOf(term: Term): TermReminder[] {
  const reminders: TermReminder[] = (term.shortTerms ?? []).map(({ purpose, date }) => ({ what: purpose, due: date }))
  if (term.checkpoint) reminders.push({ what: 'checkpoint', due: term.checkpoint.date })
  if (term.controlDate) reminders.push({ what: 'control', due: term.controlDate })
  if (term.extension?.noticeDue) reminders.push({ what: 'extensionNotice', due: term.extension.noticeDue })
  return reminders.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** The day on which reminding begins, so many working days ahead of what is due. */
export function remindFrom(due: IsoDate, workingDaysAhead: number, calendar: WorkingCalendar): IsoDate {
  let day = due
  for (let left = workingDaysAhead; left > 0;) if (calendar.isWorking((day = addDays(day, -1)))) left--
  return day
}
