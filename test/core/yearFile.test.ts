import { writeYearCsv, writeYearIcs } from '#core/calendar/yearFile/index'
import type { YearContent } from '#core/calendar/calendar.service'
import { formatDate } from '#shared/domain'
import { LOCALES, messages, type Locale } from '#shared/i18n'
import { describe, expect, it } from 'vitest'
import { read, readText, SHIPPED, shippedYear, short } from './yearFileSupport'

const STAMP = '2026-11-22T13:45:10.123Z'

describe.each(LOCALES)('every shipped year comes back whole in %s', (locale) => {
  it.each(SHIPPED.map((content) => [content.year, content] as const))('%i, as a table and as iCalendar', (year, content) => {
    const table = readText(writeYearCsv(content, locale), year)
    expect(table).toEqual({ year, format: 'csv', content, faults: [], notes: [] })
    const calendar = readText(writeYearIcs(content, locale, STAMP), year, 'calendar.ics')
    expect(calendar).toEqual({ year, format: 'ics', content, faults: [], notes: [] })
  })
})

describe('the table', () => {
  it('is what Excel in Kazakh and Russian opens: byte order mark, semicolons, CRLF, words of the language', () => {
    const text = writeYearCsv(shippedYear(2025), 'kk')
    expect(text.slice(0, 200).split('\r\n').slice(0, 3)).toEqual([
      '\uFEFFкүні;апта күні;түрі;атауы;негізі;жұп күні;күйі',
      '2025;;жыл;;Жұмыс уақытының балансы · Баланс рабочего времени, 2025;;ресми',
      '01.01.2025;сәрсенбі;мереке;Жаңа жыл;;;',
    ])
    expect(text).toContain('\r\n03.01.2025;жұма;бұйрықпен демалыс;;№ 436, 21.11.2024;05.01.2025;\r\n')
    expect(writeYearCsv(shippedYear(2027), 'ru')).toContain(
      '\r\n16.05.2027;воскресенье;религиозный праздник;Курбан айт;;;предположительно\r\n',
    )
  })

  it('holds no cell that a table takes for a formula, and gives each back as it was', () => {
    const names = ['=1+1', '+7', '-x', '@SUM(A1)', "'=1", "''-1", "'quoted'", 'a=b', '"x";y', "'"]
    const days = names.map((name, at) => ({ date: `2026-06-${String(at + 1).padStart(2, '0')}`, kind: 'holiday' as const, name }))
    const content: YearContent = { year: 2026, status: 'draft', source: '=cmd|x', days }
    const text = writeYearCsv(content, 'en')
    expect(text).not.toMatch(/(^|;|"|\n)[=+\-@\t]/)
    expect(readText(text).content).toEqual(content)
  })
})

describe('iCalendar', () => {
  const text = writeYearIcs(shippedYear(2025), 'ru', STAMP)

  it('is RFC 5545: CRLF, lines of at most 75 octets, named after the program alone', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(text).toContain('PRODID:-//Kiris//Working calendar//RU\r\n')
    expect(text).toContain('X-WR-CALNAME:Рабочий календарь 2025\r\n')
  })

  it('has one whole-day event for each day, whose identity does not change from file to file', () => {
    const event = (written: string) => /BEGIN:VEVENT\r\nUID:2025-01-05[\s\S]*?END:VEVENT/.exec(written)![0].split('\r\n')
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(shippedYear(2025).days.length)
    expect(event(text)).toEqual(
      expect.arrayContaining([
        'UID:2025-01-05@working-calendar.kiris',
        'DTSTAMP:20261122T134510Z',
        'DTSTART;VALUE=DATE:20250105',
        'DTEND;VALUE=DATE:20250106',
        'SUMMARY:рабочий день по приказу',
        'CATEGORIES:transfer-work',
        'COMMENT:№ 436\\, 21.11.2024',
        'TRANSP:TRANSPARENT',
        'X-KIRIS-PAIR;VALUE=TEXT:2025-01-03',
      ]),
    )
    const later = event(writeYearIcs(shippedYear(2025), 'kk', '2027-01-01T00:00:00Z'))
    expect(later).toContain('UID:2025-01-05@working-calendar.kiris')
    expect(later).toContain('DTSTAMP:20270101T000000Z')
  })

  it('follows the file when a person gives a day another name, and forgets nothing else', () => {
    const changed = text.replace('SUMMARY:День столицы', 'SUMMARY:Праздник города')
    const day = readText(changed, 2025).content!.days.find(({ date }) => date === '2025-07-06')
    expect(day).toEqual({ date: '2025-07-06', kind: 'holiday', name: 'Праздник города' })
  })
})

/** What happens to a table between saving and loading it again. */
const HANDS: Record<string, (text: string) => string> = {
  'sorted the other way round': (text) => {
    const [head, ...rows] = text.trimEnd().split('\r\n')
    return [head, ...rows.reverse()].join('\r\n')
  },
  'sorted by kind, the row of the year among the others': (text) => {
    const [head, ...rows] = text.trimEnd().split('\r\n')
    return [head, ...rows.sort((a, b) => (a.split(';')[2]! < b.split(';')[2]! ? -1 : 1))].join('\r\n')
  },
  'left with empty lines and lines of semicolons at the end': (text) => `${text}\r\n;;;;;;\r\n\r\n ; ;\r\n`,
  'given spaces around the cells': (text) => text.replaceAll(';', ' ; ').replaceAll('\r\n', ' \r\n  ').trimEnd(),
  'saved without a byte order mark and with line feeds': (text) => text.slice(1).replaceAll('\r\n', '\n'),
  'saved with the carriage returns of an old Mac': (text) => text.replaceAll('\r\n', '\r'),
  'saved with every cell in quotation marks': (text) =>
    text
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .map((line) =>
        line
          .split(';')
          .map((cell) => `"${cell}"`)
          .join(';'),
      ) // prettier-ignore
      .join('\r\n'),
  'saved with tabs': (text) => text.replaceAll(';', '\t'),
  'saved with the dates of ISO 8601': (text) => text.replace(/(?<=^|;)(\d\d)\.(\d\d)\.(\d{4})(?=;)/gm, '$3-$2-$1'),
  'saved with midnight in the dates': (text) => text.replace(/^(\d\d\.\d\d\.\d{4});/gm, '$1 0:00:00;'),
  'given a hint for Excel': (text) => `sep=;\r\n${text.slice(1)}`,
  'typed in capitals': (text) => text.toUpperCase(),
  'written with columns in another order and without the weekday': (text) =>
    text
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'))
      .map(([date, , kind, name, source, pair, state]) => [state, name, kind, pair, date, source].join(';'))
      .join('\r\n'),
}

describe('a table that went through hands', () => {
  const content = { ...shippedYear(2025), source: 'БАЛАНС 2025', days: shippedYear(2025).days }

  it.each(Object.entries(HANDS))('is read when it was %s', (_, alter) => {
    for (const locale of LOCALES) {
      const text = alter(writeYearCsv(content, locale))
      expect(readText(text, 2025)).toEqual({ year: 2025, format: 'csv', content, faults: [], notes: [] })
    }
  })

  it('is read with commas where the texts with commas are quoted', () => {
    const text = writeYearCsv(content, 'en').replace(/№ 436, 21.11.2024/g, '"№ 436; 21.11.2024"')
    const commas = text.replace(/"[^"]*"|;/g, (found) => (found === ';' ? ',' : found.replace(';', ',')))
    expect(readText(commas, 2025).content).toEqual(content)
  })

  it.each(['utf16le', 'utf16be'])('is read as «Unicode text» (%s) with a note', (encoding) => {
    const little = Buffer.from(writeYearCsv(content, 'kk').replaceAll(';', '\t'), 'utf16le')
    const result = read(encoding === 'utf16le' ? little : little.swap16(), 2025, 'calendar.txt')
    expect(result.content).toEqual(content)
    expect(short(result.notes)).toEqual(['- utf16'])
  })
})

describe('a table that a person made', () => {
  it('needs no more than a date and a kind, in words of any language or our keys', () => {
    const result = readText(
      'Дата,Тип,Название\n1.1.2026,holiday,Жаңа жыл\n2026-05-27,діни мереке,Курбан-Айт\n09.03.2026,substitute,\n',
    )
    expect(result.faults).toEqual([])
    expect(result.content).toEqual({
      ...{ year: 2026, status: 'draft', source: '' },
      days: [
        { date: '2026-01-01', kind: 'holiday', name: 'new-year' },
        { date: '2026-03-09', kind: 'substitute' },
        { date: '2026-05-27', kind: 'religious', name: 'kurban-ait' },
      ],
    })
    expect(short(result.notes)).toEqual(['- year_unstated'])
  })

  it('may have a title above and columns of its own, which are named and left out', () => {
    const result = readText('Күнтізбе 2026;;\n;;\nкүні;түрі;атауы;ескерту\n08.03.2026;мереке;Халықаралық әйелдер күні;гүл\n')
    expect(result.content!.days).toEqual([{ date: '2026-03-08', kind: 'holiday', name: 'womens-day' }])
    expect(short(result.notes)).toEqual(['- lines_above', '- year_unstated', '3 unknown_column'])
  })

  it('finds the other day of a transfer by the order that moved one day each way', () => {
    const rows = ['03.01.2025;выходной по приказу;№ 436', '05.01.2025;рабочий день по приказу;№ 436']
    expect(readText(`дата;вид;основание\n${rows.join('\n')}`, 2025).content!.days).toEqual([
      { date: '2025-01-03', kind: 'transfer-off', source: '№ 436', pair: '2025-01-05' },
      { date: '2025-01-05', kind: 'transfer-work', source: '№ 436', pair: '2025-01-03' },
    ])
  })

  it('takes a transfer whose other day lies in another year, and says that it must stand there', () => {
    const result = readText('date;kind;source;pair\n05.01.2026;transfer-off;№ 9;27.12.2025')
    expect(result.content!.days).toHaveLength(1)
    expect(result.notes[1]).toEqual({ row: 2, code: 'pair_other_year', params: { date: '05.01.2026', pair: '27.12.2025' } })
  })

  it('is told when the weekday beside a date is another', () => {
    const result = readText('date;weekday;kind;name\n01.01.2026;пятница;holiday;x\n02.01.2026;жұма;holiday;y')
    expect(result.notes.at(-1)).toEqual({ row: 2, code: 'weekday_differs', params: { date: '01.01.2026', value: 'пятница' } })
  })
})

describe('the words of the file', () => {
  it.each(LOCALES)('are one for each kind, column and state in %s', (locale: Locale) => {
    const { columns, kinds, states } = messages[locale].yearFile
    for (const words of [columns, kinds, states]) expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
  })

  it('mean the same in whatever language they are written: every further word is read as its key', () => {
    for (const locale of LOCALES) {
      const { kinds, holidays } = messages[locale].yearFile.otherWords
      for (const [kind, words] of Object.entries(kinds)) {
        for (const word of words.split('; ')) {
          const day = kind.startsWith('transfer-work') ? '2026-03-28' : '2026-03-27'
          const [pair, other] = kind.startsWith('transfer') ? ['2026-04-04', '2026-04-03'] : ['', '']
          const isWork = kind === 'transfer-work'
          const partner =
            pair && `\n${formatDate(isWork ? other : pair)};${isWork ? 'transfer-off' : 'transfer-work'};;o;${formatDate(day)}`
          const to = pair && formatDate(isWork ? other : pair)
          const result = readText(`date;kind;name;source;pair\n${formatDate(day)};${word};n;o;${to}${partner}`)
          expect([word, result.content?.days[0]?.kind]).toEqual([word, kind])
        }
      }
      for (const [key, names] of Object.entries(holidays)) {
        for (const name of names.split('; ')) {
          expect([name, readText(`date;kind;name\n01.06.2026;holiday;${name}`).content!.days[0]!.name]).toEqual([name, key])
        }
      }
    }
  })
})
