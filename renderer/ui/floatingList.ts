import { nextTick, onBeforeUnmount, ref, type Ref } from 'vue'

/**
 * A list that floats at a control, in the browser's top layer: no scrolling pane cuts it off, no dialog lies over it, and the rest of the page stays readable. It opens below the
 * control, or above where there is more room, and closes when the page under it scrolls. Bind `place` as style and put `popover="manual"` on the list.
 */
export function useFloatingList(anchor: Ref<HTMLElement | null>, list: Ref<HTMLElement | null>) {
  const open = ref(false)
  const place = ref<Record<string, string>>({})

  function put(): void {
    const box = anchor.value?.getBoundingClientRect()
    if (!box) return
    const below = innerHeight - box.bottom
    const above = below < 200 && box.top > below
    place.value = {
      left: `${box.left}px`,
      minWidth: `${box.width}px`,
      top: above ? 'auto' : `${box.bottom + 2}px`,
      bottom: above ? `${innerHeight - box.top + 2}px` : 'auto',
      maxHeight: `${Math.min(320, (above ? box.top : below) - 8)}px`,
    }
  }

  async function show(): Promise<void> {
    put()
    if (open.value) return
    open.value = true
    await nextTick()
    list.value?.showPopover?.()
    addEventListener('scroll', onScroll, true)
    addEventListener('resize', close)
  }

  function close(): void {
    open.value = false
    removeEventListener('scroll', onScroll, true)
    removeEventListener('resize', close)
  }

  function onScroll(event: Event): void {
    if (event.target !== list.value) close()
  }

  /** Brings the item that the arrows stand on into sight. */
  async function reveal(): Promise<void> {
    await nextTick()
    list.value?.querySelector('.on')?.scrollIntoView?.({ block: 'nearest' })
  }

  onBeforeUnmount(close)
  return { open, place, show, close, reveal }
}
