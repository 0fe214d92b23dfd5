import { computed, ref, shallowRef, type Ref } from 'vue'
import { toFault, type AppFault } from '../../api/fault'
import { useToasts } from '../../ui'
import type { Fault } from './checks'
import { useSettingsDrafts } from './drafts'
import { useFieldFaults } from './fieldFaults'
import { useStaleNotes } from './staleNotes'
import { copyOf, isSame, leafAt, mergeForms } from './leaves'

/** A form as stored, and the version it was read at. */
export interface Stored<F> {
  form: F
  version: number
}

/** What a form over a stored thing needs. */
export interface VersionedWays<F extends object> {
  /** Name under which the unfinished change is kept. */
  key: string
  stored: Stored<F>
  root: Readonly<Ref<HTMLElement | null>>
  check: (form: F) => Fault[]
  /** Sends the change; gives what is stored now. */
  send: (form: F, version: number) => Promise<Stored<F>>
  /** Reads what somebody else has stored meanwhile. */
  reload: () => Promise<Stored<F>>
  /** Value whose change clears the fault at a path, where that is not the field itself. */
  valueAt?: (form: F, path: string) => unknown
  /** A stored value in words, where it is not its own text (an identity, a flag). */
  wordOf?: (path: string, value: unknown) => string | undefined
}

/**
 * A form over something that others may change too. Saving sends the version it was read at; when somebody was faster (`conflict.stale`), their change is taken over into the fields that
 * were not touched here, and fields both changed keep what was typed and name what is stored.
 */
export function useVersionedForm<F extends object>(ways: VersionedWays<F>) {
  const draft = useSettingsDrafts().draftOf(ways.key, ways.stored)
  const form = draft.form
  const base = shallowRef(draft.base)
  const contested = shallowRef<Record<string, unknown>>({})
  const failure = shallowRef<AppFault | null>(null)
  const busy = ref(false)
  const { said, noteAt } = useStaleNotes(form, contested, failure, ways.wordOf)
  const dirty = computed(() => !isSame(form, base.value))
  const { mark, faultAt, toFirst } = useFieldFaults((path) => ways.valueAt?.(form, path) ?? leafAt(form, path), ways.root)

  function settle(stored: Stored<F>): void {
    base.value = draft.base = copyOf(stored.form)
    draft.version = stored.version
  }

  function forgive(): void {
    failure.value = null
    contested.value = {}
    mark([])
  }

  /** Sends the change. `true` when it is stored. */
  async function save(): Promise<boolean> {
    if (busy.value) return false
    const faults = ways.check(form)
    if (faults.length > 0) {
      mark(faults)
      await toFirst()
      return false
    }
    busy.value = true
    try {
      const stored = await ways.send(copyOf(form), draft.version)
      settle(stored)
      Object.assign(form, copyOf(stored.form))
      forgive()
      return true
    } catch (thrown) {
      await refuse(toFault(thrown))
      return false
    } finally {
      busy.value = false
    }
  }

  async function refuse(fault: AppFault): Promise<void> {
    failure.value = fault
    mark(fault.fields)
    if (fault.code !== 'conflict.stale') return toFirst()
    const stored = await ways.reload()
    const { merged, contested: both } = mergeForms(draft.base, form, stored.form)
    Object.assign(form, merged)
    settle(stored)
    contested.value = both
  }

  /** Puts back what is stored. */
  function undo(): void {
    Object.assign(form, copyOf(draft.base))
    forgive()
  }

  return { form, busy, dirty, said, faultAt, noteAt, save, undo }
}

/** Says that something was stored. */
export function useSavedToast(): (text: string) => void {
  const { show } = useToasts()
  return (text) => show({ kind: 'done', text })
}
