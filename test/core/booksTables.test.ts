import type { BookTask } from '#core/books/bookFacts'
import { csvWriter } from '#core/books/writeCsv'
import { xlsxWriter } from '#core/books/writeXlsx'
import ExcelJS from 'exceljs'
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { made } from '../support/books'
import { officeWithClerk, register, type TestBrowser, type TestOffice } from '../support/office'
import { builtWorkers } from '../support/workers'

const FORMULAS = ['=1+1', '+7 хабарлас', '-2 орын', '@сілтеме']

let test: TestOffice & { clerk: TestBrowser }
let sheet: ExcelJS.Worksheet

beforeAll(async () => {
  test = await officeWithClerk({ workersDir: await builtWorkers() })
  for (const subject of FORMULAS)
    await register(test.clerk, { subject, identifier: '010203500017', summary: 'бірінші жол\n"екінші"; жол' })
  const { id } = await register(test.clerk, { subject: 'Қате' })
  await test.clerk.call.register.void({ id, version: 1, reason: 'екі рет тіркелген' })
  const { bytes } = await made(test.clerk, { book: 'appeals', format: 'xlsx' })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as never)
  sheet = book.worksheets[0]!
})
afterAll(() => test.close())

/** A book that is written without a register, into the folder of the test. */
function taskOf(file: string, changes: Partial<BookTask>): BookTask {
  return {
    ...{ book: 'incoming', format: 'csv', language: 'ru', from: '2026-01-01', to: '2026-12-31', office: { kk: '', ru: '' } },
    ...{ madeBy: 'Қасенова А. Т.', madeAt: '2026-12-11T06:08:00.000Z', timeZone: 'Asia/Almaty', fontsDir: '' },
    ...{ file: join(test.dataDir, file), ...changes },
  }
}

/** The cell of a row (from 1) under a heading. */
function cell(row: number, heading: string): ExcelJS.Cell {
  let found: ExcelJS.Cell | undefined
  sheet.getRow(1).eachCell((head, column) => {
    if (head.value === heading) found = sheet.getRow(row + 1).getCell(column)
  })
  if (!found) throw new Error(`no column ${heading}`)
  return found
}

describe('a book as Excel table', () => {
  it('has days as days, quantities as numbers, and digits that are none as text', () => {
    const day = cell(1, 'Тіркелген күні')
    expect(day.value).toEqual(new Date('2026-12-11T00:00:00.000Z'))
    expect(day.numFmt).toBe('dd.mm.yyyy')
    expect(cell(1, 'Парақ').value).toBe(1)
    expect(cell(1, 'Қос.').value).toBe(2)
    expect(cell(1, 'ЖСН/БСН').value).toBe('010203500017')
    expect(cell(1, 'Телефоны').value).toBe('+7 700 000 12 34')
    expect(cell(1, 'Ұзартылған мерзім').value).toBeNull()
  })

  it('takes no text for a formula', () => {
    FORMULAS.forEach((subject, index) => {
      const { value, type, formula } = cell(index + 1, 'Тақырыбы')
      expect([value, type, formula]).toEqual([subject, ExcelJS.ValueType.String, undefined])
    })
  })

  it('can be filtered, keeps its head in sight and on each printed page, and lies across', () => {
    expect(sheet.autoFilter).toBe('A1:Z1')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    })
    expect(cell(1, 'Қысқаша мазмұны').alignment).toMatchObject({ wrapText: true, vertical: 'top' })
    expect(sheet.columns.every(({ width }) => (width ?? 0) >= 8)).toBe(true)
    expect(sheet.rowCount).toBe(6)
  })

  it.each([
    ['&'.repeat(200), /^&L(&&)+…&CЖурнал/],
    ['Ақмола облысының білім басқармасы '.repeat(5), /^&LАқмола (.(?!…))+.…?&CЖурнал/],
  ])('has a page head that Excel takes, however long the office is called', async (name, head) => {
    const task = taskOf('long.xlsx', { book: 'appeals', format: 'xlsx', office: { kk: name, ru: name } })
    await (await xlsxWriter(task, () => {})).end()
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(task.file)
    const { oddHeader } = book.worksheets[0]!.headerFooter
    expect(oddHeader!.length).toBeLessThanOrEqual(255)
    expect(oddHeader).toMatch(head)
    expect(oddHeader).toMatch(/&Rза период 01\.01\.2026 – 31\.12\.2026$/)
  })

  it('strikes a void entry through and says why', () => {
    expect(cell(5, 'Тақырыбы').font).toMatchObject({ strike: true })
    expect(cell(4, 'Тақырыбы').font?.strike).toBeUndefined()
    expect(cell(5, 'Ескертпе').value).toContain('екі рет тіркелген')
  })
})

describe('a book as CSV', () => {
  it('is opened by Excel as it is: byte order mark, semicolons, CRLF, nothing that is taken for a formula', async () => {
    const { bytes } = await made(test.clerk, { book: 'appeals' })
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = Buffer.from(bytes).toString('utf8')
    const lines = text.slice(1).split('\r\n')
    expect(lines[0]).toMatch(/^Р\/с №;Тіркеу №;Тіркелген күні;Түскен күні;/)
    expect(lines[1]).toMatch(/^1;Ж-0001\/26;11\.12\.2026;11\.12\.2026;11:05;/)
    expect(lines).toHaveLength(7)
    for (const subject of FORMULAS) expect(text).toContain(`;'${subject};"бірінші жол\n""екінші""; жол";1;2;`)
  })

  it('is not called ready when the disk took only a part of it', async () => {
    const task = taskOf('short.csv', {})
    // As on a disk that is nearly full: of what is written over the limit a part is taken.
    const limitTo = (bytes: number | 'unlimited'): void =>
      void execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`])
    const writer = await csvWriter(task, () => {})
    const written = async (): Promise<void> => {
      await writer.add(Array.from({ length: 100 }, () => ({ values: { summary: 'ә'.repeat(100) }, isVoid: false })))
      await writer.end()
    }
    limitTo(8192)
    const failed = await written().catch((error: unknown) => error)
    limitTo('unlimited')
    expect(statSync(task.file).size).toBe(8192)
    expect(failed).toMatchObject({ code: 'EFBIG' })
  })
})
