import { useI18n } from 'vue-i18n'
import type { OutgoingRow } from '#shared/contract'
import { goesToBody } from '#shared/domain'
import { useWords } from '../../i18n'
import { useOffice } from '../../stores/office'
import type { StateMark } from '../../ui'
import { bookDate, numberPieces } from '../journal/ledgerLines'

/** How the lines of the outgoing journal are told. Reactive when called in a template. */
export function useOutgoingWords() {
  const { t } = useI18n()
  const words = useWords()
  const office = useOffice()

  const number = (row: OutgoingRow) => numberPieces(row, office.rules.outgoingPattern)

  function day(date: string, { year }: OutgoingRow): string {
    const written = bookDate(date, year)
    return written.day + written.year
  }

  /** How and when a letter reached its addressee; empty while it waits. */
  function handed(row: OutgoingRow): string {
    if (row.handedOn === null || row.handedHow === null) return ''
    return [day(row.handedOn, row), t(`words.deliveries.${row.handedHow}`), row.handedTo].filter(Boolean).join(', ')
  }

  /** Where a letter waits, or how it is to go. */
  function waits(row: OutgoingRow): string {
    const place = words.named(row.waitsAt)
    const fetched = row.delivery === 'inPerson' && !goesToBody(row.purpose) && place !== ''
    return fetched ? place : t(`words.deliveries.${row.delivery}`)
  }

  /** How near the last day is to tell the applicant; `null` where there is none. */
  function near({ sendBy }: OutgoingRow): { mark: StateMark; words: string } | null {
    if (sendBy === null) return null
    const { state, days } = office.nearness(sendBy)
    return { mark: state, words: t(`words.deadline.${state}`, { days }) }
  }

  return { number, day, handed, waits, near }
}
