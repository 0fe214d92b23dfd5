import type { MovedDeadline } from '#shared/contract'
import { recount, ruleFor, type CountingStart, type Term, type TermRule, type WorkingCalendar } from '#shared/domain'
import type { OpenTerm } from '../register/register.service'

/** What deadlines are counted by after a change. `newest`: the version of a rule the change adds; entries registered since its first day come under it. */
export interface NewCount {
  calendar: WorkingCalendar
  countingStart: CountingStart
  rules: readonly TermRule[]
  newest?: Pick<TermRule, 'id' | 'version'> | undefined
}

/** An entry whose term reads differently after a change. */
export interface Recounted {
  entry: OpenTerm
  term: Term
}

/** What a change does to the open entries: those whose deadline moves, and those of which only the days are explained otherwise. */
export interface Recounting {
  moved: Recounted[]
  explained: Recounted[]
}

/** Counts every open entry anew. An entry keeps the version of the rule it was made under, unless the change brings a version that holds on its day of registration. */
export function recountAll(open: readonly OpenTerm[], count: NewCount): Recounting {
  const byVersion = new Map(count.rules.map((rule) => [`${rule.id}/${rule.version}`, rule]))
  const result: Recounting = { moved: [], explained: [] }
  for (const entry of open) {
    const rule = replacing(entry, count) ?? byVersion.get(`${entry.term.ruleId}/${entry.term.ruleVersion}`)
    if (!rule) continue
    const term = recount(entry.term, rule, count)
    if (term.deadline !== entry.term.deadline) result.moved.push({ entry, term })
    else if (JSON.stringify(term) !== entry.stored) result.explained.push({ entry, term })
  }
  return result
}

function replacing({ kind, addressee, term }: OpenTerm, { rules, newest }: NewCount): TermRule | undefined {
  if (!newest) return undefined
  const rule = ruleFor(rules, { kind, addressee, registeredOn: term.registeredOn })
  return rule?.id === newest.id && rule.version === newest.version ? rule : undefined
}

/** A moved entry as the preview lists it. */
export function movedDeadline({ entry: { id, number, applicant, term: before, slip }, term }: Recounted): MovedDeadline {
  return { id, number, applicant, before: before.deadline, after: term.deadline, slip }
}
