import { computed, type Ref } from 'vue'
import type { ExecutorLoad } from '#shared/contract'
import { useSession } from '../../stores/session'
import { useStructure } from '../../stores/structure'

/** The deputies among the executors, by id, in their order; the caller, who would give the letter to himself or herself, is none of them. Empty until the structure was read. */
export function useDeputies(executors: Ref<readonly ExecutorLoad[]>) {
  const session = useSession()
  const structure = useStructure()
  const deputies = computed(() => {
    const ids = executors.value.map(({ id }) => id).filter((id) => id !== session.caller?.id)
    return ids.filter((id) => structure.personById(id)?.roles.includes('deputy'))
  })

  /** Reads anew who is a deputy. What fails now is read the next time: without it the desk only lacks one key. */
  async function load(): Promise<void> {
    await structure.load().catch(() => {})
  }

  return { deputies, load }
}
