import {
  reckon,
  ruleFor,
  TermRefusal,
  type ExtensionDecision,
  type Kind,
  type Term,
  type TermBook,
  type TermRule,
} from '#shared/domain'
import { fiveDays, shortTerms, terms } from './material'

/** An office with the shipped calendar and rules, five days a week, closing at 18:30. */
export const book: TermBook = {
  calendar: fiveDays,
  rules: terms,
  shortRules: shortTerms,
  dayEnds: '18:30',
  countingStart: 'nextDay',
}

/** The term of a letter to the provider, and the rule it came under. `received`: day and time, or a day on which it came in the morning. */
export function letter(kind: Kind, received: string, givenDeadline?: string): { term: Term; rule: TermRule } {
  const [date = '', time = '10:00'] = received.split(' ')
  const { term } = reckon({ kind, addressee: 'provider', received: { date, time }, givenDeadline }, book)!
  return { term, rule: ruleFor(terms, { kind, addressee: 'provider', registeredOn: term.registeredOn })! }
}

/** A decision of the head to extend a term to a day. */
export function decision(decidedOn: string, until: string, more: Partial<ExtensionDecision> = {}): ExtensionDecision {
  return { decidedOn, decidedBy: 'Сейтқали А. М.', as: 'head', grounds: 'қосымша ақпарат қажет', until, ...more }
}

/** Code and particulars with which an act is refused. */
export function refusal(act: () => unknown): { code: string; params: object } {
  try {
    act()
  } catch (error) {
    if (error instanceof TermRefusal) return { code: error.code, params: error.params }
    throw error
  }
  throw new Error('the act was not refused')
}
