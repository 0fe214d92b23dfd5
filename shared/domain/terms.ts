import type { DayState, WorkingCalendar } from './calendar'
import { dateOfDayNumber, dayNumber, weekdayOfDayNumber, yearOf, type ClockTime, type IsoDate, type Weekday } from './dates'
import {
  isTermLength,
  type BothLanguages,
  type CountingStart,
  type ShortPurpose,
  type TermRule,
  type TermUnit,
} from './termRules'

/** One day of the strip, from registration to deadline. */
export interface TermDay {
  date: IsoDate
  weekday: Weekday
  state: DayState
  /** The how-manieth counted day it is; `null` when the day is not counted. Goes on through an extension. */
  counted: number | null
  /** Key of the holiday's name, and who moved the day. */
  name?: string | undefined
  source?: string | undefined
  /** The day is not announced yet. */
  estimated?: boolean | undefined
}

/** A day by which an act other than the answer must be done: redirect, return. */
export interface ShortDue {
  purpose: ShortPurpose
  date: IsoDate
  /** Working days it has, and the day after which they count. */
  length: number
  from: IsoDate
  basis: BothLanguages
}

/** How a term was extended. */
export interface TermExtension {
  /** Day of the decision, and who took it (surname and initials). */
  decidedOn: IsoDate
  decidedBy: string
  grounds: string
  /** The last day as decided. The deadline is the working day it falls on or leads to. */
  until: IsoDate
  /** Last day to tell the applicant; `null` = nobody need be told. */
  noticeDue: IsoDate | null
}

/** A deadline that explains itself. Frozen into the entry as it was when the letter was registered, and again whenever it was moved. */
export interface Term {
  registeredOn: IsoDate
  deadline: IsoDate
  /** The earlier day of the stricter reading, for the office itself; `null` where both readings agree or the office counts strictly anyway. */
  controlDate?: IsoDate | null | undefined
  /** The later day of art. 76(2), where an office that counts strictly promised an earlier one. */
  legalDate?: IsoDate | undefined
  length: number
  unit: TermUnit
  ruleId: string
  ruleVersion: number
  countingStart: CountingStart
  basis: BothLanguages
  /** The last day as given in the letter or by the head, where it was not counted by the rule. */
  given?: IsoDate | undefined
  /** Control point inside the term and what it is for. */
  checkpoint: (BothLanguages & { date: IsoDate }) | null
  /** Last days to redirect or to return the letter. */
  shortTerms?: ShortDue[] | undefined
  extension?: TermExtension | undefined
  days: TermDay[]
  /** Years the term reaches into whose official calendar is not known: the date may still move. */
  uncertainYears: number[]
}

/** What of a term decides how its days are counted. */
export type TermSpan = Pick<Term, 'registeredOn' | 'deadline' | 'length' | 'unit' | 'countingStart' | 'extension'>

/** What counting needs of a rule. */
export type Countable = Pick<
  TermRule,
  'id' | 'version' | 'length' | 'unit' | 'basis' | 'checkpointDays' | 'checkpoint' | 'countingStart'
>

/** How a rule is counted in an office: strictly where either of them says so. */
export function countingStartOf(rule: Pick<TermRule, 'countingStart'>, office: CountingStart): CountingStart {
  return rule.countingStart === 'registrationDay' ? 'registrationDay' : office
}

/**
 * Counts a term. The registration day is day 0 (Code 350-VI art. 76(2)) unless the office counts it as day 1. A term in calendar days that ends on a day off ends
 * on the next working day (art. 76(5)); a term in working days always ends on one. Throws `RangeError` for a length outside 1…999.
 */
export function countTerm(
  rule: Countable,
  registeredOn: IsoDate,
  calendar: WorkingCalendar,
  officeStart: CountingStart = 'nextDay',
): Term {
  const countingStart = countingStartOf(rule, officeStart)
  const { length, unit } = rule
  const deadline = lastDay(length, unit, registeredOn, calendar, countingStart)
  return {
    registeredOn,
    deadline,
    ...otherReading(rule, registeredOn, deadline, calendar, countingStart),
    length,
    unit,
    ruleId: rule.id,
    ruleVersion: rule.version,
    countingStart,
    basis: rule.basis,
    checkpoint:
      rule.checkpointDays > 0 && rule.checkpoint
        ? { date: lastDay(rule.checkpointDays, 'workingDays', registeredOn, calendar, countingStart), ...rule.checkpoint }
        : null,
    days: explainDays({ registeredOn, deadline, length, unit, countingStart }, calendar),
    uncertainYears: uncertainYears(registeredOn, deadline, calendar),
  }
}

