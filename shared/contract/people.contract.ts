import { z } from 'zod'
import { ROLES } from '../domain/permissions'
import { bothLanguages, fault, id, oneOf, text } from './fields'
import { reads, writes } from './procedure'

/** A password as typed: 8 to 200 characters, any characters; it is neither trimmed nor shown again. */
export const password = z.string().superRefine((value, context) => {
  if (value === '') context.addIssue(fault('required'))
  else if (value.length < 8) context.addIssue(fault('too_short', { min: 8 }))
  else if (value.length > 200) context.addIssue(fault('too_long', { max: 200, length: value.length }))
})

/** A person of the office. */
export const personFields = z.object({
  surname: text({ required: true, max: 80 }),
  givenName: text({ required: true, max: 80 }),
  patronymic: text({ max: 80 }),
  position: bothLanguages({ required: true, max: 120 }),
  departmentId: id.nullable(),
  /** Name typed at sign-in. */
  login: text({ required: true, max: 60 }),
  roles: z.array(oneOf(ROLES)).min(1, { error: 'required' }).max(ROLES.length),
})
export type PersonFields = z.infer<typeof personFields>

const person = personFields.extend({ id, active: z.boolean(), version: z.number() })
export type Person = z.infer<typeof person>

export const people = {
  list: reads('people.manage').output(z.array(person)),
  /** Errors: `people.login_taken`, `invalid_input` (`departmentId` may not exist). */
  add: writes('people.manage', 'person.added').input(personFields.extend({ password })).output(person),
  /** Changes a person; nobody is deleted, a person who left becomes inactive, can no longer sign in, heads no department and acts for nobody. Errors: `conflict.stale`, `people.last_administrator`, `people.login_taken`. */
  change: writes('people.manage', 'person.changed')
    .input(personFields.extend({ id, version: z.number().int(), active: z.boolean() }))
    .output(person),
  setPassword: writes('people.manage', 'person.password_set').input(z.object({ id, password })).output(z.object({})),
}
