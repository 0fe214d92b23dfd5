import type { ControlLine, DigestSection } from '#shared/contract'
import { remindersOf, type IsoDate, type Status, type Term } from '#shared/domain'
import type { View } from '../db/work'
import { IS_OPEN, IS_OPEN_TASK } from '../register/register.service'
import { LINE, lineOf, WHO, type RawLine } from './lines'
import { remindedUntil, type ControlDay, type Scope } from './scope'

/** So many lines of a part are shown; its count says how many there are. */
export const SHOWN = 20

/**
 * What is late, due today and due soon. Clerks and heads: the open letters by deadline, and their own tasks by their day; others: the tasks. A letter stands once, by its earliest day.
 */
export async function nearing(view: View, scope: Scope, day: ControlDay): Promise<DigestSection[]> {
  const { seen, own } = scope
  const until = remindedUntil(day)
  const letters = scope.all
    ? `SELECT a.id, a.deadline AS due, NULL AS whose, 0 AS rank FROM appeals a WHERE a.${IS_OPEN} AND a.deadline <= ? AND ${seen.sql} UNION ALL`
    : ''
  const rows = await view.rows<RawLine & { section: DigestSection['name']; count: number }>(
    `WITH due AS (${letters}
       SELECT a.id, t.due, t.person_name AS whose, 2 - t.responsible AS rank FROM tasks t JOIN appeals a ON a.id = t.appeal_id
       WHERE t.${IS_OPEN_TASK} AND ${own.sql} AND t.due <= ? AND a.${IS_OPEN} AND ${seen.sql}),
     earliest AS (SELECT id, due, whose, row_number() OVER (PARTITION BY id ORDER BY due, rank) AS place FROM due),
     placed AS (SELECT id, due, whose, CASE WHEN due < ? THEN 'late' WHEN due = ? THEN 'today' ELSE 'soon' END AS section
       FROM earliest WHERE place = 1),
     counted AS (SELECT *, row_number() OVER (PARTITION BY section ORDER BY due, id) AS place, count(*) OVER (PARTITION BY section) AS count
       FROM placed)
     SELECT ${LINE}, c.due, c.section, c.count, NULL AS what, NULL AS outgoing, coalesce(c.whose, ${WHO}) AS whose
     FROM counted c JOIN appeals a ON a.id = c.id WHERE c.place <= ${SHOWN} ORDER BY c.due, c.id`,
    [...(scope.all ? [until, ...seen.parameters] : []), ...own.parameters, until, ...seen.parameters, day.today, day.today],
  )
  return (['late', 'today', 'soon'] as const).map((name) => {
    const found = rows.filter(({ section }) => section === name)
    return { name, count: found[0]?.count ?? 0, lines: found.map(lineOf) }
  })
}

/** Acts that are over once a letter has left the chancellery. */
const AT_CHANCELLERY: readonly string[] = ['redirect', 'return']

/** A day within the term on which something is to be done, and what. */
interface Coming {
  id: number
  due: IsoDate
  what: ControlLine['what']
}

/**
 * The days within terms of which one is reminded now: the last day to redirect or return what still lies at the chancellery (Code 350-VI art. 64, 65), the point of art. 91(4), the office's own
 * control date. The notice of an extension is told of as a letter to be handed over.
 */
export async function reminders(view: View, scope: Scope, day: ControlDay): Promise<DigestSection> {
  const until = remindedUntil(day)
  const { seen, own } = scope
  const mine = scope.all
    ? { sql: '1', parameters: [] }
    : {
        sql: `a.id IN (SELECT t.appeal_id FROM tasks t WHERE t.${IS_OPEN_TASK} AND ${own.sql})`,
        parameters: own.parameters,
      }
  // Only terms that hold any such day are read whole: there are ten thousand of them.
  const rows = await view.rows<{ id: number; status: Status; term: string }>(
    `SELECT a.id, a.status, a.term FROM appeals a WHERE a.${IS_OPEN} AND ${seen.sql} AND ${mine.sql}
       AND (a.term ->> '$.checkpoint.date' BETWEEN ? AND ? OR a.term ->> '$.controlDate' BETWEEN ? AND ?
         OR EXISTS (SELECT 1 FROM json_each(a.term, '$.shortTerms') s WHERE s.value ->> '$.date' BETWEEN ? AND ?))`,
    [...seen.parameters, ...mine.parameters, ...[1, 2, 3].flatMap(() => [day.today, until])],
  )
  const coming = rows.flatMap(({ id, status, term }) => comingOf(id, status, JSON.parse(term) as Term, day.today, until))
  coming.sort((a, b) => (a.due === b.due ? a.id - b.id : a.due < b.due ? -1 : 1))
  const shown = coming.slice(0, SHOWN)
  const letters = await view.rows<RawLine>(
    `SELECT ${LINE}, NULL AS due, NULL AS what, NULL AS outgoing, ${WHO} AS whose FROM appeals a WHERE a.id IN (${shown.map(() => '?').join(', ')})`,
    shown.map(({ id }) => id),
  )
  const byId = new Map(letters.map((row) => [row.id, lineOf(row)]))
  return { name: 'reminders', count: coming.length, lines: shown.map(({ id, due, what }) => ({ ...byId.get(id)!, due, what })) }
}

/** What is due on the same day stands together. */
function comingOf(id: number, status: Status, term: Term, today: IsoDate, until: IsoDate): Coming[] {
  const days = new Map<IsoDate, ControlLine['what']>()
  for (const { what, due } of remindersOf(term)) {
    if (due < today || due > until || what === 'extensionNotice') continue
    if (AT_CHANCELLERY.includes(what) && status === 'execution') continue
    days.set(due, [...(days.get(due) ?? []), what])
  }
  return [...days].map(([due, what]) => ({ id, due, what }))
}
