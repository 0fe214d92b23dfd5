import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'
import { useChanged } from '../../stores/changes'
import { useSession } from '../../stores/session'

/** Without a line to the host the screen still follows, by its own clock. */
const EVERY = 60_000

/** What a part of control shows: read when it appears, again whenever something of it changes anywhere, and on `load`. A failure of a quiet reading leaves what is shown. */
export function useReading<Value>(read: () => Promise<Value>): {
  value: ShallowRef<Value | null>
  fault: ShallowRef<unknown>
  load: () => Promise<void>
} {
  const session = useSession()
  const value = shallowRef<Value | null>(null)
  const fault = shallowRef<unknown>(null)
  let generation = 0

  async function take(): Promise<void> {
    const mine = ++generation
    const found = await read()
    if (mine !== generation) return
    value.value = found
    fault.value = null
  }

  async function load(): Promise<void> {
    await take().catch((thrown: unknown) => {
      fault.value = thrown
    })
  }

  function quietly(): void {
    if (!session.locked && document.visibilityState === 'visible') void take().catch(() => {})
  }

  useChanged(['appeal', 'absence', 'person', 'department', 'office', 'terms'], quietly)
  const regular = setInterval(quietly, EVERY)
  onMounted(() => void load())
  onBeforeUnmount(() => clearInterval(regular))
  return { value, fault, load }
}
