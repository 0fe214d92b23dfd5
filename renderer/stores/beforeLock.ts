/** How long a lock waits for what is still being saved, in milliseconds. The screen is hidden at once. */
const LAST_SAVE = 2000

const keepers = new Set<() => Promise<unknown>>()

/** Has something saved before the session ends beneath the lock. `keep` never rejects. Returns how to end that. */
export function beforeLock(keep: () => Promise<unknown>): () => void {
  keepers.add(keep)
  return () => keepers.delete(keep)
}

/** Saves all that waits; settles after two seconds at the latest. */
export function saveBeforeLock(): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(resolve, LAST_SAVE))
  return Promise.race([Promise.all([...keepers].map((keep) => keep())), late])
}
