import { nextTick, watch, type Ref } from 'vue'

/** Brings the chosen part of a list or table (`aria-selected`) into sight whenever `chosen` changes. */
export function useChosenInView(root: Readonly<Ref<HTMLElement | null>>, chosen: () => unknown): void {
  watch(chosen, async () => {
    await nextTick()
    root.value?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  })
}
