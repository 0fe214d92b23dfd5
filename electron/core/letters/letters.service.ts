import type { Letter, OutgoingRow } from '#shared/contract'
import {
  formatPhone,
  goesToBody,
  LETTERS_OF,
  yearOf,
  type BothLanguages,
  type DecisionAct,
  type Delivery,
  type Kind,
  type IsoDate,
  type LetterPurpose,
} from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { callerOf, type SignedIn, type WriteCall } from '../call'
import type { View } from '../db/work'
import type { Directory } from '../directory/directory.service'
import { Refusal, refuseField } from '../errors'
import { beginAt, hasBegun, nextNumber, OUTGOING, takeNumber } from '../register/numbering.service'
import type { Register } from '../register/register.service'
import { sightOn } from '../register/sight.service'
import { LetterEntity, type LetterRow } from './Letter.entity'
import { higherBody, letterFields, namedBodies, type LetterSource, type NamedBodies } from './letterFields'
import type { LetterFacts } from './paper/letterFacts'
import type { Templates } from './templates.service'

export type { LetterFacts, LetterRow }
export type { LetterSource } from './letterFields'

/** Who signs, and who wrote it. */
export interface Hands {
  signer: { name: string; position: BothLanguages } | null
  executor: string
  /** UTC. */
  at: string
}

/** What leaves the office with a decision, once it is signed. */
interface Leaving {
  decisionId: number
  act: DecisionAct
  source: Omit<LetterSource, 'number' | 'signedOn'>
  hands: Hands
  sendBy: IsoDate | null
}

/** Outgoing letters: made from templates, numbered in a journal of their own without gaps, and handed over. */
export class Letters {
  constructor(
    private readonly register: Register,
    private readonly directory: Directory,
    private readonly templates: Templates,
    private readonly timeZone: string,
  ) {}

  /** What a letter would show; `source.number` empty = a draft. Errors: `templates.*`. */
  async facts(view: View, purpose: LetterPurpose, source: LetterSource, hands: Hands): Promise<LetterFacts> {
    const { entry, content, office, number, signedOn } = source
    const bodies = await namedBodies(view, this.directory, source)
    const { name, address, phone, email } = office.details
    return {
      ...{ purpose, language: content.language, number, signedOn },
      office: { name, address, phone: formatPhone(phone), email },
      incoming: { number: entry.number, on: entry.registeredOn },
      recipient: recipientOf(purpose, source, bodies),
      body: await this.templates.fill(purpose, content.language, letterFields(source, bodies)),
      signer: hands.signer,
      executor: { name: hands.executor, phone: formatPhone(phone) },
      createdAt: hands.at,
    }
  }

  /** Numbers and freezes the letters of a signed decision, in their order. Errors: `templates.*`. */
  async issue(call: WriteCall, { decisionId, act, source, hands, sendBy }: Leaving): Promise<LetterRow[]> {
    const { entry, office } = source
    // The day of a letter is the day it gets its number, so that numbers and days run together, whenever its paper was signed.
    const signedOn = this.#today(call.at)
    const issued: LetterRow[] = []
    for (const purpose of LETTERS_OF[act]) {
      const taken = await takeNumber(call.work, OUTGOING, yearOf(signedOn), office.rules.outgoingPattern)
      const facts = await this.facts(call.work, purpose, { ...source, number: taken.number, signedOn }, hands)
      const row: Omit<LetterRow, 'id'> = {
        ...taken,
        ...{ decisionId, appealId: entry.id, purpose, signedOn, facts, recipient: facts.recipient.name },
        ...{ delivery: goesToBody(purpose) ? 'post' : entry.facts.delivery, sendBy: goesToBody(purpose) ? null : sendBy },
        ...{ handedOn: null, handedHow: null, handedTo: '', tracking: '', handedAt: null, handedBy: null },
      }
      issued.push({ ...row, id: await call.work.insert(LetterEntity, row) })
    }
    return issued
  }

  /** The outgoing letters of an entry, oldest first. The caller must see the entry. */
  async ofEntry(view: View, appealId: number): Promise<Letter[]> {
    return (await view.many(LetterEntity, { where: { appealId }, order: { id: 'ASC' } })).map(letterOf)
  }

  /** Refuses to void an entry of which letters have left: they name its number. Errors: `register.has_letters`. */
  async refuseIfLeft(view: View, appealId: number): Promise<void> {
    const [letter] = await view.many(LetterEntity, { where: { appealId }, take: 1 })
    if (letter) throw new Refusal('register.has_letters', { number: letter.number })
  }

  /** Whether letters to such an appeal can name somebody to complain to further, with an address (art. 80(5)). */
  async hasRemedy(view: View, kind: Kind): Promise<boolean> {
    const higher = await higherBody(view, this.directory, kind)
    return higher !== null && higher.address.kk !== '' && higher.address.ru !== ''
  }

  /** What a signed letter shows. Errors: `not_found`. */
  async signed(view: View, caller: SignedIn, id: number): Promise<LetterFacts> {
    const letter = await view.one(LetterEntity, { where: { id } })
    if (!letter) throw new Refusal('not_found')
    await this.register.seen(view, caller, letter.appealId)
    return letter.facts
  }

