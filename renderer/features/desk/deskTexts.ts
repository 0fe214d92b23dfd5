import { computed, type Ref } from 'vue'
import { api } from '../../api/client'

/** Typical texts of the digits: the caller's own, or `defaults` while there are none. */
export function useDeskTexts(own: Ref<string[]>, defaults: () => string[]) {
  const texts = computed(() => (own.value.length > 0 ? own.value : defaults()))

  /** Keeps the caller's own texts; empty ones are left out. Errors: any `AppFault`. */
  async function saveTexts(next: readonly string[]): Promise<void> {
    const kept = next.map((text) => text.trim()).filter((text) => text !== '')
    await api.routing.saveTexts({ texts: kept })
    own.value = kept
  }

  return { texts, saveTexts }
}
