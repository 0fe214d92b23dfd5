import { defineStore } from 'pinia'
import { onScopeDispose, ref, watch } from 'vue'
import { useSession } from './session'

/** Kinds of things that change, as the host calls them. */
const KINDS = [
  'appeal',
  'person',
  'office',
  'service',
  'department',
  'absence',
  'terms',
  'body',
  'case',
  'template',
  'scan',
  'closing',
] as const
export type Changed = (typeof KINDS)[number]

/** Several changes within so many milliseconds are one. */
const PAUSE = 150

/**
 * Hears from the host that something was changed, in whatever window, so that all see the same truth at once. The line stands while somebody is signed in and the window is in sight: a browser has
 * six connections to a host for all its windows, and lines that nobody looks at would leave the seventh window without an answer.
 */
export const useChanges = defineStore('changes', () => {
  const session = useSession()
  const listeners = new Set<(changed: ReadonlySet<string>) => void>()
  const inSight = ref(document.visibilityState === 'visible')
  const look = (): void => void (inSight.value = document.visibilityState === 'visible')
  let line: EventSource | undefined
  let again = !inSight.value
  let heard = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(): void {
    const now = heard
    timer = undefined
    heard = new Set()
    for (const listener of listeners) listener(now)
  }

  function hear(kinds: Iterable<string>): void {
    for (const kind of kinds) heard.add(kind)
    // Counted from the first: a stream of changes must not keep the windows waiting.
    timer ??= setTimeout(tell, PAUSE)
  }

  function open(): void {
    // Without such lines (an old browser) the windows still refresh by their own clock.
    if (!('EventSource' in globalThis)) return
    line = new EventSource('/changes')
    line.addEventListener('changed', (event: MessageEvent<string>) => hear(event.data.split(' ')))
    // While the line was down anything may have happened.
    line.addEventListener('open', () => {
      if (again) hear(KINDS)
      again = true
    })
  }

  function close(): void {
    line?.close()
    line = undefined
  }

  document.addEventListener('visibilitychange', look)
  watch(
    () => session.caller !== null && !session.locked && inSight.value,
    (wanted) => (wanted ? open() : close()),
    { immediate: true },
  )
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', look)
    close()
  })

  return { listeners }
})

/** Runs when one of these kinds of things was changed anywhere, for as long as the component lives. A failure is left to the next change: what is shown stays. */
export function useChanged(kinds: readonly Changed[], run: () => Promise<unknown> | void): void {
  const { listeners } = useChanges()
  const listener = (changed: ReadonlySet<string>): void => {
    if (kinds.some((kind) => changed.has(kind))) void Promise.resolve(run()).catch(() => {})
  }
  listeners.add(listener)
  onScopeDispose(() => listeners.delete(listener))
}
