import type { Addressee, Kind } from './appeals'
import { isWorkingState, type DayState, type WorkingCalendar } from './calendar'
import { dateOfDayNumber, dayNumber, weekdayOfDayNumber, yearOf, type ClockTime, type IsoDate, type Weekday } from './dates'

/** Working days, or calendar days of which only the last must be a working day. */
export type TermUnit = 'workingDays' | 'calendarDays'

/** A text in both languages of the office. */
export interface BothLanguages {
  kk: string
  ru: string
}

/** One version of the rule that gives a kind of letter its term. Rows of `resources/data/terms.json`; never changed, only followed by a newer version. */
export interface TermRule {
  /** Stable name of the rule, e.g. `service-complaint-provider`. */
  id: string
  version: number
  kind: Kind
  addressee: Addressee
  /** First and last registration date the version holds for; `null` = open. */
  validFrom: IsoDate | null
  validTo: IsoDate | null
  length: number
  unit: TermUnit
  /** A three-working-day control point inside the term (Code 350-VI art. 91(4)), or 0. */
  checkpointDays: number
  /** Law and article, as printed on the slip. */
  basis: BothLanguages
  /** What must be done by the control point, in words; present when `checkpointDays` is not 0. */
  checkpoint?: BothLanguages | undefined
}

/** Which day counts as the first: the day after registration (Code 350-VI art. 76(2), the default) or the registration day itself. */
export type CountingStart = 'nextDay' | 'registrationDay'

/** One day of the strip, from registration to deadline. */
export interface TermDay {
  date: IsoDate
  weekday: Weekday
  state: DayState
  /** The how-manieth counted day it is; `null` when the day is not counted. */
  counted: number | null
  /** Key of the holiday's name, and who moved the day. */
  name?: string | undefined
  source?: string | undefined
  /** The day is not announced yet. */
  estimated?: boolean | undefined
}

/** A deadline that explains itself. Frozen into the entry as it was when the letter was registered. */
export interface Term {
  registeredOn: IsoDate
  deadline: IsoDate
  length: number
  unit: TermUnit
  ruleId: string
  ruleVersion: number
  countingStart: CountingStart
  basis: BothLanguages
  /** Control point inside the term and what it is for. */
  checkpoint: (BothLanguages & { date: IsoDate }) | null
  days: TermDay[]
  /** Years the term reaches into whose official calendar is not known: the date may still move. */
  uncertainYears: number[]
}

/** The rule for a kind, an addressee and a registration date; `undefined` when no version holds. A rule of the addressee `provider` serves the others as well. */
export function ruleFor(
  rules: readonly TermRule[],
  sought: { kind: Kind; addressee: Addressee; registeredOn: IsoDate },
): TermRule | undefined {
  const valid = rules.filter(
    (rule) =>
      rule.kind === sought.kind &&
      (rule.validFrom === null || rule.validFrom <= sought.registeredOn) &&
      (rule.validTo === null || sought.registeredOn <= rule.validTo),
  )
  const newest = (addressee: Addressee): TermRule | undefined =>
    valid.filter((rule) => rule.addressee === addressee).sort((a, b) => b.version - a.version)[0]
  return newest(sought.addressee) ?? newest('provider')
}

/**
 * Counts a term. The registration day is day 0 (Code 350-VI art. 76(2)) unless the office counts it as day 1. A term in calendar days that ends on a day off ends
 * on the next working day (art. 76(5)); a term in working days always ends on one. Throws `RangeError` for a length outside 1…999.
 */
export function countTerm(
  rule: Pick<TermRule, 'id' | 'version' | 'length' | 'unit' | 'basis' | 'checkpointDays' | 'checkpoint'>,
  registeredOn: IsoDate,
  calendar: WorkingCalendar,
  countingStart: CountingStart = 'nextDay',
): Term {
  const deadline = lastDay(rule.length, rule.unit, registeredOn, calendar, countingStart)
  const days = explainDays(registeredOn, deadline, rule.unit, calendar, countingStart)
  return {
    registeredOn,
    deadline,
    length: rule.length,
    unit: rule.unit,
    ruleId: rule.id,
    ruleVersion: rule.version,
    countingStart,
    basis: rule.basis,
    checkpoint:
      rule.checkpointDays > 0 && rule.checkpoint
        ? { date: lastDay(rule.checkpointDays, 'workingDays', registeredOn, calendar, countingStart), ...rule.checkpoint }
        : null,
    days,
    uncertainYears: uncertainYears(registeredOn, deadline, calendar),
  }
}

