import { computed, ref, shallowRef } from 'vue'
import type { Appeal, AppealFacts } from '#shared/contract'
import { api } from '../../api/client'
import { toFault, type AppFault } from '../../api/fault'
import { factsOf, typedOf, type TypedFacts } from './correctionFields'
import { changesOf, mergeFacts, valuesOf, type MergedFacts, type MetField } from './mergeFacts'

/** Somebody else changed the entry meanwhile. `when`: UTC moment. */
export interface Conflict extends MergedFacts {
  who: string
  when: string
}

/**
 * A correction being typed. It knows the entry it began from; when somebody else changes that entry first, it takes the new state beneath what was typed, so that nothing
 * is typed twice, and says where both differ.
 */
export function useCorrection(start: Appeal) {
  const base = shallowRef(start)
  const typed = ref<TypedFacts>(typedOf(start.facts))
  const reason = ref('')
  const saving = ref(false)
  const fault = shallowRef<AppFault | null>(null)
  const conflict = shallowRef<Conflict | null>(null)

  const changes = computed(() => changesOf(base.value.facts, factsOf(typed.value)))
  const dirty = computed(() => changes.value.length > 0 || reason.value.trim() !== '')

  /** Sends the correction. Returns the corrected entry, or `null` when it was refused: then `fault` or `conflict` says why. */
  async function save(): Promise<Appeal | null> {
    if (saving.value) return null
    saving.value = true
    fault.value = null
    try {
      const { id, version } = base.value
      return await api.register.correct({ id, version, reason: reason.value, facts: factsOf(typed.value) })
    } catch (thrown) {
      await refused(toFault(thrown))
      return null
    } finally {
      saving.value = false
    }
  }

  async function refused(why: AppFault): Promise<void> {
    if (why.code !== 'conflict.stale') {
      fault.value = why
      return
    }
    try {
      meet(await api.register.card({ id: base.value.id }), why)
    } catch (thrown) {
      fault.value = toFault(thrown)
    }
  }

  function meet(latest: Appeal, { params }: AppFault): void {
    const merged = mergeFacts(base.value.facts, latest.facts, factsOf(typed.value))
    base.value = latest
    typed.value = typedOf(merged.facts)
    conflict.value = { ...merged, who: String(params['who'] ?? ''), when: String(params['when'] ?? '') }
  }

  /** Lays the chosen sides of clashing fields over what was typed. */
  function settle(theirs: readonly MetField[]): void {
    lay(valuesOf(theirs, 'theirs'))
    conflict.value = null
  }

  function lay(facts: Partial<AppealFacts>): void {
    typed.value = typedOf({ ...factsOf(typed.value), ...facts })
  }

  return { base, typed, reason, saving, fault, conflict, changes, dirty, save, settle }
}

export type Correction = ReturnType<typeof useCorrection>
