import { ref, shallowRef, watch } from 'vue'
import type { Appeal, HistoryEvent } from '#shared/contract'
import { api } from '../../api/client'
import { useChanged } from '../../stores/changes'

/** The entry at hand and its history. */
export interface WholeEntry {
  appeal: Appeal
  history: HistoryEvent[]
}

/**
 * Reads the entry `id()` names, and again when that changes; `wait` milliseconds later, so that running through a list reads only where one stops. The one read
 * before stays until the next has come; `fault` is what prevented it.
 */
export function useEntry(id: () => number | null, { wait = 0 } = {}) {
  const entry = shallowRef<WholeEntry | null>(null)
  const fault = shallowRef<unknown>(null)
  const reading = ref(false)
  let generation = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    const [mine, wanted] = [++generation, id()]
    if (wanted === null) {
      entry.value = null
      return
    }
    reading.value = true
    try {
      const [appeal, history] = await Promise.all([api.register.card({ id: wanted }), api.register.history({ id: wanted })])
      if (mine !== generation) return
      entry.value = { appeal, history }
      fault.value = null
    } catch (thrown) {
      if (mine === generation) fault.value = thrown
    } finally {
      if (mine === generation) reading.value = false
    }
  }

  watch(
    id,
    (_next, before) => {
      clearTimeout(timer)
      if (wait === 0 || before === undefined || before === null) void load()
      else timer = setTimeout(() => void load(), wait)
    },
    { immediate: true },
  )

  // Changed in another window: read anew, unless it is this window's own change that is already here.
  useChanged(['appeal'], load)

  return { entry, fault, reading, load }
}
