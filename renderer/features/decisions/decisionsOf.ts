import { shallowRef, watch } from 'vue'
import type { Appeal, Decision, Letter } from '#shared/contract'
import { api } from '../../api/client'

type Filing = Awaited<ReturnType<typeof api.filing.ofEntry>>

const NONE: Filing = { paper: [], attached: [], attachedTo: null }

/** Decisions, outgoing letters and the paper of the entry at hand, read anew whenever the entry is; those of another entry never stay. `fault` is what prevented it. */
export function useDecisions(appeal: () => Appeal | null) {
  const decisions = shallowRef<Decision[]>([])
  const letters = shallowRef<Letter[]>([])
  const filing = shallowRef<Filing>(NONE)
  const fault = shallowRef<unknown>(null)

  async function load(): Promise<void> {
    const id = appeal()?.id
    if (id === undefined) return
    try {
      const [found, where] = await Promise.all([api.decisions.ofEntry({ id }), api.filing.ofEntry({ id })])
      if (id !== appeal()?.id) return
      decisions.value = found.decisions
      letters.value = found.letters
      filing.value = where
      fault.value = null
    } catch (thrown) {
      if (id === appeal()?.id) fault.value = thrown
    }
  }

  watch(
    () => appeal()?.id,
    () => {
      decisions.value = []
      letters.value = []
      filing.value = NONE
    },
  )
  watch(appeal, load, { immediate: true })

  return { decisions, letters, filing, fault, load }
}

export type EntryDecisions = ReturnType<typeof useDecisions>
