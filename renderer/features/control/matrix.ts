import type { AheadRow } from '#shared/contract'
import { addDays, type IsoDate } from '#shared/domain'

/** One figure of the matrix: what is late, what is due on a day, or what is due later than all days shown. */
export interface Cell {
  kind: 'late' | 'day' | 'later'
  /** The day of the column; empty for the two others. */
  day: IsoDate
  count: number
  away: boolean
  /** How full it is: nothing, a little, much, too much for a day. */
  load: 0 | 1 | 2 | 3
  /** The days whose letters it counts. */
  from: IsoDate
  to: IsoDate
}

const FIRST_DAY = '2000-01-01'
const LAST_DAY = '2999-12-31'

function loadOf(count: number): Cell['load'] {
  if (count === 0) return 0
  return count < 3 ? 1 : count < 5 ? 2 : 3
}

/** The figures of a row: late, each day, later. What falls on days off counts on the working day after them. */
export function cellsOf({ late, days: counts, away, later }: AheadRow, days: readonly IsoDate[], today: IsoDate): Cell[] {
  const rest = { away: false, day: '' }
  const ofDays = days.map((day, at): Cell => {
    const from = at === 0 ? today : addDays(days[at - 1]!, 1)
    const count = counts[at] ?? 0
    return { kind: 'day', day, count, away: away[at] ?? false, load: loadOf(count), from, to: day }
  })
  return [
    { ...rest, kind: 'late', count: late, load: late > 0 ? 3 : 0, from: FIRST_DAY, to: addDays(today, -1) },
    ...ofDays,
    { ...rest, kind: 'later', count: later, load: later > 0 ? 1 : 0, from: addDays(days.at(-1) ?? today, 1), to: LAST_DAY },
  ]
}

/** Sums of the columns in the order of the cells. */
export function sumsOf(rows: readonly (readonly Pick<Cell, 'count'>[])[]): number[] {
  return (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at]?.count ?? 0), 0))
}
