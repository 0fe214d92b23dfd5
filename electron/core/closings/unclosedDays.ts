import { addDays, type IsoDate } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import type { View } from '../db/work'

/** Days from `from` to `to` (both counted) on which entries were registered and that nobody closed, or on which something was registered or voided after their last sheet; oldest first. */
export async function unclosedDays(
  view: View,
  { from, to }: { from: IsoDate; to: IsoDate },
  timeZone: string,
): Promise<IsoDate[]> {
  // Identities follow each other as the events do, so the greatest of a day is its last registration.
  const registered = await view.rows<{ day: string; closed: number | null; registration: number | null }>(
    `SELECT d.day, (SELECT max(event_id) FROM closings c WHERE c.day = d.day) AS closed,
       (SELECT max(e.id) FROM events e WHERE e.subject_kind = 'appeal' AND e.subject_id = d.entry AND e.action = 'appeal.registered') AS registration
     FROM (SELECT registered_on AS day, max(id) AS entry FROM appeals WHERE registered_on BETWEEN ? AND ? GROUP BY registered_on) d`,
    [from, to],
  )
  const open = registered.filter(({ closed, registration }) => closed === null || (registration ?? 0) > closed)
  const voided = await voidedAfterSheet(view, { from, to }, timeZone)
  return [...new Set([...open.map(({ day }) => day), ...voided])].sort()
}

async function voidedAfterSheet(view: View, { from, to }: { from: IsoDate; to: IsoDate }, timeZone: string): Promise<IsoDate[]> {
  const sheets = await view.rows<{ day: string; until: number }>(
    'SELECT day, max(event_id) AS until FROM closings WHERE day BETWEEN ? AND ? GROUP BY day',
    [from, to],
  )
  const until = new Map(sheets.map((sheet) => [sheet.day, sheet.until]))
  // No place on earth is further than a day from UTC.
  const voids = await view.rows<{ at: string; event: number | null }>(
    `SELECT a.voided_at AS at, (SELECT max(e.id) FROM events e WHERE e.subject_kind = 'appeal' AND e.subject_id = a.id AND e.action = 'appeal.voided') AS event
     FROM appeals a WHERE a.voided_at >= ? AND a.voided_at < ?`,
    [addDays(from, -1), addDays(to, 2)],
  )
  return voids
    .map(({ at, event }) => ({ day: localMoment(at, timeZone).date, event: event ?? 0 }))
    .filter(({ day, event }) => event > (until.get(day) ?? event))
    .map(({ day }) => day)
}
