import { onScopeDispose, ref } from 'vue'
import { api } from '../../api/client'
import { toFault } from '../../api/fault'
import { useConnection } from '../../stores/connection'

const AFTER = 800
// A mark without any personal data; it tells a draft that was registered meanwhile from one that still waits.
const REGISTERED = 'kiris.registered'

/**
 * Keeps the draft with the host: a moment after each change, once more when the host is back, and never two saves at once. `content` gives the draft of now.
 */
export function useDraftKeeper(content: () => Record<string, unknown>) {
  const connection = useConnection()
  /** UTC moment of the last save that reached the host. */
  const savedAt = ref<string | null>(null)
  const failed = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting = false
  let queue: Promise<unknown> = Promise.resolve()

  function changed(): void {
    clearTimeout(timer)
    waiting = true
    timer = setTimeout(() => void flush(), AFTER)
  }

  /** Saves what is not saved yet. Never rejects: `failed` says that the draft is only on the screen. */
  function flush(): Promise<unknown> {
    clearTimeout(timer)
    return (queue = queue.then(save))
  }

  async function save(): Promise<void> {
    if (!waiting) return
    waiting = false
    try {
      savedAt.value = (await api.drafts.save({ content: content() })).savedAt
      failed.value = false
    } catch (thrown) {
      failed.value = waiting = true
      if (toFault(thrown).code === 'host.unreachable') void connection.untilBack().then(() => waiting && flush())
    }
  }

  /** Forgets the draft, after a save under way. Never rejects. */
  function discard(): Promise<unknown> {
    clearTimeout(timer)
    waiting = false
    savedAt.value = null
    failed.value = false
    return (queue = queue.then(() => api.drafts.discard()).catch(() => {}))
  }

  /** The kept draft, or `null`. Errors: any `AppFault`. */
  async function load(): Promise<Record<string, unknown> | null> {
    const kept = await api.drafts.load()
    if (kept && kept.content['requestId'] === localStorage.getItem(REGISTERED)) {
      void discard()
      return null
    }
    savedAt.value = kept?.savedAt ?? null
    return kept?.content ?? null
  }

  /** The draft has become a letter: it is forgotten, and if that should fail, recognised next time. */
  function registered(requestId: string): void {
    localStorage.setItem(REGISTERED, requestId)
    void discard()
  }

  onScopeDispose(() => void flush())
  return { savedAt, failed, changed, flush, discard, load, registered }
}
