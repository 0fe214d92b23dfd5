import { shallowRef, watch } from 'vue'
import type { Appeal, Resolution } from '#shared/contract'
import { api } from '../../api/client'

/** The resolutions of the entry at hand, read anew with each of its versions; those of another entry never stay. `fault` is what prevented it. */
export function useResolutions(appeal: () => Appeal | null) {
  const resolutions = shallowRef<Resolution[]>([])
  const fault = shallowRef<unknown>(null)

  async function load(): Promise<void> {
    const id = appeal()?.id
    if (id === undefined) return
    try {
      const found = await api.routing.ofEntry({ id })
      if (id !== appeal()?.id) return
      resolutions.value = found
      fault.value = null
    } catch (thrown) {
      if (id === appeal()?.id) fault.value = thrown
    }
  }

  watch(
    () => appeal()?.id,
    () => (resolutions.value = []),
  )
  watch(
    () => {
      const now = appeal()
      return now && `${now.id}.${now.version}`
    },
    load,
    { immediate: true },
  )

  return { resolutions, fault, load }
}
