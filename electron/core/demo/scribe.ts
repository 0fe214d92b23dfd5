import type { ProcedureMeta } from '#shared/contract'
import type { Meta } from '@orpc/server'
import type { History } from '../audit/history.service'
import type { SignedIn, WriteCall } from '../call'
import type { Work } from '../db/work'
import { writeIn } from '../http/pipeline'

/** A procedure of the contract: says which permission a deed needs and under which name it stands in the history. */
export interface Named {
  '~orpc': { meta: Meta }
}

/**
 * Writes as one of the staff at a moment of the past. Each deed keeps to the rules of every write, but all of them share one unit of work: a
 * demonstration that was interrupted must not stay half filled, and it opens in a fraction of the time.
 */
export class Scribe {
  constructor(
    private readonly work: Work,
    private readonly history: History,
    private readonly workstation: string,
  ) {}

  /** Does a deed at a UTC moment. `who`: `null` before there is anybody. Rejects with the refusals of the service, and when the person may not do it at all. */
  async write<Output>(
    procedure: Named,
    who: SignedIn | null,
    at: string,
    run: (call: WriteCall) => Promise<Output>,
  ): Promise<Output> {
    const { access, audit } = procedure['~orpc'].meta as ProcedureMeta
    if (who && access !== 'anyone' && access !== 'signedIn' && !who.permissions.includes(access)) {
      throw new Error(`the demonstration lets ${who.name} do what needs ${access}`)
    }
    const outside = { caller: who, at, workstation: this.workstation, session: null, secure: false, answer: new Headers() }
    const { output } = await writeIn({ work: this.work, history: this.history }, outside, audit, run)
    return output
  }
}
