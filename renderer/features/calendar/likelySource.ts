import type { CalendarYear } from '#shared/domain'

/** What the source of a year probably reads like: that of the last official year before it, with the year put in. Empty when there is none to go by. */
export function likelySource(kept: readonly CalendarYear[], year: number): string {
  const before = kept.filter((each) => each.status === 'official' && each.year < year).at(-1)
  return before?.source.includes(String(before.year)) ? before.source.replaceAll(String(before.year), String(year)) : ''
}
