import type { Permission, Role } from '#shared/domain'
import type { View, Work } from './db/work'

/** The person a session belongs to, as the rules need to know him or her. */
export interface SignedIn {
  id: number
  /** Surname and initials. */
  name: string
  fullName: string
  position: { kk: string; ru: string }
  roles: Role[]
  permissions: Permission[]
  /** People he or she acts for today. */
  actsFor: number[]
}

/** One request on its way: who calls, when (UTC ISO-8601), from where. */
export interface Call {
  readonly caller: SignedIn | null
  readonly at: string
  readonly workstation: string
  /** Token of the session the request came with. */
  readonly session: string | null
  /** Whether the request came over TLS. */
  readonly secure: boolean
  /** Headers of the answer. */
  readonly answer: Headers
}

/** A reading request. */
export interface ReadCall extends Call {
  readonly view: View
}

/** What one write did to a further subject: a change of the calendar moves many entries. */
export interface FurtherEvent {
  action: string
  subjectKind: string
  subjectId: number
  details: Record<string, unknown>
}

/** A writing request, inside its unit of work. */
export interface WriteCall extends Call {
  readonly work: Work
  /** Says what the write was about; it becomes the one event of the history. */
  tell(subjectKind: string, subjectId: number | null, details?: Record<string, unknown>): void
  /** Says what it did to further subjects; each leaves an event of its own after that one. */
  tellEach(events: readonly FurtherEvent[]): void
  /** Says that nothing was changed after all (a repeated request), so that no event is left. */
  nothingChanged(): void
  /** Says that the write goes on with what the last event tells already (the next save of a draft being written): windows hear of it, but no event is left. */
  goesOn(): void
  /** Names the actor of a call that has no session yet (sign-in, first start). */
  actsAs(person: { id: number; name: string }): void
}

/** The caller of a procedure that needs a session; the handler has refused everybody else before. */
export function callerOf(call: Call): SignedIn {
  if (!call.caller) throw new Error('this procedure was reached without a session')
  return call.caller
}
