import { Worker } from 'node:worker_threads'
import type { BookTask, Portion, RowFacts, WorkerWord } from './bookFacts'

/** Portions on their way: one being written, one waiting, so that neither thread waits for the other. */
const AHEAD = 2

/** How a book became ready. */
export interface BookMade {
  rows: number
  pages: number | null
}

/** One worker writing one book: hands it portions as it asks for them. */
export class BookWork {
  readonly #worker: Worker
  readonly #made: Promise<BookMade>
  #over = false

  /**
   * Starts the worker of a file (`bookWorker.js`). `next`: the next rows, none = the end. `progress`: so many rows are in the book.
   */
  constructor(
    workerFile: string,
    task: BookTask,
    private readonly next: () => Promise<RowFacts[]>,
    private readonly progress: (rows: number) => void,
  ) {
    this.#worker = new Worker(workerFile, { workerData: task, name: 'book' })
    this.#made = this.#run()
  }

  /** Resolves when the file is whole; rejects when the worker or the reading failed, or it was stopped. */
  get made(): Promise<BookMade> {
    return this.#made
  }

  /** Ends the worker, whatever it is doing; resolves when it is gone. */
  async stop(): Promise<void> {
    this.#over = true
    await this.#worker.terminate()
  }

  async #run(): Promise<BookMade> {
    try {
      return await new Promise<BookMade>((resolve, reject) => {
        let feeding: Promise<void> = Promise.resolve()
        const feed = (): void => {
          feeding = feeding.then(() => this.#feed()).catch(reject)
        }
        this.#worker.on('message', (word: WorkerWord) => {
          if (word.kind === 'done') return resolve({ rows: word.rows, pages: word.pages })
          if (word.kind === 'progress') this.progress(word.rows)
          else feed()
        })
        this.#worker.once('error', reject)
        this.#worker.once('exit', (code) => reject(new Error(`the book's thread ended with ${code}`)))
        for (let portion = 0; portion < AHEAD; portion++) feed()
      })
    } finally {
      await this.stop()
    }
  }

  async #feed(): Promise<void> {
    if (this.#over) return
    const rows = await this.next()
    const portion: Portion = { rows }
    if (rows.length === 0) this.#over = true
    this.#worker.postMessage(portion)
  }
}
