import type { SlipLanguages } from '#shared/contract'
import { goesToBody } from '#shared/domain'
import { DecisionEntity } from '../../decisions/Decision.entity'
import { BodyEntity } from '../../directory/Body.entity'
import { Refusal } from '../../errors'
import { LetterEntity, type LetterRow } from '../../letters/Letter.entity'
import type { AppealRow } from '../../register/register.service'
import { imprintOf, type Imprint, type PaperCall } from '../PaperCall'
import { postcodeOf } from './postcode'

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
export async function letterSeen(call: PaperCall, id: number): Promise<{ letter: LetterRow; entry: AppealRow }> {
  const letter = await call.view.one(LetterEntity, { where: { id } })
  if (!letter) throw new Refusal('not_found')
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
export async function addresseeOf({ view }: PaperCall, letter: LetterRow, entry: AppealRow): Promise<Addressee> {
  const { purpose, delivery, facts, decisionId } = letter
  const { name, lines } = facts.recipient
  if (!goesToBody(purpose)) {
    const onLetter = delivery === 'post' || delivery === 'inPerson' ? lines[0] : undefined
    return { name, under: [], ...postcodeOf(onLetter ?? entry.facts.postalAddress) }
  }
  // Under a body's name stand its head, its address and its e-mail, as far as it has them.
  const decision = await view.one(DecisionEntity, { where: { id: decisionId } })
  const bodyId = decision?.content.bodyId ?? null
  const body = bodyId === null ? null : await view.one(BodyEntity, { where: { id: bodyId } })
  const postal = lines.filter((line) => !line.includes('@'))
  const head = postal.filter((line, index) => (body ? line === body.head[facts.language] : index < postal.length - 1))
  return { name, under: head, ...postcodeOf(postal.filter((line) => !head.includes(line)).join(', ')) }
}

function applicantOf({ name, postalAddress, representative }: AppealRow['facts']): Addressee {
  return { name, under: [representative].filter(Boolean), ...postcodeOf(postalAddress) }
}
