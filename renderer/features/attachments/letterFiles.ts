import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue'
import type { FileRole, StagedFile } from '#shared/contract'
import { api } from '../../api/client'
import { AppFault, isAborted, toFault } from '../../api/fault'
import { uploadFile } from '../../api/upload'

/** Largest file in bytes, as the contract's `LARGEST_FILE`, which stays with the host because of its schemas. Saves sending what would be refused. */
export const LARGEST = 200 * 1024 * 1024

/** What a draft keeps of a file that is with the office already; the name tells which one it was if it is gone meanwhile. */
export interface DraftFile {
  token: string
  role: FileRole
  name: string
}

/** A file on its way to a letter. `sent`: bytes, `null` while it waits or where nobody can tell. `path`: where its content stands. */
export type LetterFile = { key: number; name: string; bytes: number; role: FileRole } & (
  | { state: 'sending'; sent: number | null }
  | { state: 'failed'; fault: AppFault; again: (() => void) | null }
  | { state: 'taken'; file: StagedFile; path: string }
)
export type TakenFile = Extract<LetterFile, { state: 'taken' }>

/** Files that come in for one letter, in the order they were given. */
export interface LetterFiles {
  files: Ref<LetterFile[]>
  taken: ComputedRef<TakenFile[]>
  isSending: ComputedRef<boolean>
  /** Sends files to the office, one after another. */
  add(given: readonly File[]): void
  /** Takes a file of the scanner's folder. */
  addScan(scan: { name: string; bytes: number }): void
  /** Takes a file out: stops its sending, gives up what was sent. */
  remove(key: number): void
  /** Takes a file off the list that belongs to an entry now. */
  drop(key: number): void
  setRole(key: number, role: FileRole): void
  /** Resolves when nothing is being sent any more. */
  settled(): Promise<void>
  /** Shows the files of a draft again. What the office has no more is said beside its name. Errors: any `AppFault` but that. */
  restore(kept: readonly DraftFile[]): Promise<void>
  /** The files belong to an entry now: they are read from there. */
  attached(entryId: number): Promise<void>
  /** Empties the list. `discard`: the office forgets the files too. */
  clear(how: { discard: boolean }): void
}

