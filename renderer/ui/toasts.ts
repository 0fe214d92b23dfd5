import { ref, shallowReadonly } from 'vue'

/** A short notice. `done`: something succeeded; `info`: worth knowing; `fault`: something failed and is still to be dealt with. */
export interface Toast {
  kind: 'done' | 'info' | 'fault'
  /** What it is about, bold before the text. */
  lead?: string | undefined
  text: string
  action?: { label: string; run: () => void; keys?: string | undefined } | undefined
  /** Milliseconds it stays; a fault stays until it is closed. */
  stays?: number | undefined
}

const STAYS = { done: 6_000, info: 12_000, fault: Infinity }

const shown = ref<(Toast & { id: number })[]>([])
const timers = new Map<number, ReturnType<typeof setTimeout>>()
let last = 0

/** Shows notices above the foot, at the upper edge while a dialog is open; they survive a change of screen. `show` returns the notice's id for `close`. */
export function useToasts() {
  function show(toast: Toast): number {
    const id = ++last
    // Three at most: an older one that was not read gives way.
    shown.value = [...shown.value.slice(-2), { ...toast, id }]
    wait(id)
    return id
  }

  function close(id: number): void {
    hold(id)
    shown.value = shown.value.filter((toast) => toast.id !== id)
  }

  /** Closes all but faults, which are still to be dealt with. */
  function dismiss(): void {
    for (const { id, kind } of shown.value) if (kind !== 'fault') close(id)
  }

  /** Stops the clock of a notice while hand or focus rests on it. */
  function hold(id: number): void {
    clearTimeout(timers.get(id))
    timers.delete(id)
  }

  /** Starts the clock of a notice (again). */
  function wait(id: number): void {
    hold(id)
    const toast = shown.value.find((one) => one.id === id)
    const stays = toast ? (toast.stays ?? STAYS[toast.kind]) : Infinity
    if (Number.isFinite(stays)) timers.set(id, setTimeout(close, stays, id))
  }

  return { toasts: shallowReadonly(shown), show, close, dismiss, hold, wait }
}
