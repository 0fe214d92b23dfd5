import type { AppealFacts } from '#shared/contract'
import {
  countTerm,
  givenTerm,
  isClockTime,
  isIsoDate,
  registrationDay,
  ruleFor,
  type IsoDate,
  type Term,
  type TermRule,
  type WorkingCalendar,
} from '#shared/domain'

/** What the screen says of a letter's day and deadline while it is being written. */
export interface Forecast {
  registeredOn: IsoDate
  reason: 'sameDay' | 'dayOff' | 'afterHours'
  term: Term
}

interface Office {
  rules: { dayEnds: string; countingStart: 'nextDay' | 'registrationDay' }
  terms: readonly TermRule[]
  calendar: WorkingCalendar
}

/** Registration day and term of a letter by the same rules as the register's (shared/domain); `null` while the date or time received is not yet one, or cannot be right. */
export function forecast(letter: AppealFacts, office: Office, today: IsoDate): Forecast | null {
  if (letter.receivedOn > today || letter.receivedOn < '2000-01-01') return null
  if (!isIsoDate(letter.receivedOn) || !isClockTime(letter.receivedAt)) return null
  const received = { date: letter.receivedOn, time: letter.receivedAt }
  const { date: registeredOn, reason } = registrationDay(received, office.rules.dayEnds, office.calendar)
  const rule = ruleFor(office.terms, { kind: letter.kind, addressee: letter.addressee, registeredOn })
  if (!rule) return null
  const given = isIsoDate(letter.givenDeadline) && letter.givenDeadline >= registeredOn ? letter.givenDeadline : null
  const term = given
    ? givenTerm(rule, registeredOn, given, office.calendar)
    : countTerm(rule, registeredOn, office.calendar, office.rules.countingStart)
  return { registeredOn, reason, term }
}
