import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ToSign } from '#shared/contract'
import { api } from '../../api/client'

/** What waits for the signature, most urgent first, for the desk and for the count in the navigation. `null` until it was read. */
export const useToSign = defineStore('toSign', () => {
  const waiting = shallowRef<ToSign[] | null>(null)
  let asked = 0

  /** Reads the list anew; an answer that a later one has overtaken is left aside. Errors: any `AppFault`. */
  async function load(): Promise<void> {
    const mine = ++asked
    const found = await api.decisions.toSign()
    if (mine === asked) waiting.value = found
  }

  /** Takes a decision off the list at once, before the list is read anew. */
  function remove(decisionId: number): void {
    asked++
    waiting.value = waiting.value?.filter((one) => one.decisionId !== decisionId) ?? null
  }

  return { waiting, count: computed(() => waiting.value?.length ?? 0), load, remove }
})
