import { z } from 'zod'
import { PERMISSIONS, ROLES } from '../domain/permissions'
import { id } from './fields'
import { reads, writes } from './procedure'

const caller = z.object({
  id,
  name: z.string(),
  fullName: z.string(),
  position: z.object({ kk: z.string(), ru: z.string() }),
  /** The own roles, and today those of the people he or she acts for. */
  roles: z.array(z.enum(ROLES)),
  permissions: z.array(z.enum(PERMISSIONS)),
  /** For whom he or she acts today: surname and initials. */
  actsFor: z.array(z.object({ id, name: z.string() })),
})
export type Caller = z.infer<typeof caller>

/** What the sign-in screen and the shell need before and after sign-in. */
const start = z.object({
  /** No office yet: the first start's three steps come first. */
  needsSetup: z.boolean(),
  caller: caller.nullable(),
  /** People to choose from. Empty when the program is reached over a network: there the name must be typed. */
  people: z.array(z.object({ id, login: z.string(), name: z.string(), position: z.object({ kk: z.string(), ru: z.string() }) })),
  askForLogin: z.boolean(),
  /** Cover of the book. */
  cover: z
    .object({
      office: z.object({ kk: z.string(), ru: z.string() }),
      year: z.number(),
      firstOn: z.string().nullable(),
      last: z.object({ number: z.string(), registeredAt: z.string() }).nullable(),
    })
    .nullable(),
  /** The office's present day and time zone; the screen never asks the computer it runs on. */
  now: z.string(),
  timeZone: z.string(),
  workstation: z.string(),
  version: z.string(),
  /** Demo office: invented people, password shown on the screen. */
  demo: z.boolean(),
})
export type Start = z.infer<typeof start>

export const session = {
  start: reads('anyone').output(start),
  /** Signs in; the answer sets the session cookie. Errors: `session.wrong_password`, `session.throttled` (seconds to wait). */
  signIn: writes('anyone', 'session.signed_in')
    .input(z.object({ login: z.string().max(100), password: z.string().max(1000) }))
    .output(caller),
  /** Ends the session; also what the idle lock does. */
  signOut: writes('signedIn', 'session.signed_out').output(z.object({})),
  /** Changes the caller's own password. Errors: `session.wrong_password`. */
  changePassword: writes('signedIn', 'session.password_changed')
    .input(z.object({ current: z.string().max(1000), next: z.string().max(1000) }))
    .output(z.object({})),
}
