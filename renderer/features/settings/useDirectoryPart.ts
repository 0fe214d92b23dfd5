import { onMounted, shallowRef } from 'vue'
import type { Body, CaseOfFiles } from '#shared/contract'
import { api } from '../../api/client'
import { useSavedToast } from './useVersionedForm'

/** Bodies and cases for the parts of the settings that keep them; read anew after each change. `failure` is what prevented it. */
export function useDirectoryPart() {
  const tell = useSavedToast()
  const bodies = shallowRef<Body[] | null>(null)
  const cases = shallowRef<CaseOfFiles[] | null>(null)
  const failure = shallowRef<unknown>(null)

  async function load(): Promise<void> {
    try {
      const found = await api.directory.all()
      bodies.value = found.bodies
      cases.value = found.cases
      failure.value = null
    } catch (thrown) {
      failure.value = thrown
    }
  }
  onMounted(load)

  /** Says that something was saved, and shows how things stand now. */
  async function saved(text: string): Promise<void> {
    tell(text)
    await load()
  }

  return { bodies, cases, failure, load, saved }
}
