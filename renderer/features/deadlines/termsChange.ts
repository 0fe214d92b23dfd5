import { computed, ref, shallowRef } from 'vue'
import type { Consequences, TermsChange } from '#shared/contract'
import { api } from '../../api/client'
import { toFault, type AppFault } from '../../api/fault'
import { useOffice } from '../../stores/office'

/** A change as a screen makes it; on what state it is based is added here. */
export type ProposedChange = TermsChange extends infer Change
  ? Change extends TermsChange
    ? Omit<Change, 'based'>
    : never
  : never

/**
 * A change of what deadlines are counted by, on its way: proposed, weighed by the register, applied. A newer proposal replaces an older one whose answer is not there yet. After applying, the
 * office is read anew.
 */
export function useTermsChange() {
  const office = useOffice()
  const weighed = shallowRef<{ change: TermsChange; consequences: Consequences } | null>(null)
  const fault = shallowRef<AppFault | null>(null)
  const busy = ref(false)
  let asked = 0

  /** Asks what a change would do. `based`: version of the state the change was made on (`deadlines.changes`). */
  async function propose(proposed: ProposedChange, based: number): Promise<void> {
    const mine = ++asked
    const change = { ...proposed, based } as TermsChange
    fault.value = null
    busy.value = true
    try {
      const consequences = await api.deadlines.preview({ change })
      if (mine === asked) weighed.value = { change, consequences }
    } catch (thrown) {
      if (mine !== asked) return
      weighed.value = null
      fault.value = toFault(thrown)
    } finally {
      if (mine === asked) busy.value = false
    }
  }

  /** Applies the change whose consequences are shown. `true` when it is done; when entries have changed since, the new consequences are shown instead. */
  async function apply(): Promise<boolean> {
    const now = weighed.value
    if (!now || busy.value) return false
    busy.value = true
    fault.value = null
    try {
      await api.deadlines.apply({ change: now.change, digest: now.consequences.digest })
      weighed.value = null
    } catch (thrown) {
      const refused = toFault(thrown)
      if (refused.code === 'terms.other_consequences') await propose(now.change, now.change.based)
      fault.value = refused
      return false
    } finally {
      busy.value = false
    }
    // What is applied stays applied, even when the office cannot be read just now: then the next proposal is told that it is stale.
    await office.load().catch(() => {})
    return true
  }

  /** Gives the proposal up. */
  function drop(): void {
    asked++
    weighed.value = null
    fault.value = null
    busy.value = false
  }

  return { consequences: computed(() => weighed.value?.consequences ?? null), fault, busy, propose, apply, drop }
}
