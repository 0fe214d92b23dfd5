import type { AheadRow, ControlLine, DigestSection, LateGroup } from '#shared/contract'
import { may, type BothLanguages, type IsoDate } from '#shared/domain'
import type { SignedIn } from '../call'
import type { View } from '../db/work'
import { IS_OPEN, IS_OPEN_TASK } from '../register/register.service'
import { nextWorkingDays, type Desks } from '../routing/desks.service'
import { LINE, lineOf, urgent, type RawLine } from './lines'
import { nearing, reminders, SHOWN } from './nearing'
import { departmentsOf, scopeOf, type ControlDay, type Scope } from './scope'

/** Working days shown ahead, besides the present one. */
const DAYS_AHEAD = 15
/** Letters shown behind one figure. */
const BEHIND = 50
/** Letters shown of one department. */
const OF_DEPARTMENT = 100

/** Where a letter of `appeals a` is one that nobody works on. */
const NOBODYS = `a.${IS_OPEN} AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.appeal_id = a.id AND t.${IS_OPEN_TASK})`

/** Control: who must do what by when. Nothing here writes, and nothing is shown or counted that the caller may not see. */
export class Control {
  constructor(private readonly desks: Desks) {}

  /** What concerns the caller on a day; only the parts that hold something, in their order. */
  async digest(view: View, caller: SignedIn, day: ControlDay): Promise<DigestSection[]> {
    const scope = scopeOf(caller)
    const sections: DigestSection[] = [
      ...(await nearing(view, scope, day)),
      await this.#toAccept(view, scope),
      ...(may(caller.roles, 'routing.resolve') ? [await this.#toResolve(view, scope), await this.#toSign(view, scope)] : []),
      ...(may(caller.roles, 'letters.handOver') ? [await this.#toHandOver(view, scope)] : []),
      await reminders(view, scope, day),
      await this.#watched(view, scope),
    ]
    return sections.filter(({ count }) => count > 0)
  }

  /** The load of everybody the caller watches over on the days ahead; letters that nobody works on stand first. */
  async ahead(view: View, caller: SignedIn, { today, calendar }: ControlDay): Promise<{ days: IsoDate[]; rows: AheadRow[] }> {
    const scope = scopeOf(caller)
    const days = [...(calendar.isWorking(today) ? [today] : []), ...nextWorkingDays(today, DAYS_AHEAD, calendar)]
    const departments = scope.all ? {} : { departments: await departmentsOf(view, scope) }
    const { executors } = await this.desks.executors(view, { today, calendar }, { days, seenBy: caller, ...departments })
    const rows: AheadRow[] = executors.map(({ free: _, ...row }) => ({ ...row, later: row.open - row.late - sum(row.days) }))
    if (!scope.all) return { days, rows }
    const nobodys = await this.#nobodys(view, scope, today, days, (due) => calendar.workingDayFrom(due))
    return { days, rows: nobodys.open > 0 ? [nobodys, ...rows] : rows }
  }

  /** The letters behind a figure of `ahead`, by the day they are due on; the first fifty. */
  async behind(
    view: View,
    caller: SignedIn,
    { personId, from, to }: { personId: number | null; from: IsoDate; to: IsoDate },
  ): Promise<ControlLine[]> {
    const { all, seen, overseen } = scopeOf(caller)
    if (personId === null) {
      const sql = `appeals a WHERE ${NOBODYS} AND ${all ? '1' : '0'} AND ${seen.sql} AND a.deadline BETWEEN ? AND ?`
      return (await urgent(view, { sql, parameters: [...seen.parameters, from, to] }, { due: 'a.deadline' }, BEHIND)).lines
    }
    const sql = `tasks t JOIN appeals a ON a.id = t.appeal_id
      WHERE t.${IS_OPEN_TASK} AND t.person_id = ? AND ${overseen.sql} AND ${seen.sql} AND t.due BETWEEN ? AND ?`
    const parameters = [personId, ...overseen.parameters, ...seen.parameters, from, to]
    return (await urgent(view, { sql, parameters }, { due: 't.due', whose: 't.person_name' }, BEHIND)).lines
  }

  /** Overdue letters by department, the longest overdue first. */
  async late(view: View, caller: SignedIn, { today }: Pick<ControlDay, 'today'>): Promise<LateGroup[]> {
    const { all, seen, overseen } = scopeOf(caller)
    // A letter that nobody works on is the chancellery's; no head of a department sees it.
    const join = all ? 'LEFT JOIN' : 'JOIN'
    const rows = await view.rows<RawLine & { department: string | null; unassigned: number; count: number; place: number }>(
      `WITH late AS (SELECT a.id, CASE WHEN a.deadline < ? THEN a.deadline ELSE t.due END AS due, t.person_name AS whose,
           CASE WHEN t.id IS NULL THEN 0 ELSE coalesce(t.department_id, -1) END AS department,
           row_number() OVER (PARTITION BY a.id ORDER BY t.responsible DESC, t.id DESC) AS place
         FROM appeals a ${join} tasks t ON t.appeal_id = a.id AND t.${IS_OPEN_TASK} AND ${overseen.sql}
         WHERE a.${IS_OPEN} AND ${seen.sql} AND (a.deadline < ? OR t.due < ?)),
       counted AS (SELECT id, due, whose, department, row_number() OVER (PARTITION BY department ORDER BY due, id) AS place,
           count(*) OVER (PARTITION BY department) AS count FROM late WHERE place = 1)
       SELECT ${LINE}, c.due, coalesce(c.whose, '') AS whose, NULL AS what, NULL AS outgoing, d.name AS department, c.department = 0 AS unassigned, c.count, c.place
       FROM counted c JOIN appeals a ON a.id = c.id LEFT JOIN departments d ON d.id = c.department
       WHERE c.place <= ${OF_DEPARTMENT} ORDER BY c.due, c.id`,
      [today, ...overseen.parameters, ...seen.parameters, today, today],
    )
    // In this order the first letter of a department says where the department stands.
    const groups = new Map<string, LateGroup>()
    for (const { department, unassigned, count, ...row } of rows) {
      const key = `${unassigned}${department ?? ''}`
      const name = department === null ? null : (JSON.parse(department) as BothLanguages)
      const group = groups.get(key) ?? { department: name, unassigned: unassigned === 1, count, lines: [] }
      group.lines.push(lineOf(row))
      groups.set(key, group)
    }
    return [...groups.values()]
  }

  async #toAccept(view: View, { own, seen }: Scope): Promise<DigestSection> {
    const sql = `tasks t JOIN appeals a ON a.id = t.appeal_id WHERE t.${IS_OPEN_TASK} AND t.state = 'assigned' AND ${own.sql} AND a.${IS_OPEN} AND ${seen.sql}`
    const parameters = [...own.parameters, ...seen.parameters]
    return { name: 'accept', ...(await urgent(view, { sql, parameters }, { due: 't.due', whose: 't.person_name' }, SHOWN)) }
  }

  async #toResolve(view: View, { seen: { sql, parameters } }: Scope): Promise<DigestSection> {
    const from = { sql: `appeals a WHERE a.status IN ('registered', 'resolution') AND ${sql}`, parameters }
    return { name: 'resolution', ...(await urgent(view, from, { due: 'a.deadline' }, SHOWN)) }
  }

  async #toSign(view: View, { seen: { sql, parameters } }: Scope): Promise<DigestSection> {
    const from = {
      sql: `decisions d JOIN appeals a ON a.id = d.appeal_id WHERE d.state = 'submitted' AND ${sql}`,
      parameters,
    }
    const columns = { due: 'a.deadline', whose: 'd.author_name', what: 'd.act' }
    return { name: 'signature', ...(await urgent(view, from, columns, SHOWN)) }
  }

  async #toHandOver(view: View, { seen: { sql, parameters } }: Scope): Promise<DigestSection> {
    const from = {
      sql: `letters l JOIN decisions d ON d.id = l.decision_id JOIN appeals a ON a.id = l.appeal_id WHERE l.handed_on IS NULL AND ${sql}`,
      parameters,
    }
    const columns = { due: 'l.send_by', whose: 'd.author_name', what: 'l.purpose', outgoing: 'l.number' }
    return { name: 'handOver', ...(await urgent(view, from, columns, SHOWN)) }
  }

