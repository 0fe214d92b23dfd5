import { EntitySchema } from 'typeorm'
import { column } from '../db/column'

/** Somebody's part in a resolution. It stays with whom it was given (trigger): another person gets a task of his or her own in its place. */
export interface TaskRow {
  id: number
  resolutionId: number
  appealId: number
  personId: number
  personName: string
  departmentId: number | null
  responsible: boolean
  due: string
  state: 'assigned' | 'accepted' | 'done' | 'ended'
  acceptedAt: string | null
  doneAt: string | null
  report: string
  endedAt: string | null
  endReason: string | null
  replaces: number | null
}

export const TaskEntity = new EntitySchema<TaskRow>({
  name: 'Task',
  tableName: 'tasks',
  columns: {
    id: column.id,
    resolutionId: column.integer('resolution_id'),
    appealId: column.integer('appeal_id'),
    personId: column.integer('person_id'),
    personName: column.text('person_name'),
    departmentId: column.nullableInteger('department_id'),
    responsible: column.flag(),
    due: column.text(),
    state: column.text(),
    acceptedAt: column.nullableText('accepted_at'),
    doneAt: column.nullableText('done_at'),
    report: column.text(),
    endedAt: column.nullableText('ended_at'),
    endReason: column.nullableText('end_reason'),
    replaces: column.nullableInteger(),
  },
})
