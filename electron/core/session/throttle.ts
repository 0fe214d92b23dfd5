const FREE_TRIES = 5
const LONGEST_WAIT_MS = 5 * 60_000

/** Slows down guessing of passwords: after five wrong ones a name waits 2, 4, 8 … seconds, at most five minutes. */
export class Throttle {
  readonly #failures = new Map<string, { count: number; until: number }>()

  /** Milliseconds this name still has to wait. */
  wait(name: string, now: number): number {
    return Math.max(0, (this.#failures.get(name)?.until ?? 0) - now)
  }

  /** Notes a wrong password. */
  failed(name: string, now: number): void {
    const count = (this.#failures.get(name)?.count ?? 0) + 1
    const wait = count < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (count - FREE_TRIES + 1))
    // Made-up names must not fill the memory.
    if (this.#failures.size > 10_000) this.#failures.clear()
    this.#failures.set(name, { count, until: now + wait })
  }

  /** Forgets the failures after a right password. */
  succeeded(name: string): void {
    this.#failures.delete(name)
  }
}
