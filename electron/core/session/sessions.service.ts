import { createHash, randomBytes } from 'node:crypto'
import type { SignedIn } from '../call'

/** A session without a request for this long is over: one working day. The screen's own lock comes much earlier. */
const IDLE_MS = 8 * 60 * 60 * 1000

interface Session {
  caller: SignedIn
  lastSeen: number
}

/** Sessions in memory, by the hash of their token: a copied database gives nobody a way in, and a restart ends them all. */
export class Sessions {
  readonly #sessions = new Map<string, Session>()

  /** Begins a session and returns its secret token. `now` in milliseconds. */
  begin(caller: SignedIn, now: number): string {
    const token = randomBytes(32).toString('base64url')
    this.#sessions.set(hashOf(token), { caller, lastSeen: now })
    return token
  }

  /** Who the token belongs to, or `null`; keeps the session alive. */
  callerOf(token: string | null, now: number): SignedIn | null {
    if (!token) return null
    const session = this.#sessions.get(hashOf(token))
    if (!session) return null
    if (now - session.lastSeen > IDLE_MS) {
      this.#sessions.delete(hashOf(token))
      return null
    }
    session.lastSeen = now
    return session.caller
  }

  /** Whether a session is still open; asking does not keep it alive. */
  isOpen(token: string | null, now: number): boolean {
    const session = token === null ? undefined : this.#sessions.get(hashOf(token))
    return session !== undefined && now - session.lastSeen <= IDLE_MS
  }

  /** Ends one session. */
  end(token: string | null): void {
    if (token) this.#sessions.delete(hashOf(token))
  }

  /** Ends all sessions of a person but this one. */
  endOthers(personId: number, token: string | null): void {
    const kept = token && hashOf(token)
    for (const [key, session] of this.#sessions) if (session.caller.id === personId && key !== kept) this.#sessions.delete(key)
  }

  /** Takes over changed rights at once; a person who became inactive or got a new password is signed out everywhere. */
  refresh(personId: number, caller: SignedIn | null): void {
    for (const [key, session] of this.#sessions) {
      if (session.caller.id !== personId) continue
      if (caller) session.caller = caller
      else this.#sessions.delete(key)
    }
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}
