import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  formatDate,
  isClockTime,
  isIsoDate,
  parseTypedDate,
  parseTypedTime,
  weekdayOf,
} from '#shared/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const TODAY = '2026-11-22'

describe('a date as a clerk types it', () => {
  it.each([
    ['24.11.2026', '2026-11-24'],
    ['24.11.26', '2026-11-24'],
    ['24.11', '2026-11-24'],
    ['24.11.', '2026-11-24'],
    ['24,11', '2026-11-24'],
    ['24/11', '2026-11-24'],
    ['24-11-2025', '2025-11-24'],
    ['24 11 2026', '2026-11-24'],
    ['24112026', '2026-11-24'],
    ['241126', '2026-11-24'],
    ['2411', '2026-11-24'],
    ['1.2.27', '2027-02-01'],
    [' 05.01.2026 ', '2026-01-05'],
    ['2026-11-24', '2026-11-24'],
    ['29.02.2028', '2028-02-29'],
  ])('«%s» is %s', (typed, date) => expect(parseTypedDate(typed, TODAY)).toBe(date))

  it.each([
    '',
    '24',
    '31.11.2026',
    '29.02.2026',
    '29.02',
    '00.11',
    '24.13',
    '24.11.126',
    '24.11.0026',
    'ертең',
    '24..11',
    '241',
    '24.11.2026 ж',
  ])('«%s» is no date', (typed) => expect(parseTypedDate(typed, TODAY)).toBeNull())
})

describe('a time as a clerk types it', () => {
  it.each([
    ['9:05', '09:05'],
    ['09.05', '09:05'],
    ['0905', '09:05'],
    ['905', '09:05'],
    ['9', '09:00'],
    ['18 45', '18:45'],
    ['23:59', '23:59'],
    ['00:00', '00:00'],
  ])('«%s» is %s', (typed, time) => expect(parseTypedTime(typed)).toBe(time))

  it.each(['', '24:00', '9:60', '9:5', '12345', 'түс'])('«%s» is no time', (typed) => expect(parseTypedTime(typed)).toBeNull())
})

describe('dates that exist', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-11-31', '2026-1-5', '26-11-24', '2026-11-24T00:00', ''])(
    '«%s» is none',
    (text) => expect(isIsoDate(text)).toBe(false),
  )
  it.each(['2028-02-29', '2000-01-01', '2026-12-31'])('«%s» is one', (text) => expect(isIsoDate(text)).toBe(true))
  it.each(['9:05', '24:00', '12:60', '12:5', ''])('«%s» is no time of day', (text) => expect(isClockTime(text)).toBe(false))

  it('are shown with day first', () => expect(formatDate('2026-11-04')).toBe('04.11.2026'))

  it('have the weekday of the paper calendar', () => {
    expect(['2026-11-20', '2026-11-22', '2026-12-16', '2000-01-01', '1965-03-01'].map(weekdayOf)).toEqual([5, 7, 3, 6, 1])
  })

  it('agree with the clock of the computer on every day, before and after 1970', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 60_000 }), (day) => {
        const date = dateOfDayNumber(day)
        const at = new Date(`${date}T12:00:00Z`)
        expect([isIsoDate(date), dayNumber(date), weekdayOf(date) % 7]).toEqual([true, day, at.getUTCDay()])
      }),
    )
  })

  it('step over the ends of months and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })
})