  async #watched(view: View, { ids, seen: { sql, parameters } }: Scope): Promise<DigestSection> {
    const marks = ids.map(() => '?').join(', ')
    const from = {
      sql: `appeals a WHERE a.control = 1 AND a.controller_id IN (${marks}) AND a.status <> 'void' AND ${sql}`,
      parameters: [...ids, ...parameters],
    }
    return { name: 'watched', ...(await urgent(view, from, { due: 'a.deadline' }, SHOWN)) }
  }

  /** Letters that nobody works on, by their deadline, as a row beside the people. */
  async #nobodys(
    view: View,
    { seen }: Scope,
    today: IsoDate,
    days: readonly IsoDate[],
    countsOn: (due: IsoDate) => IsoDate,
  ): Promise<AheadRow> {
    const rows = await view.rows<{ due: IsoDate; count: number }>(
      `SELECT a.deadline AS due, count(*) AS count FROM appeals a WHERE ${NOBODYS} AND ${seen.sql} GROUP BY a.deadline`,
      seen.parameters,
    )
    const [open, late] = [rows, rows.filter(({ due }) => due < today)].map((some) => sum(some.map(({ count }) => count)))
    const coming = rows.filter(({ due }) => due >= today)
    const counts = days.map((day) => sum(coming.filter(({ due }) => countsOn(due) === day).map(({ count }) => count)))
    return {
      ...{ id: null, name: '', department: null, departmentHead: false, open: open!, late: late!, days: counts },
      ...{ away: days.map(() => false), later: open! - late! - sum(counts) },
    }
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
