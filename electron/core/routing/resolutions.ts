import type { Resolution, Task } from '#shared/contract'
import type { View } from '../db/work'
import { ResolutionEntity, type ResolutionRow } from './Resolution.entity'
import { TaskEntity, type TaskRow } from './Task.entity'

/** The resolutions of an entry with their tasks, oldest first; the responsible executor first. */
export async function resolutionsOf(view: View, appealId: number): Promise<Resolution[]> {
  const resolutions = await view.many(ResolutionEntity, { where: { appealId }, order: { id: 'ASC' } })
  const tasks = await view.many(TaskEntity, { where: { appealId }, order: { responsible: 'DESC', id: 'ASC' } })
  return resolutions.map((row) => written(row, tasks.filter((task) => task.resolutionId === row.id).map(taskOf)))
}

function written(row: ResolutionRow, tasks: Task[]): Resolution {
  const { id, parentId, text, due, issuedOn, issuedAt, enteredBy } = row
  const author = { id: row.authorId, name: row.authorName, position: row.authorPosition }
  const recalled =
    row.recalledAt === null ? null : { at: row.recalledAt, by: row.recalledBy ?? '', reason: row.recallReason ?? '' }
  return { id, parentId, author, text, due, issuedOn, issuedAt, enteredBy, recalled, tasks }
}

function taskOf({
  id,
  personId,
  personName,
  responsible,
  due,
  state,
  acceptedAt,
  doneAt,
  report,
  endReason,
  replaces,
}: TaskRow): Task {
  return { id, personId, person: personName, responsible, due, state, acceptedAt, doneAt, report, endReason, replaces }
}
