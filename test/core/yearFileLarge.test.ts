import { describe, expect, it } from 'vitest'
import { readText } from './yearFileSupport'

/** An event of a calendar from elsewhere. */
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a1', ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'PRODID:-//Somebody//Calendar//EN', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n')
const day = (date: string, ...lines: string[]) => event(`DTSTART;VALUE=DATE:${date}`, ...lines)
const dates = (text: string, year = 2026) => readText(text, year).content?.days.map(({ date }) => date)

describe('large files of a megabyte', () => {
  const fill = (piece: string) => piece.repeat(Math.floor((1024 * 1024 - 500) / piece.length))
  it.each([
    ['a line of parameters', calendar(day('20260501', 'SUMMARY:x', `ATTACH${fill(';a=b')}:x`)), '2026-05-01'],
    [
      'a picture in an event',
      calendar(day('20260501', 'SUMMARY:x', `ATTACH;ENCODING=BASE64:${fill('AAAA\r\n ')}`)),
      '2026-05-01',
    ],
    ['many beginnings', `BEGIN:VCALENDAR\n${fill('BEGIN:X\n')}`, undefined],
    [
      'many lines of parameters',
      calendar(day('20260501', 'SUMMARY:x', fill(`ATTACH${';a=b'.repeat(4000)}:x\n`).trimEnd())),
      '2026-05-01',
    ],
    ['many cells', fill(';'), undefined],
    ['many empty lines at the end', `date;kind;name\n01.05.2026;holiday;x\n${fill(';;\n')}`, '2026-05-01'],
    ['many empty lines in between', `date;kind;name\n${fill('\n')}01.05.2026;holiday;x\n`, undefined],
    ['many lines', `date;kind\n${fill('a;b;c\n')}`, undefined],
    ['many quotation marks', fill('"";'), undefined],
    ['one word', `date;kind\n${fill('я')}`.slice(0, 500_000), undefined],
  ])('are read or refused soon: %s', (_, text, found) => {
    const started = process.cpuUsage().user
    expect(dates(text)?.[0]).toBe(found)
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(10)
  })
})

describe('rules of repetition that would take long', () => {
  it.each([
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15,16,17,18,19,20,21',
    'RRULE:FREQ=YEARLY;INTERVAL=1000000000',
    'RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU',
    'RRULE:FREQ=YEARLY;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3',
    'RRULE:FREQ=YEARLY;BYMONTHDAY=-31;BYMONTH=2',
    'RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU',
    'RRULE:FREQ=YEARLY;BYSETPOS=366',
  ])('%s ends soon, four hundred times over', (rule) => {
    const text = calendar(...Array.from({ length: 400 }, () => day('19000501', 'SUMMARY:x', rule)))
    const started = process.cpuUsage().user
    readText(text)
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(10)
  })
})
