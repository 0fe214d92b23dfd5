/** Keys of the executors: the row of letters below the digits, then the same with Shift. By place, so that every layout is alike. Its last letter, P, gives the letter to the deputy. */
const ROW = ['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO'] as const
export const WHO_KEYS: readonly string[] = [...ROW, ...ROW.map((code) => `Shift+${code}`)]
export const DEPUTY_KEY = 'KeyP'

/** Keys of the days, on the row below that. */
export const WHEN_KEYS = { law: 'KeyA', three: 'KeyS', five: 'KeyD', ten: 'KeyF', other: 'KeyG' } as const

/** The keys in use for so many executors, as they stand beside the heading: `Q–U`. */
export function whoRange(count: number): string {
  const last = ROW[Math.min(Math.max(count, 1), ROW.length) - 1]!
  return `Q–${last.slice(3)}`
}
