import { dayNumber } from '#shared/domain'
import { translatorFor } from '#shared/i18n'
import ExcelJS from 'exceljs'
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import type { BookTask } from './bookFacts'
import type { BookWriter } from './BookWriter'
import { periodOf } from './bookWords'
import { BOOK_COLUMNS, type Field, type Line } from './columns'

// Day 0 of Excel's calendar, so that a day is a whole number in any time zone.
const EXCEL_START = dayNumber('1899-12-30')
const A4 = 9
const DAY_FORMAT = 'dd.mm.yyyy'
const TOP = { vertical: 'top', wrapText: true } as const
const HEAD: Partial<ExcelJS.Style> = {
  font: { bold: true },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8E8E8' } },
  border: { bottom: { style: 'thin' } },
}

/** A book as an Excel table, written as it comes (ISO/IEC 29500): days as days, quantities as numbers, all else as text; filters, the head frozen and repeated on paper, voided rows struck through. */
export async function xlsxWriter(task: BookTask, progress: (rows: number) => void): Promise<BookWriter> {
  const { fields } = BOOK_COLUMNS[task.book]
  const out = createWriteStream(task.file, { mode: 0o600 })
  const written = new Promise<void>((resolve, reject) => out.once('close', resolve).once('error', reject))
  // Awaited at the end; until then a full disk must not end the thread without a word.
  written.catch(() => {})
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  book.creator = book.lastModifiedBy = 'Kiris'
  book.created = book.modified = new Date(task.madeAt)
  const sheet = addSheet(book, task, fields)
  const styles = { plain: stylesOf(fields, false), isVoid: stylesOf(fields, true) }
  let rows = 0
  return {
    async add(lines) {
      for (const line of lines) addRow(sheet, fields, line, line.isVoid ? styles.isVoid : styles.plain)
      await drained(out)
      progress((rows += lines.length))
    },
    async end() {
      sheet.commit()
      await book.commit()
      await written
      return null
    },
  }
}

function addSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, task: BookTask, fields: readonly Field[]): ExcelJS.Worksheet {
  const say = translatorFor(task.language)
  const title = say(`books.paper.titles.${task.book}`)
  const sheet = book.addWorksheet(task.from === task.to ? task.from : `${task.from} – ${task.to}`, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }],
    pageSetup: {
      ...{ paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
      margins: { left: 0.78, right: 0.3, top: 0.6, bottom: 0.5, header: 0.3, footer: 0.25 },
    },
    headerFooter: {
      oddHeader: pageHead(task.office[task.language], title, periodOf(task, say)),
      oddFooter: '&R&P / &N',
    },
  })
  sheet.columns = fields.map(({ key, width }) => ({ key, width }))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: fields.length } }
  const head = sheet.addRow(fields.map(({ key }) => say(`books.columns.${key}`)))
  head.height = 44
  head.eachCell((cell) => (cell.style = HEAD))
  head.commit()
  return sheet
}

function stylesOf(fields: readonly Field[], strike: boolean): Partial<ExcelJS.Style>[] {
  return fields.map(({ kind }) => ({
    alignment: TOP,
    font: strike ? { strike: true, color: { argb: 'FF595959' } } : {},
    numFmt: kind === 'date' ? DAY_FORMAT : kind === 'text' ? '@' : 'General',
  }))
}

function addRow(sheet: ExcelJS.Worksheet, fields: readonly Field[], { values }: Line, styles: Partial<ExcelJS.Style>[]): void {
  const row = sheet.addRow(
    fields.map(({ key, kind }) => {
      const value = values[key]
      if (value === null || value === undefined || value === '') return null
      return kind === 'date' ? dayNumber(String(value)) - EXCEL_START : value
    }),
  )
  styles.forEach((style, index) => (row.getCell(index + 1).style = style))
  row.commit()
}

/** Excel calls a file damaged whose page head is longer; the office's name gives way. */
const LONGEST_HEAD = 255

function pageHead(office: string, title: string, period: string): string {
  const rest = `&C${plain(title)}&R${plain(period)}`
  const room = LONGEST_HEAD - rest.length - '&L'.length
  let name = plain(office)
  for (const letters = [...office]; name.length > room; name = `${plain(letters.join('').trimEnd())}…`) letters.pop()
  return `&L${name}${rest}`
}

/** Commands of a page's head begin with «&». */
function plain(text: string): string {
  return text.replaceAll('&', '&&')
}

/** The library takes rows faster than a slow disk. */
async function drained(out: WriteStream): Promise<void> {
  if (out.writableNeedDrain) await once(out, 'drain')
}
