import { writeYearIcs } from '#core/calendar/yearFile/index'
import { describe, expect, it } from 'vitest'
import { faultsOf, readText, short, shippedYear } from './yearFileSupport'

/** An event of a calendar from elsewhere. */
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a1', ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'PRODID:-//Somebody//Calendar//EN', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n')
const day = (date: string, ...lines: string[]) => event(`DTSTART;VALUE=DATE:${date}`, ...lines)
const dates = (text: string, year = 2026) => readText(text, year).content?.days.map(({ date }) => date)

describe('a calendar from elsewhere', () => {
  it('is understood by the names of its holidays, in any of the languages', () => {
    const names = ['Наурыз', 'International Women’s Day', 'Құрбан айт', 'Orthodox Christmas Day', 'День Республики']
    const text = calendar(...names.map((name, at) => day(`2026060${at + 1}`, `SUMMARY:${name}`)))
    const { content, notes } = readText(text)
    expect(content!.days.map(({ kind, name }) => [kind, name])).toEqual([
      ['holiday', 'nauryz'],
      ['holiday', 'womens-day'],
      ['religious', 'kurban-ait'],
      ['religious', 'orthodox-christmas'],
      ['holiday', 'republic-day'],
    ])
    expect(short(notes)).toEqual(['- year_unstated'])
  })

  it('keeps names that nobody knows, with a note that says where the event stands', () => {
    const { content, notes } = readText(calendar(day('20260601', 'SUMMARY:Аудан күні\\, Көкшетау')))
    expect(content!.days).toEqual([{ date: '2026-06-01', kind: 'holiday', name: 'Аудан күні, Көкшетау' }])
    expect(notes[1]).toEqual({
      row: 1,
      code: 'ics_own_name',
      params: { line: 4, date: '01.06.2026', name: 'Аудан күні, Көкшетау' },
    })
  })

  it('is understood by categories and by names that say the kind', () => {
    const { content } = readText(
      calendar(
        day('20260309', 'SUMMARY:Day off', 'CATEGORIES:Personal,substitute'),
        day('20260527', 'SUMMARY:Курбан айт', 'CATEGORIES:Holiday', 'STATUS:TENTATIVE'),
        day('20260105', 'SUMMARY:выходной по приказу', 'COMMENT:№ 5'),
        day('20260110', 'SUMMARY:рабочий день по приказу', 'COMMENT:№ 5'),
      ),
    )
    expect(content!.days).toEqual([
      { date: '2026-01-05', kind: 'transfer-off', source: '№ 5', pair: '2026-01-10' },
      { date: '2026-01-10', kind: 'transfer-work', source: '№ 5', pair: '2026-01-05' },
      { date: '2026-03-09', kind: 'substitute', name: 'Day off' },
      { date: '2026-05-27', kind: 'religious', name: 'kurban-ait', status: 'estimated' },
    ])
  })

  it('has events of several days, whose last day is the one before DTEND', () => {
    expect(dates(calendar(day('20260321', 'DTEND;VALUE=DATE:20260324', 'SUMMARY:Nauryz')))).toEqual([
      '2026-03-21',
      '2026-03-22',
      '2026-03-23',
    ])
    expect(dates(calendar(day('20260321', 'DURATION:P2D', 'SUMMARY:Nauryz')))).toEqual(['2026-03-21', '2026-03-22'])
    expect(dates(calendar(day('20251231', 'DTEND;VALUE=DATE:20260103', 'SUMMARY:x')))).toEqual(['2026-01-01', '2026-01-02'])
    expect(dates(calendar(day('20260321', 'DTEND;VALUE=DATE:20260321', 'SUMMARY:x')))).toEqual(['2026-03-21'])
  })

  it('has events that return every year: the day in the year counts', () => {
    const yearly = (...lines: string[]) => dates(calendar(day('20200509', 'SUMMARY:Victory Day', ...lines)))
    expect(yearly('RRULE:FREQ=YEARLY')).toEqual(['2026-05-09'])
    expect(yearly('RRULE:FREQ=YEARLY;INTERVAL=4')).toBeUndefined()
    expect(yearly('RRULE:FREQ=YEARLY;UNTIL=20251231')).toBeUndefined()
    expect(yearly('RRULE:FREQ=YEARLY;UNTIL=20260509')).toEqual(['2026-05-09'])
    expect(yearly('RRULE:FREQ=YEARLY;COUNT=6')).toBeUndefined()
    expect(yearly('RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU')).toEqual(['2026-09-27'])
    expect(yearly('RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20260509')).toBeUndefined()
    const across = calendar(day('20201231', 'DTEND;VALUE=DATE:20210103', 'RRULE:FREQ=YEARLY', 'SUMMARY:x'))
    expect(dates(across)).toEqual(['2026-01-01', '2026-01-02', '2026-12-31'])
  })

  it('has changed occurrences of such events: the changed day counts, not the rule’s', () => {
    const master = day('20200509', 'SUMMARY:Victory Day', 'RRULE:FREQ=YEARLY')
    const changed = day('20260510', 'SUMMARY:Victory Day', 'RECURRENCE-ID;VALUE=DATE:20260509')
    expect(dates(calendar(master, changed))).toEqual(['2026-05-10'])
  })

  it('has events with a time: they count as whole days by their date here, with a note', () => {
    const timed = (...lines: string[]) => readText(calendar(event('SUMMARY:Nauryz', ...lines)))
    const zone = 'TZID=Asia/Almaty'
    const cases: [string[], string[]][] = [
      [['DTSTART:20260320T200000Z'], ['2026-03-21']],
      [
        [`DTSTART;${zone}:20260321T000000`, `DTEND;${zone}:20260323T000000`],
        ['2026-03-21', '2026-03-22'],
      ],
      [
        [`DTSTART;${zone}:20260321T220000`, `DTEND;${zone}:20260322T030000`],
        ['2026-03-21', '2026-03-22'],
      ],
      [[`DTSTART;${zone}:20260321T100000`, 'DURATION:PT1H'], ['2026-03-21']],
    ]
    for (const [lines, expected] of cases) {
      const { content, notes } = timed(...lines)
      expect(content!.days.map(({ date }) => date)).toEqual(expected)
      expect(notes[1]).toEqual({ row: 1, code: 'ics_timed', params: { line: 4, date: '21.03.2026', name: 'Nauryz' } })
    }
  })

  it('holds many years: those that are not wanted are counted, and a file without the wanted one is refused', () => {
    const text = calendar(...[2024, 2025, 2026].map((year) => day(`${year}0509`, 'SUMMARY:Victory Day')))
    expect(dates(text)).toEqual(['2026-05-09'])
    expect(readText(text).notes).toContainEqual({ row: null, code: 'ics_other_years', params: { count: 2, year: 2026 } })
    expect(faultsOf(text, 2030)).toEqual(['- no_days'])
  })

  it('has cancelled events: they are named and left out', () => {
    const { content, notes } = readText(
      calendar(day('20260509', 'SUMMARY:Victory Day', 'STATUS:CANCELLED'), day('20260501', 'SUMMARY:x')),
    )
    expect(content!.days.map(({ date }) => date)).toEqual(['2026-05-01'])
    expect(short(notes)).toContain('1 ics_cancelled')
  })

  it('is told by its content, whatever it is called, with line feeds, folded lines, alarms and a time zone', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Almaty',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-P1D', 'ACTION:DISPLAY', 'END:VALARM']
    const text = calendar(...zone, day('20260509', 'SUMMARY:Victo', ' ry D', '\tay', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF', ...alarm))
    const result = readText(`\uFEFF${text.replaceAll('\r\n', '\n')}\n  \n`, 2026, 'calendar.csv')
    expect(result.format).toBe('ics')
    expect(result.content!.days).toEqual([{ date: '2026-05-09', kind: 'holiday', name: 'victory-day' }])
  })
})

