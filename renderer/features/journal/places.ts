import type { JournalState } from '#shared/contract'

/** Places of the journal in their order; Alt+1 … Alt+6 lead to them. */
export const PLACES: readonly JournalState[] = ['all', 'open', 'slip', 'late', 'today', 'soon']

// The contract's own list would bring its schemas into the browser.
const STATES: readonly JournalState[] = [...PLACES, 'void']

/** The state an address names; anything else is the whole book. */
export function stateOf(named: unknown): JournalState {
  return STATES.find((state) => state === named) ?? 'all'
}

/** The year an address names, or `thisYear`. */
export function yearNamed(named: unknown, thisYear: number): number {
  return typeof named === 'string' && /^2\d{3}$/.test(named) ? +named : thisYear
}
