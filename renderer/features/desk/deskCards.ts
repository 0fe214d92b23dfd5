import { shallowRef, watch } from 'vue'
import type { Appeal } from '#shared/contract'
import { api } from '../../api/client'
import type { DeskQueue } from './deskQueue'

/** Reads the entry at hand, and the one after it ahead of time, so that it is there at once. `unread` is what prevented it. */
export function useDeskCards({ letter, letters, place }: DeskQueue) {
  const appeal = shallowRef<Appeal | null>(null)
  const unread = shallowRef<unknown>(null)
  const known = new Map<string, Promise<Appeal>>()

  function cardOf({ id, version }: { id: number; version: number }): Promise<Appeal> {
    const key = `${id}.${version}`
    const asked = known.get(key) ?? api.register.card({ id })
    known.set(key, asked)
    asked.catch(() => known.delete(key))
    return asked
  }

  async function show(): Promise<void> {
    const wanted = letter.value
    unread.value = null
    if (appeal.value?.id !== wanted?.id) appeal.value = null
    if (!wanted) return
    const next = letters.value[place.value + 1]
    try {
      const card = await cardOf(wanted)
      if (letter.value?.id === wanted.id) appeal.value = card
      if (next) await cardOf(next).catch(() => {})
    } catch (thrown) {
      if (letter.value?.id === wanted.id) unread.value = thrown
    }
  }
  watch(letter, show, { immediate: true })

  return { appeal, unread }
}
