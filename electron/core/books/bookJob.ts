import type { BookJob } from '#shared/contract'
import { formatDate } from '#shared/domain'
import { translatorFor } from '#shared/i18n'
import type { SignedIn } from '../call'
import type { BookOrder, BookTask } from './bookFacts'
import type { Extent } from './bookRows'
import type { BookWork } from './BookWork'

/** A finished file: where it lies, its size in bytes and the name it is saved under. */
export interface BookFile {
  path: string
  size: number
  name: string
}

/** An order with everything that was known when it was given. */
export interface Order {
  /** What its owner is shown. */
  shown: BookJob
  extent: Extent
  caller: SignedIn
  task: Omit<BookTask, 'file'>
}

/** A book in the making, or made. */
export interface Job extends Order {
  work: BookWork | null
  /** When it was done, failed or was stopped; 0 before. */
  endedAt: number
  timer: ReturnType<typeof setTimeout> | undefined
}

/** Where the worker keeps what it laid out until it knows the number of pages. */
export function notesOf(part: string): string {
  return `${part}.pages`
}

/** Whether a book is still to be waited for. */
export function isUnfinished({ shown }: Pick<Job, 'shown'>): boolean {
  return shown.state === 'waiting' || shown.state === 'running'
}

/** Name of a book's file, in its language: «Журнал входящих документов, 01.01.2026 – 31.12.2026». */
export function nameOf({ book, language, from, to }: BookOrder): string {
  const say = translatorFor(language)
  const name = say('books.fileName', { book: say(`books.names.${book}`), from: formatDate(from), to: formatDate(to) })
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}
