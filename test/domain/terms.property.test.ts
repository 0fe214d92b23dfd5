import {
  addDays,
  countTerm,
  dateOfDayNumber,
  dayNumber,
  lastDay,
  registrationDay,
  WorkingCalendar,
  type CalendarDay,
} from '#shared/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listedDays, termRule } from './material'

const fiveDays = new WorkingCalendar(listedDays)
const listed = new Set(listedDays.map((day) => day.date))
const date = fc.integer({ min: dayNumber('2023-01-01'), max: dayNumber('2028-10-31') }).map(dateOfDayNumber)
const length = fc.integer({ min: 1, max: 40 })
const week = fc.constantFrom(5 as const, 6 as const)
const unit = fc.constantFrom('workingDays' as const, 'calendarDays' as const)
const start = fc.constantFrom('nextDay' as const, 'registrationDay' as const)
const way = fc.tuple(unit, start)
/** A day and how many days later another letter comes. */
const twoDays = fc.tuple(date, fc.integer({ min: 0, max: 30 }))

/** A day off that nobody had announced, put on any day the calendar does not list, or on a weekend day that was to be worked. */
const dayOff: fc.Arbitrary<CalendarDay> = date
  .filter((day) => !listed.has(day) || fiveDays.stateOf(day) === 'transfer-work')
  .map((day) => ({ date: day, kind: 'holiday' }))
/** The published calendar with some more days off, as a year yet to come may have them. */
const calendar = fc
  .tuple(fc.array(dayOff, { maxLength: 12 }), week)
  .map(([more, days]) => new WorkingCalendar([...listedDays, ...more], days))

fc.configureGlobal({ numRuns: 400 })

describe('every term', () => {
  it('ends on a working day', () => {
    fc.assert(
      fc.property(date, length, unit, start, calendar, (registeredOn, days, counted, from, working) => {
        expect(working.isWorking(lastDay(days, counted, registeredOn, working, from))).toBe(true)
      }),
    )
  })

  it('in working days shows on its strip exactly that many counted days, numbered in order, the last of them the deadline', () => {
    fc.assert(
      fc.property(date, length, start, calendar, (registeredOn, days, from, working) => {
        const term = countTerm(termRule(days), registeredOn, working, from)
        const counted = term.days.filter((day) => day.counted !== null)
        expect(counted.map((day) => day.counted)).toEqual(Array.from({ length: days }, (_, i) => i + 1))
        expect(counted.at(-1)!.date).toBe(term.deadline)
        expect(counted.every((day) => working.isWorking(day.date))).toBe(true)
      }),
    )
  })

  it('in calendar days shows exactly that many counted days, one after another; days it only rolls over to are not counted', () => {
    fc.assert(
      fc.property(date, length, start, calendar, (registeredOn, days, from, working) => {
        const term = countTerm(termRule(days, 'calendarDays'), registeredOn, working, from)
        const counted = term.days.filter((day) => day.counted !== null)
        const first = from === 'nextDay' ? addDays(registeredOn, 1) : registeredOn
        expect(counted.map((day) => [day.date, day.counted])).toEqual(
          Array.from({ length: days }, (_, i) => [addDays(first, i), i + 1]),
        )
        const rolled = term.days.filter((day) => day.date > counted.at(-1)!.date && day.date < term.deadline)
        expect(rolled.some((day) => working.isWorking(day.date))).toBe(false)
      }),
    )
  })

  it('shows every day from registration to deadline once', () => {
    fc.assert(
      fc.property(date, length, unit, calendar, (registeredOn, days, counted, working) => {
        const term = countTerm(termRule(days, counted), registeredOn, working)
        const expected = Array.from({ length: dayNumber(term.deadline) - dayNumber(registeredOn) + 1 }, (_, i) =>
          addDays(registeredOn, i),
        )
        expect(term.days.map((day) => day.date)).toEqual(expected)
      }),
    )
  })

  it('never ends earlier when registered later', () => {
    fc.assert(
      fc.property(twoDays, length, way, calendar, ([first, later], days, [counted, from], working) => {
        const deadline = (on: string): string => lastDay(days, counted, on, working, from)
        expect(deadline(addDays(first, later)) >= deadline(first)).toBe(true)
      }),
    )
  })

  it('never ends earlier when it is longer', () => {
    fc.assert(
      fc.property(date, length, unit, start, calendar, (registeredOn, days, counted, from, working) => {
        expect(
          lastDay(days + 1, counted, registeredOn, working, from) >= lastDay(days, counted, registeredOn, working, from),
        ).toBe(true)
      }),
    )
  })

  it('never ends earlier because a day off was added', () => {
    fc.assert(
      fc.property(date, length, way, week, dayOff, (registeredOn, days, [counted, from], kind, added) => {
        const before = lastDay(days, counted, registeredOn, new WorkingCalendar(listedDays, kind), from)
        const after = lastDay(days, counted, registeredOn, new WorkingCalendar([...listedDays, added], kind), from)
        expect(after >= before).toBe(true)
        // In a six-day week a new holiday on a Sunday may also claim a substitute later in that week.
        if (kind === 5 && (added.date > before || added.date < registeredOn)) expect(after).toBe(before)
      }),
    )
  })

  it('in working days differs between the two ways of counting by exactly one working day when registered on a working day', () => {
    fc.assert(
      fc.property(date, length, calendar, (any, days, working) => {
        const registeredOn = working.workingDayFrom(any)
        const strict = lastDay(days, 'workingDays', registeredOn, working, 'registrationDay')
        const usual = lastDay(days, 'workingDays', registeredOn, working, 'nextDay')
        expect(usual).toBe(working.workingDayAfter(strict))
      }),
    )
  })

  it('has as its control date exactly the last day of the stricter reading, and none where that is the same day', () => {
    fc.assert(
      fc.property(date, length, unit, calendar, (registeredOn, days, counted, working) => {
        const usual = countTerm(termRule(days, counted), registeredOn, working)
        const strict = countTerm(termRule(days, counted), registeredOn, working, 'registrationDay')
        expect(usual.controlDate).toBe(strict.deadline === usual.deadline ? null : strict.deadline)
        expect(strict.deadline <= usual.deadline).toBe(true)
        expect(strict.controlDate).toBeNull()
      }),
    )
  })

  it('in working days, registered on a working day, always has a control date: the working day before the deadline', () => {
    fc.assert(
      fc.property(date, length, calendar, (any, days, working) => {
        const { deadline, controlDate } = countTerm(termRule(days), working.workingDayFrom(any), working)
        expect(working.workingDayAfter(controlDate!)).toBe(deadline)
      }),
    )
  })

  it('registered after hours lasts as if it had come on the next working day', () => {
    fc.assert(
      fc.property(date, fc.constantFrom('18:30', '18:31', '23:59'), length, calendar, (any, time, days, working) => {
        const day = working.workingDayFrom(any)
        const late = registrationDay({ date: day, time }, '18:30', working)
        expect(late.date > day && working.isWorking(late.date)).toBe(true)
        expect(lastDay(days, 'workingDays', late.date, working, 'nextDay')).toBe(
          working.workingDayAfter(lastDay(days, 'workingDays', day, working, 'nextDay')),
        )
      }),
    )
  })
})
