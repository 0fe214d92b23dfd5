import type { BookJob } from '#shared/contract'
import type { PrintingDesk } from './printingDesk'

/** A host's books: made, looked at, stopped and forgotten as the procedures say; a test says how far they are. */
export class StandInBooks {
  /** The newest first. */
  jobs: BookJob[] = []

  /** What a desk is answered about them. */
  readonly answers: PrintingDesk['answers'] = {
    'papers/printed': () => ({}),
    'books/count': () => ({ rows: 1000 }),
    'books/make': (order) => this.add(order),
    'books/mine': () => this.jobs,
    'books/cancel': ({ job }) => this.change({ state: 'cancelled' }, job),
    'books/forget': ({ job }) => void (this.jobs = this.jobs.filter((one) => one.job !== job)),
  }

  /** A book that was asked for; without more the Kazakh journal of incoming documents of the year, waiting. */
  add(order: Partial<BookJob>): BookJob {
    const job: BookJob = {
      ...{ job: crypto.randomUUID(), book: 'incoming', format: 'pdf', language: 'kk', from: '2026-01-01', to: '2026-11-23' },
      ...{ state: 'waiting', rows: 0, of: 1000, pages: null },
      ...order,
    }
    this.jobs = [job, ...this.jobs]
    return job
  }

  /** How far a book is now, the newest without a name; as it is then. */
  change(changes: Partial<BookJob>, job: unknown = this.jobs[0]!.job): BookJob {
    this.jobs = this.jobs.map((one) => (one.job === job ? { ...one, ...changes } : one))
    return this.jobs.find((one) => one.job === job)!
  }
}
