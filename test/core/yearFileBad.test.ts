import { writeYearCsv } from '#core/calendar/yearFile/index'
import { formatDate } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { faultsOf, read, readText, short, shippedYear } from './yearFileSupport'

const HEAD = 'күні;түрі;атауы;негізі;жұп күні;күйі'
/** The faults of one row under a header, without the row. */
const rowFaults = (row: string, year = 2026) => readText(`${HEAD}\n${row}`, year).faults

describe('a file that is no table', () => {
  it.each([
    ['nothing', Buffer.alloc(0), '- empty_file'],
    ['only a byte order mark and blanks', Buffer.from('\uFEFF \r\n\t\n'), '- empty_file'],
    ['a byte order mark of UTF-16 alone', Buffer.from([0xff, 0xfe]), '- empty_file'],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), '- wrong_format'],
    ['an XLSX', Buffer.from('PK\u0003\u0004\u0014\0\u0006\0'), '- wrong_format'],
    ['an XLS', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '- wrong_format'],
    ['a page saved from a browser', Buffer.from('\uFEFF<!DOCTYPE html><table>'), '- wrong_format'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), '- not_text'],
    ['UTF-16 with half a character', Buffer.from([0xff, 0xfe, 0x41]), '- not_text'],
    ['UTF-16 with half a pair', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), '- not_text'],
    ['more than a megabyte', Buffer.from(`${HEAD}\n${'#'.repeat(1024 * 1024)}`), '- too_large'],
    ['another text', Buffer.from('Құрметті әріптестер,\nкүнтізбені жібереміз.\n'), '1 no_header'],
  ])('is refused: %s', (_, bytes, fault) => {
    const result = read(bytes)
    expect(short(result.faults)).toEqual([fault])
    expect(result.content).toBeNull()
  })

  it('says what to do with a PDF and a workbook, by name', () => {
    expect(read(Buffer.from('%PDF-1.4')).faults[0]!.params).toEqual({ format: 'PDF' })
    expect(read(Buffer.from('PK\u0003\u0004')).faults[0]!.params).toEqual({ format: 'XLSX' })
  })

  it('is refused at the row where another encoding shows: windows-1251', () => {
    // «мереке» in windows-1251, where each letter is one byte.
    const other = Buffer.from([0xec, 0xe5, 0xf0, 0xe5, 0xea, 0xe5])
    const bytes = Buffer.concat([Buffer.from('date;kind\n01.01.2026;holiday\n02.01.2026;'), other, Buffer.from('\n')])
    expect(read(bytes).faults).toEqual([{ row: 3, code: 'not_utf8', params: {} }])
    const cut = Buffer.from('date;kind\n01.01.2026;мереке').subarray(0, -1)
    expect(short(read(cut).faults)).toEqual(['2 not_utf8'])
  })
})

