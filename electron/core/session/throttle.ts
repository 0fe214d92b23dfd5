const FREE_TRIES = 5
const LONGEST_WAIT_MS = 5 * 60_000
const MOST_NAMES = 10_000

/** Slows down guessing of passwords: after five wrong ones a name waits 2, 4, 8 … seconds, at most five minutes. */
export class Throttle {
  readonly #failures = new Map<string, { count: number; until: number }>()

  /** Milliseconds this name still has to wait. */
  wait(name: string, now: number): number {
    return Math.max(0, (this.#failures.get(name)?.until ?? 0) - now)
  }

  /** Notes a try. It counts from its beginning, so that many tries sent at once wait like many sent one by one. */
  tried(name: string, now: number): void {
    const count = (this.#failures.get(name)?.count ?? 0) + 1
    const wait = count < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (count - FREE_TRIES + 1))
    this.#failures.delete(name)
    // Made-up names must not fill the memory; the name longest untried is forgotten first.
    if (this.#failures.size >= MOST_NAMES) this.#failures.delete(this.#failures.keys().next().value!)
    this.#failures.set(name, { count, until: now + wait })
  }

  /** Forgets the tries after a right password. */
  succeeded(name: string): void {
    this.#failures.delete(name)
  }
}
