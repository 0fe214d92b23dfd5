import { ref, shallowRef } from 'vue'
import type { Appeal } from '#shared/contract'
import { api } from '../../api/client'
import { toFault, type AppFault } from '../../api/fault'

/** After these nothing is to be decided about a letter any more. */
const OVER = new Set(['register.void_already', 'life.not_possible', 'not_found'])

/** Runs the writes of a desk one after the other. `renewed`: a letter that somebody else changed, as it stands now; `over`: a letter that has left the desk. */
export function useDeskWrites({ renewed, over }: { renewed: (now: Appeal) => void; over: (id: number) => void }) {
  const busy = ref(false)
  const fault = shallowRef<AppFault | null>(null)
  /** The entry the fault is about. */
  const faultAbout = ref<number | null>(null)

  /** Runs a write about an entry; its failure is told in `fault`. */
  async function during(id: number, write: () => Promise<void>): Promise<void> {
    busy.value = true
    fault.value = null
    try {
      await write()
    } catch (thrown) {
      fault.value = toFault(thrown)
      faultAbout.value = id
      // The refusal itself is what must be told; a failed second look adds nothing to it.
      if (fault.value.code === 'conflict.stale') await api.register.card({ id }).then(renewed, () => {})
      if (OVER.has(fault.value.code)) over(id)
    } finally {
      busy.value = false
    }
  }

  return { busy, fault, faultAbout, during }
}
