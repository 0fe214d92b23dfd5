/** A year to go to. `draft`: without an official calendar. */
export interface YearTab {
  year: number
  draft: boolean
}

/** How many years before the present one stand in the row; older ones wait in a menu. */
const YEARS_BACK = 1

/**
 * The years to choose from: every kept one, and the next after them, which the law alone drafts. `shown`: those in the row, with the chosen one always among them; `older`: the rest.
 */
export function yearTabs(
  kept: readonly { year: number; status: 'official' | 'draft' }[],
  { chosen, present }: { chosen: number; present: number },
): { shown: YearTab[]; older: YearTab[] } {
  const official = new Set(kept.filter(({ status }) => status === 'official').map(({ year }) => year))
  const years = new Set([...kept.map(({ year }) => year), chosen])
  years.add(Math.max(present, ...kept.map(({ year }) => year)) + 1)
  const tabs = [...years].sort((a, b) => a - b).map((year) => ({ year, draft: !official.has(year) }))
  const inRow = ({ year }: YearTab) => year >= present - YEARS_BACK || year === chosen
  return { shown: tabs.filter(inRow), older: tabs.filter((tab) => !inRow(tab)) }
}
