import { computed, onScopeDispose, ref } from 'vue'
import type { FileRole, StagedFile } from '#shared/contract'
import { api } from '../../api/client'
import { AppFault, isAborted, toFault } from '../../api/fault'
import { uploadFile } from '../../api/upload'

/** Largest file in bytes, as the contract's `LARGEST_FILE`, which stays with the host because of its schemas. Saves sending what would be refused. */
export const LARGEST = 200 * 1024 * 1024
const MEGABYTE = 1024 * 1024

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

type Send = (stop: AbortSignal) => Promise<StagedFile>

/** Collects files for a letter. What is on its way when the screen closes is stopped; what arrived waits with the office. */
export function useLetterFiles(): LetterFiles {
  const files = new LetterFiles()
  onScopeDispose(() => files.stop())
  return files
}

/** Files that come in for one letter, in the order they were given; they are sent one after another. */
export class LetterFiles {
  /** The entry has its letter already: what comes now is more likely an annex. */
  hasLetter = false
  readonly files = ref<LetterFile[]>([])
  readonly taken = computed(() => this.files.value.filter((one) => one.state === 'taken'))
  readonly #stops = new Map<number, AbortController>()
  /** What waits no more, whatever an answer that is still on its way says. */
  readonly #done = new Set<string>()
  #last = 0
  #queue: Promise<void> = Promise.resolve()

  /** `entryId`: the entry that the files are meant for, with which the office keeps them; `null`: a letter that is being registered, whose draft keeps them. */
  constructor(private readonly entryId: number | null = null) {}

  /** Sends files to the office. One that is too large is said to be so at once. */
  add(given: readonly File[]): void {
    for (const file of given) {
      const key = this.#enter(file.name, file.size, file.type.startsWith('audio/'))
      if (file.size > LARGEST) this.#fail(key, tooLarge(file), null)
      else this.#send(key, (signal) => this.#upload(key, file, signal))
    }
  }

  /** Takes a file of the scanner's folder. */
  addScan({ name, bytes }: { name: string; bytes: number }): void {
    this.#send(this.#enter(name, bytes, false), () => api.attachments.takeScan({ name, entryId: this.entryId }))
  }

  /** Takes a file out: stops its sending, gives up what was sent. */
  remove(key: number): void {
    const one = this.#find(key)
    this.#stops.get(key)?.abort()
    this.drop(key)
    if (one?.state === 'taken') discard(one.file.token)
  }

  /** Takes a file off the list that belongs to an entry now. */
  drop(key: number): void {
    const one = this.#find(key)
    if (one?.state === 'taken') this.#done.add(one.file.token)
    this.files.value = this.files.value.filter((one) => one.key !== key)
  }

  /** Says what a file is to its letter. */
  setRole(key: number, role: FileRole): void {
    const one = this.#find(key)
    if (!one) return
    one.role = role
    // It is said once more when the file is attached, so that a failure loses little.
    if (this.entryId !== null && one.state === 'taken')
      void api.attachments.setRole({ token: one.file.token, role }).catch(() => {})
  }

  /** Resolves when nothing is being sent any more. */
  settled(): Promise<void> {
    return this.#queue
  }

  /** Shows the files of a draft again. What the office has no more is said beside its name. Errors: any `AppFault` but that. */
  async restore(kept: readonly DraftFile[]): Promise<void> {
    if (kept.length === 0) return
    const found = await api.attachments.staged({ tokens: kept.map(({ token }) => token) })
    this.files.value = kept.map(({ token, role, name }): LetterFile => {
      const file = found.find((one) => one.token === token)
      const key = ++this.#last
      if (file) return takenFile(key, file, role)
      return { key, name, bytes: 0, role, state: 'failed', fault: new AppFault('attachments.gone', { name }), again: null }
    })
  }

  /** Shows what waits with the office for the entry: what came in before or in another window is there, what was attached or given up there is not. Errors: those of `stagedFor`. */
  async renew(): Promise<void> {
    if (this.entryId === null) return
    const before = new Set(this.taken.value.map(({ file: { token } }) => token))
    const waiting = await api.attachments.stagedFor({ id: this.entryId })
    const tokens = new Set(waiting.map(({ token }) => token))
    this.files.value = this.files.value.filter(
      (one) => one.state !== 'taken' || tokens.has(one.file.token) || !before.has(one.file.token),
    )
    const shown = new Set(this.taken.value.map(({ file: { token } }) => token))
    for (const { role, ...file } of waiting)
      if (!shown.has(file.token) && !this.#done.has(file.token)) {
        const key = ++this.#last
        this.files.value = [
          ...this.files.value,
          takenFile(key, file, role ?? this.#roleFor(this.files.value, file.kind === 'audio')),
        ]
      }
  }

  /** The files belong to an entry now: they are read from there. */
  async attached(entryId: number): Promise<void> {
    if (this.taken.value.length === 0) return
    const stored = await api.attachments.ofEntry({ id: entryId }).catch(() => [])
    const paths = new Map(stored.map(({ sha256, id }) => [sha256, `/files/attachments/${id}`]))
    this.files.value = this.taken.value.map((one) => ({ ...one, path: paths.get(one.file.sha256) ?? one.path }))
  }

  /** Empties the list. `discard`: the office forgets the files too. */
  clear({ discard: forget }: { discard: boolean }): void {
    this.stop()
    if (forget) for (const { file } of this.taken.value) discard(file.token)
    this.files.value = []
  }

  /** Stops all sending. */
  stop(): void {
    for (const stop of this.#stops.values()) stop.abort()
  }

  #find(key: number): LetterFile | undefined {
    return this.files.value.find((one) => one.key === key)
  }

  #enter(name: string, bytes: number, isAudio: boolean): number {
    const key = ++this.#last
    const role = this.#roleFor(this.files.value, isAudio)
    this.files.value = [...this.files.value, { key, name, bytes, role, state: 'sending', sent: null }]
    return key
  }

