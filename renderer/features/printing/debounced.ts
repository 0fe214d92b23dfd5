import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** The value once it has rested for `wait` milliseconds, so that typing or dragging asks for a picture only where it stops. */
export function useDebounced<T>(now: () => T, wait: number): Readonly<Ref<T>> {
  const rested = ref(now()) as Ref<T>
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(now, (next) => {
    clearTimeout(timer)
    timer = setTimeout(() => (rested.value = next), wait)
  })
  onScopeDispose(() => clearTimeout(timer))
  return rested
}
