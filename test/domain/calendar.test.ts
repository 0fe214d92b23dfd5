import { missingYear, WorkingCalendar } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { fiveDays, listedDays, sixDays, workingDaysIn } from './material'

describe('working days of a year', () => {
  // The ministry's balances of working time; 2024 with the transfer of 4 May and with Kurban Ait on Sunday 16 June.
  it.each([
    [2023, 246],
    [2024, 249],
    [2025, 246],
    [2026, 247],
    [2027, 247],
    [2028, 245],
  ])('%i has %i in a five-day week', (year, days) => {
    expect(workingDaysIn(year, fiveDays)).toBe(days)
  })

  it('2024 has 301 in a six-day week: 300 of the ministry’s balance and 17 June, which became a working day', () => {
    expect(workingDaysIn(2024, sixDays)).toBe(301)
  })

  it('an office open on Saturdays works on every day on which a five-day office works', () => {
    const lost: string[] = []
    for (let day = '2023-01-01'; day < '2029-01-01'; day = nextDay(day)) {
      if (fiveDays.isWorking(day) && !sixDays.isWorking(day)) lost.push(day)
    }
    expect(lost).toEqual([])
  })
})

describe('a day in the five-day week', () => {
  it.each([
    ['2026-11-24', 'work'],
    ['2026-11-21', 'weekend'],
    ['2026-11-22', 'weekend'],
    ['2026-12-16', 'holiday'],
    ['2026-05-27', 'religious'],
    ['2026-10-26', 'substitute'],
    ['2024-05-08', 'transfer-off'],
    ['2024-05-04', 'transfer-work'],
    ['2025-01-05', 'transfer-work'],
    // Constitution Day was dropped for 2026: the 31st is not off in its place either.
    ['2026-08-30', 'weekend'],
    ['2026-08-31', 'work'],
    // Neither Christmas nor Kurban Ait is moved when it falls on a weekend.
    ['2024-06-17', 'work'],
    ['2024-01-08', 'work'],
  ])('%s is %s', (date, state) => {
    expect(fiveDays.stateOf(date)).toBe(state)
  })

  it('names who moved a day', () => {
    expect(fiveDays.listed('2024-05-08')?.source).toContain('18.04.2024')
  })

  it('marks days that are not announced yet', () => {
    expect(fiveDays.listed('2027-05-16')?.status).toBe('estimated')
    expect(fiveDays.listed('2026-05-27')?.status).not.toBe('estimated')
  })
})

describe('a substitute in a six-day week', () => {
  it.each([
    // 2026 as published: 8 March → 9 March, 22 March → 24 March, 25 October → 26 October; nothing for the Saturdays 21 March and 9 May.
    ['2026-03-09', false],
    ['2026-03-24', false],
    ['2026-03-25', true],
    ['2026-05-11', true],
    ['2026-10-26', false],
    ['2026-10-24', true],
    // 2028: New Year on Saturday and Sunday leaves one substitute of two.
    ['2028-01-03', false],
    ['2028-01-04', true],
  ])('%s: worked = %s', (date, worked) => {
    expect(sixDays.isWorking(date)).toBe(worked)
  })
})

describe('a transfer in a six-day week', () => {
  it('from a Saturday gives no free day, because the Saturday is worked anyway', () => {
    expect(sixDays.stateOf('2024-05-04')).toBe('work')
    expect(sixDays.stateOf('2024-05-08')).toBe('work')
    expect(sixDays.stateOf('2023-07-07')).toBe('work')
  })

  it('from a Sunday holds as in a five-day week', () => {
    expect(sixDays.isWorking('2025-01-05')).toBe(true)
    expect(sixDays.isWorking('2025-01-03')).toBe(false)
  })
})

describe('counting between days', () => {
  it('does not count the first day and counts the last', () => {
    expect(fiveDays.workingDaysBetween('2026-11-20', '2026-11-23')).toBe(1)
    expect(fiveDays.workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0)
  })

  it('is negative backwards, and plain zero where no working day lies between', () => {
    expect(fiveDays.workingDaysBetween('2026-12-01', '2026-11-24')).toBe(-5)
    expect(fiveDays.workingDaysBetween('2026-11-22', '2026-11-21')).toBe(0)
  })

  it('steps over a long weekend', () => {
    expect(fiveDays.workingDayAfter('2026-10-23')).toBe('2026-10-27')
    expect(fiveDays.workingDayFrom('2026-10-27')).toBe('2026-10-27')
  })

  it('knows which years are official: not those that are only drafts, nor those that nobody listed', () => {
    const official = [2020, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029].filter((year) => fiveDays.covers(year))
    expect(official).toEqual([2023, 2024, 2025, 2026])
  })

  it('takes every listed year as official where nothing else is said', () => {
    const plain = new WorkingCalendar(listedDays)
    expect([2022, 2023, 2028, 2029].map((year) => plain.covers(year))).toEqual([false, true, true, false])
  })

  it('drafts a year that nobody listed from the law, and only such a year', () => {
    expect(fiveDays.stateOf('2029-12-17')).toBe('substitute')
    expect(fiveDays.listed('2029-04-24')).toEqual({
      date: '2029-04-24',
      kind: 'religious',
      name: 'kurban-ait',
      status: 'estimated',
    })
    expect(fiveDays.listedIn(2024)).toEqual(listedDays.filter(({ date }) => date.startsWith('2024')))
    // Without the law there is nothing to draft from.
    expect(new WorkingCalendar(listedDays).stateOf('2029-12-17')).toBe('work')
  })

  it('says so instead of searching for ever when every day is off', () => {
    const days = Array.from({ length: 500 }, (_, i) => ({ date: nextDay('2026-01-01', i), kind: 'holiday' as const }))
    expect(() => new WorkingCalendar(days).workingDayFrom('2026-01-01')).toThrow(RangeError)
  })

  it('lets the later of two entries for a day hold', () => {
    const corrected = new WorkingCalendar([...listedDays, { date: '2026-12-16', kind: 'transfer-work' }])
    expect(corrected.isWorking('2026-12-16')).toBe(true)
  })
})

describe('a year without an official calendar', () => {
  it.each([
    ['2026-09-30', null],
    ['2026-10-01', { year: 2027, begun: false }],
    ['2026-12-31', { year: 2027, begun: false }],
    ['2027-01-01', { year: 2027, begun: true }],
    ['2022-11-01', { year: 2022, begun: true }],
    ['2025-12-31', null],
  ])('is warned of on %s: %o', (today, missing) => {
    expect(missingYear(today, fiveDays)).toEqual(missing)
  })
})

function nextDay(date: string, by = 1): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + by)
  return at.toISOString().slice(0, 10)
}
