import { computed, onMounted, shallowRef } from 'vue'
import { useDirectory } from '../../stores/directory'
import { useSavedToast } from './useVersionedForm'

/** Bodies and cases for the parts of the settings that keep them; read anew after each change. `failure` is what prevented it. */
export function useDirectoryPart() {
  const tell = useSavedToast()
  const directory = useDirectory()
  const failure = shallowRef<unknown>(null)

  async function reading(how: () => Promise<void>): Promise<void> {
    try {
      await how()
      failure.value = null
    } catch (thrown) {
      failure.value = thrown
    }
  }
  onMounted(() => reading(directory.ready))

  /** Says that something was saved, and shows how things stand now. */
  async function saved(text: string): Promise<void> {
    tell(text)
    await reading(directory.load)
  }

  return {
    bodies: computed(() => directory.all?.bodies ?? null),
    cases: computed(() => directory.all?.cases ?? null),
    failure,
    saved,
  }
}
