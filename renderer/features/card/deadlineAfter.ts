import type { Appeal } from '#shared/contract'
import { countTerm, isIsoDate, ruleFor, type IsoDate } from '#shared/domain'
import { useOffice } from '../../stores/office'
import type { TypedFacts } from './correctionFields'

/**
 * Foretells the deadline that a correction leads to, by the same rules as the register: kind, addressee and the date given in the letter move it, nothing else does. `null` when
 * it cannot be told yet (no rule holds, or a date half typed).
 */
export function useDeadlineAfter() {
  const office = useOffice()
  return ({ facts, term, registeredOn }: Appeal, typed: TypedFacts): IsoDate | null => {
    const { kind, addressee, givenDeadline } = typed
    if (facts.kind === kind && facts.addressee === addressee && facts.givenDeadline === givenDeadline) return term.deadline
    if (givenDeadline !== '') return isIsoDate(givenDeadline) ? office.calendar.workingDayFrom(givenDeadline) : null
    const rule = ruleFor(office.terms, { kind, addressee, registeredOn })
    return rule ? countTerm(rule, registeredOn, office.calendar, office.rules.countingStart).deadline : null
  }
}
