import { formatDate, type CalendarDay } from '#shared/domain'
import { messages, weekdayName, type Locale } from '#shared/i18n'
import { stringify } from 'csv-stringify/sync'
import type { YearContent } from '../calendar.service'
import { guarded } from './formulas'
import { COLUMNS, type Column } from './words'
import { writtenName } from './writtenName'

type Row = Partial<Record<Column, string>>

/**
 * A year of the calendar as a table for Excel in Kazakh and Russian: UTF-8 with a byte order mark, `;` between the cells, CRLF, headings and words in the language, dates
 * `24.11.2026`. The first row after the headings is about the year itself (its state and source). No cell can be taken for a formula. `readYearFile` reads it back without loss.
 */
export function writeYearCsv(content: YearContent, locale: Locale): string {
  const texts = messages[locale].yearFile
  const head = COLUMNS.map((column) => texts.columns[column])
  const rows = [yearRow(content, locale), ...content.days.map((day) => dayRow(day, locale))]
  const cells = rows.map((row) => COLUMNS.map((column) => guarded(row[column] ?? '')))
  return stringify([head, ...cells], { bom: true, delimiter: ';', record_delimiter: '\r\n' })
}

function yearRow({ year, status, source }: YearContent, locale: Locale): Row {
  const { yearKind, states } = messages[locale].yearFile
  return { date: String(year), kind: yearKind, source, state: states[status] }
}

function dayRow({ date, kind, name, source, pair, status }: CalendarDay, locale: Locale): Row {
  const { kinds, states } = messages[locale].yearFile
  return {
    date: formatDate(date),
    weekday: weekdayName(locale, date),
    kind: kinds[kind],
    ...(name && { name: writtenName(locale, name) }),
    ...(source && { source }),
    ...(pair && { pair: formatDate(pair) }),
    ...(status && { state: states[status] }),
  }
}
