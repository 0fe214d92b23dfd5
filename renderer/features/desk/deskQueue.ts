import { computed, ref, shallowRef } from 'vue'
import type { Appeal, DeskLetter, ExecutorLoad } from '#shared/contract'
import type { IsoDate } from '#shared/domain'
import { api } from '../../api/client'

/** The load of an executor with one task more or less on a day (its place among the days shown; -1 = none of them). */
function withTask(executor: ExecutorLoad, place: number, by: 1 | -1): ExecutorLoad {
  const days = executor.days.map((due, at) => due + (at === place ? by : 0))
  return { ...executor, days, open: executor.open + by, free: days.filter((due, at) => due === 0 && !executor.away[at]).length }
}

/** The letters that wait on the head's desk, one of them at hand, and who could do the work. */
export function useDeskQueue() {
  const letters = shallowRef<DeskLetter[]>([])
  const executors = shallowRef<ExecutorLoad[]>([])
  const days = shallowRef<IsoDate[]>([])
  const ownTexts = shallowRef<string[]>([])
  const loaded = ref(false)
  const place = ref(0)
  const letter = computed(() => letters.value[place.value] ?? null)
  const postponed = new Set<number>()
  let touched = 0

  /** Reads the desk anew; the letter at hand stays at hand until one goes on, what was put off stays behind. Errors: any `AppFault`. */
  async function load(): Promise<void> {
    const here = letter.value
    const before = touched
    const found = await api.routing.desk()
    // Read before something was issued, it would bring that letter back.
    if (before !== touched) return load()
    executors.value = found.executors
    days.value = found.days
    ownTexts.value = found.texts
    const order = [...postponed]
    const off = found.letters.filter(({ id }) => postponed.has(id)).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    const next = [...found.letters.filter(({ id }) => !postponed.has(id)), ...off]
    // What somebody else decided meanwhile never vanishes from under the hand: another letter would get the resolution.
    if (here && !next.some(({ id }) => id === here.id)) next.splice(place.value, 0, here)
    letters.value = next
    place.value = here ? next.findIndex(({ id }) => id === here.id) : 0
    loaded.value = true
  }

  function stay(): void {
    place.value = Math.min(Math.max(place.value, 0), Math.max(0, letters.value.length - 1))
  }

  /** The next letter (1) or the one before (-1); stays at the ends. */
  function go(step: 1 | -1): void {
    place.value += step
    stay()
  }

  /** Puts the letter at hand to the end of the queue; the next one is at hand. */
  function later(): void {
    const here = letter.value
    if (!here) return
    postponed.delete(here.id)
    postponed.add(here.id)
    const wasLast = place.value === letters.value.length - 1
    letters.value = [...letters.value.filter((one) => one !== here), here]
    if (wasLast) place.value = 0
  }

  /** Takes a letter off the desk. */
  function remove(id: number): void {
    touched++
    letters.value = letters.value.filter((one) => one.id !== id)
    stay()
  }

  /** Lays a letter on top, at hand. */
  function putFirst(letter: DeskLetter): void {
    touched++
    letters.value = [letter, ...letters.value.filter(({ id }) => id !== letter.id)]
    place.value = 0
  }

  /** The entry as it stands now, in its place. */
  function renew({ id, version, status, term }: Appeal): void {
    letters.value = letters.value.map((one) => (one.id === id ? { ...one, version, status, deadline: term.deadline } : one))
  }

  /** What executors have on hand after a resolution was issued (1) or taken back (-1), until the desk is read anew. */
  function count(ids: readonly number[], day: IsoDate, by: 1 | -1): void {
    executors.value = executors.value.map((one) => (ids.includes(one.id) ? withTask(one, days.value.indexOf(day), by) : one))
  }

  return { letters, executors, days, ownTexts, loaded, place, letter, load, go, later, remove, putFirst, renew, count }
}

export type DeskQueue = ReturnType<typeof useDeskQueue>
