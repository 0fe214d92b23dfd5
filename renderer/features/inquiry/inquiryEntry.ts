import { shallowRef, watch } from 'vue'
import { api } from '../../api/client'
import { useChanged } from '../../stores/changes'
import type { InquiryEntry } from './inquiryFacts'

/** Reads all that is known of the entry `id()` names, and again whenever it changes. That of another entry never stays; `fault` is what prevented it. */
export function useInquiryEntry(id: () => number | null) {
  const entry = shallowRef<InquiryEntry | null>(null)
  const fault = shallowRef<unknown>(null)

  async function load(): Promise<void> {
    const wanted = id()
    if (entry.value?.appeal.id !== wanted) entry.value = null
    fault.value = null
    if (wanted === null) return
    const of = { id: wanted }
    try {
      const [appeal, history, resolutions, { decisions, letters }, { attachedTo }] = await Promise.all([
        api.register.card(of),
        api.register.history(of),
        api.routing.ofEntry(of),
        api.decisions.ofEntry(of),
        api.filing.ofEntry(of),
      ])
      if (id() === wanted) entry.value = { appeal, history, resolutions, decisions, letters, attachedTo }
    } catch (thrown) {
      if (id() === wanted) fault.value = thrown
    }
  }
  watch(id, load, { immediate: true })
  useChanged(['appeal'], load)

  return { entry, fault, load }
}
