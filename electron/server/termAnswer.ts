import { reckon, ruleFor, type DayState, type Incoming, type Term, type TermBook, type TermDay } from '#shared/domain'
import { explainTerm, messages } from '#shared/i18n'
import { BadRequest, kebab, kindWord } from './termRequest'

/** Why a day counts or does not, as one word for programs. `rolled`: the working day to which a term whose last day was off rolls over. */
type DayReason = 'registration' | 'counted' | 'rolled' | Exclude<DayState, 'work'>

/** The whole result for one letter: day of registration, deadline, the rule and every day with its reason. Dates local `YYYY-MM-DD`. Throws `BadRequest` `no_rule`, `bad_given`. */
export function answerTerm(letter: Incoming, book: TermBook) {
  const { kind, addressee, received, givenDeadline } = letter
  const reckoning = reckon(letter, book)
  if (!reckoning) throw new BadRequest('no_rule', { value: received.date })
  const { registeredOn, reason, term } = reckoning
  if (givenDeadline && givenDeadline < registeredOn) throw new BadRequest('bad_given', { value: givenDeadline })
  const { id, version, validFrom, validTo, extension } = ruleFor(book.rules, { kind, addressee, registeredOn })!
  const { length, unit, countingStart, basis, given = null } = term
  const arrival = { reason, received, closing: book.dayEnds }
  return {
    kind: kindWord(kind),
    addressee: kebab(addressee),
    received: `${received.date}T${received.time}`,
    registeredOn,
    registeredBecause: reason,
    deadline: term.deadline,
    /** The stricter reading, where it ends earlier; otherwise `null`. */
    controlDate: term.controlDate ?? null,
    rule: { id, version, length, unit, countingStart, given, validFrom, validTo, basis, extension: extension ?? null },
    checkpoint: term.checkpoint,
    shortTerms: term.shortTerms ?? [],
    days: term.days.map((day) => explained(day, term)),
    yearsWithoutOfficialCalendar: term.uncertainYears,
    sentences: { kk: explainTerm('kk', term, arrival), ru: explainTerm('ru', term, arrival) },
  }
}

function explained({ date, weekday, state, counted, name, source, estimated = false }: TermDay, { length, registeredOn }: Term) {
  const reason = reasonOf(state, counted, date === registeredOn)
  const words = { kk: wordsOf('kk', reason, name), ru: wordsOf('ru', reason, name) }
  const law = state === 'work' ? null : { kk: messages.kk.calendar.law[state], ru: messages.ru.calendar.law[state] }
  return { date, weekday, counted, of: length, state, reason, words, law, name: name ?? null, source: source ?? null, estimated }
}

function reasonOf(state: DayState, counted: number | null, isRegistration: boolean): DayReason {
  if (state === 'transfer-work' || (counted === null && state !== 'work')) return state
  if (counted !== null) return 'counted'
  return isRegistration ? 'registration' : 'rolled'
}

function wordsOf(language: 'kk' | 'ru', reason: DayReason, name: string | undefined): string {
  const { days, holidays } = messages[language].words
  if (name && reason !== 'counted') return (holidays as Readonly<Record<string, string>>)[name] ?? name
  if (reason === 'registration') return days.registered
  if (reason === 'counted' || reason === 'rolled') return days.work
  return days[reason]
}
