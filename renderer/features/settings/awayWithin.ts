import type { Absence } from '#shared/contract'
import { isIsoDate, type IsoDate } from '#shared/domain'

/**
 * Who is away on any day from `from` to `to` (both included), each with the absences that meet these days, the first first. While only one of the two days is written it counts alone;
 * without a day nobody is away. Whoever is away cannot act (`structure.acting_absent`).
 */
export function awayWithin(
  absences: readonly Absence[],
  { from, to }: { from: string; to: string },
): Map<number | null, { from: IsoDate; to: IsoDate }[]> {
  const found = new Map<number | null, { from: IsoDate; to: IsoDate }[]>()
  const written = [from, to].filter(isIsoDate)
  if (written.length === 0) return found
  const [first, last] = [written[0]!, written.at(-1)!]
  const meeting = absences.filter((one) => !one.cancelled && one.from <= last && first <= one.to)
  for (const one of meeting.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    found.set(one.personId, [...(found.get(one.personId) ?? []), { from: one.from, to: one.to }])
  }
  return found
}
