import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the window is at least so wide, in CSS pixels. Follows it. */
export function useWideFrom(least: number): Ref<boolean> {
  const query = window.matchMedia(`(min-width: ${least}px)`)
  const wide = ref(query.matches)
  const follow = (event: MediaQueryListEvent) => (wide.value = event.matches)
  query.addEventListener('change', follow)
  onScopeDispose(() => query.removeEventListener('change', follow))
  return wide
}
