import type { SlipLanguages } from '#shared/contract'
import { yearOf, type IsoDate } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import type { View } from '../../db/work'
import { APPEALS, OUTGOING } from '../../register/numbering.service'
import { sightOn } from '../../register/sight.service'
import { everyRow } from '../everyRow'
import { imprintOf, type Imprint, type PaperCall } from '../PaperCall'

/** A stretch of numbers, both ends in it. */
export interface Stretch {
  from: number
  to: number
}

/** A voided entry. The reason is told only to those who see the entry. */
export interface VoidNumber {
  number: string
  on: IsoDate
  by: string
  reason: string
}

/** What was found of one book in one year. */
export interface CountedJournal {
  journal: 'appeals' | 'outgoing'
  /** Where the history says that the book begins; above 1 it goes on from paper. */
  begins: number
  /** First and last number that stand in it, as numbers and as they are written; `null`: none does. */
  first: { seq: number; number: string } | null
  last: { seq: number; number: string } | null
  count: number
  /** Numbers between its beginning and the last one ever taken that stand nowhere. */
  gaps: Stretch[]
  voids: VoidNumber[]
  /** How many numbers the history says were taken. */
  inHistory: number
}

/** The chain of events: its last one, and the first that does not fit (`null`: all do). */
export interface CountedChain {
  events: number
  head: string
  at: { date: IsoDate; time: string }
  broken: number | null
}

/** What the certificate of numbering shows: counted when it is made, nothing stored. */
export interface NumberingFacts {
  imprint: Imprint
  year: number
  /** Local time at which it was counted. */
  countedAt: string
  journals: CountedJournal[]
  chain: CountedChain | null
}

interface Book {
  journal: CountedJournal['journal']
  /** Table with `seq`, `number`, `year` and its condition. */
  from: string
  parameters: unknown[]
}

/**
 * How far everything is counted, read in one statement: the last event, and the last number of each book as it stands and as it was taken. Work goes on while the certificate is made; what comes
 * later is in none of its figures, or they would not agree.
 */
interface Bounds {
  event: { id: number; at: string; hash: string } | null
  ends: Record<CountedJournal['journal'], { written: number; taken: number }>
}

/** Counts the numbers of both books in a year and walks the chain of events. */
export async function numberingOf(call: PaperCall, year: number, languages: SlipLanguages): Promise<NumberingFacts> {
  const books: Book[] = [
    { journal: APPEALS, from: 'appeals WHERE journal = ? AND year = ?', parameters: [APPEALS, year] },
    { journal: OUTGOING, from: 'letters WHERE year = ?', parameters: [year] },
  ]
  const bounds = await boundsOf(call.view, books, year)
  const [incoming, outgoing] = [await countBook(call, books[0]!, year, bounds), await countBook(call, books[1]!, year, bounds)]
  return {
    imprint: imprintOf(call, languages),
    year,
    countedAt: localMoment(call.at, call.timeZone).time,
    journals: [
      { ...incoming, voids: await voidsOf(call, year, bounds) },
      { ...outgoing, voids: [] },
    ],
    chain: await chainOf(call, bounds),
  }
}

async function boundsOf(view: View, books: readonly Book[], year: number): Promise<Bounds> {
  const ends = books.map(
    ({ from }) =>
      `(SELECT json_object('written', coalesce((SELECT max(seq) FROM ${from}), 0), 'taken', coalesce((SELECT seq FROM counters WHERE journal = ? AND year = ?), 0)))`,
  )
  const [found] = await view.rows<{ event: string | null; incoming: string; outgoing: string }>(
    `SELECT (SELECT json_object('id', id, 'at', at, 'hash', hash) FROM events ORDER BY id DESC LIMIT 1) AS event,
       ${ends[0]} AS incoming, ${ends[1]} AS outgoing`,
    books.flatMap(({ journal, parameters }) => [...parameters, journal, year]),
  )
  const { event, incoming, outgoing } = found!
  const endOf = (json: string) => JSON.parse(json) as Bounds['ends']['appeals']
  return {
    event: event === null ? null : (JSON.parse(event) as NonNullable<Bounds['event']>),
    ends: { [APPEALS]: endOf(incoming), [OUTGOING]: endOf(outgoing) },
  }
}

