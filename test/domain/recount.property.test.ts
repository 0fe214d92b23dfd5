import {
  ADDRESSEES,
  addDays,
  calendarOf,
  dateOfDayNumber,
  dayNumber,
  extendTerm,
  isWorkingState,
  KINDS,
  longestExtension,
  recount,
  reckon,
  ruleFor,
  type CalendarDay,
  type Incoming,
  type Term,
  type TermBook,
  type TermRule,
  type WorkingCalendar,
} from '#shared/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kept, law, shortTerms, terms } from './material'

fc.configureGlobal({ numRuns: 400 })

const date = fc.integer({ min: dayNumber('2019-01-01'), max: dayNumber('2031-12-31') }).map(dateOfDayNumber)
const time = fc.constantFrom('00:05', '09:00', '18:29', '18:30', '23:59')
const week = fc.constantFrom(5 as const, 6 as const)
const countingStart = fc.constantFrom('nextDay' as const, 'registrationDay' as const)
const letter = fc.record<Incoming>({
  kind: fc.constantFrom(...KINDS),
  addressee: fc.constantFrom(...ADDRESSEES),
  received: fc.record({ date, time }),
})

/** Days on which a year may be changed later, near the letter: off, worked, religious, on any day of the week, listed or not. */
const changes = fc.array(
  fc.record({
    after: fc.integer({ min: -5, max: 150 }),
    kind: fc.constantFrom('holiday' as const, 'religious' as const, 'transfer-off' as const, 'transfer-work' as const),
  }),
  { minLength: 1, maxLength: 20 },
)
interface Change {
  after: number
  kind: CalendarDay['kind']
}

const office = fc.record({ week, countingStart })
interface Office {
  week: 5 | 6
  countingStart: TermBook['countingStart']
}

const bookOf = ({ week: days, countingStart: start }: Office): TermBook => ({
  calendar: calendarOf(kept, days, law),
  rules: terms,
  shortRules: shortTerms,
  dayEnds: '18:30',
  countingStart: start,
})

/** The calendar with the changes made, in all its listed days. A year that was drafted stays as it was drafted where nothing is changed. */
function changed(calendar: WorkingCalendar, from: string, made: readonly Change[]): WorkingCalendar {
  const years = Array.from({ length: 3 }, (_, i) => +from.slice(0, 4) - 1 + i)
  const before = years.flatMap((year) => calendar.listedIn(year))
  const after = made.map(({ after: days, kind }) => ({ date: addDays(from, days), kind }))
  return calendarOf({ days: [...kept.days, ...before, ...after], years: kept.years }, calendar.week, law)
}

const ruleOf = (incoming: Incoming, { registeredOn }: Term): TermRule => ruleFor(terms, { ...incoming, registeredOn })!

/** The term of a letter, extended where its rule allows that: up to `far` (0…1) of the way to the longest. */
function extendedTerm(incoming: Incoming, book: TermBook, far: number): Term | null {
  const { term } = reckon(incoming, book)!
  const rule = ruleOf(incoming, term)
  if (!rule.extension) return null
  const decidedOn = term.registeredOn
  const longest = longestExtension(term, rule, decidedOn, book.calendar)
  const span = dayNumber(longest) - dayNumber(term.deadline)
  const until = addDays(term.deadline, 1 + Math.floor(far * (span - 1)))
  return extendTerm(term, rule, { decidedOn, decidedBy: 'А. Б.', as: rule.extension.by[0]!, grounds: '–', until }, book.calendar)
}

/** Recounts a term under another calendar and another way of counting, and again under its own. */
function forthAndBack(term: Term, incoming: Incoming, book: TermBook, made: readonly Change[]): { moved: Term; back: Term } {
  const rule = ruleOf(incoming, term)
  const other = changed(book.calendar, term.registeredOn, made)
  const start = book.countingStart === 'nextDay' ? 'registrationDay' : 'nextDay'
  const moved = recount(term, rule, { calendar: other, countingStart: start })
  return { moved, back: recount(moved, rule, book) }
}

const far = fc.double({ min: 0, max: 1, noNaN: true })