/** What the other way of counting gives, where it differs: the stricter day as control date, or, where the office alone counts strictly, the later day of the law. */
function otherReading(
  rule: Countable,
  registeredOn: IsoDate,
  deadline: IsoDate,
  calendar: WorkingCalendar,
  countingStart: CountingStart,
): Pick<Term, 'controlDate' | 'legalDate'> {
  const other = countingStart === 'nextDay' ? 'registrationDay' : 'nextDay'
  const date = lastDay(rule.length, rule.unit, registeredOn, calendar, other)
  if (countingStart === 'nextDay') return { controlDate: date < deadline ? date : null }
  const isOurs = rule.countingStart !== 'registrationDay' && date > deadline
  return { controlDate: null, ...(isOurs && { legalDate: date }) }
}

/**
 * A term whose last day was given in the letter itself or by the head (official letters), instead of by a rule. Given on a day off it ends on the next working day, as any other (Code 350-VI
 * art. 76(5)).
 */
export function givenTerm(
  rule: Pick<TermRule, 'id' | 'version' | 'basis'>,
  registeredOn: IsoDate,
  given: IsoDate,
  calendar: WorkingCalendar,
): Term {
  const deadline = calendar.workingDayFrom(given)
  const length = Math.max(1, calendar.workingDaysBetween(registeredOn, deadline))
  return {
    registeredOn,
    deadline,
    controlDate: null,
    length,
    unit: 'workingDays',
    ruleId: rule.id,
    ruleVersion: rule.version,
    countingStart: 'nextDay',
    basis: rule.basis,
    given,
    checkpoint: null,
    days: explainDays({ registeredOn, deadline, length, unit: 'workingDays', countingStart: 'nextDay' }, calendar),
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
  if (!isTermLength(length)) throw new RangeError(`a term has 1 to 999 days, not ${length}`)
  const first = dayNumber(registeredOn) + (countingStart === 'nextDay' ? 1 : 0)
  if (unit === 'calendarDays') return calendar.workingDayFrom(dateOfDayNumber(first + length - 1))
  let left = length
  for (let day = first; ; day++) {
    if (calendar.isWorkingDayNumber(day) && --left === 0) return dateOfDayNumber(day)
    if (day - first > length * 10 + 400) throw new RangeError(`no ${length} working days after ${registeredOn}`)
  }
}

/**
 * Every day from registration to deadline with its reason. Through an extension the count goes on; days to which a term in calendar days merely rolls over, because its last day was off, are
 * not counted.
 */
export function explainDays(
  { registeredOn, deadline, length, unit, countingStart, extension }: TermSpan,
  calendar: WorkingCalendar,
): TermDay[] {
  const days: TermDay[] = []
  const first = dayNumber(registeredOn)
  const firstCounted = first + (countingStart === 'nextDay' ? 1 : 0)
  const last = dayNumber(deadline)
  const end = extension ? dayNumber(extension.until) : firstCounted + length - 1
  const lastCounted = unit === 'calendarDays' ? end : last
  let counted = 0
  for (let number = first; number <= last; number++) {
    const date = dateOfDayNumber(number)
    const state = calendar.stateOfDayNumber(number)
    const counts =
      number >= firstCounted && number <= lastCounted && (unit === 'calendarDays' || calendar.isWorkingDayNumber(number))
    const day: TermDay = { date, weekday: weekdayOfDayNumber(number), state, counted: counts ? ++counted : null }
    if (state !== 'work' && state !== 'weekend') describe(day, calendar)
    days.push(day)
  }
  return days
}

/** Gives a listed day its name, who moved it, and whether it is announced. */
function describe(day: TermDay, calendar: WorkingCalendar): void {
  const listed = calendar.listed(day.date)
  if (listed?.name) day.name = listed.name
  if (listed?.source) day.source = listed.source
  if (listed?.status === 'estimated') day.estimated = true
}

/** Years of a stretch of days whose official calendar is not known. */
export function uncertainYears(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): number[] {
  const years: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!calendar.covers(year)) years.push(year)
  return years
}

/**
 * The day on which a letter counts as registered: the day of receipt, or the next working day when it came on a day off or at or after the end of the working day
 * (Code 350-VI art. 64(3); the state system of appeals takes 18:29:59 as the last second in time). `dayEnds` is the office's closing time.
 */
export function registrationDay(
  received: { date: IsoDate; time: ClockTime },
  dayEnds: ClockTime,
  calendar: WorkingCalendar,
): { date: IsoDate; reason: 'sameDay' | 'dayOff' | 'afterHours' } {
  if (!calendar.isWorking(received.date)) return { date: calendar.workingDayFrom(received.date), reason: 'dayOff' }
  if (received.time >= dayEnds) return { date: calendar.workingDayAfter(received.date), reason: 'afterHours' }
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