async function countBook(call: PaperCall, book: Book, year: number, { event, ends: bounds }: Bounds): Promise<CountedJournal> {
  const { view } = call
  const { journal } = book
  const { written, taken } = bounds[journal]
  const [from, parameters] = [`${book.from} AND seq <= ?`, [...book.parameters, written]]
  const upTo = event?.id ?? 0
  const begins = await beginOf(view, journal, year, upTo)
  const ends = await view.rows<{ seq: number; number: string; count: number }>(
    `SELECT seq, number, (SELECT count(*) FROM ${from}) AS count FROM ${from}
     AND seq IN ((SELECT min(seq) FROM ${from}), (SELECT max(seq) FROM ${from})) ORDER BY seq`,
    [...parameters, ...parameters, ...parameters, ...parameters],
  )
  const inside = await view.rows<Stretch>(
    `SELECT seq + 1 AS "from", next - 1 AS "to" FROM (SELECT seq, lead(seq) OVER (ORDER BY seq) AS next FROM ${from}) WHERE next > seq + 1 ORDER BY seq`,
    parameters,
  )
  const [first, last] = [ends[0] ?? null, ends.at(-1) ?? null]
  // Nothing in the book: whatever the counter says was taken since its beginning is missing.
  const before: Stretch = { from: begins, to: first ? first.seq - 1 : begins - 1 }
  const behind: Stretch = { from: last ? last.seq + 1 : begins, to: taken }
  return {
    ...{ journal, begins },
    first: first && { seq: first.seq, number: first.number },
    last: last && { seq: last.seq, number: last.number },
    count: first?.count ?? 0,
    gaps: [before, ...inside, behind].filter(({ from: a, to: b }) => a <= b),
    voids: [],
    inHistory: await takenInHistory(call, journal, year, upTo),
  }
}

/** The number that the history says a book begins with in a year: set at the first start for the incoming book, later for the outgoing one. */
async function beginOf(view: View, journal: CountedJournal['journal'], year: number, upTo: number): Promise<number> {
  const action = journal === 'appeals' ? 'office.opened' : 'outgoing.begun'
  const [told] = await view.rows<{ first: number | null }>(
    `SELECT details ->> '$.firstNumber' AS first FROM events WHERE id <= ? AND action = ? AND details ->> '$.year' = ? ORDER BY id LIMIT 1`,
    [upTo, action, year],
  )
  return told?.first ?? 1
}

/** Letters get their numbers on the day of the event, whatever day a paper signature bears; a decision names the numbers of all its letters, parted by commas. */
async function takenInHistory(
  { view, timeZone }: PaperCall,
  journal: CountedJournal['journal'],
  year: number,
  upTo: number,
): Promise<number> {
  if (journal === 'appeals') {
    const [told] = await view.rows<{ count: number }>(
      `SELECT count(*) AS count FROM events WHERE id <= ? AND action = 'appeal.registered' AND substr(details ->> '$.registeredOn', 1, 4) = ?`,
      [upTo, String(year)],
    )
    return told!.count
  }
  // No place on earth is further than a day from UTC: what lies between is of the year anyhow and counted in one, what lies at its ends by its moment.
  const signed = await view.rows<{ moment: string; count: number }>(
    `SELECT CASE WHEN at >= ? AND at < ? THEN ? ELSE at END AS moment, sum(1 + (length(letters) - length(replace(letters, ', ', ''))) / 2) AS count
     FROM (SELECT at, details ->> '$.letters' AS letters FROM events WHERE id <= ? AND action = 'decision.signed' AND at >= ? AND at < ?)
     WHERE coalesce(letters, '') <> '' GROUP BY moment`,
    [`${year}-01-02`, `${year}-12-31`, `${year}-07-01T00:00:00.000Z`, upTo, `${year - 1}-12-31`, `${year + 1}-01-02`],
  )
  const ofYear = signed.filter(({ moment }) => yearOf(localMoment(moment, timeZone).date) === year)
  return ofYear.reduce((sum, { count }) => sum + count, 0)
}

function voidsOf({ view, caller, timeZone }: PaperCall, year: number, { event, ends }: Bounds): Promise<VoidNumber[]> {
  const { sql, parameters } = sightOn(caller)
  return everyRow<VoidNumber & { place: number }>(async (after, limit) => {
    const rows = await view.rows<{ place: number; number: string; at: string; by: string; reason: string | null }>(
      `SELECT seq AS place, number, voided_at AS at, voided_by AS by, CASE WHEN ${sql} THEN void_reason END AS reason FROM appeals a
       WHERE journal = ? AND year = ? AND status = 'void' AND seq > ? AND seq <= ?
         AND NOT EXISTS (SELECT 1 FROM events e WHERE e.id > ? AND e.action = 'appeal.voided' AND e.subject_id = a.id) ORDER BY seq LIMIT ?`,
      [...parameters, APPEALS, year, after, ends[APPEALS].written, event?.id ?? 0, limit],
    )
    return rows.map(({ at, reason, ...row }) => ({ ...row, on: localMoment(at, timeZone).date, reason: reason ?? '' }))
  })
}

async function chainOf({ view, history, timeZone }: PaperCall, { event }: Bounds): Promise<CountedChain | null> {
  if (!event) return null
  const { id, at, hash } = event
  return { events: id, head: hash, at: localMoment(at, timeZone), broken: await history.firstBroken(view, id) }
}
