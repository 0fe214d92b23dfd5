import type { AppealFacts } from '#shared/contract'
import { isClockTime, isIsoDate, reckon, registrationDay, type IsoDate, type Reckoning, type TermBook } from '#shared/domain'

/** Registration day and term of a letter by the same rules as the register's (shared/domain); `null` while the date or time received is not yet one, or cannot be right. */
export function forecast(letter: AppealFacts, book: TermBook, today: IsoDate): Reckoning | null {
  const { kind, addressee, receivedOn, receivedAt, givenDeadline } = letter
  if (receivedOn > today || receivedOn < '2000-01-01') return null
  if (!isIsoDate(receivedOn) || !isClockTime(receivedAt)) return null
  const received = { date: receivedOn, time: receivedAt }
  const { date: registeredOn } = registrationDay(received, book.dayEnds, book.calendar)
  const given = isIsoDate(givenDeadline) && givenDeadline >= registeredOn ? { givenDeadline } : {}
  return reckon({ kind, addressee, received, ...given }, book)
}
