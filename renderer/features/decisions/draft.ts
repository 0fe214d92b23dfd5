import { onScopeDispose, watch } from 'vue'
import type { Decision } from '#shared/contract'
import type { DecisionAct, DecisionContent } from '#shared/domain'
import { api } from '../../api/client'
import { AppFault, toFault } from '../../api/fault'
import { beforeLock } from '../../stores/beforeLock'
import { useChanged } from '../../stores/changes'
import { isDraft } from './decisionActs'
import { copy, storable, useDraftState, type DraftState } from './draftState'
import { alike, hasClash, mergeContent } from './mergeContent'

/** Milliseconds after the last key until a draft is saved, and until a host that was not reached is asked again. */
const [PAUSE, AGAIN] = [1_000, 4_000]

/** What a draft begins with. */
interface Start {
  appealId: number
  act: DecisionAct
  /** The draft that is continued, or `null`. */
  decision: Decision | null
  /** What a new one begins with, and an empty one of this entry. */
  first: DecisionContent
  empty: DecisionContent
}

/** The office's side of a draft: reads it as it is kept now, stores it, and puts together what two people wrote. */
function keeping(state: DraftState, { appealId, act, empty }: Start, again: () => void) {
  const { kept, content, sent, saving, merged, fault, conflict, dirty } = state

  /** This draft, or the one of the same act that somebody else began. */
  async function read(): Promise<Decision | undefined> {
    const { decisions } = await api.decisions.ofEntry({ id: appealId })
    return decisions.find((one) => (kept.value ? one.id === kept.value.id : one.act === act && isDraft(one)))
  }

  async function write(create: boolean): Promise<boolean> {
    saving.value = true
    try {
      while (dirty.value || (create && kept.value === null)) {
        if (conflict.value) return false
        const now = storable(content.value)
        const { id = null, version = 0 } = kept.value ?? {}
        kept.value = await api.decisions.save({ id, version, appealId, act, content: now })
        sent.value = now
      }
      fault.value = null
      return true
    } catch (thrown) {
      return await refused(toFault(thrown), create)
    } finally {
      saving.value = false
    }
  }

  async function refused(why: AppFault, create: boolean): Promise<boolean> {
    fault.value = why
    if (why.code === 'host.unreachable') again()
    if (why.code !== 'conflict.stale' && why.code !== 'decisions.drafted_already') return false
    const { who, author, when } = why.params
    const latest = await read().catch((thrown: unknown) => void (fault.value = toFault(thrown)))
    if (!latest) return false
    meet(latest, String(who ?? author ?? ''), String(when ?? latest.changedAt))
    return conflict.value || fault.value ? false : write(create)
  }

  function meet(latest: Decision, who: string, when: string): void {
    fault.value = isDraft(latest) ? null : new AppFault('decisions.over')
    if (fault.value) return
    const both = mergeContent(kept.value?.content ?? empty, storable(latest.content), storable(content.value))
    if (hasClash(both)) conflict.value = { ...both, who, when }
    else if (!alike(kept.value?.content, latest.content)) merged.value = who
    state.take(latest, both.content)
  }

  return { read, write }
}

/**
 * A decision being written. It saves itself a second after the last key and when it is left; a new one is stored with its first change. When somebody else saved it first, both are put
 * together, and only where both changed the same somebody must choose (`conflict`). Nothing is typed twice.
 */
export function useDraft(start: Start) {
  const state = useDraftState(start.decision, start.first)
  const { kept, content, fault, conflict, dirty } = state
  const { read, write } = keeping(state, start, () => (timer = setTimeout(() => void save(), AGAIN)))
  let running: Promise<boolean> | null = null
  let resting = false
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Stores what was typed; `create`: also a new draft in which nothing was typed. `false` when it was refused: `fault` or `conflict` says why. */
  async function save({ create = false } = {}): Promise<boolean> {
    clearTimeout(timer)
    // A save under way knows nothing of a draft that is to be stored although nothing was typed.
    if (running) await running
    running ??= write(create).finally(() => (running = null))
    return running
  }

  /** Ends a conflict with what was chosen, and stores it. */
  function settle(chosen: DecisionContent): void {
    content.value = copy(chosen)
    conflict.value = null
    void save()
  }

  /** Takes over what others did while nothing was typed here; what was typed here meets it when it is stored. */
  async function refresh(): Promise<void> {
    const free = () => !resting && !running && !dirty.value && conflict.value === null
    if (!free() || kept.value === null) return
    const latest = await read()
    if (!latest || !free() || latest.version <= kept.value.version) return
    if (isDraft(latest)) state.take(latest, latest.content)
    else fault.value = new AppFault('decisions.over')
  }
  useChanged(['appeal'], refresh)

  watch(
    content,
    () => {
      if (!dirty.value) return
      clearTimeout(timer)
      timer = setTimeout(() => void save(), PAUSE)
    },
    { deep: true },
  )
  const forgetLock = beforeLock(() => (dirty.value ? save() : Promise.resolve()))
  onScopeDispose(() => {
    forgetLock()
    clearTimeout(timer)
  })

  /** Ends the work on it: it was signed. */
  const rest = (): void => void (resting = true)

  return { ...state, save, settle, rest }
}

export type Draft = ReturnType<typeof useDraft>
