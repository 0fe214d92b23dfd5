import { remindFrom, sightOf, addDays, type IsoDate, type WorkingCalendar } from '#shared/domain'
import type { SignedIn } from '../call'
import type { View } from '../db/work'
import { departmentsOf as departmentsSql, idsOf, sightOn, type Condition } from '../register/sight.service'

/** When control is looked at. `remindAhead`: working days ahead from which everybody is reminded. */
export interface ControlDay {
  today: IsoDate
  calendar: WorkingCalendar
  remindAhead: number
}

/** What a caller has before him or her: the letters seen (`a`), and of the tasks (`t`) those that are the caller's own business and those he or she watches over. */
export interface Scope {
  ids: number[]
  /** Clerks and heads answer for every open letter; others for the tasks given to them or their department. */
  all: boolean
  /** On `appeals a`. */
  seen: Condition
  /** On `tasks t`: the caller's own tasks, and those of the own department for whoever heads it. */
  own: Condition
  /** On `tasks t`: all, or as `own`. */
  overseen: Condition
}

/** The scope of a caller; by the widest sight of the roles, as everywhere. */
export function scopeOf(caller: SignedIn): Scope {
  const ids = idsOf(caller)
  const marks = ids.map(() => '?').join(', ')
  const sight = sightOf(caller.roles)
  const mine: Condition = { sql: `t.person_id IN (${marks})`, parameters: ids }
  const department: Condition = {
    sql: `(${mine.sql} OR t.department_id IN (${departmentsSql(ids.length)}))`,
    parameters: [...ids, ...ids, ...ids],
  }
  const own = sight === 'department' ? department : mine
  const all = sight === 'all'
  return { ids, all, seen: sightOn(caller), own, overseen: all ? { sql: '1', parameters: [] } : own }
}

/** The departments a caller belongs to or heads. */
export async function departmentsOf(view: View, { ids }: Scope): Promise<Set<number>> {
  const rows = await view.rows<{ id: number | null }>(departmentsSql(ids.length), [...ids, ...ids])
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])))
}

/** The last day of which one is reminded today: reminding of it has begun, of the day after it not yet. */
export function remindedUntil({ today, calendar, remindAhead }: ControlDay): IsoDate {
  let day = today
  for (let next = addDays(day, 1); remindFrom(next, remindAhead, calendar) <= today; next = addDays(next, 1)) day = next
  return day
}
