import type { AppealFacts } from '#shared/contract'
import { registrationDay, termOn, type ClockTime, type Incoming, type IsoDate, type Term } from '#shared/domain'
import { refuseField } from '../errors'
import { termBookOf, type OfficeState } from '../settings/settings.service'

/** The day on which a letter counts as registered (Code 350-VI art. 64(3)). Errors: `invalid_input` when it was received after `now`, the office's local date and time. */
export function dayOfRegistration(facts: AppealFacts, office: OfficeState, now: { date: IsoDate; time: ClockTime }): IsoDate {
  if (facts.receivedOn > now.date) throw refuseField('facts.receivedOn', 'date_in_future', { today: now.date })
  if (facts.receivedOn === now.date && facts.receivedAt > now.time) {
    throw refuseField('facts.receivedAt', 'date_in_future', { today: now.time })
  }
  return registrationDay(incoming(facts).received, office.rules.dayEnds, office.calendar).date
}

/** The term of a letter, by the rule in force on the registration day or by the date the letter itself gives. Errors: `invalid_input` when no rule holds on that day, or the date given lies before it. */
export function termOf(facts: AppealFacts, registeredOn: IsoDate, office: OfficeState): Term {
  if (facts.givenDeadline !== '' && facts.givenDeadline < registeredOn) {
    throw refuseField('facts.givenDeadline', 'date_too_soon', { min: registeredOn })
  }
  const term = termOn(registeredOn, incoming(facts), termBookOf(office))
  if (!term) throw refuseField('facts.receivedOn', 'date_too_early')
  return term
}

function incoming({ kind, addressee, receivedOn, receivedAt, givenDeadline }: AppealFacts): Incoming {
  const given = givenDeadline === '' ? {} : { givenDeadline }
  return { kind, addressee, received: { date: receivedOn, time: receivedAt }, ...given }
}
