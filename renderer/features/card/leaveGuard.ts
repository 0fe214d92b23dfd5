import { shallowRef, type ShallowRef } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import type { Correction } from './correction'

/** Whoever goes away from a half-typed correction is asked first. `leaving`: answers the question while it is asked; `mayLeave`: asks, where there is something to lose. */
export function useLeaveGuard(correction: ShallowRef<Correction | null>) {
  const leaving = shallowRef<((leave: boolean) => void) | null>(null)

  async function mayLeave(): Promise<boolean> {
    if (!correction.value?.dirty.value) {
      correction.value = null
      return true
    }
    const leave = await new Promise<boolean>((resolve) => (leaving.value = resolve))
    leaving.value = null
    if (leave) correction.value = null
    return leave
  }

  onBeforeRouteLeave(mayLeave)
  onBeforeRouteUpdate((to, from) => to.params['id'] === from.params['id'] || mayLeave())

  return { leaving, mayLeave }
}
