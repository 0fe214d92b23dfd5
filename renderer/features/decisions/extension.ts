import { computed, type ComputedRef } from 'vue'
import type { Appeal } from '#shared/contract'
import {
  addDays,
  isIsoDate,
  longestExtension,
  ruleFor,
  ruleUnder,
  type BothLanguages,
  type IsoDate,
  type TermRule,
} from '#shared/domain'
import { useOffice } from '../../stores/office'

/** What the law says on extending a term. `max`: the longest day if decided today, `null` where it sets no limit. */
export interface ExtensionLimits {
  min: IsoDate
  max: IsoDate | null
  grounds: BothLanguages
  basis: BothLanguages
}

/** What the law says on extending the term of an entry, if decided today; `null` where it allows none. */
export function useExtension(appeal: () => Appeal): ComputedRef<ExtensionLimits | null> {
  const office = useOffice()

  function ruleOf({ facts, term, registeredOn }: Appeal): TermRule | undefined {
    const own = ruleUnder(office.terms, term)
    return own ?? ruleFor(office.terms, { kind: facts.kind, addressee: facts.addressee, registeredOn })
  }

  return computed(() => {
    const { term } = appeal()
    const rule = ruleOf(appeal())
    if (!rule?.extension) return null
    const { grounds, basis } = rule.extension
    return { min: addDays(term.deadline, 1), max: longestExtension(term, rule, office.today(), office.calendar), grounds, basis }
  })
}

/** What is wrong with the last day asked for, at once; the code names a text in `errors.field`. */
export function untilFault(
  until: string,
  { min, max }: Pick<ExtensionLimits, 'min' | 'max'>,
): { code: 'date_too_soon'; params: { min: IsoDate } } | { code: 'date_too_late'; params: { max: IsoDate } } | null {
  if (!isIsoDate(until)) return null
  if (until < min) return { code: 'date_too_soon', params: { min } }
  return max !== null && until > max ? { code: 'date_too_late', params: { max } } : null
}
