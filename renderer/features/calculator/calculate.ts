import type { ErrorParams, FieldCode } from '#shared/contract'
import {
  isClockTime,
  isIsoDate,
  reckon,
  registrationDay,
  ruleUnder,
  type Addressee,
  type IsoDate,
  type Kind,
  type Reckoning,
  type TermBook,
  type TermRule,
} from '#shared/domain'

/** What is asked of the calculator, as typed: dates `YYYY-MM-DD`, times `HH:MM`, or whatever stands in the fields instead. */
export interface Question {
  kind: Kind
  addressee: Addressee
  receivedOn: string
  receivedAt: string
  /** Last day given in the letter itself; empty when none is. */
  givenDeadline: string
}

export type AskedField = 'receivedOn' | 'receivedAt' | 'givenDeadline'

/** Why a field cannot be counted with: a code of `errors.field`, or `date_too_late` (after the year 2100). */
export interface AskedFault {
  code: FieldCode | 'date_too_late'
  params: ErrorParams
}

/** The days the calculator answers for: those the register takes, and no further than the law can be drafted in earnest. */
export const FIRST_DAY: IsoDate = '2000-01-01'
export const LAST_DAY: IsoDate = '2100-12-31'

/** What the calculator says: faults at fields, or the reckoning with the rule behind it, or the day of registration for which there is no rule. */
export interface Answer {
  faults: Partial<Record<AskedField, AskedFault>>
  reckoning: Reckoning | null
  rule: TermRule | null
  noRuleOn: IsoDate | null
}

/** Answers a question by the same rules as the register (`reckon`). Never throws for what can be typed. */
export function calculate(question: Question, book: TermBook): Answer {
  const nothing = { reckoning: null, rule: null, noRuleOn: null }
  const faults = faultsOf(question)
  if (Object.keys(faults).length > 0) return { faults, ...nothing }
  const { kind, addressee, receivedOn, receivedAt, givenDeadline } = question
  const received = { date: receivedOn, time: receivedAt }
  const { date: registeredOn } = registrationDay(received, book.dayEnds, book.calendar)
  if (givenDeadline !== '' && givenDeadline < registeredOn) {
    return { faults: { givenDeadline: { code: 'date_too_soon', params: { min: registeredOn } } }, ...nothing }
  }
  const reckoning = reckon({ kind, addressee, received, ...(givenDeadline !== '' && { givenDeadline }) }, book)
  if (!reckoning) return { faults, ...nothing, noRuleOn: registeredOn }
  const rule = ruleUnder(book.rules, reckoning.term) ?? null
  return { faults, reckoning, rule, noRuleOn: null }
}

function faultsOf({ receivedOn, receivedAt, givenDeadline }: Question): Answer['faults'] {
  const faults: Answer['faults'] = {}
  const date = dateFault(receivedOn)
  if (date) faults.receivedOn = date
  if (receivedAt === '') faults.receivedAt = { code: 'required', params: {} }
  else if (!isClockTime(receivedAt)) faults.receivedAt = { code: 'not_a_time', params: {} }
  const given = givenDeadline === '' ? null : dateFault(givenDeadline)
  if (given) faults.givenDeadline = given
  return faults
}

function dateFault(typed: string): AskedFault | null {
  if (typed === '') return { code: 'required', params: {} }
  if (!isIsoDate(typed)) return { code: 'not_a_date', params: {} }
  if (typed < FIRST_DAY) return { code: 'date_too_early', params: {} }
  return typed > LAST_DAY ? { code: 'date_too_late', params: {} } : null
}

/** Whether it matters to whom such a letter is addressed: some rule of its kind is for another addressee. */
export function dependsOnAddressee(kind: Kind, book: TermBook): boolean {
  return book.rules.some((rule) => rule.kind === kind && rule.addressee !== 'provider')
}