describe('a change of the calendar that is taken back', () => {
  it('restores every counted term to the last word', () => {
    fc.assert(
      fc.property(letter, office, changes, (incoming, where, made) => {
        const book = bookOf(where)
        const { term } = reckon(incoming, book)!
        expect(forthAndBack(term, incoming, book, made).back).toEqual(term)
      }),
    )
  })

  it('restores every extended term', () => {
    fc.assert(
      fc.property(letter, office, changes, far, (incoming, where, made, part) => {
        const book = bookOf(where)
        const term = extendedTerm(incoming, book, part)
        fc.pre(term !== null)
        expect(forthAndBack(term, incoming, book, made).back).toEqual(term)
      }),
    )
  })

  it('keeps the last day that was given, moves it on only where it is off now, and restores its strip', () => {
    fc.assert(
      fc.property(letter, office, changes, fc.integer({ min: 0, max: 60 }), (incoming, where, made, days) => {
        const book = bookOf(where)
        const { registeredOn } = reckon(incoming, book)!
        const given = { ...incoming, givenDeadline: addDays(registeredOn, days) }
        const { term } = reckon(given, book)!
        const { moved, back } = forthAndBack(term, given, book, made)
        expect(moved.given).toBe(given.givenDeadline)
        expect(moved.days.filter(({ date, state }) => date >= given.givenDeadline && isWorkingState(state))).toHaveLength(1)
        expect(back).toEqual(term)
      }),
    )
  })

  it('restores a given last day that was put off by whoever gave it', () => {
    fc.assert(
      fc.property(letter, office, changes, fc.integer({ min: 1, max: 60 }), far, (any, where, made, days, part) => {
        const book = bookOf(where)
        const incoming: Incoming = { ...any, kind: 'officialLetter' }
        const { registeredOn } = reckon(incoming, book)!
        const given = { ...incoming, givenDeadline: addDays(registeredOn, days) }
        const term = extendedTerm(given, book, part)!
        expect(forthAndBack(term, given, book, made).back).toEqual(term)
      }),
    )
  })
})

describe('a recounted term', () => {
  it('still ends on a working day of the new calendar, with the same registration day, rule and extension', () => {
    fc.assert(
      fc.property(letter, office, changes, far, (incoming, where, made, part) => {
        const book = bookOf(where)
        const term = extendedTerm(incoming, book, part) ?? reckon(incoming, book)!.term
        const { moved } = forthAndBack(term, incoming, book, made)
        expect(isWorkingState(moved.days.at(-1)!.state)).toBe(true)
        expect(moved.days.at(-1)!.date).toBe(moved.deadline)
        const { registeredOn, ruleId, ruleVersion, extension } = term
        expect(moved).toMatchObject({ registeredOn, ruleId, ruleVersion })
        expect(moved.extension).toEqual(extension)
      }),
    )
  })

  it('has its short terms counted anew from the days they counted from', () => {
    fc.assert(
      fc.property(letter, office, changes, (incoming, where, made) => {
        const book = bookOf(where)
        const { term } = reckon(incoming, book)!
        const other = changed(book.calendar, term.registeredOn, made)
        const { shortTerms: due = [] } = recount(term, ruleOf(incoming, term), { ...book, calendar: other })
        expect(due).toHaveLength(term.shortTerms?.length ?? 0)
        for (const { date: last, from, length } of due) expect(other.workingDaysBetween(from, last)).toBe(length)
      }),
    )
  })
})

describe('an extended term', () => {
  it('never ends before the term it extends, nor after the longest allowed, and keeps the day decided', () => {
    fc.assert(
      fc.property(letter, office, far, (incoming, where, part) => {
        const book = bookOf(where)
        const plain = reckon(incoming, book)!.term
        const rule = ruleOf(incoming, plain)
        const term = extendedTerm(incoming, book, part)
        fc.pre(term !== null)
        expect(term.deadline > plain.deadline).toBe(true)
        expect(term.deadline).toBe(book.calendar.workingDayFrom(term.extension!.until))
        const longest = longestExtension(plain, rule, plain.registeredOn, book.calendar)
        expect(term.deadline <= longest).toBe(true)
      }),
    )
  })

  it('never ends before the term as it would be without the extension after any change of the calendar', () => {
    fc.assert(
      fc.property(letter, office, changes, far, (incoming, where, made, part) => {
        const book = bookOf(where)
        const term = extendedTerm(incoming, book, part)
        fc.pre(term !== null)
        const rule = ruleOf(incoming, term)
        const other = { ...book, calendar: changed(book.calendar, term.registeredOn, made) }
        const { extension, ...plain } = term
        const [extendedLater, plainLater] = [recount(term, rule, other), recount(plain, rule, other)]
        expect(extension).toBeDefined()
        expect(extendedLater.deadline >= plainLater.deadline).toBe(true)
        expect(extendedLater.deadline >= other.calendar.workingDayFrom(extension!.until)).toBe(true)
      }),
    )
  })
})