  /** Notes how a letter left. Errors: `not_found`, `letters.handed_already`, `invalid_input`. */
  async handOver(
    call: WriteCall,
    handed: { letterId: number; how: Delivery; on: IsoDate; to: string; tracking: string },
  ): Promise<Letter> {
    const letter = await call.work.one(LetterEntity, { where: { id: handed.letterId } })
    if (!letter) throw new Refusal('not_found')
    const entry = await this.register.seen(call.work, callerOf(call), letter.appealId)
    if (letter.handedOn !== null) throw new Refusal('letters.handed_already', { number: letter.number, date: letter.handedOn })
    const { how, on, to, tracking } = handed
    const today = this.#today(call.at)
    if (on > today) throw refuseField('on', 'date_in_future', { today })
    if (on < letter.signedOn) throw refuseField('on', 'date_too_soon', { min: letter.signedOn })
    if (how === 'inPerson' && to === '') throw refuseField('to', 'required')
    const after = { handedOn: on, handedHow: how, handedTo: to, tracking, handedAt: call.at, handedBy: callerOf(call).name }
    await call.work.update(LetterEntity, { id: letter.id }, after)
    call.tell('appeal', entry.id, { number: entry.number, letter: letter.number, how, on, to, tracking })
    return letterOf({ ...letter, ...after })
  }

  /** The next number of this year's outgoing journal. */
  async journal(view: View, at: string): Promise<{ year: number; next: number; begun: boolean }> {
    const year = yearOf(this.#today(at))
    const { seq } = await nextNumber(view, OUTGOING, year, '{seq}')
    return { year, next: seq, begun: await hasBegun(view, OUTGOING, year) }
  }

  /** Begins this year's outgoing journal at a number. Errors: `letters.begun_already`. */
  async begin(call: WriteCall, firstNumber: number): Promise<{ year: number; next: number; begun: boolean }> {
    const { year, next, begun } = await this.journal(call.work, call.at)
    if (begun) throw new Refusal('letters.begun_already', { year, next })
    await beginAt(call.work, OUTGOING, year, firstNumber)
    call.tell('office', 1, { year, firstNumber })
    return this.journal(call.work, call.at)
  }

  /** One page of the outgoing journal, newest first, as far as the caller sees the entries. */
  async outgoing(
    view: View,
    caller: SignedIn,
    query: { year: number; waiting: boolean; after: number | null; limit: number },
  ): Promise<{ rows: OutgoingRow[]; more: boolean; waiting: number; gapless: boolean }> {
    const { sql, parameters } = sightOn(caller)
    const from = `FROM letters l JOIN appeals a ON a.id = l.appeal_id WHERE l.year = ? AND ${sql}`
    const rows = await view.rows<Omit<OutgoingRow, 'waitsAt'> & { waitsAt: string }>(
      `SELECT l.id, l.seq, l.number, l.year, l.purpose, l.signed_on AS signedOn, l.recipient, l.delivery, l.send_by AS sendBy,
         l.facts ->> '$.signer.name' AS signer, l.handed_on AS handedOn, l.handed_how AS handedHow, l.handed_to AS handedTo, l.tracking,
         l.appeal_id AS appealId, a.number AS appealNumber, a.facts -> '$.answerPlace' AS waitsAt
       ${from} AND l.seq < ? ${query.waiting ? 'AND l.handed_on IS NULL' : ''} ORDER BY l.seq DESC LIMIT ?`,
      [query.year, ...parameters, query.after ?? Number.MAX_SAFE_INTEGER, query.limit + 1],
    )
    const [waiting] = await view.rows<{ count: number }>(`SELECT count(*) AS count ${from} AND l.handed_on IS NULL`, [
      query.year,
      ...parameters,
    ])
    return {
      rows: rows.slice(0, query.limit).map((row) => ({ ...row, waitsAt: JSON.parse(row.waitsAt) as BothLanguages })),
      more: rows.length > query.limit,
      waiting: waiting!.count,
      gapless: await isGapless(view, query.year),
    }
  }

  #today(at: string): IsoDate {
    return localMoment(at, this.timeZone).date
  }
}

/** Whether the outgoing numbers of a year run without a gap up to the last one taken. */
async function isGapless(view: View, year: number): Promise<boolean> {
  const [run] = await view.rows<{ count: number; first: number | null; last: number | null; counted: number | null }>(
    `SELECT count(*) AS count, min(seq) AS first, max(seq) AS last, (SELECT seq FROM counters WHERE journal = ? AND year = ?2) AS counted
     FROM letters WHERE year = ?2`,
    [OUTGOING, year],
  )
  const { count, first, last, counted } = run!
  return count === 0 || (last === counted && count === last! - first! + 1)
}

function recipientOf(purpose: LetterPurpose, { entry, content }: LetterSource, { body }: NamedBodies): LetterFacts['recipient'] {
  const { facts } = entry
  if (goesToBody(purpose) && body) {
    const { language } = content
    return { name: body.name[language], lines: [body.head[language], body.address[language], body.email].filter(Boolean) }
  }
  const to = { inPerson: facts.postalAddress, post: facts.postalAddress, email: facts.email, portal: facts.externalNumber }
  return { name: facts.name || facts.sendersNumber, lines: [to[facts.delivery]].filter(Boolean) }
}

/** A letter as the screens show it. */
export function letterOf({
  facts: _,
  year: __,
  seq: ___,
  handedOn,
  handedHow,
  handedTo,
  tracking,
  handedBy,
  ...letter
}: LetterRow): Letter {
  const { id, decisionId, appealId, purpose, number, numberParts, signedOn, recipient, delivery, sendBy } = letter
  const handed = handedOn === null ? null : { on: handedOn, how: handedHow!, to: handedTo, tracking, by: handedBy! }
  return { id, decisionId, appealId, purpose, number, numberParts, signedOn, recipient, delivery, sendBy, handed }
}
