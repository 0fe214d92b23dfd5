import { computed, shallowRef } from 'vue'
import type { FieldFault } from '#shared/contract'
import { useFaultText } from '../../api/faultText'
import { FIELDS, fieldOf, isShown, valueOf, type Field } from './fields'
import type { RegistrationForm } from './form'

/** Faults of the form, each until its field is changed or leaves the screen. `placeLanguage`: see `fieldOf`. */
export function useFormFaults(form: RegistrationForm, placeLanguage: () => 'kk' | 'ru') {
  const { fieldText } = useFaultText()
  const marked = shallowRef<(FieldFault & { field: Field; value: string })[]>([])

  /** Marks faulty fields; none clears all. Returns whether every fault has found its field. */
  function mark(faults: readonly FieldFault[]): boolean {
    const placed = faults.map((fault) => ({ ...fault, field: fieldOf(fault.path, placeLanguage()) }))
    marked.value = placed.flatMap(({ field, ...fault }) => (field ? [{ ...fault, field, value: valueOf(form, field) }] : []))
    return placed.every(({ field }) => field !== null)
  }

  /** Fields that still are to be mended, in the order of the form. */
  const faulty = computed(() => {
    const open = marked.value.filter(({ field, value }) => isShown(field, form) && valueOf(form, field) === value)
    return FIELDS.filter((field) => open.some((one) => one.field === field))
  })

  /** What is wrong with a field, for `KField`. */
  function faultAt(field: Field): string | undefined {
    const found = faulty.value.includes(field) && marked.value.find((one) => one.field === field)
    return found ? fieldText(found) : undefined
  }

  return { mark, faulty, faultAt }
}
