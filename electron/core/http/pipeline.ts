import { contract, type ProcedureMeta } from '#shared/contract'
import { implement, type Meta } from '@orpc/server'
import { may, rolesPassedOn, type Role } from '#shared/domain'
import type { Call, FurtherEvent, ReadCall, SignedIn, WriteCall } from '../call'
import type { History } from '../audit/history.service'
import type { Work } from '../db/work'
import { Refusal } from '../errors'
import { asAnswer } from './answers'
import type { RequestContext } from './context'

/**
 * The one way through which every request goes, in this order: procedure looked up → who is calling → may they → input parsed → unit of work opened → run → one event in the same transaction → commit →
 * `finish` outside it → output parsed → answer. No handler checks a role, catches an error or writes history.
 */
export const procedures = implement(contract)
  .$context<RequestContext>()
  .use(async ({ context, procedure, path, next }) => {
    try {
      refuseStrangers(procedure['~orpc'].meta, context)
      return await next()
    } catch (error) {
      throw asAnswer(error, path.join('.'), context.log)
    }
  })

/** The implementer's type, for the handlers of each area. */
export type Procedures = typeof procedures

function refuseStrangers(meta: ProcedureMeta, { caller }: RequestContext): void {
  if (meta.access === 'anyone') return
  if (!caller) throw new Refusal('unauthenticated')
  if (meta.access !== 'signedIn' && !caller.permissions.includes(meta.access)) throw new Refusal('forbidden')
}

interface Options<Input> {
  context: RequestContext
  input: Input
  procedure: { '~orpc': { meta: Meta } }
}

/** Handler of a procedure that only reads. */
export function reading<Input, Output>(run: (call: ReadCall, input: Input) => Promise<Output>) {
  return ({ context, input }: Options<Input>): Promise<Output> =>
    context.db.read((view) => run({ ...callOf(context), view }, input))
}

/** What a writing procedure does outside its unit of work. */
interface Around<Input, Prepared, Output> {
  /** Slow work before the transaction (hashing a password); its result goes to `run`. */
  prepare(call: ReadCall, input: Input): Promise<Prepared>
  /** Work after the commit; it can no longer fail the write. */
  finish?(call: Call, output: Output, prepared: Prepared): void
  /** Lets go what `prepare` holds, whether anything was written or not. */
  afterwards?(prepared: Prepared): void
}

/** Handler of a procedure that writes: one unit of work, one event. */
export function writing<Input, Output>(
  run: (call: WriteCall, input: Input) => Promise<Output>,
  finish?: (call: Call, output: Output) => void,
) {
  return writingAround<Input, void, Output>({ prepare: async () => {}, ...(finish && { finish }) }, (call, input) =>
    run(call, input),
  )
}

/** As `writing`, with slow work before the transaction. */
export function writingAround<Input, Prepared, Output>(
  around: Around<Input, Prepared, Output>,
  run: (call: WriteCall, input: Input, prepared: Prepared) => Promise<Output>,
) {
  return async ({ context, input, procedure }: Options<Input>): Promise<Output> => {
    const meta = procedure['~orpc'].meta as ProcedureMeta
    const call = callOf(context)
    const prepared = await context.db.read((view) => around.prepare({ ...call, view }, input))
    try {
      const output = await runWrite(context, call, meta, (inside) => run(inside, input, prepared))
      around.finish?.(call, output, prepared)
      return output
    } finally {
      around.afterwards?.(prepared)
    }
  }
}

/** What a write needs besides the call. */
export type WriteParts = Pick<RequestContext, 'db' | 'history' | 'changes'>

/** A role may be taken away between the door and the unit of work: the rights that count are those of the moment of writing. */
async function refuseDemoted(work: Work, caller: SignedIn | null, access: ProcedureMeta['access']): Promise<void> {
  if (!caller) return
  const ids = [caller.id, ...caller.actsFor]
  const rows = await work.rows<{ id: number; active: number; roles: string }>(
    `SELECT id, active, roles FROM people WHERE id IN (${ids.map(() => '?').join(', ')})`,
    ids,
  )
  const people = rows.filter(({ active }) => active === 1).map(({ id, roles }) => ({ id, roles: JSON.parse(roles) as Role[] }))
  if (!people.some(({ id }) => id === caller.id)) throw new Refusal('unauthenticated')
  const now = people.flatMap(({ id, roles }) => (id === caller.id ? roles : rolesPassedOn(roles)))
  if (access !== 'anyone' && access !== 'signedIn' && !may(now, access)) throw new Refusal('forbidden')
}

/** Runs one unit of work and leaves its one event (`audit`; `null` = none) in the same transaction, and those of the further subjects it named. The only way in which anything is written. */
export async function runWrite<Output>(
  { db, history, changes }: WriteParts,
  outside: Call,
  { access, audit }: ProcedureMeta,
  run: (call: WriteCall) => Promise<Output>,
): Promise<Output> {
  const { output, changed } = await db.write(async (work) => {
    await refuseDemoted(work, outside.caller, access)
    return writeIn({ work, history }, outside, audit, run)
  })
  if (changed.length > 0) changes.announce(new Set(changed))
  return output
}

/** One write inside a unit of work that is open, with its event. `changed`: the kinds of subjects that windows show otherwise now. */
export async function writeIn<Output>(
  { work, history }: { work: Work; history: History },
  outside: Call,
  audit: string | null,
  run: (call: WriteCall) => Promise<Output>,
): Promise<{ output: Output; changed: string[] }> {
  const story = { subjectKind: 'office', subjectId: null as number | null, details: {} as Record<string, unknown> }
  let actor: { id: number | null; name: string } = outside.caller ?? { id: null, name: '' }
  let [silent, goesOn] = [false, false]
  const further: FurtherEvent[] = []
  const output = await run({
    ...outside,
    work,
    tell: (subjectKind, subjectId, details = {}) => Object.assign(story, { subjectKind, subjectId, details }),
    tellEach: (events) => void further.push(...events),
    nothingChanged: () => (silent = true),
    goesOn: () => (goesOn = true),
    actsAs: (person) => (actor = person),
  })
  if (audit === null || silent) return { output, changed: [] }
  const { at, workstation } = outside
  const who = { at, workstation, actorId: actor.id, actor: actor.name }
  const events = [{ ...who, ...story, action: audit }, ...further.map((event) => ({ ...who, ...event }))]
  if (!goesOn) await history.append(work, events)
  // Coming and going changes nothing that a window shows.
  const changed = audit.startsWith('session.') ? [] : [story, ...further].map(({ subjectKind }) => subjectKind)
  return { output, changed }
}

function callOf({ caller, at, workstation, session, secure, answer }: RequestContext): Call {
  return { caller, at, workstation, session, secure, answer }
}
