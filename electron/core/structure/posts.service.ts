import type { Work } from '../db/work'
import { refuseField } from '../errors'
import { AbsenceEntity } from './Absence.entity'
import { DepartmentEntity } from './Department.entity'

/** What people hold in the structure, for the area of people: it must neither point at nothing nor outlast them. */

/** Errors: `invalid_input` (`departmentId`, `unknown_value`) for a department that does not exist. */
export async function refuseUnknownDepartment(work: Work, id: number | null): Promise<void> {
  if (id !== null && !(await work.one(DepartmentEntity, { where: { id } }))) throw refuseField('departmentId', 'unknown_value')
}

/** Takes a person who left out of what he or she held: departments have no head then, absences from `today` on (local) nobody who acts. Gives what to write into the history. */
export async function releasePosts(
  work: Work,
  personId: number,
  today: string,
): Promise<{ headOf?: number[]; actedIn?: number[] }> {
  const headed = await work.many(DepartmentEntity, { where: { headId: personId } })
  for (const { id, version } of headed) await work.update(DepartmentEntity, { id }, { headId: null, version: version + 1 })
  const coming = (await work.many(AbsenceEntity, { where: { actingId: personId, cancelled: false } })).filter(
    ({ to }) => to >= today,
  )
  for (const { id, version } of coming) await work.update(AbsenceEntity, { id }, { actingId: null, version: version + 1 })
  return {
    ...(headed.length > 0 && { headOf: headed.map(({ id }) => id) }),
    ...(coming.length > 0 && { actedIn: coming.map(({ id }) => id) }),
  }
}
