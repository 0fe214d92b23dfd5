import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the host answers. Screens stay as they are while it does not. */
export const useConnection = defineStore('connection', () => {
  const lost = ref(false)
  let waiting: (() => void)[] = []

  /** Told by the client: a call did not reach the host. */
  function unreachable(): void {
    lost.value = true
  }

  /** Told by the client: the host answered. */
  function reached(): void {
    lost.value = false
    const back = waiting
    waiting = []
    for (const resume of back) resume()
  }

  /** Resolves when the host answers again. */
  function untilBack(): Promise<void> {
    return lost.value ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()
  }

  return { lost, unreachable, reached, untilBack }
})
