import type { SlipLanguages } from '#shared/contract'
import { deadlineState, type BothLanguages, type DeadlineState, type IsoDate } from '#shared/domain'
import { Refusal } from '../../errors'
import { IS_OPEN, IS_OPEN_TASK } from '../../register/register.service'
import { sightOn } from '../../register/sight.service'
import { everyRow } from '../everyRow'
import { imprintOf, type Imprint, type PaperCall } from '../PaperCall'

/** An entry that still waits for its answer. */
export interface ControlRow {
  number: string
  registeredOn: IsoDate
  applicant: string
  subject: string
  deadline: IsoDate
  control: boolean
  /** The executors with work to do, the responsible one first; empty: nobody works on it. */
  executors: { name: string; due: IsoDate }[]
  left: DeadlineState
}

/** What a control list shows: of one department or of all, with terms up to a day. */
export interface ControlListFacts {
  imprint: Imprint
  department: BothLanguages | null
  until: IsoDate | null
  rows: ControlRow[]
}

interface RawRow extends Omit<ControlRow, 'executors' | 'control' | 'left'> {
  place: number
  control: number
  executors: string
}

/** The open entries that the caller sees, by their terms. `department`: only those with work to do in it. Errors: `not_found` for a department that does not exist. */
export async function controlListOf(
  call: PaperCall,
  { department, until }: { department: number | null; until: IsoDate | null },
  languages: SlipLanguages,
): Promise<ControlListFacts> {
  const { view, today, office } = call
  const name = department === null ? null : await departmentName(call, department)
  const { sql, parameters } = sightOn(call.caller)
  const within =
    department === null
      ? '1'
      : `EXISTS (SELECT 1 FROM tasks t WHERE t.appeal_id = a.id AND t.${IS_OPEN_TASK} AND t.department_id = ?)`
  const leftOf = remembering((deadline: IsoDate) => deadlineState(deadline, today, office.calendar))
  const rows = await everyRow<ControlRow & { place: number }>(
    async (after, limit) => {
      const found = await view.rows<RawRow>(
        `SELECT a.id AS place, a.number, a.registered_on AS registeredOn, a.applicant, a.subject, a.deadline, a.control,
           (SELECT json_group_array(json_object('name', t.person_name, 'due', t.due) ORDER BY t.responsible DESC, t.id) FROM tasks t WHERE t.appeal_id = a.id AND t.${IS_OPEN_TASK}) AS executors
         FROM appeals a WHERE a.id > ? AND a.${IS_OPEN} AND ${sql} AND ${within} AND a.deadline <= ? ORDER BY a.id LIMIT ?`,
        [after, ...parameters, ...(department === null ? [] : [department]), until ?? '9999-12-31', limit],
      )
      return found.map((row) => ({
        ...row,
        control: row.control === 1,
        executors: JSON.parse(row.executors) as ControlRow['executors'],
        left: leftOf(row.deadline),
      }))
    },
    ({ deadline }) => deadline,
  )
  return { imprint: imprintOf(call, languages), department: name, until, rows }
}

/** Thousands of entries share a few dozen deadlines, and to count working days takes its time. */
function remembering<Result>(find: (day: IsoDate) => Result): (day: IsoDate) => Result {
  const known = new Map<IsoDate, Result>()
  return (day) => {
    const found = known.get(day) ?? find(day)
    known.set(day, found)
    return found
  }
}

async function departmentName({ view }: PaperCall, id: number): Promise<BothLanguages> {
  const [found] = await view.rows<{ name: string }>('SELECT name FROM departments WHERE id = ?', [id])
  if (!found) throw new Refusal('not_found')
  return JSON.parse(found.name) as BothLanguages
}
