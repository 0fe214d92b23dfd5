import { countTerm, givenTerm, lastDay, WorkingCalendar } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import examples from './data/deadline-examples.json'
import { fiveDays, listedDays, sixDays, termRule, terms } from './material'

describe('checked examples', () => {
  it('are twelve', () => expect(examples.vectors).toHaveLength(12))

  it.each(examples.vectors)(
    '$registeredOn + $workingDays working days = $deadline',
    ({ registeredOn, workingDays, deadline }) => {
      expect(countTerm(termRule(workingDays), registeredOn, fiveDays).deadline).toBe(deadline)
    },
  )
})

describe('a term explains itself', () => {
  const complaint = terms.find((rule) => rule.id === 'service-complaint-provider' && rule.version === 2)!
  const term = countTerm(complaint, '2026-12-11', fiveDays)

  it('day by day, from registration to the answer', () => {
    expect(term.days.map((day) => [day.date.slice(8), day.weekday, day.state, day.counted])).toEqual([
      ['11', 5, 'work', null],
      ['12', 6, 'weekend', null],
      ['13', 7, 'weekend', null],
      ['14', 1, 'work', 1],
      ['15', 2, 'work', 2],
      ['16', 3, 'holiday', null],
      ['17', 4, 'work', 3],
      ['18', 5, 'work', 4],
      ['19', 6, 'weekend', null],
      ['20', 7, 'weekend', null],
      ['21', 1, 'work', 5],
    ])
  })

  it('with the name of the holiday in between', () => {
    expect(term.days.find((day) => day.date === '2026-12-16')?.name).toBe('independence-day')
  })

  it('with the order that moved a day', () => {
    const days = countTerm(complaint, '2024-05-03', fiveDays).days
    expect(days.find((day) => day.date === '2024-05-08')?.source).toContain('18.04.2024')
  })

  it('with the control point after three working days', () => {
    expect(term.checkpoint).toMatchObject({ date: '2026-12-17' })
    expect(term.checkpoint?.kk).toContain('ӘРПК 91 (4)')
    expect(term.checkpoint?.ru).toContain('АППК 91 (4)')
  })

  it('with a warning about a year whose calendar is not known', () => {
    expect(term.uncertainYears).toEqual([])
    // 2026 is official, 2027 and 2028 are drafts, 2029 is nobody's.
    expect(countTerm(complaint, '2026-12-28', fiveDays).uncertainYears).toEqual([2027])
    expect(countTerm(complaint, '2028-12-28', fiveDays).uncertainYears).toEqual([2028, 2029])
    expect(countTerm(complaint, '2022-12-28', fiveDays).uncertainYears).toEqual([2022])
  })

  it('with a mark on days that are not announced', () => {
    const days = countTerm(termRule(10), '2027-05-12', fiveDays).days
    expect(days.filter((day) => day.estimated).map((day) => day.date)).toEqual(['2027-05-16'])
  })
})

describe('the stricter count from the registration day', () => {
  it('ends one working day earlier', () => {
    expect(countTerm(termRule(5), '2026-12-11', fiveDays, 'registrationDay').deadline).toBe('2026-12-18')
  })

  it('counts the registration day as day one', () => {
    const [first] = countTerm(termRule(5), '2026-12-11', fiveDays, 'registrationDay').days
    expect(first).toMatchObject({ date: '2026-12-11', counted: 1 })
  })
})

describe('a term in calendar days', () => {
  const until = (registeredOn: string, length = 15, calendar = fiveDays): string =>
    countTerm(termRule(length, 'calendarDays'), registeredOn, calendar).deadline

  it('counts days off', () => expect(until('2026-11-10')).toBe('2026-11-25'))
  it('that ends on a Saturday ends on Monday', () => expect(until('2026-11-06')).toBe('2026-11-23'))
  it('that ends on a Saturday ends on it where Saturdays are worked', () =>
    expect(until('2026-11-06', 15, sixDays)).toBe('2026-11-21'))
  it('that ends on a holiday before a weekend ends after it', () => expect(until('2026-12-17')).toBe('2027-01-05'))
  it('that ends within Nauryz ends after the substitutes', () => expect(until('2026-03-06')).toBe('2026-03-26'))
  it('numbers every day after registration', () => {
    const counted = countTerm(termRule(15, 'calendarDays'), '2026-11-10', fiveDays).days.map((day) => day.counted)
    expect(counted).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
  })
})

describe('a length that is no term', () => {
  it.each([0, -1, 1000, 2.5, Number.NaN])('%d is refused', (length) => {
    expect(() => lastDay(length, 'workingDays', '2026-11-24', fiveDays, 'nextDay')).toThrow(RangeError)
  })

  it('and so is a calendar without enough working days', () => {
    const off = Array.from({ length: 800 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10))
    const calendar = new WorkingCalendar(off.map((date) => ({ date, kind: 'holiday' })))
    expect(() => lastDay(5, 'workingDays', '2026-01-01', calendar, 'nextDay')).toThrow(RangeError)
  })
})

describe('a last day given in the letter', () => {
  const rule = terms.find((each) => each.kind === 'officialLetter')!

  it('is the deadline, and the strip still says how many working days that is', () => {
    const term = givenTerm(rule, '2026-12-11', '2026-12-25', fiveDays)
    expect(term).toMatchObject({ deadline: '2026-12-25', length: 9, checkpoint: null })
    expect(term.days.at(-1)).toMatchObject({ date: '2026-12-25', counted: 9 })
  })

  it('may be the registration day itself', () => {
    expect(givenTerm(rule, '2026-12-11', '2026-12-11', fiveDays)).toMatchObject({ deadline: '2026-12-11', length: 1 })
  })
})

describe('an announced change of the calendar', () => {
  it('moves the deadline by the day that became free', () => {
    const changed = new WorkingCalendar([...listedDays, { date: '2026-12-18', kind: 'transfer-off' }])
    expect(countTerm(termRule(5), '2026-12-11', changed).deadline).toBe('2026-12-22')
  })
})
