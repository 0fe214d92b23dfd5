import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { listedDays } from './material'

/** What a source says of a day beyond its weekday: a day off as a holiday, a day off given back for one, a day moved by order; `null` = nothing. */
type Said = 'holiday' | 'substitute' | 'moved off' | 'moved to work' | null

interface Difference {
  date: string
  theirs: Said
  ours: Said
  why: string
}

/** Every difference from date-holidays 3.37.0 in 2023–2028, day by day, and why ours stands. */
const DIFFERENCES: Difference[] = [
  {
    date: '2023-07-01',
    theirs: null,
    ours: 'moved to work',
    why: 'The Saturday was worked for Friday 7 July by order of the ministry; the package knows rules, not orders.',
  },
  { date: '2023-07-07', theirs: null, ours: 'moved off', why: 'The other half of the same order: the Friday after Capital Day.' },
  {
    date: '2024-05-04',
    theirs: null,
    ours: 'moved to work',
    why: 'The Saturday was worked for Wednesday 8 May, by the order of 18.04.2024.',
  },
  {
    date: '2024-05-08',
    theirs: null,
    ours: 'moved off',
    why: 'The other half: the day between two holidays, 7 and 9 May.',
  },
  {
    date: '2025-01-03',
    theirs: null,
    ours: 'moved off',
    why: 'The Friday after New Year, off by order № 436 of 21.11.2024.',
  },
  {
    date: '2025-01-05',
    theirs: null,
    ours: 'moved to work',
    why: 'The Sunday worked for it. No rule yields a worked Sunday; without it a term of those days is a day too long.',
  },
  {
    date: '2026-03-15',
    theirs: 'holiday',
    ours: null,
    why: 'The package has Constitution Day on 15 March since 2026. The ministry said in March 2026 that it is first kept in 2027; 2026 had none, neither in March nor in August.',
  },
  {
    date: '2026-03-16',
    theirs: 'substitute',
    ours: null,
    why: 'Its substitute for that Sunday. With no holiday there is nothing to give back; the Monday was worked.',
  },
  {
    date: '2026-03-25',
    theirs: null,
    ours: 'substitute',
    why: 'Nauryz on Saturday 21, Sunday 22, Monday 23. The law gives two working days after the holiday, 24 and 25. The package gives the Saturday its next Monday, the 23rd, which is a holiday already, so that one day is lost.',
  },
  {
    date: '2027-03-24',
    theirs: null,
    ours: 'substitute',
    why: 'Nauryz on Sunday 21 to Tuesday 23. The package gives the Sunday its next Tuesday, a holiday already; the next working day is Wednesday 24.',
  },
]

const YEARS = [2023, 2024, 2025, 2026, 2027, 2028]
const OURS: Record<string, Said> = {
  holiday: 'holiday',
  religious: 'holiday',
  substitute: 'substitute',
  'transfer-off': 'moved off',
  'transfer-work': 'moved to work',
}

/** Their days off by local date. A day that is a holiday and somebody else's substitute is a holiday. */
function theirDays(): Map<string, Said> {
  const found = new Map<string, Said>()
  const package_ = new Holidays('KZ')
  for (const { date, type, substitute } of YEARS.flatMap((year) => package_.getHolidays(year))) {
    expect(type).toBe('public')
    const day = date.slice(0, 10)
    if (found.get(day) !== 'holiday') found.set(day, substitute ? 'substitute' : 'holiday')
  }
  return found
}

const ours = new Map(listedDays.map(({ date, kind }) => [date, OURS[kind]!]))

describe('the shipped calendar beside the package date-holidays', () => {
  const theirs = theirDays()

  it('differs on exactly the days of the table, and as the table says', () => {
    const days = [...new Set([...theirs.keys(), ...ours.keys()])].sort()
    const found = days
      .map((date) => ({ date, theirs: theirs.get(date) ?? null, ours: ours.get(date) ?? null }))
      .filter((day) => day.theirs !== day.ours)
    expect(found).toEqual(DIFFERENCES.map(({ why: _, ...day }) => day))
  })

  it('agrees on all other days, which are most', () => {
    const agreed = [...ours].filter(([date, said]) => theirs.get(date) === said)
    expect(agreed.length).toBe(listedDays.length - DIFFERENCES.filter((day) => day.ours !== null).length)
    expect(agreed.length).toBeGreaterThan(100)
  })

  it('agrees on Kurban Ait in every year, though both only compute those to come', () => {
    for (const { date } of listedDays.filter(({ name }) => name === 'kurban-ait')) expect(theirs.get(date)).toBe('holiday')
  })

  it('explains each difference', () => {
    for (const { date, why } of DIFFERENCES) expect(why.length, date).toBeGreaterThan(30)
  })
})