describe('an event that cannot be read', () => {
  it.each([
    [event('SUMMARY:x'), 'ics_no_date', { line: 4 }],
    [day('20260230', 'SUMMARY:x'), 'ics_date', { line: 4, property: 'DTSTART', value: '2026-02-30' }],
    [day('20260501', 'DTEND;VALUE=DATE:2026', 'SUMMARY:x'), 'ics_date', { line: 4, property: 'DTEND', value: '2026--' }],
    [day('20260501', 'DURATION:PXD', 'SUMMARY:x'), 'ics_date', { line: 4, property: 'DURATION', value: 'PXD' }],
    [event('DTSTART:20260501T256000Z', 'SUMMARY:x'), 'ics_date', { line: 4, property: 'DTSTART', value: '2026-05-01T25:60:00Z' }],
    [day('20260501', 'SUMMARY:x', 'RRULE:FREQ=WEEKLY'), 'ics_repeats', { line: 4, name: 'x' }],
    [day('20260501', 'SUMMARY:x', 'RDATE;VALUE=DATE:20260601'), 'ics_repeats', { line: 4, name: 'x' }],
    [day('20200501', 'SUMMARY:x', 'RRULE:FREQ=YEARLY;BYYEARDAY=1;BYMONTH=2'), 'ics_repeats', { line: 4, name: 'x' }],
    [day('20260101', 'SUMMARY:x', 'DTEND;VALUE=DATE:20300101'), 'ics_too_long', { line: 4, name: 'x', days: 1461, max: 366 }],
    [day('20260501'), 'holiday_without_name', { line: 4, date: '01.05.2026' }],
    [day('20260501', 'SUMMARY:a\\nb'), 'control_character', { line: 4, column: 'SUMMARY' }],
    [day('20260501', `SUMMARY:${'a'.repeat(101)}`), 'too_long', { line: 4, column: 'SUMMARY', length: 101, max: 100 }],
    [day('20260501', 'SUMMARY:x', 'X-KIRIS-KIND:party'), 'unknown_kind', { line: 4, value: 'party' }],
    [day('20260501', 'SUMMARY:x', 'X-KIRIS-KIND:holiday', 'X-KIRIS-STATE:draft'), 'unknown_state', { line: 4, value: 'draft' }],
    [
      day('20260501', 'X-KIRIS-KIND:transfer-off', 'X-KIRIS-SOURCE:n', 'X-KIRIS-PAIR:20260502'),
      'ics_date',
      { line: 4, property: 'X-KIRIS-PAIR', value: '20260502' },
    ],
    [day('20250501', 'SUMMARY:x', 'X-KIRIS-KIND:holiday'), 'day_of_other_year', { line: 4, date: '01.05.2025', year: 2026 }],
  ])('%j is refused: %s', (written, code, params) => {
    const { faults } = readText(calendar(written))
    expect(faults).toEqual([{ row: 1, code, params }])
  })

  it('on a day that another event has already is refused with both ordinals', () => {
    const { faults } = readText(
      calendar(day('20260501', 'SUMMARY:x'), day('20260502', 'SUMMARY:y'), day('20260501', 'SUMMARY:z')),
    )
    expect(faults).toEqual([{ row: 3, code: 'same_day_twice', params: { line: 14, date: '01.05.2026', first: 1 } }])
  })

  it('among ours leaves nothing to apply: a transfer moved in a person’s calendar loses its pair', () => {
    const text = writeYearIcs(shippedYear(2025), 'kk', '2026-11-22T13:45:10Z')
    const moved = text.replaceAll('DTSTART;VALUE=DATE:20250105', 'DTSTART;VALUE=DATE:20250112').replaceAll('DTEND;VALUE=DATE:20250106', 'DTEND;VALUE=DATE:20250113') // prettier-ignore
    const { content, faults } = readText(moved, 2025)
    expect(content).toBeNull()
    expect(faults.map(({ code }) => code)).toEqual(['transfer_without_pair', 'transfer_without_pair'])
    expect(readText(text, 2026).faults.map(({ code }) => code)).toEqual(['other_year'])
  })

  it('among more than 400 is not even looked for; neither are more than 400 days', () => {
    const many = Array.from({ length: 401 }, () => day('20260501', 'SUMMARY:x'))
    expect(faultsOf(calendar(...many))).toEqual(['- too_many_rows'])
    const long = Array.from({ length: 3 }, () => day('20260101', 'SUMMARY:x', 'DTEND;VALUE=DATE:20261231'))
    expect(faultsOf(calendar(...long))).toEqual(['- too_many_rows'])
  })
})

