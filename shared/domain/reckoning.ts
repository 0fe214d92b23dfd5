import type { Addressee, Kind } from './appeals'
import type { WorkingCalendar } from './calendar'
import type { ClockTime, IsoDate } from './dates'
import { ruleFor, shortTermFor, type CountingStart, type ShortPurpose, type ShortTermRule, type TermRule } from './termRules'
import {
  countTerm,
  explainDays,
  givenTerm,
  lastDay,
  registrationDay,
  uncertainYears,
  type ShortDue,
  type Term,
  type TermExtension,
} from './terms'

/** Everything of the office that a term depends on. */
export interface TermBook {
  calendar: WorkingCalendar
  rules: readonly TermRule[]
  shortRules: readonly ShortTermRule[]
  /** Closing time of the office. */
  dayEnds: ClockTime
  countingStart: CountingStart
}

/** A letter, as far as its term goes. */
export interface Incoming {
  kind: Kind
  addressee: Addressee
  received: { date: IsoDate; time: ClockTime }
  /** Last day given in the letter itself, if any. */
  givenDeadline?: IsoDate | undefined
}

/** Day of registration and term of a letter, and why it is that day. */
export interface Reckoning {
  registeredOn: IsoDate
  reason: 'sameDay' | 'dayOff' | 'afterHours'
  term: Term
}

/** Acts whose last day follows from the letter alone. */
const FROM_THE_LETTER: readonly ShortPurpose[] = ['redirect', 'return']

/**
 * From what a letter is and when it came to its day of registration (Code 350-VI art. 64(3)) and its term: the one way to a deadline, for the form, the register, the calculator and the
 * command line. `null` when no rule holds on that day.
 */
export function reckon(letter: Incoming, book: TermBook): Reckoning | null {
  const { date: registeredOn, reason } = registrationDay(letter.received, book.dayEnds, book.calendar)
  const term = termOn(registeredOn, letter, book)
  return term && { registeredOn, reason, term }
}

/** The term of a letter whose day of registration is settled (a correction). `null` when no rule holds on that day. */
export function termOn(registeredOn: IsoDate, letter: Incoming, book: TermBook): Term | null {
  const { calendar } = book
  const rule = ruleFor(book.rules, { kind: letter.kind, addressee: letter.addressee, registeredOn })
  if (!rule) return null
  const term = letter.givenDeadline
    ? givenTerm(rule, registeredOn, letter.givenDeadline, calendar)
    : countTerm(rule, registeredOn, calendar, book.countingStart)
  const shortTerms = shortDues(letter, registeredOn, book)
  return shortTerms.length === 0 ? term : { ...term, shortTerms }
}

function shortDues({ kind, received }: Incoming, registeredOn: IsoDate, { shortRules, calendar }: TermBook): ShortDue[] {
  return FROM_THE_LETTER.flatMap((purpose) => {
    const rule = shortTermFor(shortRules, { purpose, kind, on: registeredOn })
    if (!rule) return []
    const from = rule.countsFrom === 'receipt' ? received.date : registeredOn
    const { length, basis } = rule
    return [{ purpose, date: lastDay(length, 'workingDays', from, calendar, 'nextDay'), length, from, basis }]
  })
}

/**
 * The term of an entry anew, after the calendar, its rule or the way of counting changed. A given last day stays; an extension keeps the day that was decided, moved on only where that day
 * is now off (Code 350-VI art. 76(5)). `rule` is the version the entry stands under.
 */
export function recount(term: Term, rule: TermRule, book: Pick<TermBook, 'calendar' | 'countingStart'>): Term {
  const { calendar } = book
  const kept = { ...(term.shortTerms && { shortTerms: movedShortTerms(term, calendar) }) }
  const counted = term.given
    ? givenTerm(rule, term.registeredOn, term.given, calendar)
    : countTerm(rule, term.registeredOn, calendar, book.countingStart)
  if (!term.extension) return { ...counted, ...kept }
  return extended({ ...counted, ...kept }, term.extension, calendar)
}

/** A counted term with an extension put on it: it ends on the day decided, or on the next working day where that is off (art. 76(5)). */
export function extended(counted: Term, extension: TermExtension, calendar: WorkingCalendar): Term {
  const { registeredOn } = counted
  const decided = calendar.workingDayFrom(extension.until)
  const deadline = decided > counted.deadline ? decided : counted.deadline
  return {
    ...counted,
    deadline,
    controlDate: null,
    legalDate: undefined,
    extension,
    days: explainDays({ ...counted, deadline, extension }, calendar),
    uncertainYears: uncertainYears(registeredOn, deadline, calendar),
  }
}

function movedShortTerms({ shortTerms = [] }: Term, calendar: WorkingCalendar): ShortDue[] {
  return shortTerms.map((due) => ({ ...due, date: lastDay(due.length, 'workingDays', due.from, calendar, 'nextDay') }))
}