/** A term whose last day was given in the letter itself or by the head (official letters), instead of by a rule. */
export function givenTerm(
  rule: Pick<TermRule, 'id' | 'version' | 'basis'>,
  registeredOn: IsoDate,
  deadline: IsoDate,
  calendar: WorkingCalendar,
): Term {
  return {
    registeredOn,
    deadline,
    length: Math.max(1, calendar.workingDaysBetween(registeredOn, deadline)),
    unit: 'workingDays',
    ruleId: rule.id,
    ruleVersion: rule.version,
    countingStart: 'nextDay',
    basis: rule.basis,
    checkpoint: null,
    days: explainDays(registeredOn, deadline, 'workingDays', calendar, 'nextDay'),
    uncertainYears: uncertainYears(registeredOn, deadline, calendar),
  }
}

/** The last day of a term, without its explanation. Same rules and errors as `countTerm`. */
export function lastDay(
  length: number,
  unit: TermUnit,
  registeredOn: IsoDate,
  calendar: WorkingCalendar,
  countingStart: CountingStart,
): IsoDate {
  if (!Number.isInteger(length) || length < 1 || length > 999) throw new RangeError(`a term has 1 to 999 days, not ${length}`)
  const first = dayNumber(registeredOn) + (countingStart === 'nextDay' ? 1 : 0)
  if (unit === 'calendarDays') return calendar.workingDayFrom(dateOfDayNumber(first + length - 1))
  let left = length
  for (let day = first; ; day++) {
    if (isWorkingState(calendar.stateOfDayNumber(day)) && --left === 0) return dateOfDayNumber(day)
    if (day - first > length * 10 + 400) throw new RangeError(`no ${length} working days after ${registeredOn}`)
  }
}

function explainDays(
  registeredOn: IsoDate,
  deadline: IsoDate,
  unit: TermUnit,
  calendar: WorkingCalendar,
  countingStart: CountingStart,
): TermDay[] {
  const days: TermDay[] = []
  const firstCounted = dayNumber(registeredOn) + (countingStart === 'nextDay' ? 1 : 0)
  let counted = 0
  for (let day = dayNumber(registeredOn); day <= dayNumber(deadline); day++) {
    const date = dateOfDayNumber(day)
    const state = calendar.stateOfDayNumber(day)
    const listed = calendar.listed(date)
    const counts = day >= firstCounted && (unit === 'calendarDays' || isWorkingState(state))
    days.push({
      date,
      weekday: weekdayOfDayNumber(day),
      state,
      counted: counts ? ++counted : null,
      ...(listed?.name && { name: listed.name }),
      ...(listed?.source && { source: listed.source }),
      ...(listed?.status === 'estimated' && { estimated: true }),
    })
  }
  return days
}

function uncertainYears(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): number[] {
  const years: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!calendar.covers(year)) years.push(year)
  return years
}

/**
 * The day on which a letter counts as registered: the day of receipt, or the next working day when it came on a day off or after the end of the working day
 * (Code 350-VI art. 64(3)). `dayEnds` is the office's closing time; receipt at that very minute is still in time.
 */
export function registrationDay(
  received: { date: IsoDate; time: ClockTime },
  dayEnds: ClockTime,
  calendar: WorkingCalendar,
): { date: IsoDate; reason: 'sameDay' | 'dayOff' | 'afterHours' } {
  if (!calendar.isWorking(received.date)) return { date: calendar.workingDayFrom(received.date), reason: 'dayOff' }
  if (received.time > dayEnds) return { date: calendar.workingDayAfter(received.date), reason: 'afterHours' }
  return { date: received.date, reason: 'sameDay' }
}

/** How near the deadline is. `days`: working days after today up to the deadline, or since it when late. */
export interface DeadlineState {
  state: 'late' | 'today' | 'soon' | 'calm'
  days: number
}

/** State of an open entry's deadline on a day: late, due today, 1–3 working days left (soon), or in time. */
export function deadlineState(deadline: IsoDate, today: IsoDate, calendar: WorkingCalendar): DeadlineState {
  if (deadline < today) return { state: 'late', days: Math.max(1, calendar.workingDaysBetween(deadline, today)) }
  if (deadline === today) return { state: 'today', days: 0 }
  const days = calendar.workingDaysBetween(today, deadline)
  return { state: days <= 3 ? 'soon' : 'calm', days }
}
