import { dayFaults, pairTransfers, substituteDoubts, type CalendarDay } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { kept, listedDays } from './material'

const holiday = (date: string, name: string | undefined = 'new-year'): CalendarDay => ({ date, kind: 'holiday', name })
const substitute = (date: string): CalendarDay => ({ date, kind: 'substitute' })
const off = (date: string, pair?: string, source: string | undefined = '№ 1'): CalendarDay => ({
  date,
  kind: 'transfer-off',
  source,
  pair,
})
const worked = (date: string, pair?: string, source: string | undefined = '№ 1'): CalendarDay => ({
  date,
  kind: 'transfer-work',
  source,
  pair,
})
const codes = (year: number, days: CalendarDay[], others?: CalendarDay[]) =>
  dayFaults(year, days, others).map(({ at, code }) => [at, code])

// 2026: 8 May is a Friday, 16 May a Saturday, 17 May a Sunday, 18 May a Monday.
describe('a fault of a listed day', () => {
  it('is none in the shipped years', () => {
    for (const { year } of kept.years) {
      expect(
        dayFaults(
          year,
          listedDays.filter(({ date }) => date.startsWith(String(year))),
        ),
      ).toEqual([])
    }
  })

  it.each(['2026-02-29', '24/11/26', '2026-1-1', ''])('is that %j is no date', (date) => {
    expect(dayFaults(2026, [holiday('2026-01-01'), holiday(date)])).toEqual([{ at: 1, date, code: 'not_a_date', params: {} }])
  })

  it('is a day of another year', () => {
    expect(dayFaults(2026, [holiday('2027-01-01')])).toEqual([
      { at: 0, date: '2027-01-01', code: 'day_of_other_year', params: { year: 2026 } },
    ])
  })

  it('is the same day twice, and says at which place it stood first', () => {
    expect(dayFaults(2026, [holiday('2026-01-01'), holiday('2026-01-02'), substitute('2026-01-01')])).toEqual([
      { at: 2, date: '2026-01-01', code: 'same_day_twice', params: { first: 1 } },
    ])
  })

  it('is a holiday or religious day without a name', () => {
    expect(codes(2026, [holiday('2026-01-01', ''), { date: '2026-01-07', kind: 'religious' }])).toEqual([
      [0, 'holiday_without_name'],
      [1, 'holiday_without_name'],
    ])
  })

  it('is a substitute on a weekend, not one on a weekday', () => {
    expect(codes(2026, [substitute('2026-05-16'), substitute('2026-05-17'), substitute('2026-05-18')])).toEqual([
      [0, 'substitute_on_weekend'],
      [1, 'substitute_on_weekend'],
    ])
  })

  it('is a day off moved to a day that is off anyway, and a worked day moved to a weekday', () => {
    expect(codes(2026, [off('2026-05-16', '2026-05-08'), worked('2026-05-08', '2026-05-16')])).toEqual([
      [0, 'transfer_off_day_off'],
      [1, 'transfer_work_on_workday'],
    ])
  })

  it('is a moved day without its order', () => {
    expect(codes(2026, [off('2026-05-08', '2026-05-16', ''), worked('2026-05-16', '2026-05-08')])).toEqual([
      [0, 'transfer_without_source'],
    ])
  })

  it('is none in a whole transfer', () => {
    expect(codes(2026, [off('2026-05-08', '2026-05-16'), worked('2026-05-16', '2026-05-08')])).toEqual([])
  })

  it.each<[string, CalendarDay[]]>([
    ['names no pair', [off('2026-05-08')]],
    ['names a pair that is not there', [off('2026-05-08', '2026-05-16')]],
    ['names a day that is not moved', [off('2026-05-08', '2026-05-16'), holiday('2026-05-16')]],
    ['names a day that is moved the same way', [off('2026-05-08', '2026-05-18'), off('2026-05-18', '2026-05-08')]],
    ['names a day that names another', [off('2026-05-08', '2026-05-16'), worked('2026-05-16', '2026-05-18')]],
  ])('is a transfer that %s', (_, days) => {
    expect(codes(2026, days)[0]).toEqual([0, 'transfer_without_pair'])
  })

  it('is not that the other half of a transfer lies in the year beside', () => {
    const days = [off('2026-12-31', '2027-01-09')]
    expect(codes(2026, days)).toEqual([[0, 'transfer_without_pair']])
    expect(codes(2026, days, [worked('2027-01-09', '2026-12-31')])).toEqual([])
  })

  it('is told for every day at once, in the order of the list', () => {
    const days = [holiday('2026-01-01', ''), holiday('2026-13-01'), holiday('2025-01-01'), holiday('2026-01-01')]
    expect(codes(2026, days)).toEqual([
      [0, 'holiday_without_name'],
      [1, 'not_a_date'],
      [2, 'day_of_other_year'],
      [3, 'same_day_twice'],
    ])
  })
})

