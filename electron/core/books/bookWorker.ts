import { parentPort, workerData } from 'node:worker_threads'
import type { BookTask, Portion, WorkerWord } from './bookFacts'
import type { BookWriter } from './BookWriter'
import { Lines } from './lines'

/**
 * The thread on which a book is laid out and written, so that the one that answers the windows stays free. It gets rows in portions, says when it has room for the next, and after the empty one
 * finishes the file. A fault ends the thread; the main thread hears of it.
 */
const port = parentPort!
const task = workerData as BookTask
const lines = new Lines(task)
const begun = writerOf((written) => tell({ kind: 'progress', rows: written }))
let rows = 0
let tail: Promise<void> = Promise.resolve()

port.on('message', (portion: Portion) => {
  tail = tail.then(() => take(portion))
})

async function take(portion: Portion): Promise<void> {
  const writer = await begun
  if (portion.rows.length === 0) {
    const pages = await writer.end()
    tell({ kind: 'done', rows, pages })
    return port.close()
  }
  await writer.add(portion.rows.map((facts) => lines.line(facts)))
  rows += portion.rows.length
  tell({ kind: 'next' })
}

// Each format loads only what it needs.
async function writerOf(progress: (rows: number) => void): Promise<BookWriter> {
  if (task.format === 'csv') return (await import('./writeCsv')).csvWriter(task, progress)
  if (task.format === 'xlsx') return (await import('./writeXlsx')).xlsxWriter(task, progress)
  return (await import('./writePdf')).pdfWriter(task, progress)
}

function tell(word: WorkerWord): void {
  port.postMessage(word)
}