describe('a broken iCalendar is refused with the line', () => {
  const good = calendar(day('20260501', 'SUMMARY:x')).trimEnd().split('\r\n')
  const without = (at: number) => [...good.slice(0, at), ...good.slice(at + 1)].join('\r\n')
  const withLine = (at: number, line: string) => [...good.slice(0, at), line, ...good.slice(at)].join('\r\n')

  it.each([
    ['cut off', good.slice(0, 6).join('\r\n'), 6],
    ['an event that does not end', without(7), 8],
    ['an end without a beginning', withLine(3, 'END:VEVENT'), 4],
    ['text after the end', `${good.join('\r\n')}\r\nSUMMARY:x`, 10],
    ['a line without a colon', withLine(6, 'some text that was not folded'), 7],
    ['an unclosed parameter', withLine(6, 'COMMENT;ALTREP="x:y'), 7],
    ['a rule of repetition that is none', withLine(6, 'RRULE:FREQ=SOMETIMES'), 7],
    ['a rule of repetition that ends on no date', withLine(6, 'RRULE:FREQ=YEARLY;UNTIL=x'), 7],
    ['another kind of card', `${good.join('\r\n')}\r\nBEGIN:VCARD\r\nEND:VCARD`, 10],
  ])('%s', (_, text, line) => {
    expect(readText(text, 2026, 'calendar.ics').faults).toEqual([{ row: null, code: 'ics_broken', params: { line } }])
  })

  it('or by its name, when it does not begin as one', () => {
    expect(faultsOf('SUMMARY:x', 2026, 'year.ICS')).toEqual(['- ics_no_calendar'])
  })
})
