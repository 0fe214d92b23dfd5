import type { ControlLine } from '#shared/contract'
import type { View } from '../db/work'
import { IS_OPEN_TASK } from '../register/register.service'
import type { Condition } from '../register/sight.service'

/** Columns of a line, from `appeals a`. */
export const LINE = 'a.id, a.number, a.number_parts AS numberParts, a.status, a.applicant, a.subject'

/** Who works on a letter `a`: the responsible one, named last where the work was divided further. */
export const WHO = `coalesce((SELECT t.person_name FROM tasks t WHERE t.appeal_id = a.id AND t.${IS_OPEN_TASK} ORDER BY t.responsible DESC, t.id DESC LIMIT 1), '')`

/** A line as SQL gives it; `what` and `outgoing` may be missing. */
export interface RawLine extends Omit<ControlLine, 'numberParts' | 'what' | 'outgoing'> {
  numberParts: string
  what: ControlLine['what'][number] | null
  outgoing: string | null
}

/** A line from its row. */
export function lineOf({
  id,
  number,
  numberParts,
  status,
  applicant,
  subject,
  due,
  whose,
  what,
  outgoing,
}: RawLine): ControlLine {
  const parts = JSON.parse(numberParts) as ControlLine['numberParts']
  const more = { what: what === null ? [] : [what], outgoing: outgoing ?? '' }
  return { id, number, numberParts: parts, status, applicant, subject, due, whose, ...more }
}

/**
 * The most urgent lines of a selection and how many there are in all. `from`: tables with their conditions, among them `appeals a`; `columns`: what a line says besides the letter itself,
 * `whose` null = who works on it.
 */
export async function urgent(
  view: View,
  from: Condition,
  columns: { due: string; whose?: string; what?: string; outgoing?: string },
  limit: number,
): Promise<{ count: number; lines: ControlLine[] }> {
  const { due, whose = 'NULL', what = 'NULL', outgoing = 'NULL' } = columns
  // The letters themselves are read only for the lines shown.
  const rows = await view.rows<RawLine & { count: number }>(
    `SELECT ${LINE}, s.due, s.what, s.outgoing, s.count, coalesce(s.whose, ${WHO}) AS whose
     FROM (SELECT a.id, ${due} AS due, ${whose} AS whose, ${what} AS what, ${outgoing} AS outgoing, count(*) OVER () AS count
       FROM ${from.sql} ORDER BY ${due} IS NULL, ${due}, a.id LIMIT ${limit}) s
     JOIN appeals a ON a.id = s.id ORDER BY s.due IS NULL, s.due, s.id`,
    from.parameters,
  )
  return { count: rows[0]?.count ?? 0, lines: rows.map(lineOf) }
}