describe('headings', () => {
  it.each([
    ['нет', '01.01.2026;мереке;Жаңа жыл', ['1 no_header']],
    ['no date', 'түрі;атауы\nмереке;Жаңа жыл', ['1 missing_date_column']],
    ['no kind', '\nкүні;атауы\n01.01.2026;Жаңа жыл', ['2 missing_kind_column']],
    ['a column twice, in two languages', 'күні;date;түрі\n01.01.2026;;мереке', ['1 column_twice']],
  ])('are asked for: %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })
})

describe('dates', () => {
  it.each([
    ['24.11.26', 'date_short_year', '24.11.2026'],
    ['24/11/26', 'date_short_year', '24.11.2026'],
    ['5-6-26', 'date_short_year', '24.11.2026'],
    ['11/24/2026', 'date_slashes', '24.11.2026'],
    ['25/10/2026', 'date_slashes', '25.10.2026'],
    ['05/06/2026', 'date_slashes', '24.11.2026'],
    ['2026/10/25', 'date_slashes', '25.10.2026'],
    ['46320', 'date_serial', '25.10.2026'],
    ['46320,5', 'date_serial', '25.10.2026'],
    ['99999', 'date_serial', '24.11.2026'],
    ['31.02.2026', 'not_a_date', '24.11.2026'],
    ['2026-02-30', 'not_a_date', '24.11.2026'],
    ['24 қараша 2026', 'not_a_date', '24.11.2026'],
    ['24.11', 'not_a_date', '24.11.2026'],
    ['24.11.2026 10:15', 'not_a_date', '24.11.2026'],
  ])('%s is refused with what to write', (value, code, example) => {
    expect(rowFaults(`${value};мереке;Жаңа жыл`)).toEqual([{ row: 2, code, params: { column: 'күні', value, example } }])
    const pair = rowFaults(`03.01.2026;бұйрықпен жұмыс күні;;№ 1;${value}`)
    expect(pair).toEqual([{ row: 2, code, params: { column: 'жұп күні', value, example } }])
  })

  it('are asked for where the cell is empty, and refused in another year', () => {
    expect(rowFaults(';мереке;Жаңа жыл')).toEqual([
      { row: 2, code: 'date_missing', params: { column: 'күні', example: '24.11.2026' } },
    ])
    expect(rowFaults('01.01.2025;мереке;Жаңа жыл')).toEqual([
      { row: 2, code: 'day_of_other_year', params: { date: '01.01.2025', year: 2026 } },
    ])
  })

  it('twice the same are refused with the row of the first', () => {
    const text = `${HEAD}\n\n08.03.2026;мереке;x\n;;\n2026-03-08;мереке;y`
    expect(readText(text).faults).toEqual([{ row: 5, code: 'same_day_twice', params: { date: '08.03.2026', first: 3 } }])
  })
})

describe('rows', () => {
  it.each([
    ['01.01.2026;;Жаңа жыл', 'kind_missing'],
    ['01.01.2026;демалыс;Жаңа жыл', 'unknown_kind'],
    ['01.01.2026;мереке;Жаңа жыл;;;мүмкін', 'unknown_state'],
    ['01.01.2026;мереке;Жаңа жыл;;;жоба', 'unknown_state'],
    ['01.01.2026;мереке;', 'holiday_without_name'],
    ['07.01.2026;діни мереке күні', 'holiday_without_name'],
    ['03.01.2026;мереке орнына демалыс', 'substitute_on_weekend'],
    ['03.01.2026;бұйрықпен демалыс;;№ 1', 'transfer_off_day_off'],
    ['05.01.2026;бұйрықпен жұмыс күні;;№ 1', 'transfer_work_on_workday'],
    ['05.01.2026;бұйрықпен демалыс', 'transfer_without_source'],
    ['05.01.2026;бұйрықпен демалыс;;№ 1', 'transfer_without_pair'],
    ['01.01.2026;мереке;"Жаңа\nжыл"', 'control_character'],
    ['01.01.2026;мереке;Жа\u200bңа жыл', 'control_character'],
    ['01.01.2026;мереке;Жаңа\u0007жыл', 'control_character'],
    ['01.01.2026;мереке;Жаңа жыл 🎄', 'unprintable'],
    [`01.01.2026;мереке;${'ә'.repeat(101)}`, 'too_long'],
    [`01.01.2026;мереке;x;${'ә'.repeat(201)}`, 'too_long'],
    ['01.01.2026;мереке;x;№ 1; 2026;;;', 'not_a_date'],
    ['01.01.2026;мереке;x;;;;5', 'too_many_cells'],
    ['2025;жыл', 'other_year'],
    ['2026;жыл;;;;болжам', 'unknown_year_state'],
    ['01.01.2026;мереке;"x', 'csv_quotes'],
    ['01.01.2026;мереке;"x"y', 'csv_quotes'],
    ['01.01.2026;мереке;ЖШС "x"', 'csv_quotes'],
    ['', 'no_days'],
  ])('%j is refused: %s', (row, code) => {
    const faults = rowFaults(row)
    expect(faults.map((fault) => fault.code)).toEqual([code])
    expect(faults[0]!.row).toBe(code === 'no_days' ? null : 2)
  })

  it('that say too much of themselves are quoted short and on one line', () => {
    const value = rowFaults(`01.01.2026;"${'x\n'.repeat(100)}";a`)[0]!.params['value']
    expect(value).toMatch(/^[x ]{39}…$/)
  })

  it('about the year stand once', () => {
    expect(readText(`${HEAD}\n2026;жыл\n01.01.2026;мереке;x\n2026;год;;;;официальный`).faults).toEqual([
      { row: 4, code: 'year_twice', params: { first: 2 } },
    ])
  })

  it('are all told of at once, in the order of the file, and the half of a transfer whose other half cannot be read is not blamed', () => {
    const rows = ['32.01.2026;мереке;x', '01.05.2026;той;x', '05.01.2026;бұйрықпен демалыс;;№ 1;03.01.2026']
    rows.push('3/1/26;бұйрықпен жұмыс күні;;№ 1;05.01.2026', '08.03.2026;мереке')
    expect(faultsOf(`${HEAD}\n${rows.join('\n')}`)).toEqual([
      '2 not_a_date',
      '3 unknown_kind',
      '5 date_short_year',
      '6 holiday_without_name',
    ])
  })

  it('one wrong among many leaves nothing to apply', () => {
    const text = writeYearCsv(shippedYear(2026), 'ru').replace('09.05.2026', '09/05/2026')
    const result = readText(text)
    expect(result.content).toBeNull()
    expect(result.faults).toHaveLength(1)
  })

  it('of another year are told of once where the file says its year', () => {
    const result = readText(writeYearCsv(shippedYear(2025), 'ru'), 2026)
    expect(result.faults).toEqual([{ row: 2, code: 'other_year', params: { value: '2025', year: 2026 } }])
  })

  it('more than 400 are not even looked at, more than 200 days are no year', () => {
    const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)
    const days = (count: number) => Array.from({ length: count }, (_, at) => `${formatDate(day(at))};мереке;x`).join('\n')
    expect(readText(`${HEAD}\n${days(401)}`).faults).toEqual([
      { row: null, code: 'too_many_rows', params: { count: 401, max: 400 } },
    ])
    expect(readText(`${HEAD}\n${days(201)}`).faults).toEqual([
      { row: null, code: 'too_many_rows', params: { count: 201, max: 200 } },
    ])
    expect(readText(`${HEAD}\n${days(200)}`).content!.days).toHaveLength(200)
  })
})