  #send(key: number, send: Send): void {
    const stop = new AbortController()
    this.#stops.set(key, stop)
    this.#queue = this.#queue.then(async () => {
      if (stop.signal.aborted) return
      try {
        const file = await send(stop.signal)
        // Taken out while its last bytes were on their way.
        if (stop.signal.aborted) discard(file.token)
        else this.#arrived(key, file)
      } catch (thrown) {
        if (!isAborted(thrown)) this.#fail(key, toFault(thrown), send)
      } finally {
        this.#stops.delete(key)
      }
    })
  }

  #sent(key: number, bytes: number): void {
    const one = this.#find(key)
    if (one?.state === 'sending') one.sent = bytes
  }

  #fail(key: number, fault: AppFault, send: Send | null): void {
    const isWorthAgain = send !== null && AGAIN.has(fault.code)
    const again = (): void => {
      this.#replace(key, ({ name, bytes, role }) => ({ key, name, bytes, role, state: 'sending', sent: null }))
      this.#send(key, send!)
    }
    this.#replace(key, ({ name, bytes, role }) => {
      return { key, name, bytes, role, state: 'failed', fault, again: isWorthAgain ? again : null }
    })
  }

  /** Content tells better than a name what a file is. */
  #arrived(key: number, file: StagedFile): void {
    // A refused file is no letter: the next one takes its place. And the list may have been renewed between the file's arrival and this answer.
    const others = this.files.value.filter(
      (one) => one.key !== key && one.state !== 'failed' && !(one.state === 'taken' && one.file.token === file.token),
    )
    const role = this.#roleFor(others, file.kind === 'audio')
    this.files.value = this.files.value.filter((one) => one.key === key || one.state === 'failed' || others.includes(one))
    this.#replace(key, () => takenFile(key, file, role))
  }

  #roleFor(before: readonly { role: FileRole }[], isAudio: boolean): FileRole {
    return roleFor(this.hasLetter ? [{ role: 'letter' }, ...before] : before, isAudio)
  }

  async #upload(key: number, file: File, signal: AbortSignal): Promise<StagedFile> {
    // A folder, or a file that is gone or locked, would look like a host that cannot be reached.
    await file
      .slice(0, 1)
      .arrayBuffer()
      .catch(() => Promise.reject(new AppFault('attachments.unreadable', { name: file.name })))
    const meant = this.entryId === null ? '' : `&entry=${this.entryId}`
    const path = `/files/staged?name=${encodeURIComponent(file.name)}${meant}`
    return uploadFile(path, file, { signal, onSent: (sent) => this.#sent(key, sent) })
  }

  #replace(key: number, change: (one: LetterFile) => LetterFile): void {
    this.files.value = this.files.value.map((one) => (one.key === key ? change(one) : one))
  }
}

/** The letter comes first, its annexes after it; a recording is the protocol of an oral appeal. */
export function roleFor(before: readonly { role: FileRole }[], isAudio: boolean): FileRole {
  if (isAudio) return 'protocol'
  return before.some(({ role }) => role === 'letter') ? 'annex' : 'letter'
}

const AGAIN: ReadonlySet<string> = new Set([
  'host.unreachable',
  'attachments.unreadable',
  'attachments.broken_off',
  'storage.full',
  'internal',
])

function takenFile(key: number, file: StagedFile, role: FileRole): TakenFile {
  return { key, name: file.name, bytes: file.bytes, role, state: 'taken', file, path: `/files/staged/${file.token}` }
}

function tooLarge({ name, size }: File): AppFault {
  const megabytes = Math.ceil((size * 10) / MEGABYTE) / 10
  return new AppFault('attachments.too_large', { name, size: megabytes, max: LARGEST / MEGABYTE })
}

/** The office forgets waiting files by itself in time, so that a failure changes nothing. */
function discard(token: string): void {
  void api.attachments.discard({ token }).catch(() => {})
}
