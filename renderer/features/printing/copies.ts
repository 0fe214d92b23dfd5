import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePrinting } from '../../stores/printing'
import { MOST_COPIES, type WayName } from '../../stores/printWays'

/** A number of copies as typed; `null`: not one that is printed. */
export function copiesOf(typed: string): number | null {
  const count = /^\s*\d{1,2}\s*$/.test(typed) ? Number(typed) : 0
  return count >= 1 && count <= MOST_COPIES ? count : null
}

/** How many copies this time. Begins with the number remembered for the paper, and goes back to it with another paper; five copies once are not five from then on. */
export function useCopies(name: () => WayName) {
  const { t } = useI18n()
  const printing = usePrinting()
  const typed = ref('')
  watch(name, (now) => (typed.value = String(printing.wayOf(now).copies)), { immediate: true })
  const copies = computed(() => copiesOf(typed.value))
  const error = computed(() => (copies.value === null ? t('errors.field.out_of_range', { min: 1, max: MOST_COPIES }) : undefined))
  return { typed, copies, error }
}
