import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, ref, type Ref } from 'vue'
import { LINE } from './ledgerLines'

interface Ledger {
  scroller: Readonly<Ref<HTMLElement | null>>
  /** Height of the head that stays at the top, CSS pixels. */
  head: () => number
  count: () => number
  /** Height between the head and the first line, CSS pixels. */
  above?: () => number
  /** Where it was scrolled to before. */
  top?: () => number
}

/**
 * Which lines of a long ledger are in sight, so that only those are drawn: `items`, with the room `before` and `after` them. `measure` after the head has changed; `page` is how many whole lines
 * are in sight.
 */
export function useLinesInSight({ scroller, head, count, above = () => 0, top = () => 0 }: Ledger) {
  const headHeight = ref(0)
  const virtual = useVirtualizer(
    computed(() => ({
      count: count(),
      getScrollElement: () => scroller.value,
      estimateSize: () => LINE,
      overscan: 10,
      scrollMargin: headHeight.value + above(),
      scrollPaddingStart: headHeight.value,
      initialOffset: top(),
    })),
  )
  const items = computed(() => virtual.value.getVirtualItems())
  const margin = computed(() => virtual.value.options.scrollMargin)
  const before = computed(() => (items.value[0] ? items.value[0].start - margin.value : 0))
  const after = computed(() => virtual.value.getTotalSize() - (items.value.at(-1) ? items.value.at(-1)!.end - margin.value : 0))

  return {
    items,
    before,
    after,
    measure: (): void => void (headHeight.value = head()),
    reveal: (index: number): void => virtual.value.scrollToIndex(index, { align: 'auto' }),
    page: () => Math.max(1, Math.floor(((scroller.value?.clientHeight ?? 0) - headHeight.value) / LINE) - 1),
  }
}
