import { nextTick, shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFaultText } from '../../faultText'
import type { Fault } from './checks'
import { isSame } from './leaves'

/**
 * Faults of a form, each until its field is changed. `valueAt` gives the present value of a field by its path; `root` is where the fields stand.
 */
export function useFieldFaults(valueAt: (path: string) => unknown, root: Readonly<Ref<HTMLElement | null>>) {
  const { t } = useI18n()
  const { fieldText } = useFaultText()
  const kept = shallowRef<(Fault & { value: unknown })[]>([])

  /** Marks the faulty fields; none clears all. */
  function mark(faults: readonly Fault[]): void {
    kept.value = faults.map((one) => ({ ...one, value: snapshot(valueAt(one.path)) }))
  }

  /** What is wrong with a field, for `KField`. */
  function faultAt(path: string): string | undefined {
    const found = kept.value.find((one) => one.path === path && isSame(one.value, snapshot(valueAt(path))))
    if (!found) return undefined
    const { code } = found
    return code === 'passwords_differ' ? t('people.passwordsDiffer') : fieldText({ ...found, code })
  }

  /** Leads to the first marked field. */
  async function toFirst(): Promise<void> {
    await nextTick()
    const field = root.value?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')
    field?.focus()
  }

  return { mark, faultAt, toFirst }
}

// Lists are changed in place, so the value of that moment is written down.
function snapshot(value: unknown): unknown {
  return typeof value === 'object' ? JSON.stringify(value) : value
}
