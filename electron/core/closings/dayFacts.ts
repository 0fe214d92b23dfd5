import { addDays, type IsoDate } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import type { View } from '../db/work'
import type { DayFacts } from './Closing.entity'

// No event has a greater number.
const NEVER_LATER = Number.MAX_SAFE_INTEGER

/** What a day came to when the event `upTo` was the last one: entries registered later and numbers voided later do not count. Without `upTo`: what it comes to now. */
export async function dayFacts(view: View, day: IsoDate, timeZone: string, upTo = NEVER_LATER): Promise<DayFacts> {
  const entries = await view.rows<{ number: string }>(
    `SELECT a.number FROM appeals a WHERE a.registered_on = ? AND ${notAfter('registered')} ORDER BY a.year, a.seq`,
    [day, upTo],
  )
  return {
    count: entries.length,
    first: entries[0]?.number ?? null,
    last: entries.at(-1)?.number ?? null,
    voids: await voidsOf(view, day, timeZone, upTo),
  }
}

// By the event rather than by the clock, which may have been set back in between. A row without any event counts: it was not written by the program.
const notAfter = (act: 'registered' | 'voided'): string =>
  `NOT EXISTS (SELECT 1 FROM events e WHERE e.subject_kind = 'appeal' AND e.subject_id = a.id AND e.id > ? AND e.action = 'appeal.${act}')`

async function voidsOf(view: View, day: IsoDate, timeZone: string, upTo: number): Promise<string[]> {
  // No place on earth is further than a day from UTC.
  const rows = await view.rows<{ number: string; at: string }>(
    `SELECT a.number, a.voided_at AS at FROM appeals a WHERE a.voided_at >= ? AND a.voided_at < ? AND ${notAfter('voided')}
     ORDER BY a.year, a.seq`,
    [addDays(day, -1), addDays(day, 2), upTo],
  )
  return rows.filter(({ at }) => localMoment(at, timeZone).date === day).map(({ number }) => number)
}
