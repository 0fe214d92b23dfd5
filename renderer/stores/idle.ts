import { computerNow } from '../host/time'

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
const LOOK_EVERY = 5_000

/**
 * Calls `onIdle` once when nobody has touched key or pointer for `minutes()`; after the next touch it watches again. Time asleep counts, because the clock is
 * compared, not a timer. Returns how to stop.
 */
export function watchIdle(minutes: () => number, onIdle: () => void): () => void {
  let last = computerNow()
  let told = false
  const touched = () => {
    // The first touch after sleep must not hide how long nobody was there.
    look()
    last = computerNow()
    told = false
  }
  const look = () => {
    if (told || computerNow() - last < minutes() * 60_000) return
    told = true
    onIdle()
  }
  for (const sign of SIGNS) window.addEventListener(sign, touched, { capture: true, passive: true })
  const looking = setInterval(look, LOOK_EVERY)
  return () => {
    clearInterval(looking)
    for (const sign of SIGNS) window.removeEventListener(sign, touched, { capture: true })
  }
}
