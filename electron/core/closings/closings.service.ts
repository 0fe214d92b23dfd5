import type { Closing } from '#shared/contract'
import { addDays, type IsoDate } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { CHAIN_START, type History } from '../audit/history.service'
import { callerOf, type WriteCall } from '../call'
import type { View } from '../db/work'
import { Refusal, refuseField } from '../errors'
import { entryMarks } from '../register/register.service'
import type { OfficeState, Settings } from '../settings/settings.service'
import { checkSheet, type AskedSheet, type CheckedSheet } from './checkSheet'
import { ClosingEntity, closingOf, type ClosingRow, type DayFacts } from './Closing.entity'
import { dayFacts } from './dayFacts'
import { unclosedDays } from './unclosedDays'

/** Closed days: what the register came to, on paper, with the head of the chain of events. */
export class Closings {
  constructor(
    private readonly history: History,
    private readonly settings: Settings,
    private readonly timeZone: string,
  ) {}

  /** What a day comes to now, its sheets, oldest first, and whether anything was registered or voided since the last (at all, if there is none). */
  async day(view: View, day: IsoDate) {
    const now = await dayFacts(view, day, this.timeZone)
    const rows = await view.many(ClosingEntity, { where: { day }, order: { edition: 'ASC' } })
    const last: DayFacts = rows.at(-1)?.facts ?? { count: 0, first: null, last: null, voids: [] }
    const changedSince = now.count !== last.count || now.voids.length !== last.voids.length
    return { now: { day, ...now }, closings: rows.map(closingOf), changedSince }
  }

  /** Days closed in a year, newest first, and the days before today with entries that nobody closed, or that went on after their last sheet, oldest first. `at`: now, UTC. */
  async year(view: View, year: number, at: string): Promise<{ closings: Closing[]; unclosed: string[] }> {
    const [from, to] = [`${year}-01-01`, `${year}-12-31`]
    const rows = await view.rows<Omit<ClosingRow, 'facts'> & { facts: string }>(
      `SELECT id, day, edition, facts, event_id AS eventId, head, closed_at AS closedAt, closed_by AS closedBy FROM closings
       WHERE day BETWEEN ? AND ? ORDER BY day DESC, edition DESC`,
      [from, to],
    )
    const today = localMoment(at, this.timeZone).date
    return {
      closings: rows.map((row) => closingOf({ ...row, facts: JSON.parse(row.facts) as DayFacts })),
      unclosed: await unclosedDays(view, { from, to: to < today ? to : addDays(today, -1) }, this.timeZone),
    }
  }

  /** Closes a day that has begun: freezes its figures and the head of the chain. Errors: `invalid_input`. */
  async close(call: WriteCall, day: IsoDate): Promise<Closing> {
    const today = localMoment(call.at, this.timeZone).date
    if (day > today) throw refuseField('day', 'date_in_future', { today })
    const facts = await dayFacts(call.work, day, this.timeZone)
    const [last] = await call.work.rows<{ id: number; hash: string }>('SELECT id, hash FROM events ORDER BY id DESC LIMIT 1')
    const [before] = await call.work.rows<{ edition: number | null }>(
      'SELECT max(edition) AS edition FROM closings WHERE day = ?',
      [day],
    )
    const row = {
      ...{ day, edition: (before?.edition ?? 0) + 1, facts, eventId: last?.id ?? 0, head: last?.hash ?? CHAIN_START },
      ...{ closedAt: call.at, closedBy: callerOf(call).name },
    }
    const id = await call.work.insert(ClosingEntity, row)
    const { edition, head } = row
    // The event stands in the chain itself, so that neither the sheet's row nor an entry of the day can be rewritten unseen.
    const entries = await entryMarks(call.work, day)
    call.tell('closing', id, { day, edition, ...facts, head: head.slice(0, 16), entries })
    return closingOf({ ...row, id })
  }

  /** Whether the register still says what a sheet says. Recounts the chain in portions; the thread stays free in between. */
  check(view: View, asked: AskedSheet): Promise<CheckedSheet> {
    return checkSheet(view, asked, { history: this.history, timeZone: this.timeZone })
  }

  /** What the sheet of a closed day bears. Errors: `not_found`. */
  async sheet(view: View, id: number): Promise<{ closing: Closing; office: OfficeState; timeZone: string }> {
    const row = await view.one(ClosingEntity, { where: { id } })
    if (!row) throw new Refusal('not_found')
    return { closing: closingOf(row), office: await this.settings.opened(view), timeZone: this.timeZone }
  }
}
