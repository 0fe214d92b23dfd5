import { draftYear, substituteDoubts, yearOf, type CalendarDay } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import calendarFile from '../../resources/data/calendar-kz.json'
import { draftsByHand } from './data/draftsByHand'
import { calendarOf, kept, law, listedDays, workingDaysIn } from './material'

const KEPT_YEARS = [2023, 2024, 2025, 2026, 2027, 2028]
const told = ({ date, kind, name }: CalendarDay): string => [date.slice(5), kind, name].filter(Boolean).join(' ')
const drafted = (year: number): string[] => draftYear(year, law).map(told)
const listed = (year: number): string[] => listedDays.filter(({ date }) => yearOf(date) === year).map(told)

describe('the draft of a year from the law alone', () => {
  it.each([
    [2023, ['07-01 transfer-work', '07-07 transfer-off']],
    [2024, ['05-04 transfer-work', '05-08 transfer-off']],
    [2025, ['01-03 transfer-off', '01-05 transfer-work']],
    [2026, []],
    [2027, []],
    [2028, []],
  ])('has everything of %i as shipped, but for what an order moved: %j', (year, byOrder) => {
    const [ours, draft] = [listed(year), drafted(year)]
    expect(ours.filter((day) => !draft.includes(day))).toEqual(byOrder)
    expect(draft.filter((day) => !ours.includes(day))).toEqual([])
  })

  it('calls Kurban Ait estimated; shipped, it is so only in the years that are drafts', () => {
    for (const year of KEPT_YEARS) {
      const estimated = draftYear(year, law).filter(({ status }) => status === 'estimated')
      expect(estimated.map(({ name }) => name)).toEqual(['kurban-ait'])
      const shipped = listedDays.filter(({ date, status }) => yearOf(date) === year && status === 'estimated')
      expect(shipped.map(({ name }) => name)).toEqual(year > 2026 ? ['kurban-ait'] : [])
    }
  })

  it('is in order, and lists no day twice', () => {
    for (let year = 2000; year <= 2060; year++) {
      const dates = draftYear(year, law).map(({ date }) => date)
      expect(dates).toEqual([...new Set(dates)].sort())
      expect(dates.every((date) => yearOf(date) === year)).toBe(true)
    }
  })

  it('gives back every holiday on a weekend, and nothing else', () => {
    for (let year = 2000; year <= 2060; year++) {
      expect(substituteDoubts(draftYear(year, law)), String(year)).toEqual({ missing: [], extra: [] })
    }
  })
})

describe('the shipped calendar', () => {
  it('has a source for each official year and for each moved day, and none for drafts', () => {
    expect(kept.years.map(({ year, status, source }) => [year, status, source !== ''])).toEqual([
      [2023, 'official', true],
      [2024, 'official', true],
      [2025, 'official', true],
      [2026, 'official', true],
      [2027, 'draft', false],
      [2028, 'draft', false],
    ])
    for (const { kind, source } of listedDays) expect(Boolean(source)).toBe(kind.startsWith('transfer'))
  })

  it.each(Object.entries(calendarFile.workingDaysPerYear))('gives %s the %i working days of its balance', (year, days) => {
    expect(workingDaysIn(+year, calendarOf(5))).toBe(days)
  })
})

describe('a year drafted by hand', () => {
  it.each(draftsByHand)('$year: $why', ({ year, days, workingDays }) => {
    expect(drafted(year)).toEqual(days)
    if (workingDays !== null) expect(workingDaysIn(year, calendarOf(5))).toBe(workingDays)
  })

  it('is like every other: 245 to 250 working days in all the years to come', () => {
    const counts = Array.from({ length: 7 }, (_, i) => workingDaysIn(2029 + i, calendarOf(5)))
    // Counted by hand where the list above has the year.
    expect(counts.slice(0, 3)).toEqual([247, 247, 246])
    for (const count of counts) expect(count).toBeGreaterThanOrEqual(245)
    for (const count of counts) expect(count).toBeLessThanOrEqual(250)
  })
})

describe('Kurban Ait', () => {
  const { dates } = law.byMoon[0]!

  it('is the tenth of Dhu al-Hijja by the Umm al-Qura calendar in every year to 2060', () => {
    // The calendar of Umm al-Qura comes with the machine, from other tables than ours.
    const moon = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', { day: 'numeric', month: 'numeric', timeZone: 'UTC' })
    const found: string[] = []
    for (let at = Date.UTC(2006, 0, 1); at < Date.UTC(2061, 0, 1); at += 86_400_000) {
      const part = (type: string): string => moon.formatToParts(at).find((each) => each.type === type)!.value
      if (part('month') === '12' && part('day') === '10') found.push(new Date(at).toISOString().slice(0, 10))
    }
    expect(dates).toEqual(found)
  })

  it.each([
    // As the clergy announced it.
    [2023, '2023-06-28'],
    [2024, '2024-06-16'],
    [2025, '2025-06-06'],
    [2026, '2026-05-27'],
  ])('was in %i on %s, as announced', (year, date) => expect(dates.filter((each) => yearOf(each) === year)).toEqual([date]))

  it('comes twice in a year where the moon has it so', () => {
    expect(drafted(2039).filter((day) => day.includes('kurban'))).toEqual([
      '01-05 religious kurban-ait',
      '12-26 religious kurban-ait',
    ])
  })

  it('that falls on a holiday leaves the holiday its name', () => {
    expect(drafted(2032).filter((day) => day.startsWith('03-2'))).toEqual([
      '03-21 holiday nauryz',
      '03-22 holiday nauryz',
      '03-23 holiday nauryz',
      '03-24 substitute',
    ])
  })

  it('is never given back, on whatever day it falls', () => {
    // Saturday 13 April 2030 and Saturday 12 March 2033.
    for (const [year, next] of [
      [2030, '04-15'],
      [2033, '03-14'],
    ] as const) {
      expect(drafted(year).some((day) => day.startsWith(next))).toBe(false)
    }
  })

  it('that stands in the way of a substitute moves the substitute on', () => {
    const own = {
      yearly: [{ name: 'nauryz', on: '03-22', religious: false, from: null, to: null }],
      byMoon: [{ name: 'kurban-ait', dates: ['2026-03-23'] }],
    }
    // 22 March 2026 is a Sunday; Monday is taken.
    expect(draftYear(2026, own).map(told)).toEqual(['03-22 holiday nauryz', '03-23 religious kurban-ait', '03-24 substitute'])
  })
})
