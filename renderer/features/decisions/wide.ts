import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether there is room for letter, form and preview side by side (from 1600 px). Follows the window. */
export function useWide(): Ref<boolean> {
  const query = window.matchMedia('(min-width: 1600px)')
  const wide = ref(query.matches)
  const follow = (event: MediaQueryListEvent) => (wide.value = event.matches)
  query.addEventListener('change', follow)
  onScopeDispose(() => query.removeEventListener('change', follow))
  return wide
}
