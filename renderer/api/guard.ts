import { AppFault, isAborted, toFault } from './fault'

/** What the stores want to know of calls. Set once by them, so that the client knows no store. */
export interface Watcher {
  /** The session ended. Resolves `true` when the same person has signed in again, `false` when the call must be given up. */
  signInAgain(): Promise<boolean>
  /** The host was not reached. */
  unreachable(): void
  /** The host answered. */
  reached(): void
}

let watcher: Watcher = { signInAgain: async () => false, unreachable: () => {}, reached: () => {} }

/** Names who is told of lost sessions and lost hosts. */
export function watchCalls(next: Watcher): void {
  watcher = next
}

/**
 * Runs a call and turns its failure into an `AppFault`. A call refused with `unauthenticated` waits until the same person has signed in again and is then made once
 * more, so that nothing typed is lost. `ownSession`: calls that sign in or out themselves; they never wait.
 */
export async function guarded<T>(call: () => Promise<T>, ownSession: boolean): Promise<T> {
  try {
    return await told(call)
  } catch (thrown) {
    const lostSession = thrown instanceof AppFault && thrown.code === 'unauthenticated'
    if (!lostSession || ownSession || !(await watcher.signInAgain())) throw thrown
    return await told(call)
  }
}

async function told<T>(call: () => Promise<T>): Promise<T> {
  try {
    const result = await call()
    watcher.reached()
    return result
  } catch (thrown) {
    if (isAborted(thrown)) throw thrown
    const fault = toFault(thrown)
    if (fault.code === 'host.unreachable') watcher.unreachable()
    else watcher.reached()
    throw fault
  }
}
