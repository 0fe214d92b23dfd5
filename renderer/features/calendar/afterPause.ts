import { ref } from 'vue'

/** Milliseconds after an edit before its consequences are asked for. */
const PAUSE = 300

/** Does something a little after the last of several calls. `waiting`: called, but not done yet. */
export function useAfterPause(act: () => Promise<void>) {
  const waiting = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Forgets what was asked for. */
  function stop(): void {
    clearTimeout(timer)
    waiting.value = false
  }

  /** Asks for it; an earlier call that waits is replaced. */
  function run(): void {
    clearTimeout(timer)
    waiting.value = true
    timer = setTimeout(() => {
      waiting.value = false
      void act()
    }, PAUSE)
  }

  return { waiting, run, stop }
}
