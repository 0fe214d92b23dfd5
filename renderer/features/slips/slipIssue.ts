import { computed, ref, shallowRef } from 'vue'
import type { Slip, SlipFormat, SlipLanguages } from '#shared/contract'
import { api } from '../../api/client'
import { useFaultText } from '../../faultText'

/** What a slip is issued as. */
interface SlipChoice {
  format: SlipFormat
  languages: SlipLanguages
}

/**
 * Slips of one entry, issued and put on paper. Every print is issued first, so that it is in the history; what was issued but did not reach the paper, saved or not, is not issued again. `last`: the slip issued last from here, whose check-words
 * can be read out.
 */
export function useSlipIssue(appealId: number, choice: () => SlipChoice, told: (slip: Slip) => void) {
  const { faultText } = useFaultText()
  const issued = shallowRef<Slip[]>([])
  /** Issued here, but not on paper yet, saved or not: printing it is no new copy. */
  const waiting = shallowRef<Slip | null>(null)
  const busy = ref(false)
  const failure = ref('')

  const ready = computed(() => {
    const { format, languages } = choice()
    return waiting.value?.format === format && waiting.value.languages === languages ? waiting.value : null
  })
  const last = computed(() => issued.value.at(-1) ?? null)

  async function look(): Promise<void> {
    issued.value = await api.slips.list({ appealId }).catch(() => issued.value)
  }

  async function issue(): Promise<Slip> {
    if (ready.value) return ready.value
    const slip = await api.slips.issue({ appealId, ...choice() })
    waiting.value = slip
    issued.value = [...issued.value, slip]
    told(slip)
    return slip
  }

  /** Issues the slip and puts it where `how` says. `true` when it got there; until it is printed, the same slip is put on paper or saved again without a new copy. */
  async function put(how: (slip: Slip) => Promise<'printed' | 'saved' | 'cancelled'>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    failure.value = ''
    try {
      const out = await how(await issue())
      if (out === 'printed') waiting.value = null
      return out !== 'cancelled'
    } catch (thrown) {
      failure.value = faultText(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  return { issued, ready, last, busy, failure, look, put }
}
