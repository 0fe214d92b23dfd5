import type { AheadRow, ExecutorLoad } from '#shared/contract'
import type { IsoDate } from '#shared/domain'

/** Whose tasks are handed over. `open`: how many there are, as far as the caller sees them. */
export interface Leaving {
  id: number
  name: string
  open: number
}

/** Whose tasks a row of the matrix leads to; `null` for letters that nobody works on. */
export function leavingOf(row: AheadRow | undefined): Leaving | null {
  if (!row || row.id === null) return null
  return { id: row.id, name: row.name, open: row.open }
}

/** The working days on which somebody is away, days that follow each other as one span. `days`: as the load counts them. */
export function awaySpans({ away }: Pick<ExecutorLoad, 'away'>, days: readonly IsoDate[]): { from: IsoDate; to: IsoDate }[] {
  const spans: { from: IsoDate; to: IsoDate }[] = []
  days.forEach((day, at) => {
    if (!away[at]) return
    if (at > 0 && away[at - 1]) spans.at(-1)!.to = day
    else spans.push({ from: day, to: day })
  })
  return spans
}
