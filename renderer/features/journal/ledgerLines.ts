import { dayNumber, splitNumber, type IsoDate, type WorkingCalendar } from '#shared/domain'

/** Height of a line of the journal, CSS pixels (look §5). The virtual list counts on it. */
export const LINE = 28

/**
 * The rule drawn above a line: none within a day, `day` where the day changes, `off` where a day off lies between (look §1). `above` is the day of the line above,
 * which is the later one; `undefined` at the top.
 */
export function ruleAbove(above: IsoDate | undefined, date: IsoDate, calendar: WorkingCalendar): 'none' | 'day' | 'off' {
  if (above === undefined || above === date) return 'none'
  const [from, to] = [Math.min(dayNumber(above), dayNumber(date)), Math.max(dayNumber(above), dayNumber(date))]
  // A week always holds a day off.
  if (to - from > 7) return 'off'
  for (let day = from + 1; day < to; day++) {
    const state = calendar.stateOfDayNumber(day)
    if (state !== 'work' && state !== 'transfer-work') return 'off'
  }
  return 'day'
}

/** The date as the book of a year writes it: `18.12`, and the year apart where it is another one: `06.01` `.27`. */
export function bookDate(date: IsoDate, bookYear: number): { day: string; year: string } {
  const year = date.slice(0, 4)
  return { day: `${date.slice(8, 10)}.${date.slice(5, 7)}`, year: +year === bookYear ? '' : `.${year.slice(2)}` }
}

/**
 * A number in its pieces, the running number marked. By the office's pattern where the number was written by it; a number from before the pattern was changed is
 * split at its running number.
 */
export function numberPieces(
  { number, seq, year }: { number: string; seq: number; year: number },
  pattern: string,
): { text: string; isSequence: boolean }[] {
  const byPattern = splitNumber(pattern, { seq, year })
  if (byPattern.map((part) => part.text).join('') === number) return byPattern
  const found = [...number.matchAll(/\d+/g)].filter((digits) => +digits[0] === seq).sort((a, b) => b[0].length - a[0].length)[0]
  if (!found) return [{ text: number, isSequence: true }]
  const end = found.index + found[0].length
  return [
    { text: number.slice(0, found.index), isSequence: false },
    { text: found[0], isSequence: true },
    { text: number.slice(end), isSequence: false },
  ].filter((part) => part.text !== '')
}

/** Pieces up to the running number: within the book of a year the year is not written on every line. */
export function withoutYear<Part extends { isSequence: boolean }>(parts: readonly Part[]): Part[] {
  return parts.slice(0, parts.findIndex((part) => part.isSequence) + 1)
}
