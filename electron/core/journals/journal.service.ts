import type { JournalRow, JournalState } from '#shared/contract'
import type { IsoDate, WorkingCalendar } from '#shared/domain'
import { matchQuery } from '../db/search'
import type { View } from '../db/work'
import { IS_OPEN } from '../register/register.service'
import type { Condition } from '../register/sight.service'
import { APPEALS, nextNumber } from '../register/numbering.service'
import type { OfficeState } from '../settings/settings.service'

/** What is asked of a journal. */
export interface JournalQuery {
  year: number
  state: JournalState
  search: string
  after: number | null
  limit: number
}

/** The day on which it is asked, and what the caller may see (`sightOn`). */
interface Seen {
  today: IsoDate
  sight: Condition
}

const COLUMNS = `a.id, a.seq, a.number, a.year, a.kind, a.status, a.applicant, a.people, a.subject, a.summary, a.sheets, a.annex_sheets AS annexSheets, a.channel,
  a.accepted_by_name AS acceptedBy, a.received_on AS receivedOn, a.received_at AS receivedAt, a.registered_on AS registeredOn, a.registered_at AS registeredAt, a.deadline,
  (SELECT count(*) FROM slips s WHERE s.appeal_id = a.id) AS slips`

/** The journal of a year: pages, counts, and the proof that its numbers run without a gap. */
export class Journals {
  /** One page, newest first. */
  async page(
    view: View,
    query: JournalQuery,
    seen: Seen & { calendar: WorkingCalendar },
  ): Promise<{ rows: JournalRow[]; more: boolean }> {
    const { sql, parameters } = pageStatement(query, seen)
    const rows = await view.rows<JournalRow>(sql, parameters)
    return { rows: rows.slice(0, query.limit), more: rows.length > query.limit }
  }

  /** Counts of a year by state, its last and next number, and whether the numbers run without a gap. */
  async overview(view: View, year: number, { today, sight }: Seen, office: OfficeState) {
    const states = Object.keys(CONDITIONS) as JournalState[]
    const count = async (state: JournalState): Promise<[JournalState, number]> => {
      const condition = CONDITIONS[state](today, office.calendar)
      const [row] = await view.rows<{ count: number }>(
        `SELECT count(*) AS count FROM appeals a WHERE a.journal = ? AND a.year = ? AND ${sight.sql} ${condition.sql}`,
        [APPEALS, year, ...sight.parameters, ...condition.parameters],
      )
      return [state, row!.count]
    }
    const [range] = await view.rows<{ first: number | null; last: number | null; count: number }>(
      'SELECT min(seq) AS first, max(seq) AS last, count(*) AS count FROM appeals WHERE journal = ? AND year = ?',
      [APPEALS, year],
    )
    const years = await view.rows<{ year: number }>('SELECT year FROM counters WHERE journal = ? ORDER BY year DESC', [APPEALS])
    const [last] = await view.rows<{ seq: number; number: string; registeredAt: string }>(
      'SELECT seq, number, registered_at AS registeredAt FROM appeals WHERE journal = ? AND year = ? ORDER BY seq DESC LIMIT 1',
      [APPEALS, year],
    )
    const [onToday] = await view.rows<{ count: number }>('SELECT count(*) AS count FROM appeals WHERE registered_on = ?', [today])
    const next = await nextNumber(view, APPEALS, year, office.rules.numberPattern)
    return {
      counts: Object.fromEntries(await Promise.all(states.map(count))) as Record<JournalState, number>,
      years: years.map((row) => row.year),
      first: range!.first,
      last: last ?? null,
      next: { seq: next.seq, number: next.number },
      gapless: range!.count === 0 || range!.last! - range!.first! + 1 === range!.count,
      today: { count: onToday!.count },
    }
  }
}

const NONE: Condition = { sql: '', parameters: [] }
const OPEN = `AND a.${IS_OPEN}`

/** The states of a journal as conditions. Late, due today and due soon are computed on the day, never stored. */
const CONDITIONS: Readonly<Record<JournalState, (today: IsoDate, calendar: WorkingCalendar) => Condition>> = {
  all: () => NONE,
  open: () => ({ sql: OPEN, parameters: [] }),
  late: (today) => ({ sql: `${OPEN} AND a.deadline < ?`, parameters: [today] }),
  today: (today) => ({ sql: `${OPEN} AND a.deadline = ?`, parameters: [today] }),
  soon: (today, calendar) => ({
    sql: `${OPEN} AND a.deadline > ? AND a.deadline <= ?`,
    parameters: [today, lastSoonDay(today, calendar)],
  }),
  void: () => ({ sql: "AND a.status = 'void'", parameters: [] }),
  slip: () => ({ sql: `${OPEN} AND NOT EXISTS (SELECT 1 FROM slips s WHERE s.appeal_id = a.id)`, parameters: [] }),
}

function pageStatement(query: JournalQuery, { today, calendar, sight }: Seen & { calendar: WorkingCalendar }): Condition {
  const condition = CONDITIONS[query.state](today, calendar)
  const match = query.search.trim() === '' ? null : matchQuery(query.search)
  const parts = [`SELECT ${COLUMNS} FROM appeals a WHERE a.journal = ? AND a.year = ? AND ${sight.sql}`, condition.sql]
  const parameters: unknown[] = [APPEALS, query.year, ...sight.parameters, ...condition.parameters]
  if (query.after !== null) {
    parts.push('AND a.seq < ?')
    parameters.push(query.after)
  }
  if (match !== null) {
    parts.push('AND a.id IN (SELECT rowid FROM appeals_search WHERE appeals_search MATCH ?)')
    parameters.push(match)
  }
  parts.push('ORDER BY a.seq DESC LIMIT ?')
  // One row more than asked for tells whether there is another page.
  return { sql: parts.join(' '), parameters: [...parameters, query.limit + 1] }
}

/** The last day that is at most three working days away: «soon» in the same sense as `deadlineState`. */
function lastSoonDay(today: IsoDate, calendar: WorkingCalendar): IsoDate {
  let day = today
  for (let i = 0; i < 3; i++) day = calendar.workingDayAfter(day)
  return day
}
