import { z } from 'zod'
import { ROLES } from '../domain/permissions'
import { bothLanguages, date, fault, id, oneOf } from './fields'
import { reads, writes } from './procedure'

/** A department of the office. */
const department = z.object({
  id,
  name: z.object({ kk: z.string(), ru: z.string() }),
  /** Head of the department. */
  headId: id.nullable(),
  active: z.boolean(),
  version: z.number(),
})
export type Department = z.infer<typeof department>

/** Why somebody is away. Each names a text in `words.absences`. */
export const ABSENCE_REASONS = ['leave', 'trip', 'sick', 'study', 'other'] as const

/** Days on which somebody is away, both included, and who acts for him or her. */
const absence = z.object({
  id,
  personId: id,
  from: z.string(),
  to: z.string(),
  reason: z.enum(ABSENCE_REASONS),
  actingId: id.nullable(),
  cancelled: z.boolean(),
  version: z.number(),
})
export type Absence = z.infer<typeof absence>

/** A person as colleagues know him or her: no sign-in name. */
const colleague = z.object({
  id,
  /** Surname and initials. */
  name: z.string(),
  position: z.object({ kk: z.string(), ru: z.string() }),
  departmentId: id.nullable(),
  roles: z.array(z.enum(ROLES)),
  active: z.boolean(),
})
export type Colleague = z.infer<typeof colleague>

const absenceInput = z
  .object({
    id: id.nullable(),
    version: z.number().int(),
    personId: id,
    from: date,
    to: date,
    reason: oneOf(ABSENCE_REASONS),
    actingId: id.nullable(),
  })
  .superRefine((given, context) => {
    if (given.from && given.to && given.to < given.from) {
      context.addIssue({ ...fault('date_too_soon', { min: given.from }), path: ['to'] })
    }
    if (given.actingId === given.personId) context.addIssue({ ...fault('unknown_value'), path: ['actingId'] })
  })

export const structure = {
  /** Departments, colleagues and absences that are not over. */
  state: reads('office.read').output(
    z.object({ departments: z.array(department), people: z.array(colleague), absences: z.array(absence) }),
  ),
  /** Adds, renames, closes a department or changes its head. Errors: `conflict.stale`, `not_found`, `invalid_input` (`headId`). */
  saveDepartment: writes('people.manage', 'department.saved')
    .input(
      z.object({
        id: id.nullable(),
        version: z.number().int(),
        name: bothLanguages({ required: true, max: 160 }),
        headId: id.nullable(),
        active: z.boolean(),
      }),
    )
    .output(department),
  /**
   * Writes down an absence and who acts. Errors: `conflict.stale`, `not_found`, `structure.absent_already` (dates overlap another of the same person), `structure.acting_absent`,
   * `structure.acts_already` (acts for another on a shared day), `structure.acting_self` (would give himself or herself wider rights).
   */
  saveAbsence: writes('structure.absences', 'absence.saved').input(absenceInput).output(absence),
  /** Takes an absence back. Errors: `conflict.stale`, `not_found`. */
  cancelAbsence: writes('structure.absences', 'absence.cancelled')
    .input(z.object({ id, version: z.number().int() }))
    .output(absence),
}
