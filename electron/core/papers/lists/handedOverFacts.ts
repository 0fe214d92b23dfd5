import type { SlipLanguages } from '#shared/contract'
import { addDays, type Delivery, type IsoDate, type LetterPurpose, type Status } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { sightOn } from '../../register/sight.service'
import { everyRow } from '../everyRow'
import { imprintOf, type Imprint, type PaperCall } from '../PaperCall'

/** An outgoing letter that left the office. */
export interface HandedLetter {
  number: string
  signedOn: IsoDate
  purpose: LetterPurpose
  recipient: string
  how: Delivery
  to: string
  tracking: string
  on: IsoDate
  by: string
}

/** The paper of an entry that was given to somebody of the office. */
export interface GivenPaper {
  number: string
  status: Status
  subject: string
  holder: string
  on: IsoDate
  by: string
  returned: { on: IsoDate; by: string } | null
}

/** What the register of handed-over documents shows; both ends of the period are in it. */
export interface HandedOverFacts {
  imprint: Imprint
  from: IsoDate
  to: IsoDate
  letters: HandedLetter[]
  papers: GivenPaper[]
}

/** What left the office and what was given to people in a period, as far as the caller sees the entries. */
export async function handedOverOf(
  call: PaperCall,
  { from, to }: { from: IsoDate; to: IsoDate },
  languages: SlipLanguages,
): Promise<HandedOverFacts> {
  const { sql, parameters } = sightOn(call.caller)
  const letters = await everyRow<HandedLetter & { place: number }>(
    (after, limit) =>
      call.view.rows(
        `SELECT l.id AS place, l.number, l.signed_on AS signedOn, l.purpose, l.recipient, l.handed_how AS how, l.handed_to AS "to", l.tracking, l.handed_on AS "on", l.handed_by AS by
         FROM letters l JOIN appeals a ON a.id = l.appeal_id WHERE l.id > ? AND l.handed_on BETWEEN ? AND ? AND ${sql} ORDER BY l.id LIMIT ?`,
        [after, from, to, ...parameters, limit],
      ),
    ({ on }) => on,
  )
  return { imprint: imprintOf(call, languages), from, to, letters, papers: await papersOf(call, from, to) }
}

async function papersOf({ view, caller, timeZone }: PaperCall, from: IsoDate, to: IsoDate): Promise<GivenPaper[]> {
  const { sql, parameters } = sightOn(caller)
  const day = (moment: string): IsoDate => localMoment(moment, timeZone).date
  const given = await everyRow<GivenPaper & { place: number; at: string }>(
    async (after, limit) => {
      // Moments are UTC and days local: a day more on each side holds them in any time zone.
      const rows = await view.rows<
        Omit<GivenPaper, 'on' | 'returned'> & { place: number; at: string; backAt: string | null; backBy: string | null }
      >(
        `SELECT m.id AS place, a.number, a.status, a.subject, m.holder_name AS holder, m.given_at AS at, m.given_by AS by, m.returned_at AS backAt, m.returned_by AS backBy
         FROM paper_moves m JOIN appeals a ON a.id = m.appeal_id WHERE m.id > ? AND m.given_at >= ? AND m.given_at < ? AND ${sql} ORDER BY m.id LIMIT ?`,
        [after, addDays(from, -1), addDays(to, 2), ...parameters, limit],
      )
      return rows.map(({ backAt, backBy, ...row }) => ({
        ...row,
        on: day(row.at),
        returned: backAt === null ? null : { on: day(backAt), by: backBy! },
      }))
    },
    ({ at }) => at,
  )
  return given.filter(({ on }) => from <= on && on <= to)
}
