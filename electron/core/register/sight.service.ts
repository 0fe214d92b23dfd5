import { sightOf } from '#shared/domain'
import type { SignedIn } from '../call'

/** A part of a WHERE with its values. */
export interface Condition {
  sql: string
  parameters: unknown[]
}

/** The person, and those he or she acts for today. */
export function idsOf(caller: SignedIn): number[] {
  return [caller.id, ...caller.actsFor]
}

const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ')

/** The departments that some people head, or lead as members with that role: what each of them sees by the own role, not by a lent one. Twice as many values as people. */
export const departmentsOf = (count: number): string =>
  `SELECT department_id AS id FROM people WHERE id IN (${marks(count)}) AND instr(roles, '"departmentHead"') > 0 UNION SELECT id FROM departments WHERE head_id IN (${marks(count)})`

/** A task `t` that was given to somebody else or recalled: it no longer shows its letter. One that ended with the letter does. */
const IS_TAKEN_AWAY = `(t.state = 'ended' AND (EXISTS (SELECT 1 FROM tasks n WHERE n.replaces = t.id) OR EXISTS (SELECT 1 FROM resolutions r WHERE r.id = t.resolution_id AND r.recalled_at IS NOT NULL)))`

/**
 * Which entries a person sees, as a condition on `appeals` under the name `a`: by the widest sight of the roles, and of the confidential ones only those he or she is named for. The one place
 * that says so; lists use it as it is, single entries through `Register.seen`.
 */
export function sightOn(caller: SignedIn): Condition {
  const sight = sightOf(caller.roles)
  if (sight === null) return { sql: '0', parameters: [] }
  const ids = idsOf(caller)
  const named = {
    sql: `(a.confidential = 0 OR EXISTS (SELECT 1 FROM appeal_readers r WHERE r.appeal_id = a.id AND r.person_id IN (${marks(ids.length)})))`,
    parameters: ids,
  }
  if (sight === 'all') return named
  const own = `t.person_id IN (${marks(ids.length)})`
  const departments = `t.department_id IN (${departmentsOf(ids.length)})`
  const whose = sight === 'department' ? `(${own} OR ${departments})` : own
  return {
    // Whoever watches over an entry must see it (art. 46).
    sql: `${named.sql} AND (EXISTS (SELECT 1 FROM tasks t WHERE t.appeal_id = a.id AND ${whose} AND NOT ${IS_TAKEN_AWAY}) OR a.controller_id IN (${marks(ids.length)}))`,
    parameters: [...named.parameters, ...ids, ...(sight === 'department' ? [...ids, ...ids] : []), ...ids],
  }
}
