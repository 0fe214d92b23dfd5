import { oc } from '@orpc/contract'
import type { Permission } from '../domain/permissions'

/**
 * What the handler must know of a procedure before it runs it. `anyone`: no session needed (first start, sign-in). `signedIn`: any session. Otherwise the
 * permission of `shared/domain/permissions`.
 */
export interface ProcedureMeta {
  access: 'anyone' | 'signedIn' | Permission
  /** Whether it runs in a unit of work of its own. */
  writes: boolean
  /** Name of the event a write leaves in the history; `null` for a read, and for the clerk's own draft, which is no fact of the register. */
  audit: string | null
}

/** Base of every procedure. Its default is closed: a procedure that names no access is open to nobody without a permission. */
const procedure = oc.$meta<ProcedureMeta>({ access: 'people.manage', writes: false, audit: null })

/** A procedure that changes nothing. */
export const reads = (access: ProcedureMeta['access']) => procedure.meta({ access, writes: false, audit: null })

/** A procedure that changes something and leaves exactly one event named `audit` in the history. */
export const writes = (access: ProcedureMeta['access'], audit: string) => procedure.meta({ access, writes: true, audit })

/** A procedure that changes only what belongs to the caller alone (a draft) and leaves no event. */
export const writesQuietly = (access: ProcedureMeta['access']) => procedure.meta({ access, writes: true, audit: null })
