import type { IsoDate } from '#shared/domain'

/** Periods that are offered; `last` is the year before this one, whose book is made in January; `own`: any days. */
export const PERIODS = ['year', 'last', 'quarter', 'month', 'own'] as const
export type PeriodName = (typeof PERIODS)[number]

/** Two days, both counted. */
export interface Days {
  from: IsoDate
  to: IsoDate
}

/** The days of a named period as it stands today: what runs still ends today, since a book holds no day that has not come. */
export function daysOf(name: Exclude<PeriodName, 'own'>, today: IsoDate): Days {
  const [year, month] = [+today.slice(0, 4), +today.slice(5, 7)]
  if (name === 'last') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  if (name === 'year') return { from: `${year}-01-01`, to: today }
  const first = name === 'month' ? month : month - ((month - 1) % 3)
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: today }
}
