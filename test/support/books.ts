import type { BookFormat, BookJob } from '#shared/contract'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { TestBrowser, TestOffice } from './office'

/** What is asked for; without more the Kazakh journal of incoming documents of the year 2026. */
export function order(changes: Partial<Parameters<TestBrowser['call']['books']['make']>[0]> = {}) {
  return { book: 'incoming', format: 'csv', language: 'kk', from: '2026-01-01', to: '2026-12-31', ...changes } as const
}

/** Waits until a book is no longer waiting or running. */
export async function ended(browser: TestBrowser, { job }: Pick<BookJob, 'job'>): Promise<BookJob> {
  for (;;) {
    const now = (await seen(browser, job))!
    if (now.state !== 'waiting' && now.state !== 'running') return now
    await pause(20)
  }
}

/** How a book stands in the list of whoever asks; none: it does not. */
export async function seen(browser: TestBrowser, job: string): Promise<BookJob | undefined> {
  return (await browser.call.books.mine()).find((one) => one.job === job)
}

/** Makes a book and fetches its file. */
export async function made(browser: TestBrowser, changes: Parameters<typeof order>[0] = {}) {
  const job = await ended(browser, await browser.call.books.make(order(changes)))
  if (job.state !== 'done') throw new Error(`the book is ${job.state}`)
  const response = await fileOf(browser, job)
  if (!response.ok) throw new Error(`the file was answered with ${response.status}`)
  return { job, response, bytes: new Uint8Array(await response.arrayBuffer()) }
}

/** Asks for the file of a book. */
export function fileOf(browser: TestBrowser, { job, format }: { job: string; format: BookFormat }): Promise<Response> {
  return browser.get(`/files/books/${job}.${format}`)
}

/** What lies in the folder of the books. */
export function filesOfBooks({ dataDir }: Pick<TestOffice, 'dataDir'>): string[] {
  try {
    return readdirSync(join(dataDir, 'books'))
  } catch {
    return []
  }
}

/** A folder with a worker that does what a test needs, removed with the process. */
export function workerThat(script: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'kiris-worker-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}')
  writeFileSync(join(dir, 'bookWorker.js'), script)
  return dir
}
