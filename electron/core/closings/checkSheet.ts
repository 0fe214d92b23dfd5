import type { Closing } from '#shared/contract'
import { readClosingCode, type IsoDate } from '#shared/domain'
import type { EventRow, History } from '../audit/history.service'
import type { View } from '../db/work'
import { entryMarks } from '../register/register.service'
import { ClosingEntity, closingOf, type ClosingRow, type DayFacts } from './Closing.entity'
import { dayFacts } from './dayFacts'

/** A sheet as somebody holds it: its code, or its day and the first characters of its hash. */
export type AskedSheet = { code: string } | { day: IsoDate; head: string }

type Differing = 'count' | 'first' | 'last' | 'voids' | 'head'

/** Whether the register still says what the sheet says. `firstBroken`: the first event that was changed, or whose entry was. */
export interface CheckedSheet {
  verdict: 'matches' | 'differs' | 'unknown' | 'unreadable'
  closing: Closing | null
  firstBroken: number | null
  differing: Differing[]
}

interface Parts {
  history: History
  timeZone: string
}

/** What a sheet says of itself; of a typed hash only its beginning is known. */
interface Stated {
  day: IsoDate
  edition: number | null
  eventId: number | null
  head: string
}

/** What the closing's own event says: frozen in the chain, unlike the row of the sheet. */
interface Frozen extends DayFacts {
  day: IsoDate
  edition: number
  entries: Record<string, string>
}

/** What became of the entries of a day since: the first event whose entry was changed outside the program, and how far the chain has to hold for that to be said. */
interface Rewritten {
  at: number | null
  through: number
}

const FIGURES = ['count', 'first', 'last', 'voids'] as const

/** Holds a sheet against the register: the chain of events up to the closing and to the last correction of its entries since, the figures as they were then, and the entries of the day. */
export async function checkSheet(view: View, asked: AskedSheet, { history, timeZone }: Parts): Promise<CheckedSheet> {
  const stated = statedBy(asked)
  if (!stated) return { verdict: 'unreadable', closing: null, firstBroken: null, differing: [] }
  const sheets = await view.many(ClosingEntity, { where: { day: stated.day }, order: { edition: 'ASC' } })
  const row = sheets.find((sheet) => isMeant(sheet, stated))
  if (!row) return notKept(view, stated, sheets.at(-1))
  const own = row.eventId + 1
  const event = await history.event(view, own)
  const frozen = event && frozenIn(event, row)
  const differing = new Set<Differing>()
  const { eventId } = stated
  if (eventId !== null && (row.head !== stated.head || row.eventId !== eventId)) differing.add('head')
  if (!frozen || event.previousHash !== row.head) differing.add('head')
  const now = await dayFacts(view, row.day, timeZone, row.eventId)
  for (const facts of [row.facts, now]) for (const figure of unlike(facts, frozen ?? row.facts)) differing.add(figure)
  const rewritten = frozen ? await rewrittenAt(view, frozen, own) : { at: null, through: own }
  const broken = await brokenAt(view, rewritten.through, history)
  const firstBroken = [broken, rewritten.at].reduce((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)))
  const verdict = differing.size > 0 || firstBroken !== null ? 'differs' : 'matches'
  return { verdict, closing: closingOf(row), firstBroken, differing: [...differing] }
}

function statedBy(asked: AskedSheet): Stated | null {
  if ('code' in asked) return readClosingCode(asked.code)
  const head = asked.head.toLowerCase().replace(/[^0-9a-z]/g, '')
  return /^[0-9a-f]{8,64}$/.test(head) ? { day: asked.day, edition: null, eventId: null, head } : null
}

function isMeant({ edition, head }: ClosingRow, stated: Stated): boolean {
  return stated.edition === null ? head.startsWith(stated.head) : edition === stated.edition
}

/** No row of such a sheet: it was never made here, or its row was removed, or the paper bears another hash than the day was closed with. */
async function notKept(view: View, { day, head }: Stated, last: ClosingRow | undefined): Promise<CheckedSheet> {
  const [event] = await view.rows<{ id: number }>(
    "SELECT id FROM events WHERE action = 'day.closed' AND substr(previous_hash, 1, ?) = ? AND json_extract(details, '$.day') = ? LIMIT 1",
    [head.length, head, day],
  )
  const verdict = event || last ? 'differs' : 'unknown'
  const closing = last ? closingOf(last) : null
  return { verdict, closing, firstBroken: event?.id ?? null, differing: verdict === 'differs' ? ['head'] : [] }
}

/** The first event up to `last` that does not fit into the chain; the one after the end when it was cut off. */
async function brokenAt(view: View, last: number, history: History): Promise<number | null> {
  const broken = await history.firstBroken(view, last)
  if (broken !== null) return broken
  const [end] = await view.rows<{ id: number | null }>('SELECT max(id) AS id FROM events WHERE id <= ?', [last])
  return end?.id === last ? null : (end?.id ?? 0) + 1
}

function frozenIn(event: EventRow, { id, day, edition }: ClosingRow): Frozen | null {
  if (event.action !== 'day.closed' || event.subjectId !== id) return null
  const frozen = parsed(event.details)
  return frozen?.day === day && frozen.edition === edition ? frozen : null
}

// Somebody may have written anything into the row.
function parsed(details: string): Frozen | null {
  try {
    return JSON.parse(details) as Frozen
  } catch {
    return null
  }
}

function unlike(facts: DayFacts, frozen: DayFacts): Differing[] {
  return FIGURES.filter((figure) => JSON.stringify(facts[figure]) !== JSON.stringify(frozen[figure]))
}

/** The registration of the first entry of the day that says something else than the sheet, or its last correction since, left it with, or was removed; and the last of those corrections. */
async function rewrittenAt(view: View, { day, entries }: Frozen, closingEvent: number): Promise<Rewritten> {
  const now = await entryMarks(view, day)
  const ids = Object.keys(entries ?? {})
  const corrections = await correctedSince(view, ids, closingEvent)
  const due = new Map(corrections.map(({ entry, mark }) => [String(entry), mark]))
  const changed = ids.filter((id) => now[id] !== (due.has(id) ? due.get(id) : entries[id]))
  const [first] = await view.rows<{ id: number | null }>(
    `SELECT min(id) AS id FROM events WHERE subject_kind = 'appeal' AND action = 'appeal.registered' AND subject_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(changed.map(Number))],
  )
  const at = changed.length === 0 ? null : (first?.id ?? closingEvent)
  return { at, through: Math.max(closingEvent, ...corrections.map(({ id }) => id)) }
}

/** Corrections of entries after an event, oldest first, each with the mark it left its entry with. */
function correctedSince(
  view: View,
  ids: readonly string[],
  event: number,
): Promise<{ id: number; entry: number; mark: string | null }[]> {
  // Somebody may have written anything into an event too.
  return view.rows(
    `SELECT id, subject_id AS entry, CASE WHEN json_valid(details) THEN details ->> '$.mark' END AS mark FROM events
     WHERE subject_kind = 'appeal' AND action = 'appeal.corrected' AND id > ? AND subject_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    [event, JSON.stringify(ids.map(Number))],
  )
}
