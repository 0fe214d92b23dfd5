import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowReactive, shallowRef } from 'vue'
import type { Book, BookJob } from '#shared/contract'
import { api } from '../../api/client'
import { toFault } from '../../api/fault'
import { useSession } from '../../stores/session'

/** What a book is made of. */
export type BookOrder = Pick<BookJob, 'book' | 'format' | 'language' | 'from' | 'to'>

/** A book that was asked for, in whatever window. `gone`: its file is no longer there. */
export interface BookTask extends BookJob {
  gone: boolean
}

/** Milliseconds between two looks at how far the books are. */
const PAUSE = 500

/** Whether a book is still to be waited for. */
export const isUnderWay = ({ state }: BookJob): boolean => state === 'waiting' || state === 'running'

const goneOf = (task: BookTask): BookTask => ({ ...task, gone: true, state: 'failed' })

/** The host's list. What it knows no longer, though it is waited for here, and what was found gone, stays so; one that was ready may have been taken off in another window. */
function listOf(jobs: readonly BookJob[], before: readonly BookTask[]): BookTask[] {
  const lost = new Map(before.filter(({ gone }) => gone).map((task) => [task.job, task]))
  const listed = new Set(jobs.map(({ job }) => job))
  const missing = before.filter((task) => !listed.has(task.job) && (task.gone || isUnderWay(task)))
  return [...jobs.map((job) => lost.get(job.job) ?? { ...job, gone: false }), ...missing.map(goneOf)]
}

/** Books being made and made, whatever screen is shown: who asked for one goes on working. They are the host's: a window that was loaded anew shows them as before. */
export const useBooks = defineStore('books', () => {
  const session = useSession()
  const tasks = shallowRef<readonly BookTask[]>([])
  /** What the dialog is open for; `null`: closed. */
  const dialog = shallowRef<{ book: Book } | null>(null)
  /** What stands in the dialog, kept when it is closed. */
  const typed = shallowReactive<{ order: BookOrder | null; period: string }>({ order: null, period: 'year' })
  let timer: ReturnType<typeof setTimeout> | undefined
  /** How often this window changed the list: an answer that was on its way meanwhile is older than that. */
  let changes = 0

  const underWay = computed(() => tasks.value.filter(isUnderWay))

  function change(next: readonly BookTask[]): void {
    changes++
    tasks.value = next
  }

  function put(task: BookTask): void {
    change(tasks.value.map((one) => (one.job === task.job ? task : one)))
  }

  /** Begins a book; it stands first. Errors: `books.too_many`, any other `AppFault`. */
  async function make({ book, format, language, from, to }: BookOrder): Promise<void> {
    const job = await api.books.make({ book, format, language, from, to })
    change([{ ...job, gone: false }, ...tasks.value.filter((one) => one.job !== job.job)])
    look()
  }

  /** Makes a book that failed, was stopped or is gone once more, instead of that one. Errors: as `make`. */
  async function again(task: BookTask): Promise<void> {
    await make(task)
    await forget(task)
  }

  /** Stops a book. One that is done by then stays done no longer. Errors: any `AppFault`. */
  async function cancel(task: BookTask): Promise<void> {
    try {
      put({ ...(await api.books.cancel({ job: task.job })), gone: false })
    } catch (thrown) {
      if (toFault(thrown).code !== 'not_found') throw thrown
      lose(task)
    }
  }

  /** Takes a book off the list; its file goes too. Errors: any `AppFault`. */
  async function forget(task: BookTask): Promise<void> {
    try {
      await api.books.forget({ job: task.job })
    } catch (thrown) {
      if (toFault(thrown).code !== 'not_found') throw thrown
    }
    change(tasks.value.filter((one) => one.job !== task.job))
  }

  /** A book whose file was not found. */
  function lose(task: BookTask): void {
    put(goneOf(task))
  }

  /** Shows the books as the host knows them. Without an answer nothing changes. */
  async function refresh(): Promise<void> {
    // Beneath the lock nothing is asked; the books go on being made.
    if (session.locked || !session.may('books.make')) return
    const before = changes
    const jobs = await api.books.mine().catch(() => null)
    if (before !== changes) return refresh()
    if (jobs) tasks.value = listOf(jobs, tasks.value)
    if (underWay.value.length > 0) look()
  }

  function look(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void refresh()
    }, PAUSE)
  }
  onScopeDispose(() => clearTimeout(timer))

  return { tasks, underWay, dialog, typed, make, again, cancel, forget, lose, refresh }
})

/** How much of a book is written, in whole hundredths; a book without rows is not begun until it is done. */
export function percentOf({ rows, of, state }: BookJob): number {
  if (state === 'done') return 100
  return of === 0 ? 0 : Math.min(99, Math.floor((rows * 100) / of))
}
