import { formatDate } from '#shared/domain'
import { translatorFor } from '#shared/i18n'
import { stringify } from 'csv-stringify/sync'
import { open } from 'node:fs/promises'
import type { BookTask } from './bookFacts'
import type { BookWriter } from './BookWriter'
import { BOOK_COLUMNS, type Field, type Line } from './columns'

/**
 * A book as a table for Excel in Kazakh and Russian: UTF-8 with a byte order mark, `;` between the cells, CRLF, dates `24.11.2026`. A cell that would be taken for a formula gets an apostrophe in
 * front. Rejects, like its parts, with the file system's error when the file cannot be written whole.
 */
export async function csvWriter(task: BookTask, progress: (rows: number) => void): Promise<BookWriter> {
  const { fields } = BOOK_COLUMNS[task.book]
  const say = translatorFor(task.language)
  const file = await open(task.file, 'w', 0o600)
  let bytes = 0
  const write = async (rows: string[][], bom = false): Promise<void> => {
    const text = Buffer.from(stringify(rows, { bom, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true }))
    // Unlike `write`, goes on until all of it is written: a disk that is nearly full takes a part and says nothing.
    await file.appendFile(text)
    bytes += text.length
  }
  await write([fields.map(({ key }) => say(`books.columns.${key}`))], true)
  let rows = 0
  return {
    async add(lines) {
      await write(lines.map((line) => fields.map((field) => cellOf(field, line))))
      progress((rows += lines.length))
    },
    async end() {
      try {
        await file.sync()
        const { size } = await file.stat()
        if (size !== bytes) throw new Error(`the book has ${size} bytes instead of ${bytes}`)
      } finally {
        await file.close()
      }
      return null
    },
  }
}

function cellOf({ key, kind }: Field, { values }: Line): string {
  const value = values[key] ?? ''
  return kind === 'date' && value !== '' ? formatDate(String(value)) : String(value)
}
