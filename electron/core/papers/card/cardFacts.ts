import type { Resolution, SlipLanguages } from '#shared/contract'
import { marksOf, type BothLanguages, type Delivery, type IsoDate, type LetterPurpose, type Mark } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { CaseEntity, type CaseRow } from '../../directory/Case.entity'
import { DecisionEntity } from '../../decisions/Decision.entity'
import { PersonEntity } from '../../people/Person.entity'
import { shortNameOf } from '../../people/people.service'
import { PaperMoveEntity } from '../../filing/PaperMove.entity'
import { LetterEntity } from '../../letters/Letter.entity'
import type { AppealRow } from '../../register/register.service'
import { resolutionsOf } from '../../routing/resolutions'
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

/** What the card of an entry shows. Errors: `not_found`. */
export async function cardOf(call: PaperCall, id: number, languages: SlipLanguages | null): Promise<CardFacts> {
  const { view, timeZone } = call
  const entry = await call.register.seen(view, call.caller, id)
  const day = (moment: string): IsoDate => localMoment(moment, timeZone).date
  const resolutions = await resolutionsOf(view, id)
  const registered = localMoment(entry.registeredAt, timeZone)
  const notes = await notesOf(call, id, day)
  const letters = await view.many(LetterEntity, { where: { appealId: id }, order: { id: 'ASC' } })
  const filed = entry.caseId === null ? null : await view.one(CaseEntity, { where: { id: entry.caseId } })
  const [paper] = await view.many(PaperMoveEntity, { where: { appealId: id }, order: { id: 'DESC' }, take: 1 })
  return {
    imprint: imprintOf(call, languages ?? ownLanguage(entry.facts.language)),
    entry,
    registeredAt: registered.date === entry.registeredOn ? registered.time : '',
    resolutions,
    moves: await movesOf(call, id, day),
    controller: await nameOf(call, entry.controllerId),
    marks: await bornMarks(call, entry, { resolutions, notes }, day),
    notes,
    letters: letters.map(({ number, signedOn, purpose, recipient, handedOn, handedHow }) => ({
      ...{ number, signedOn, purpose, recipient },
      handed: handedOn === null ? null : { on: handedOn, how: handedHow! },
    })),
    case: filed && caseOf(filed, entry.filedOn!),
    holder: paper?.returnedAt === null ? { name: paper.holderName, on: day(paper.givenAt) } : null,
    voided: entry.status === 'void' ? { on: day(entry.voidedAt!), by: entry.voidedBy!, reason: entry.voidReason! } : null,
  }
}

const caseOf = ({ index, title }: CaseRow, on: IsoDate): CardFacts['case'] => ({ index, title, on })

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
  const person = id === null ? null : await view.one(PersonEntity, { where: { id } })
  return person && shortNameOf(person)
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
  const decisions = await view.many(DecisionEntity, { where: { appealId: id, state: 'signed' }, order: { id: 'ASC' } })
  const tasks = resolutions.flatMap((resolution) => resolution.tasks)
  const accepted = tasks.flatMap(({ acceptedAt }) => (acceptedAt === null ? [] : [day(acceptedAt)]))
  const signed = decisions.map(({ act, content, signedOn }) => ({ act, character: content.character, on: signedOn! }))
  return marksOf({ receivedOn, registeredOn, workedOn: [...accepted, ...notes.map(({ on }) => on)], signed })
}
