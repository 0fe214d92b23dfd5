import type { DeskLetter, DeskTask, ExecutorLoad } from '#shared/contract'
import { addDays, may, type BothLanguages, type IsoDate, type WorkingCalendar } from '#shared/domain'
import type { SignedIn } from '../call'
import type { View, Work } from '../db/work'
import { shortNameOf, type People } from '../people/people.service'
import { IS_OPEN_TASK } from '../register/register.service'
import { departmentsOf, idsOf, sightOn } from '../register/sight.service'

/** How many working days ahead the load of the executors is shown. */
const DAYS_AHEAD = 10
/** So many letters lie on the head's desk at once; the others come up as these go. */
const ON_DESK = 100
/** Finished tasks are shown for so many days. */
const DAYS_BACK = 30

const LETTER = `a.id, a.version, a.number, a.number_parts AS numberParts, a.kind, a.status, a.applicant, a.subject, a.registered_on AS registeredOn, a.deadline`

type Raw<Row> = Omit<Row, 'numberParts'> & { numberParts: string }

/** When a desk is looked at. */
export interface DeskDay {
  today: IsoDate
  calendar: WorkingCalendar
}

/** Whose load is wanted, and of which days. */
export interface LoadScope {
  /** The days shown, in order; the next ten working days unless told. */
  days?: readonly IsoDate[]
  /** Counts only what this person sees, and shows people who left while they still have work; unless told, every task counts. */
  seenBy?: SignedIn
  /** Only people of these departments. */
  departments?: ReadonlySet<number>
}

/** What lies on whose desk. Nothing here writes but the typical texts. */
export class Desks {
  constructor(private readonly people: People) {}

  /** The most urgent letters that wait for a resolution, as far as the caller sees them, and how many wait in all. */
  async waiting(view: View, caller: SignedIn): Promise<{ letters: DeskLetter[]; waiting: number }> {
    const { sql, parameters } = sightOn(caller)
    const where = `FROM appeals a WHERE a.status IN ('registered', 'resolution') AND ${sql}`
    const rows = await view.rows<Raw<DeskLetter>>(
      `SELECT ${LETTER} ${where} ORDER BY a.deadline, a.seq LIMIT ${ON_DESK}`,
      parameters,
    )
    const [counted] = await view.rows<{ count: number }>(`SELECT count(*) AS count ${where}`, parameters)
    return { letters: rows.map(withParts), waiting: counted!.count }
  }

  /** The caller's tasks, those of the own department where he or she heads one, and those of whom he or she acts for; due first. */
  async tasks(view: View, caller: SignedIn, { done, today }: { done: boolean; today: IsoDate }): Promise<DeskTask[]> {
    const ids = idsOf(caller)
    const marks = ids.map(() => '?').join(', ')
    const department = caller.roles.includes('departmentHead') ? ` OR t.department_id IN (${departmentsOf(ids.length)})` : ''
    const states = done ? `(t.${IS_OPEN_TASK} OR (t.state = 'done' AND t.done_at >= ?))` : `t.${IS_OPEN_TASK}`
    const rows = await view.rows<Omit<Raw<DeskTask>, 'responsible'> & { responsible: number }>(
      `SELECT ${LETTER}, t.id AS taskId, t.person_id AS personId, t.person_name AS person, t.responsible, t.state, t.due, t.report,
         r.text, r.author_id AS authorId, r.author_name AS author
       FROM tasks t JOIN appeals a ON a.id = t.appeal_id JOIN resolutions r ON r.id = t.resolution_id
       WHERE (t.person_id IN (${marks})${department}) AND ${states} AND a.status <> 'void' ORDER BY t.due, t.id`,
      [...ids, ...(department ? [...ids, ...ids] : []), ...(done ? [addDays(today, -DAYS_BACK)] : [])],
    )
    return rows.map((row) => withParts({ ...row, responsible: Boolean(row.responsible) }))
  }

