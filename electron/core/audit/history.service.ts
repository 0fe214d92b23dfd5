import { createHash } from 'node:crypto'
import { setImmediate as breath } from 'node:timers/promises'
import type { View, Work } from '../db/work'
import { EventEntity, type EventRow } from './Event.entity'

export type { EventRow } from './Event.entity'

/** What happened, before it is chained. */
export interface Happening {
  at: string
  actorId: number | null
  actor: string
  workstation: string
  action: string
  subjectKind: string
  subjectId: number | null
  details: Record<string, unknown>
}

/** Hash that begins the chain. */
export const CHAIN_START = '0'.repeat(64)

/** Events read in one go, and characters of them hashed in one go, so that not even long ones keep the thread from answering. */
const PORTION = { events: 50, characters: 500_000 } as const

/** The history of the register: append-only, each event carrying the hash of the one before, so that a changed or missing row is found. */
export class History {
  /** Appends events to the chain inside the unit of work, in their order. */
  async append(work: Work, happenings: readonly Happening[]): Promise<void> {
    const [last] = await work.rows<{ id: number; hash: string }>('SELECT id, hash FROM events ORDER BY id DESC LIMIT 1')
    let [id, previousHash] = [last?.id ?? 0, last?.hash ?? CHAIN_START]
    for (const { details, ...rest } of happenings) {
      const event = { ...rest, id: ++id, details: JSON.stringify(details), previousHash }
      const hash = hashOf(event)
      await work.insert(EventEntity, { ...event, hash })
      previousHash = hash
    }
  }

  /** The last events of one kind of subject, newest first. */
  ofKind(view: View, subjectKind: string, most: number): Promise<EventRow[]> {
    return view.many(EventEntity, { where: { subjectKind }, order: { id: 'DESC' }, take: most })
  }

  /** Events of one subject, oldest first. */
  of(view: View, subjectKind: string, subjectId: number): Promise<EventRow[]> {
    return view.many(EventEntity, { where: { subjectKind, subjectId }, order: { id: 'ASC' } })
  }

  /** The last event of a subject, whatever it was. */
  async last(view: View, subjectKind: string, subjectId: number): Promise<EventRow | null> {
    return view.one(EventEntity, { where: { subjectKind, subjectId }, order: { id: 'DESC' } })
  }

  /** Who changed a subject last and when, for the one whose change came too late. Prints, files and sign-ins change nothing of it. */
  async lastChange(view: View, subjectKind: string, subjectId: number): Promise<{ who: string; when: string }> {
    const [last] = await view.rows<{ who: string; when: string }>(
      `SELECT actor AS who, at AS "when" FROM events WHERE subject_kind = ? AND subject_id = ?
       AND action NOT IN ('slip.issued', 'paper.printed', 'session.signed_in', 'session.signed_out')
       AND action NOT LIKE 'attachment.%' ORDER BY id DESC LIMIT 1`,
      [subjectKind, subjectId],
    )
    return last ?? { who: '', when: '' }
  }

  /**
   * Walks the chain in portions, up to an event or to its end, and returns the identity of the first event that does not fit, or `null` when all is in order. The thread is free between the
   * portions. That the chain ends before `upTo` is for the caller to see.
   */
  async firstBroken(view: View, upTo = Number.MAX_SAFE_INTEGER): Promise<number | null> {
    let [id, hash] = [0, CHAIN_START]
    for (;;) {
      const events = await view.rows<EventRow>(
        `SELECT id, at, actor_id AS actorId, actor, workstation, action, subject_kind AS subjectKind, subject_id AS subjectId, details, previous_hash AS previousHash, hash
         FROM events WHERE id > ? AND id <= ? ORDER BY id LIMIT ${PORTION.events}`,
        [id, upTo],
      )
      if (events.length === 0) return null
      let hashed = 0
      for (const event of events) {
        if (hashed > PORTION.characters) {
          await breath()
          hashed = 0
        }
        hashed += event.details.length
        if (event.id !== id + 1 || event.previousHash !== hash || event.hash !== hashOf(event)) return event.id
        ;[id, hash] = [event.id, event.hash]
      }
    }
  }

  /** One event by its identity. */
  event(view: View, id: number): Promise<EventRow | null> {
    return view.one(EventEntity, { where: { id } })
  }
}

/** SHA-256 over the event's columns in a fixed order, as JSON; hex. */
export function hashOf(event: Omit<EventRow, 'hash'>): string {
  const { id, at, actorId, actor, workstation, action, subjectKind, subjectId, details, previousHash } = event
  const content = [previousHash, id, at, actorId, actor, workstation, action, subjectKind, subjectId, details]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
