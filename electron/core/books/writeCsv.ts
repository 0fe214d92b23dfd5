import { formatDate } from '#shared/domain'
import { translatorFor } from '#shared/i18n'
import { stringify } from 'csv-stringify/sync'
import { open } from 'node:fs/promises'
import type { BookTask } from './bookFacts'
import type { BookWriter } from './BookWriter'
import { BOOK_COLUMNS, type Field, type Line } from './columns'

/** A book as a table for Excel in Kazakh and Russian: UTF-8 with a byte order mark, `;` between the cells, CRLF, dates `24.11.2026`. A cell that would be taken for a formula gets an apostrophe in front. */
export async function csvWriter(task: BookTask, progress: (rows: number) => void): Promise<BookWriter> {
  const { fields } = BOOK_COLUMNS[task.book]
  const say = translatorFor(task.language)
  const file = await open(task.file, 'w', 0o600)
  const write = (rows: string[][], bom = false) =>
    file.write(stringify(rows, { bom, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true }))
  await write([fields.map(({ key }) => say(`books.columns.${key}`))], true)
  let rows = 0
  return {
    async add(lines) {
      await write(lines.map((line) => fields.map((field) => cellOf(field, line))))
      progress((rows += lines.length))
    },
    async end() {
      await file.close()
      return null
    },
  }
}

function cellOf({ key, kind }: Field, { values }: Line): string {
  const value = values[key] ?? ''
  return kind === 'date' && value !== '' ? formatDate(String(value)) : String(value)
}
