import { computed, ref } from 'vue'
import { useToSign } from './toSign'

/** The decisions that wait, one of them at hand. The one at hand stays at hand when the list is read anew, wherever it stands then. */
export function useSigningQueue() {
  const store = useToSign()
  const list = computed(() => store.waiting ?? [])
  const atHand = ref<number | null>(null)
  const place = computed(() =>
    Math.max(
      0,
      list.value.findIndex(({ decisionId }) => decisionId === atHand.value),
    ),
  )
  const item = computed(() => list.value[place.value] ?? null)

  /** Reads the list anew. Tells whether what was at hand still waits. Errors: any `AppFault`. */
  async function load(): Promise<boolean> {
    const here = item.value?.decisionId ?? null
    const before = place.value
    await store.load()
    const stays = here === null || list.value.some(({ decisionId }) => decisionId === here)
    atHand.value = stays ? here : (list.value[Math.min(before, list.value.length - 1)]?.decisionId ?? null)
    return stays
  }

  function choose(decisionId: number): void {
    atHand.value = decisionId
  }

  /** The next (1), the one before (-1); stays at the ends. */
  function go(step: number): void {
    const next = list.value[Math.min(Math.max(place.value + step, 0), list.value.length - 1)]
    if (next) atHand.value = next.decisionId
  }

  /** Takes what is done off the list; the next comes up, at the end the one before. */
  function done(decisionId: number): void {
    const next = list.value[place.value + 1] ?? list.value[place.value - 1]
    if (item.value?.decisionId === decisionId) atHand.value = next?.decisionId ?? null
    store.remove(decisionId)
  }

  return { list, loaded: computed(() => store.waiting !== null), item, place, load, choose, go, done }
}

export type SigningQueue = ReturnType<typeof useSigningQueue>
