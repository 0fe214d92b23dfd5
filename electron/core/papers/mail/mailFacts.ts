import type { SlipLanguages } from '#shared/contract'
import { goesToBody, type BothLanguages } from '#shared/domain'
import { Refusal } from '../../errors'
import type { LetterRow } from '../../letters/letters.service'
import type { AppealRow } from '../../register/register.service'
import { imprintOf, type Imprint, type PaperCall } from '../PaperCall'
import { postcodeOf } from './postcode'

/** What is needed of an outgoing letter. */
export type SentLetter = Pick<LetterRow, 'appealId' | 'decisionId' | 'purpose' | 'number' | 'signedOn' | 'delivery' | 'facts'>

/** To whom something is sent: the name, what stands under it (the head of a body), the address without its postal code. What is not known is empty. */
export interface Addressee {
  name: string
  under: string[]
  address: string
  postcode: string
}

/** What an envelope or an address label shows. */
export interface MailFacts {
  imprint: Imprint
  /** The number on it: of the outgoing letter, or of the entry. */
  number: string
  to: Addressee
}

/** Which language a paper to somebody is in, unless it is asked for in another. */
export const ownLanguage = (language: string): SlipLanguages => (language === 'ru' ? 'ru' : 'kk')

/** An outgoing letter of an entry that the caller sees, with the entry. Errors: `not_found`. */
export async function letterSeen(call: PaperCall, id: number): Promise<{ letter: SentLetter; entry: AppealRow }> {
  const [row] = await call.view.rows<Omit<SentLetter, 'facts'> & { facts: string }>(
    'SELECT appeal_id AS appealId, decision_id AS decisionId, purpose, number, signed_on AS signedOn, delivery, facts FROM letters WHERE id = ?',
    [id],
  )
  if (!row) throw new Refusal('not_found')
  const letter = { ...row, facts: JSON.parse(row.facts) as LetterRow['facts'] }
  return { letter, entry: await call.register.seen(call.view, call.caller, letter.appealId) }
}

/** What the envelope of an outgoing letter shows. Errors: `not_found`. */
export async function mailOfLetter(call: PaperCall, id: number, languages: SlipLanguages | null): Promise<MailFacts> {
  const { letter, entry } = await letterSeen(call, id)
  const imprint = imprintOf(call, languages ?? letter.facts.language)
  return { imprint, number: letter.number, to: await addresseeOf(call, letter, entry) }
}

/** What an envelope to the applicant of an entry shows. Errors: `not_found`. */
export async function mailOfEntry(call: PaperCall, id: number, languages: SlipLanguages | null): Promise<MailFacts> {
  const { number, facts } = await call.register.seen(call.view, call.caller, id)
  return { imprint: imprintOf(call, languages ?? ownLanguage(facts.language)), number, to: applicantOf(facts) }
}

/** To whom a letter goes: the body named in it, or the applicant at the address that the letter bears. */
export async function addresseeOf({ view }: PaperCall, letter: SentLetter, entry: AppealRow): Promise<Addressee> {
  const { purpose, delivery, facts, decisionId } = letter
  const { name, lines } = facts.recipient
  if (!goesToBody(purpose)) {
    const onLetter = delivery === 'post' || delivery === 'inPerson' ? lines[0] : undefined
    return { name, under: [], ...postcodeOf(onLetter ?? entry.facts.postalAddress) }
  }
  // Under a body's name stand its head, its address and its e-mail, as far as it has them.
  const [body] = await view.rows<{ head: string }>(
    "SELECT b.head FROM decisions d JOIN bodies b ON b.id = d.content ->> '$.bodyId' WHERE d.id = ?",
    [decisionId],
  )
  const known = body ? (JSON.parse(body.head) as BothLanguages)[facts.language] : null
  const postal = lines.filter((line) => !line.includes('@'))
  const head = postal.filter((line, index) => (known === null ? index < postal.length - 1 : line === known))
  return { name, under: head, ...postcodeOf(postal.filter((line) => !head.includes(line)).join(', ')) }
}

function applicantOf({ name, postalAddress, representative }: AppealRow['facts']): Addressee {
  return { name, under: [representative].filter(Boolean), ...postcodeOf(postalAddress) }
}
