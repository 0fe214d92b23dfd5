import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowReactive, shallowRef } from 'vue'
import type { Book, BookFormat, BookJob } from '#shared/contract'
import { api } from '../../api/client'
import { toFault } from '../../api/fault'
import { useSession } from '../../stores/session'

/** What a book is made of. */
export interface BookOrder {
  book: Book
  format: BookFormat
  language: 'kk' | 'ru'
  from: string
  to: string
}

/** A book asked for in this window. `gone`: its file is no longer there. */
export interface BookTask {
  order: BookOrder
  job: BookJob
  gone: boolean
}

/** Milliseconds between two looks at how far the books are. */
const PAUSE = 500

const isUnderWay = ({ job }: BookTask): boolean => job.state === 'waiting' || job.state === 'running'

/** Books being made and made, whatever screen is shown: who asked for one goes on working. */
export const useBooks = defineStore('books', () => {
  const session = useSession()
  const tasks = shallowRef<readonly BookTask[]>([])
  /** What the dialog is open for; `null`: closed. */
  const dialog = shallowRef<{ book: Book } | null>(null)
  /** What stands in the dialog, kept when it is closed. */
  const typed = shallowReactive<{ order: BookOrder | null; period: string }>({ order: null, period: 'year' })
  let timer: ReturnType<typeof setTimeout> | undefined

  const underWay = computed(() => tasks.value.filter(isUnderWay))

  function put(task: BookTask): void {
    tasks.value = tasks.value.map((one) => (one.job.job === task.job.job ? task : one))
  }

  /** Begins a book; it stands first. Errors: `books.too_many`, any other `AppFault`. */
  async function make(order: BookOrder): Promise<void> {
    const job = await api.books.make(order)
    tasks.value = [{ order, job, gone: false }, ...tasks.value]
    look()
  }

  /** Makes a book that failed, was stopped or is gone once more, in its own place. Errors: as `make`. */
  async function again(task: BookTask): Promise<void> {
    const job = await api.books.make(task.order)
    tasks.value = tasks.value.map((one) => (one.job.job === task.job.job ? { order: task.order, job, gone: false } : one))
    look()
  }

  /** Stops a book. One that is done by then stays done no longer. Errors: any `AppFault`. */
  async function cancel(task: BookTask): Promise<void> {
    try {
      put({ ...task, job: await api.books.cancel({ job: task.job.job }) })
    } catch (thrown) {
      if (toFault(thrown).code !== 'not_found') throw thrown
      put({ ...task, gone: true, job: { ...task.job, state: 'failed' } })
    }
  }

  /** Takes a book off the list; its file goes too. */
  function forget(task: BookTask): void {
    tasks.value = tasks.value.filter((one) => one.job.job !== task.job.job)
    void api.books.cancel({ job: task.job.job }).catch(() => undefined)
  }

  /** A finished book whose file was not found. */
  function lose(task: BookTask): void {
    put({ ...task, gone: true, job: { ...task.job, state: 'failed' } })
  }

  function look(): void {
    timer ??= setTimeout(() => void lookNow(), PAUSE)
  }

  async function lookNow(): Promise<void> {
    // Beneath the lock nothing is asked; the books go on being made.
    if (!session.locked) await Promise.all(underWay.value.map(lookAt))
    timer = undefined
    if (underWay.value.length > 0) look()
  }

  async function lookAt(task: BookTask): Promise<void> {
    try {
      const job = await api.books.progress({ job: task.job.job })
      // It may have been stopped or forgotten while the answer was on its way.
      const now = tasks.value.find((one) => one.job.job === job.job)
      if (now && isUnderWay(now)) put({ ...now, job })
    } catch (thrown) {
      // Without an answer the next look comes; a book the host knows no longer was lost with it.
      if (toFault(thrown).code === 'not_found') lose(task)
    }
  }
  onScopeDispose(() => clearTimeout(timer))

  return { tasks, underWay, dialog, typed, make, again, cancel, forget, lose }
})

/** How much of a book is written, in whole hundredths; a book without rows is not begun until it is done. */
export function percentOf({ rows, of, state }: BookJob): number {
  if (state === 'done') return 100
  return of === 0 ? 0 : Math.min(99, Math.floor((rows * 100) / of))
}
