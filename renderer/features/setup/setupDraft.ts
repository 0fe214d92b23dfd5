import type { OfficeDetails, PersonFields } from '#shared/contract'
import { copyOf, leafAt, paths, setLeaf } from '../settings/leaves'
import { emptyPerson, rulesForm, type RulesForm } from '../settings/forms'
import type { api } from '../../api/client'

/** The steps of the first start, in their order. */
export const STEPS = ['office', 'numbering', 'person'] as const
export type Step = (typeof STEPS)[number]

/** What the three steps ask, as typed. The password is no part of it: it is never kept. */
export interface SetupDraft {
  step: Step
  details: OfficeDetails
  rules: RulesForm
  firstNumber: string
  administrator: PersonFields
  alsoClerk: boolean
}

const KEPT = 'kiris.setup'

/** The draft of a new office, prefilled with what the program suggests (R27–R32). */
export function freshDraft({ details, rules }: Awaited<ReturnType<typeof api.office.suggestion>>): SetupDraft {
  return {
    step: 'office',
    details: copyOf(details),
    rules: rulesForm(rules),
    firstNumber: '1',
    administrator: emptyPerson(),
    alsoClerk: true,
  }
}

/** Writes the draft down on this computer, so that a closed window loses nothing. */
export function keepDraft(draft: SetupDraft): void {
  localStorage.setItem(KEPT, JSON.stringify(draft))
}

/** Brings what was kept into a fresh draft: only fields the draft has, and only of the same kind, so that an older program's leftovers do no harm. */
export function restoreDraft(fresh: SetupDraft): SetupDraft {
  const kept = readKept()
  if (!kept) return fresh
  for (const path of paths(fresh)) {
    const value = leafAt(kept, path)
    if (typeof value === typeof leafAt(fresh, path) && !Array.isArray(value)) setLeaf(fresh, path, value)
  }
  if (!STEPS.includes(fresh.step)) fresh.step = 'office'
  return fresh
}

/** Leaves nothing of the draft behind. */
export function forgetDraft(): void {
  localStorage.removeItem(KEPT)
}

function readKept(): object | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null')
    return typeof kept === 'object' ? kept : null
  } catch {
    return null
  }
}
