import { addDays, addMonths, yearOf, type IsoDate } from '#shared/domain'
import { YEARS } from './yearView'

const lastOfMonth = (date: IsoDate) => addDays(addMonths(`${date.slice(0, 8)}01`, 1), -1)

const MOVES: Readonly<Record<string, (date: IsoDate) => IsoDate>> = {
  ArrowLeft: (date) => addDays(date, -1),
  ArrowRight: (date) => addDays(date, 1),
  ArrowUp: (date) => addDays(date, -7),
  ArrowDown: (date) => addDays(date, 7),
  Home: (date) => `${date.slice(0, 8)}01`,
  End: lastOfMonth,
  PageUp: (date) => addMonths(date, -12),
  PageDown: (date) => addMonths(date, 12),
}

/** Keys that move over the days of a year, by their place. */
export const MOVING_KEYS = Object.keys(MOVES)

/** The day a key leads to: days by ← →, weeks by ↑ ↓, ends of the month by Home and End, years by PgUp and PgDn (29 February becomes 28). Stays where no year can be kept. */
export function dayBy(code: string, date: IsoDate): IsoDate {
  const next = MOVES[code]?.(date) ?? date
  return yearOf(next) < YEARS.first || yearOf(next) > YEARS.last ? date : next
}

/** The same day in another year. */
export function dayInYear(date: IsoDate, year: number): IsoDate {
  return addMonths(date, (year - yearOf(date)) * 12)
}

/** Whether a key was pressed in an open menu, which has its own use for it. */
export function isInMenu({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="menu"]') !== null
}
