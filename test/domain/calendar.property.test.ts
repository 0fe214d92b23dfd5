import { calendarOf, dateOfDayNumber, dayNumber, draftYear, type CalendarDay, type DayState } from '#shared/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kept, law } from './material'

/**
 * The oracle: the calendar told day by day with nothing but weekdays and a map from date to listed day. The six-day week is not derived from the five-day one, as the program does it, but
 * made anew: each holiday on a Sunday is given back on the next day that is neither a Sunday nor listed as a holiday or religious day.
 */
const FIRST = '2000-01-01'
const LAST = '2060-12-31'

const keptYears = new Set(kept.days.map(({ date }) => date.slice(0, 4)))
const listed = new Map<string, CalendarDay>(kept.days.map((day) => [day.date, day]))
for (let year = 1999; year <= 2061; year++) {
  if (!keptYears.has(String(year))) for (const day of draftYear(year, law)) listed.set(day.date, day)
}

/** The day as the machine's own calendar has it. */
const at = (date: string): Date => new Date(`${date}T12:00:00Z`)
const following = (date: string): string => new Date(at(date).getTime() + 86_400_000).toISOString().slice(0, 10)
const isSunday = (date: string): boolean => at(date).getUTCDay() === 0
const isSaturday = (date: string): boolean => at(date).getUTCDay() === 6

const givenBack = new Set<string>()
for (const { date, kind } of [...listed.values()].sort((a, b) => a.date.localeCompare(b.date))) {
  if (kind !== 'holiday' || !isSunday(date)) continue
  let day = following(date)
  while (isSunday(day) || givenBack.has(day) || ['holiday', 'religious'].includes(listed.get(day)?.kind ?? ''))
    day = following(day)
  givenBack.add(day)
}

function fiveDayState(date: string): DayState {
  const day = listed.get(date)
  if (day) return day.kind
  return isSunday(date) || isSaturday(date) ? 'weekend' : 'work'
}

function sixDayState(date: string): DayState {
  const day = listed.get(date)
  if (givenBack.has(date)) return 'substitute'
  const kind = day?.kind
  if (kind === 'holiday' || kind === 'religious') return kind
  if (kind === 'transfer-work' && !isSaturday(date)) return kind
  if (kind === 'transfer-off' && day?.pair !== undefined && !isSaturday(day.pair)) return kind
  return isSunday(date) ? 'weekend' : 'work'
}

const oracle = { 5: fiveDayState, 6: sixDayState } as const

describe.each([5, 6] as const)('the compiled calendar of a week of %i days', (week) => {
  it('says of every day from 2000 to 2060 what weekdays and the listed days say', () => {
    const calendar = calendarOf(kept, week, law)
    const wrong: string[] = []
    for (let date = FIRST; date <= LAST; date = following(date)) {
      const expected = oracle[week](date)
      const off = !['work', 'transfer-work'].includes(expected)
      if (calendar.stateOf(date) !== expected || calendar.isWorking(date) === off) {
        wrong.push(`${date}: ${calendar.stateOf(date)}, not ${expected}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('says the same whatever day is asked for first', () => {
    const day = fc.integer({ min: dayNumber(FIRST), max: dayNumber(LAST) })
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 8 }), (asked) => {
        const calendar = calendarOf(kept, week, law)
        const dates = asked.map(dateOfDayNumber)
        expect(dates.map((date) => calendar.stateOf(date))).toEqual(dates.map((date) => oracle[week](date)))
      }),
      { numRuns: 300 },
    )
  })

  it('counts between any two days what counting one by one gives', () => {
    const day = fc.integer({ min: dayNumber(FIRST), max: dayNumber(LAST) - 400 })
    const calendar = calendarOf(kept, week, law)
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (first, length) => {
        const [from, to] = [dateOfDayNumber(first), dateOfDayNumber(first + length)]
        let count = 0
        for (let date = following(from); date <= to; date = following(date)) {
          if (['work', 'transfer-work'].includes(oracle[week](date))) count++
        }
        expect(calendar.workingDaysBetween(from, to)).toBe(count)
        expect(calendar.workingDaysBetween(to, from)).toBe(0 - count)
      }),
      { numRuns: 200 },
    )
  })
})
