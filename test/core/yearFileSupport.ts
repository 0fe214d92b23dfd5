import { readYearFile, type ReadYear, type RowFault } from '#core/calendar/yearFile/index'
import type { YearContent } from '#core/calendar/calendar.service'
import type { KeptCalendar } from '#shared/domain'
import { LOCALES, translatorFor } from '#shared/i18n'
import shippedFile from '../../resources/data/calendar-kz.json'

const shipped = shippedFile as unknown as KeptCalendar

/** The years the program ships. */
export const SHIPPED: YearContent[] = shipped.years.map((year) => ({
  ...year,
  days: shipped.days.filter(({ date }) => date.startsWith(String(year.year))),
}))

/** One of the years the program ships. */
export const shippedYear = (year: number): YearContent => SHIPPED.find((each) => each.year === year)!

/** Reads a text as a file; for iCalendar by its content. */
export const readText = (text: string, year = 2026, name = 'calendar.csv'): ReadYear => read(Buffer.from(text), year, name)

/** Reads bytes as a file, and proves on the way what holds for every file: content or faults, and a text in each language for all that is said. */
export function read(bytes: Uint8Array, year = 2026, name = 'calendar.csv'): ReadYear {
  const result = readYearFile(bytes, name, year)
  if ((result.content === null) !== result.faults.length > 0) throw new Error('content and faults, or neither')
  for (const [kind, said] of [['faults', result.faults] as const, ['notes', result.notes] as const]) {
    for (const one of said) written(kind, one)
  }
  return result
}

// The translator adds to the values it is given, so it gets its own.
function written(kind: 'faults' | 'notes', { code, params }: RowFault): void {
  for (const locale of LOCALES) {
    const text = translatorFor(locale)(`yearFile.${kind}.${code}`, { ...params })
    // A value may hold braces itself; a placeholder of ours that nobody filled is empty or a word in braces.
    const expected = Object.values(params).some((value) => /[{}]/.test(String(value)))
    if (!expected && /[{}]|undefined/.test(text)) throw new Error(`${code} is not written whole: ${text}`)
  }
}

/** What is wrong with a file, as `row code`. */
export const faultsOf = (text: string, year = 2026, name?: string): string[] => short(readText(text, year, name).faults)

/** As `row code`. */
export const short = (said: readonly RowFault[]): string[] => said.map(({ row, code }) => `${row ?? '-'} ${code}`)