describe('doubts about days given back', () => {
  it('are none in the shipped years', () => {
    for (const { year } of kept.years) {
      const days = listedDays.filter(({ date }) => date.startsWith(String(year)))
      expect(substituteDoubts(days), String(year)).toEqual({ missing: [], extra: [] })
    }
  })

  it('are one that is missing', () => {
    // 8 March 2026 is a Sunday: Monday 9 is owed.
    expect(substituteDoubts([holiday('2026-03-08')])).toEqual({ missing: ['2026-03-09'], extra: [] })
  })

  it('are one that no holiday is owed, or that stands elsewhere', () => {
    expect(substituteDoubts([substitute('2026-06-10')])).toEqual({ missing: [], extra: ['2026-06-10'] })
    expect(substituteDoubts([holiday('2026-03-08'), substitute('2026-03-10')])).toEqual({
      missing: ['2026-03-09'],
      extra: ['2026-03-10'],
    })
  })

  it('are none about religious days, which are never moved', () => {
    expect(substituteDoubts([{ date: '2024-06-16', kind: 'religious', name: 'kurban-ait' }])).toEqual({ missing: [], extra: [] })
  })

  it('do not take a day given back for a reason to move another', () => {
    const nauryz = ['2026-03-21', '2026-03-22', '2026-03-23'].map((date) => holiday(date, 'nauryz'))
    expect(substituteDoubts([...nauryz, substitute('2026-03-24')])).toEqual({ missing: ['2026-03-25'], extra: [] })
  })
})

describe('pairing the moved days of a list', () => {
  it('gives each the other of its order', () => {
    expect(pairTransfers([off('2026-05-08'), holiday('2026-05-09'), worked('2026-05-16')])).toEqual([
      off('2026-05-08', '2026-05-16'),
      holiday('2026-05-09'),
      worked('2026-05-16', '2026-05-08'),
    ])
  })

  it('pairs two orders each by itself', () => {
    const days = [
      off('2026-05-08'),
      off('2026-06-05', undefined, '№ 2'),
      worked('2026-05-16'),
      worked('2026-06-13', undefined, '№ 2'),
    ]
    expect(pairTransfers(days).map(({ pair }) => pair)).toEqual(['2026-05-16', '2026-06-13', '2026-05-08', '2026-06-05'])
  })

  it('leaves alone what it cannot know: an order that moved more than one day, or one alone, or two the same way', () => {
    const twice = [off('2026-05-08'), worked('2026-05-16'), off('2026-06-05'), worked('2026-06-13')]
    expect(pairTransfers(twice)).toEqual(twice)
    expect(pairTransfers([off('2026-05-08')])).toEqual([off('2026-05-08')])
    const same = [off('2026-05-08'), off('2026-06-05')]
    expect(pairTransfers(same)).toEqual(same)
  })

  it('keeps pairs that are named', () => {
    const days = [off('2026-05-08', '2026-05-23'), worked('2026-05-23', '2026-05-08'), off('2026-06-05'), worked('2026-06-13')]
    expect(pairTransfers(days).map(({ pair }) => pair)).toEqual(['2026-05-23', '2026-05-08', '2026-06-13', '2026-06-05'])
  })
})
