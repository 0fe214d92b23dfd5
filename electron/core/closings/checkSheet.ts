import type { Closing } from '#shared/contract'
import { readClosingCode, type IsoDate } from '#shared/domain'
import type { EventRow, History } from '../audit/history.service'
import type { View } from '../db/work'
import { ClosingEntity, closingOf, type ClosingRow, type DayFacts } from './Closing.entity'
import { dayFacts, entryMarks } from './dayFacts'

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

const FIGURES = ['count', 'first', 'last', 'voids'] as const

/** Holds a sheet against the register: the chain of events up to the closing, the figures as they were then, and the entries of the day. */
export async function checkSheet(view: View, asked: AskedSheet, { history, timeZone }: Parts): Promise<CheckedSheet> {
  const stated = statedBy(asked)
  if (!stated) return { verdict: 'unreadable', closing: null, firstBroken: null, differing: [] }
  const sheets = await view.many(ClosingEntity, { where: { day: stated.day }, order: { edition: 'ASC' } })
  const row = sheets.find((sheet) => isMeant(sheet, stated))
  if (!row) return notKept(view, stated, sheets.at(-1))
  const [event, broken] = [await history.event(view, row.eventId + 1), await brokenAt(view, row, history)]
  const frozen = event && frozenIn(event, row)
  const differing = new Set<Differing>()
  if (row.head !== stated.head && stated.eventId !== null) differing.add('head')
  if (!frozen || event.previousHash !== row.head) differing.add('head')
  const now = await dayFacts(view, row.day, timeZone, row.eventId)
  for (const facts of [row.facts, now]) for (const figure of unlike(facts, frozen ?? row.facts)) differing.add(figure)
  const rewritten = frozen ? await rewrittenAt(view, frozen, row.eventId + 1) : null
  const firstBroken = [broken, rewritten].reduce((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)))
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

/** The first event up to the closing's own that does not fit into the chain; the one after the end when it was cut off. */
async function brokenAt(view: View, { eventId }: ClosingRow, history: History): Promise<number | null> {
  const own = eventId + 1
  const broken = await history.firstBroken(view, own)
  if (broken !== null) return broken
  const [end] = await view.rows<{ id: number | null }>('SELECT max(id) AS id FROM events WHERE id <= ?', [own])
  return end?.id === own ? null : (end?.id ?? 0) + 1
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

/** The registration of the first entry of the day that was changed or removed by something else than a correction since. */
async function rewrittenAt(view: View, { day, entries }: Frozen, closingEvent: number): Promise<number | null> {
  const now = await entryMarks(view, day)
  const changed = Object.keys(entries ?? {}).filter((id) => now[id] !== entries[id])
  let first: number | null = null
  for (const id of changed) {
    const events = await view.rows<{ id: number; action: string }>(
      `SELECT id, action FROM events WHERE subject_kind = 'appeal' AND subject_id = ? AND action IN ('appeal.registered', 'appeal.corrected') ORDER BY id`,
      [Number(id)],
    )
    const corrected = events.some((event) => event.action === 'appeal.corrected' && event.id > closingEvent)
    if (corrected && now[id] !== undefined) continue
    const at = events[0]?.id ?? closingEvent
    first = first === null ? at : Math.min(first, at)
  }
  return first
}