/** Collects files for a letter. What is on its way when the screen closes is stopped; what arrived waits with the office. */
export function useLetterFiles(): LetterFiles {
  const files = ref<LetterFile[]>([])
  const stops = new Map<number, AbortController>()
  let last = 0
  let queue: Promise<void> = Promise.resolve()

  const taken = computed(() => files.value.filter((one) => one.state === 'taken'))
  const isSending = computed(() => files.value.some(({ state }) => state === 'sending'))
  const replace = (next: LetterFile): void =>
    void (files.value = files.value.map((one) => (one.key === next.key ? { ...next, role: one.role } : one)))
  const failed = (key: number, given: Given, fault: AppFault, again: (() => void) | null): void =>
    replace({ key, ...facts(given), role: 'other', state: 'failed', fault, again })

  function begin(given: Given, send: (stop: AbortController, key: number) => Promise<StagedFile>): void {
    const key = ++last
    const role = roleFor(files.value, given.isAudio ?? false)
    files.value = [...files.value, { key, ...facts(given), role, state: 'sending', sent: null }]
    run(key, given, send)
  }

  function run(key: number, given: Given, send: (stop: AbortController, key: number) => Promise<StagedFile>): void {
    const stop = new AbortController()
    stops.set(key, stop)
    const again = (): void => {
      replace({ key, ...facts(given), role: 'other', state: 'sending', sent: null })
      run(key, given, send)
    }
    queue = queue.then(async () => {
      if (stop.signal.aborted) return
      try {
        const file = await send(stop, key)
        // Taken out while its last bytes were on their way.
        if (stop.signal.aborted) return discard(file.token)
        arrived(key, file)
      } catch (thrown) {
        if (!isAborted(thrown)) failed(key, given, toFault(thrown), isWorthAgain(toFault(thrown)) ? again : null)
      } finally {
        stops.delete(key)
      }
    })
  }

  /** Content tells better than a name what a file is. */
  function arrived(key: number, file: StagedFile): void {
    const before = files.value.find((one) => one.key === key)
    if (!before) return discard(file.token)
    const path = `/files/staged/${file.token}`
    replace({ key, name: file.name, bytes: file.bytes, role: before.role, state: 'taken', file, path })
    if (file.kind === 'audio' && before.role !== 'other') setRole(key, 'protocol')
    else if (file.kind !== 'audio' && before.role === 'protocol') setRole(key, roleFor(without(files.value, key), false))
  }

  function add(given: readonly File[]): void {
    for (const file of given) {
      const isAudio = file.type.startsWith('audio/')
      if (file.size > LARGEST) refuse(file, isAudio)
      else
        begin({ name: file.name, bytes: file.size, isAudio }, (stop, key) =>
          uploadFile<StagedFile>(`/files/staged?name=${encodeURIComponent(file.name)}`, file, {
            signal: stop.signal,
            onSent: (sent) => progress(key, sent),
          }),
        )
    }
  }

  function refuse({ name, size }: File, isAudio: boolean): void {
    const fault = new AppFault('attachments.too_large', { name, size: Math.ceil(size / 104857.6) / 10, max: LARGEST / 1048576 })
    const role = roleFor(files.value, isAudio)
    files.value = [...files.value, { key: ++last, name, bytes: size, role, state: 'failed', fault, again: null }]
  }

  function progress(key: number, sent: number): void {
    const one = files.value.find((file) => file.key === key)
    if (one?.state === 'sending') one.sent = sent
  }

  function setRole(key: number, role: FileRole): void {
    const one = files.value.find((file) => file.key === key)
    if (one) one.role = role
  }

  function remove(key: number): void {
    const one = files.value.find((file) => file.key === key)
    stops.get(key)?.abort()
    files.value = without(files.value, key)
    if (one?.state === 'taken') discard(one.file.token)
  }

  async function restore(kept: readonly DraftFile[]): Promise<void> {
    if (kept.length === 0) return
    const found = await api.attachments.staged({ tokens: kept.map(({ token }) => token) })
    files.value = kept.map(({ token, role, name }): LetterFile => {
      const file = found.find((one) => one.token === token)
      const key = ++last
      if (file) return { key, name: file.name, bytes: file.bytes, role, state: 'taken', file, path: `/files/staged/${token}` }
      return { key, name, bytes: 0, role, state: 'failed', fault: new AppFault('attachments.gone', { name }), again: null }
    })
  }

  async function attached(entryId: number): Promise<void> {
    if (taken.value.length === 0) return
    const stored = await api.attachments.ofEntry({ id: entryId }).catch(() => [])
    const paths = new Map(stored.map(({ sha256, id }) => [sha256, `/files/attachments/${id}`]))
    files.value = taken.value.map((one) => ({ ...one, path: paths.get(one.file.sha256) ?? one.path }))
  }

  function clear({ discard: forget }: { discard: boolean }): void {
    for (const stop of stops.values()) stop.abort()
    if (forget) for (const { file } of taken.value) discard(file.token)
    files.value = []
  }

  onScopeDispose(() => stops.forEach((stop) => stop.abort()))
  return {
    ...{ files, taken, isSending, add, remove, setRole, restore, attached, clear },
    addScan: ({ name, bytes }) => begin({ name, bytes }, () => api.attachments.takeScan({ name })),
    drop: (key) => void (files.value = without(files.value, key)),
    settled: () => queue,
  }
}

interface Given {
  name: string
  bytes: number
  isAudio?: boolean
}

const facts = ({ name, bytes }: Given): { name: string; bytes: number } => ({ name, bytes })
const without = (files: readonly LetterFile[], key: number): LetterFile[] => files.filter((one) => one.key !== key)

/** The letter comes first, its annexes after it; a recording is the protocol of an oral appeal. */
export function roleFor(before: readonly { role: FileRole }[], isAudio: boolean): FileRole {
  if (isAudio) return 'protocol'
  return before.some(({ role }) => role === 'letter') ? 'annex' : 'letter'
}

const AGAIN = new Set(['host.unreachable', 'attachments.broken_off', 'storage.full', 'internal'])
const isWorthAgain = ({ code }: AppFault): boolean => AGAIN.has(code)

/** The office forgets waiting files by itself in time, so that a failure changes nothing. */
function discard(token: string): void {
  void api.attachments.discard({ token }).catch(() => {})
}
