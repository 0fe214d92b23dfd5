import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'

/** Milliseconds within which a second press belongs to what was there before. */
export const PRESS = 400

/** Milliseconds one must rest on a letter until its page is drawn: running through the list draws none. */
const REST = 120

/** A value as it was when it last stayed the same for a moment; the first one at once. */
export function useRested<T>(value: () => T): Readonly<Ref<T>> {
  const rested = shallowRef(value())
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(value, (now, before) => {
    clearTimeout(timer)
    const first = before === null || before === undefined
    timer = setTimeout(() => (rested.value = now), first ? 0 : REST)
  })
  onScopeDispose(() => clearTimeout(timer))

  return rested
}

/** Whether what `id()` names has been there long enough to be meant. Begins anew with each other one. */
export function useSettled(id: () => number | null): Ref<boolean> {
  const settled = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    id,
    () => {
      settled.value = false
      clearTimeout(timer)
      timer = setTimeout(() => (settled.value = true), PRESS)
    },
    { immediate: true, flush: 'sync' },
  )
  onScopeDispose(() => clearTimeout(timer))

  return settled
}