  /** Who could do the work, in the order of the alphabet: what is open and late, what is due on each of the days (what falls on a day off, on the working day after it), and who is away. */
  async executors(
    view: View,
    { today, calendar }: DeskDay,
    { days: asked, seenBy, departments }: LoadScope = {},
  ): Promise<{ days: IsoDate[]; executors: ExecutorLoad[] }> {
    const days = [...(asked ?? nextWorkingDays(today, DAYS_AHEAD, calendar))]
    const loads = await openByPerson(view, (due) => (due < today ? due : calendar.workingDayFrom(due)), seenBy)
    const away = await absences(view, days)
    const names = new Map(
      (await view.rows<{ id: number; name: string }>('SELECT id, name FROM departments')).map(({ id, name }) => [
        id,
        JSON.parse(name) as BothLanguages,
      ]),
    )
    const people = (await this.people.all(view)).filter(
      ({ id, active, roles, departmentId }) =>
        ((active && may(roles, 'routing.execute')) || (seenBy && loads.has(id))) &&
        (!departments || (departmentId !== null && departments.has(departmentId))),
    )
    const executors = people.map((person): ExecutorLoad => {
      const due = loads.get(person.id) ?? new Map<IsoDate, number>()
      const counts = days.map((day) => due.get(day) ?? 0)
      const late = [...due].filter(([day]) => day < today)
      const absent = days.map((day) => (away.get(person.id) ?? []).some(({ from, to }) => from <= day && day <= to))
      return {
        id: person.id,
        name: shortNameOf(person),
        department: person.departmentId === null ? null : (names.get(person.departmentId) ?? null),
        departmentHead: person.roles.includes('departmentHead'),
        open: sum([...due.values()]),
        late: sum(late.map(([, count]) => count)),
        days: counts,
        away: absent,
        free: counts.filter((count, at) => count === 0 && !absent[at]).length,
      }
    })
    return { days, executors }
  }

  /** The caller's own typical resolutions, by key. */
  async texts(view: View, personId: number): Promise<string[]> {
    const rows = await view.rows<{ text: string }>('SELECT text FROM typical_resolutions WHERE person_id = ? ORDER BY place', [
      personId,
    ])
    return rows.map(({ text }) => text)
  }

  /** Keeps them; empty ones are left out. */
  async saveTexts(work: Work, personId: number, texts: readonly string[]): Promise<void> {
    await work.run('DELETE FROM typical_resolutions WHERE person_id = ?', [personId])
    for (const [at, text] of texts.filter((text) => text !== '').entries()) {
      await work.run('INSERT INTO typical_resolutions (person_id, place, text) VALUES (?, ?, ?)', [personId, at + 1, text])
    }
  }
}

function withParts<Row extends { numberParts: string }>(row: Row): Omit<Row, 'numberParts'> & Pick<DeskLetter, 'numberParts'> {
  return { ...row, numberParts: JSON.parse(row.numberParts) as DeskLetter['numberParts'] }
}

/** So many working days after a day, in order. */
export function nextWorkingDays(today: IsoDate, count: number, calendar: WorkingCalendar): IsoDate[] {
  const days: IsoDate[] = []
  for (let day = today; days.length < count;) days.push((day = calendar.workingDayAfter(day)))
  return days
}

/** Open tasks of each person, by the day they count on; `seenBy`: only those on letters this person sees. */
async function openByPerson(
  view: View,
  countsOn: (due: IsoDate) => IsoDate,
  seenBy: SignedIn | undefined,
): Promise<Map<number, Map<IsoDate, number>>> {
  const { sql, parameters } = seenBy ? sightOn(seenBy) : { sql: '', parameters: [] }
  const rows = await view.rows<{ personId: number; due: string; count: number }>(
    `SELECT w.person_id AS personId, w.due, count(*) AS count FROM tasks w ${sql && `JOIN appeals a ON a.id = w.appeal_id AND ${sql}`}
     WHERE w.${IS_OPEN_TASK} GROUP BY w.person_id, w.due`,
    parameters,
  )
  const loads = new Map<number, Map<IsoDate, number>>()
  for (const { personId, due, count } of rows) {
    const load = loads.get(personId) ?? new Map<IsoDate, number>()
    const day = countsOn(due)
    loads.set(personId, load.set(day, (load.get(day) ?? 0) + count))
  }
  return loads
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

async function absences(view: View, days: readonly IsoDate[]): Promise<Map<number, { from: IsoDate; to: IsoDate }[]>> {
  const rows = await view.rows<{ personId: number; from: string; to: string }>(
    'SELECT person_id AS personId, from_on AS "from", to_on AS "to" FROM absences WHERE cancelled = 0 AND to_on >= ? AND from_on <= ?',
    [days[0], days.at(-1)],
  )
  const away = new Map<number, { from: IsoDate; to: IsoDate }[]>()
  for (const { personId, ...span } of rows) away.set(personId, [...(away.get(personId) ?? []), span])
  return away
}
