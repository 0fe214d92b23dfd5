import type { Resolution, SlipLanguages } from '#shared/contract'
import {
  marksOf,
  type BothLanguages,
  type Character,
  type DecisionAct,
  type Delivery,
  type IsoDate,
  type LetterPurpose,
  type Mark,
} from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { shortNameOf } from '../../people/people.service'
import type { View } from '../../db/work'
import type { AppealRow } from '../../register/register.service'
import { ownLanguage } from '../mail/mailFacts'
import { imprintOf, type Imprint, type PaperCall } from '../PaperCall'

/** One move of the deadline: by an extension, a correction or a change of the calendar. */
export interface TermMove {
  /** Local day of the move. */
  on: IsoDate
  from: IsoDate
  to: IsoDate
  by: string
}

/** An outgoing letter on the card. */
export interface CardLetter {
  number: string
  signedOn: IsoDate
  purpose: LetterPurpose
  recipient: string
  handed: { on: IsoDate; how: Delivery } | null
}

/** Everything the registration-control card shows (domain §3: РКК). */
export interface CardFacts {
  imprint: Imprint
  entry: AppealRow
  /** Local time of acceptance; empty when the number was taken on another day. */
  registeredAt: string
  resolutions: Resolution[]
  moves: TermMove[]
  controller: string | null
  marks: { mark: Mark; on: IsoDate }[]
  /** What executors noted of their work, oldest first. */
  notes: { on: IsoDate; by: string; text: string }[]
  letters: CardLetter[]
  case: { index: string; title: BothLanguages; on: IsoDate } | null
  /** Who has the paper now. */
  holder: { name: string; on: IsoDate } | null
  voided: { on: IsoDate; by: string; reason: string } | null
}

/** What the card of an entry shows. `resolutionsOf`: its resolutions with their tasks, oldest first. Errors: `not_found`. */
export async function cardOf(
  call: PaperCall,
  id: number,
  languages: SlipLanguages | null,
  resolutionsOf: (view: View, id: number) => Promise<Resolution[]>,
): Promise<CardFacts> {
  const { view, timeZone } = call
  const entry = await call.register.seen(view, call.caller, id)
  const day = (moment: string): IsoDate => localMoment(moment, timeZone).date
  const resolutions = await resolutionsOf(view, id)
  const registered = localMoment(entry.registeredAt, timeZone)
  const notes = await notesOf(call, id, day)
  const letters = await view.rows<Omit<CardLetter, 'handed'> & { handedOn: IsoDate | null; how: Delivery }>(
    'SELECT number, signed_on AS signedOn, purpose, recipient, handed_on AS handedOn, handed_how AS how FROM letters WHERE appeal_id = ? ORDER BY id',
    [id],
  )
  const [paper] = await view.rows<{ name: string; at: string; back: string | null }>(
    'SELECT holder_name AS name, given_at AS at, returned_at AS back FROM paper_moves WHERE appeal_id = ? ORDER BY id DESC LIMIT 1',
    [id],
  )
  return {
    imprint: imprintOf(call, languages ?? ownLanguage(entry.facts.language)),
    entry,
    registeredAt: registered.date === entry.registeredOn ? registered.time : '',
    resolutions,
    moves: await movesOf(call, id, day),
    controller: await nameOf(call, entry.controllerId),
    marks: await bornMarks(call, entry, { resolutions, notes }, day),
    notes,
    letters: letters.map(({ handedOn, how, ...letter }) => ({
      ...letter,
      handed: handedOn === null ? null : { on: handedOn, how },
    })),
    case: await caseOf(view, entry),
    holder: paper?.back === null ? { name: paper.name, on: day(paper.at) } : null,
    voided: entry.status === 'void' ? { on: day(entry.voidedAt!), by: entry.voidedBy!, reason: entry.voidReason! } : null,
  }
}

async function caseOf(view: View, { caseId, filedOn }: AppealRow): Promise<CardFacts['case']> {
  const [found] = await view.rows<{ no: string; title: string }>('SELECT case_index AS no, title FROM cases WHERE id = ?', [
    caseId,
  ])
  return found ? { index: found.no, title: JSON.parse(found.title) as BothLanguages, on: filedOn! } : null
}

/** Every event that took the deadline from one day to another says both; an extension calls the later one `until`. */
async function movesOf({ view }: PaperCall, id: number, day: (moment: string) => IsoDate): Promise<TermMove[]> {
  const rows = await view.rows<{ at: string; by: string; before: IsoDate; after: IsoDate }>(
    `SELECT at, actor AS by, details ->> '$.deadlineBefore' AS before, coalesce(details ->> '$.deadlineAfter', details ->> '$.until') AS after
     FROM events WHERE subject_kind = 'appeal' AND subject_id = ? AND details ->> '$.deadlineBefore' IS NOT NULL ORDER BY id`,
    [id],
  )
  return rows.map(({ at, by, before, after }) => ({ on: day(at), from: before, to: after, by }))
}

async function nameOf({ view }: PaperCall, id: number | null): Promise<string | null> {
  const [person] = await view.rows<Parameters<typeof shortNameOf>[0]>(
    'SELECT surname, given_name AS givenName, patronymic FROM people WHERE id = ?',
    [id],
  )
  return person ? shortNameOf(person) : null
}

/** What executors noted and reported, from the history, which keeps all of it. */
async function notesOf({ view }: PaperCall, id: number, day: (moment: string) => IsoDate): Promise<CardFacts['notes']> {
  const rows = await view.rows<{ at: string; by: string; text: string }>(
    `SELECT at, coalesce(details ->> '$.executor', actor) AS by, details ->> '$.text' AS text FROM events
     WHERE subject_kind = 'appeal' AND subject_id = ? AND action IN ('task.marked', 'task.done') ORDER BY id`,
    [id],
  )
  return rows.map(({ at, by, text }) => ({ on: day(at), by, text }))
}

/** The marks R18–R20; worked on it was when somebody took it up, noted how far it is, or reported it done. */
async function bornMarks(
  { view }: PaperCall,
  { id, receivedOn, registeredOn }: AppealRow,
  { resolutions, notes }: Pick<CardFacts, 'resolutions' | 'notes'>,
  day: (moment: string) => IsoDate,
): Promise<CardFacts['marks']> {
  const signed = await view.rows<{ act: DecisionAct; character: Character | null; on: IsoDate }>(
    `SELECT act, content ->> '$.character' AS character, signed_on AS "on" FROM decisions WHERE appeal_id = ? AND state = 'signed' ORDER BY id`,
    [id],
  )
  const tasks = resolutions.flatMap((resolution) => resolution.tasks)
  const accepted = tasks.flatMap(({ acceptedAt }) => (acceptedAt === null ? [] : [day(acceptedAt)]))
  return marksOf({ receivedOn, registeredOn, workedOn: [...accepted, ...notes.map(({ on }) => on)], signed })
}
