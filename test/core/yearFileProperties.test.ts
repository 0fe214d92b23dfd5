import { writeYearCsv, writeYearIcs } from '#core/calendar/yearFile/index'
import type { YearContent } from '#core/calendar/calendar.service'
import {
  dateOfDayNumber,
  dayFaults,
  dayNumber,
  firstUnprintable,
  weekdayOfDayNumber,
  type CalendarDay,
  type CalendarDayKind,
} from '#shared/domain'
import { LOCALES, messages } from '#shared/i18n'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, readText } from './yearFileSupport'

const STAMP = '2026-11-22T13:45:10Z'
const HOLIDAYS = Object.keys(messages.kk.words.holidays)
/** Every word that names a known holiday: such a name is kept by its key, never as typed. */
const known = new Set(
  LOCALES.flatMap((locale) => {
    const others = Object.values(messages[locale].yearFile.otherWords.holidays).flatMap((names) => names.split('; '))
    return [...HOLIDAYS, ...Object.values(messages[locale].words.holidays), ...others]
  }).map((name) => name.toLowerCase()),
)

const LETTERS = [...'аәіңғүұқөһ ёАӘ xX019=+-@\'"«»;,:\\.№/()[]{}|<>&^~#$%*!?—…']
const written = (max: number) =>
  fc
    .string({
      unit: fc.oneof(fc.constantFrom(...LETTERS), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
      maxLength: max,
    })
    .map((text) => text.normalize('NFC').trim().slice(0, max).trim())
    .filter((text) => firstUnprintable(text) === null && !known.has(text.toLowerCase()))
const ownName = written(100).filter((name) => name !== '')
const source = written(200)
const holidayName = fc.oneof(fc.constantFrom(...HOLIDAYS), ownName)

interface Draft {
  at: number
  kind: Exclude<CalendarDayKind, 'transfer-work'>
  name: string
  hasName: boolean
  source: string
  status: CalendarDay['status']
}
const draft: fc.Arbitrary<Draft> = fc.record({
  at: fc.nat(364),
  kind: fc.constantFrom('holiday', 'religious', 'substitute', 'transfer-off'),
  name: holidayName,
  hasName: fc.boolean(),
  source,
  status: fc.constantFrom(undefined, 'official', 'estimated'),
})

/** Days of a year by the rules: substitutes and moved days off on weekdays, each of these with a worked weekend day of the same order. */
function daysOf(year: number, drafts: readonly Draft[]): CalendarDay[] {
  const days = new Map<string, CalendarDay>()
  const first = dayNumber(`${year}-01-01`)
  const weekends = Array.from({ length: 365 }, (_, at) => first + at).filter((at) => weekdayOfDayNumber(at) > 5)
  for (const { at, kind, name, hasName, source, status } of drafts) {
    const date = dateOfDayNumber(first + at)
    const isWeekend = weekdayOfDayNumber(first + at) > 5
    const facts = { ...(source && { source }), ...(status && { status }) }
    if (days.has(date)) continue
    if (kind === 'holiday' || kind === 'religious') days.set(date, { date, kind, name, ...facts })
    else if (!isWeekend && kind === 'substitute') days.set(date, { date, kind, ...(hasName && { name }), ...facts })
    else if (!isWeekend) {
      const worked = weekends.map(dateOfDayNumber).find((day) => !days.has(day))!
      const order = { ...facts, source: source || '№ 1', ...(hasName && { name }) }
      days.set(date, { date, kind, ...order, pair: worked })
      days.set(worked, { date: worked, kind: 'transfer-work', ...order, pair: date })
    }
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

const anyYear: fc.Arbitrary<YearContent> = fc
  .record({
    year: fc.integer({ min: 2000, max: 2100 }),
    status: fc.constantFrom('official' as const, 'draft' as const),
    source,
    drafts: fc.array(draft, { maxLength: 60 }),
  })
  .map(({ drafts, ...year }) => ({ ...year, days: daysOf(year.year, drafts) }))

const anyLocale = fc.constantFrom(...LOCALES)

describe('any year of the calendar', () => {
  it('that is right by itself comes back whole out of both files in every language', () => {
    fc.assert(
      fc.property(anyYear, anyLocale, (content, locale) => {
        expect(dayFaults(content.year, content.days)).toEqual([])
        const whole = { year: content.year, content, faults: [], notes: [] }
        expect(readText(writeYearCsv(content, locale), content.year)).toEqual({ ...whole, format: 'csv' })
        expect(readText(writeYearIcs(content, locale, STAMP), content.year)).toEqual({ ...whole, format: 'ics' })
      }),
      { numRuns: 300 },
    )
  })
})

/** What accidents make of a file: bytes changed, cut out, repeated. */
const accident = fc.record({ at: fc.nat(), cut: fc.nat(30), put: fc.uint8Array({ maxLength: 30 }) })
const piece = fc.constantFrom(
  ...['BEGIN:VCALENDAR', 'END:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT', 'DTSTART:20260501', 'DTSTART;VALUE=DATE:20261301', ' '],
  ...[
    'DTEND;VALUE=DATE:99999999',
    'RRULE:FREQ=YEARLY;UNTIL=x',
    'RRULE:FREQ=YEARLY;BYDAY=9XX',
    'SUMMARY:',
    'DURATION:P9W',
    'EXDATE:x',
  ],
  ...[
    'RECURRENCE-ID:1',
    'X-KIRIS-KIND:holiday',
    'CATEGORIES:,,',
    '__PROTO__:1',
    'CONSTRUCTOR;VALUE=CONSTRUCTOR:1',
    'DTSTART',
    ':',
  ],
  ...['STATUS:CANCELLED', 'DTSTART;VALUE=DATE;VALUE=X:20260501', 'DTSTART;X="a":20260501T', 'RRULE:', 'DURATION:PXD', 'RDATE:2'],
)
const cell = fc.constantFrom(
  ...[
    'date',
    'kind',
    'name',
    'pair',
    'state',
    'source',
    'weekday',
    '2026',
    'year',
    '01.05.2026',
    '1/5/26',
    '46000',
    'holiday',
    '"',
    '""',
  ],
  ...[
    'transfer-off',
    'transfer-work',
    '',
    ' ',
    '\n',
    '\r',
    ';',
    ',',
    '\t',
    "'",
    '=',
    '№',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
  ],
)

describe('any bytes at all', () => {
  const holds = (bytes: Uint8Array, year: number): void => {
    // `read` proves that there is content or a fault, and a text for each.
    const { content } = read(bytes, year)
    if (content) expect(dayFaults(year, content.days).filter(({ code }) => code !== 'transfer_without_pair')).toEqual([])
  }

  it('never throw: noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => holds(bytes, 2026)),
      { numRuns: 2000 },
    )
  })

  it('never throw: files of ours after accidents', () => {
    fc.assert(
      fc.property(
        anyYear,
        anyLocale,
        fc.boolean(),
        fc.array(accident, { maxLength: 4 }),
        (content, locale, isTable, accidents) => {
          const text = isTable ? writeYearCsv(content, locale) : writeYearIcs(content, locale, STAMP)
          const bytes = [...Buffer.from(text)]
          for (const { at, cut, put } of accidents) bytes.splice(at % (bytes.length + 1), cut, ...put)
          holds(Uint8Array.from(bytes), content.year)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('never throw: lines and cells in any order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (lines) => {
        const event = `BEGIN:VEVENT\n${lines.join('\n')}\nEND:VEVENT`
        holds(Buffer.from(`BEGIN:VCALENDAR\n${event}\nEND:VCALENDAR\n`), 2026)
        holds(Buffer.from(`BEGIN:VCALENDAR\n${lines.join('\n')}`), 2026)
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        holds(Buffer.from(`date;kind;name\n${rows.map((row) => row.join(';')).join('\n')}`), 2026)
        holds(Buffer.from(rows.map((row) => row.join(',')).join('\n')), 2026)
      }),
      { numRuns: 2000 },
    )
  })
})
