import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

/** Keeps a text from running under what stands inside its field at the right: the padding of the field, as wide as that is at the moment. `end`: what stands there. */
export function useEndRoom(end: Readonly<Ref<HTMLElement | null>>): Ref<{ paddingRight?: string }> {
  const room = ref<{ paddingRight?: string }>({})
  const observer = new ResizeObserver(measure)

  function measure(): void {
    const width = end.value?.offsetWidth ?? 0
    // 8 px outside it, as in a field that is empty at the right, and 8 px between it and the text.
    room.value = width > 0 ? { paddingRight: `${width + 16}px` } : {}
  }

  watch(
    end,
    (now) => {
      observer.disconnect()
      if (now) observer.observe(now)
      measure()
    },
    { flush: 'post', immediate: true },
  )
  onBeforeUnmount(() => observer.disconnect())
  return room
}
