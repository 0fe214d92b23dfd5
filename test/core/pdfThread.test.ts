import { IDLE, LONGEST, PdfThread } from '#core/attachments/PdfThread'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { pdf, send, stage, stored } from '../support/attachments'
import { officeWithClerk, refusal, register, type TestBrowser, type TestOffice } from '../support/office'
import { builtWorkers } from '../support/workers'

/** The program's own worker, with traps for files that say which: what a fault of the parser would be. It says when a file is in one. */
const TRAPS = (worker: string): string => `import * as honest from '${worker}'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
const traps = {
  '%endless': () => { for (;;); },
  '%growing': () => { for (const kept = [];;) kept.push(new Array(1000).fill(kept.length + 0.5)) },
  '%deadly': () => { setImmediate(() => { throw new Error('a fault nobody catches') }); return new Promise(() => {}) },
}
const trapped = (name, fileOf) => async (asked) => {
  const text = readFileSync(fileOf(asked), 'latin1')
  const trap = Object.keys(traps).find((sign) => text.includes(sign + ' ' + name))
  if (trap) writeFileSync(join(import.meta.dirname, 'trapped'), '')
  return trap ? traps[trap]() : honest[name](asked)
}
export const inspect = trapped('inspect', (path) => path)
export const stamp = trapped('stamp', ({ copy }) => copy.source)`

type Desk = TestOffice & { clerk: TestBrowser }

let dir: string
let test: Desk
let running: Worker[] = []
const noteThread = (worker: Worker): number => running.push(worker)
/** Threads that have not ended. */
const threads = (): Worker[] => (running = running.filter(({ threadId }) => threadId >= 0))

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kiris-traps-'))
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}')
  writeFileSync(join(dir, 'pdfWorker.js'), TRAPS(pathToFileURL(join(await builtWorkers(), 'pdfWorker.js')).href))
  test = await officeWithClerk({ workersDir: dir })
  process.on('worker', noteThread)
  // The limits are long: their time is made to pass. What waits here uses timers of its own.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
beforeEach(() => rmSync(join(dir, 'trapped'), { force: true }))
afterEach(() => expect(stored(test).filter((file) => file.startsWith('incoming'))).toEqual([]))
afterAll(async () => {
  vi.useRealTimers()
  process.off('worker', noteThread)
  await test.close()
  rmSync(dir, { recursive: true, force: true })
})

/** Waits until a file is in a trap. Meanwhile and for some time after that the office answers others, one after another. */
async function answeredMeanwhile(requests: number): Promise<void> {
  while (!existsSync(join(dir, 'trapped'))) await pause(10)
  const journal = { year: 2026, state: 'all', search: '', after: null, limit: 50 } as const
  for (let answered = 0; answered < requests; answered++) await test.clerk.call.register.journal(journal)
}

async function attached(text: string): Promise<{ appealId: number; attachmentId: number }> {
  const { token } = await stage(test, test.clerk, 'хат.pdf', pdf(text))
  const { id } = await register(test.clerk)
  const [file] = await test.clerk.call.attachments.attach({ id, files: [{ token, role: 'letter' }] })
  return { appealId: id, attachmentId: file!.id }
}

it('PDFs are opened on one thread, which ends when no more come', async () => {
  await Promise.all(['бір', 'екі', 'үш'].map((text) => stage(test, test.clerk, 'хат.pdf', pdf(text))))
  expect(threads()).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(IDLE - 1)
  expect(threads()).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  while (threads().length > 0) await pause(10)
  expect(await stage(test, test.clerk, 'хат.pdf', pdf('төрт'))).toMatchObject({ condition: 'whole', pages: 1 })
})

it('a PDF without end is damaged when its time is over; others are answered, and who waits loses nothing', async () => {
  let verdict: unknown
  const endless = stage(test, test.clerk, 'шексіз.pdf', pdf('endless inspect')).then((file) => (verdict = file))
  await answeredMeanwhile(0)
  const next = stage(test, test.clerk, 'хат.pdf', pdf('кезектегі'))
  await answeredMeanwhile(50)
  vi.advanceTimersByTime(LONGEST.inspect - 1)
  await answeredMeanwhile(10)
  expect(verdict).toBeUndefined()
  vi.advanceTimersByTime(1)
  expect(await endless).toMatchObject({ name: 'шексіз.pdf', condition: 'damaged', pages: null })
  expect(await next).toMatchObject({ condition: 'whole', pages: 1 })
})

it.each(['growing', 'deadly'])('a PDF that is %s is damaged; others are answered, and the next is taken in', async (trap) => {
  const bad = stage(test, test.clerk, 'жаман.pdf', pdf(`${trap} inspect`))
  await answeredMeanwhile(1)
  expect(await bad).toMatchObject({ condition: 'damaged', pages: null })
  expect(await stage(test, test.clerk, 'хат.pdf', pdf(`after ${trap}`))).toMatchObject({ condition: 'whole' })
})

it('a PDF on which stamping never ends is refused; the next is stamped', async () => {
  const { attachmentId } = await attached('endless stamp')
  const refused = refusal(test.clerk.call.attachments.stamp({ attachmentId, place: null, russian: false }))
  await answeredMeanwhile(50)
  vi.advanceTimersByTime(LONGEST.stamp)
  expect(await refused).toMatchObject({ code: 'attachments.not_stampable', data: { params: { name: 'хат.pdf' } } })
  const good = await attached('мөр басылатын')
  const files = await test.clerk.call.attachments.stamp({ ...good, place: null, russian: true })
  expect(files[1]).toMatchObject({ condition: 'whole', pages: 1, stamped: { of: good.attachmentId, place: { page: 1 } } })
})

it('what the thread refuses and what the disk refuses keep their meaning', async () => {
  const { attachmentId } = await attached('бір бет')
  const place = { page: 9, x: 50, y: 50, turn: 0, russian: false }
  const refused = await refusal(test.clerk.call.attachments.stamp({ attachmentId, place, russian: false }))
  expect(refused).toMatchObject({ code: 'attachments.not_stampable', data: { params: { name: 'хат.pdf' } } })
  const thread = new PdfThread(await builtWorkers())
  await expect(thread.inspect(join(dir, 'nowhere.pdf'))).rejects.toMatchObject({ code: 'ENOENT', syscall: 'open' })
  await thread.close()
})

it('a thread that cannot start is nobody’s fault: no file is called damaged', async () => {
  const other = await officeWithClerk({ workersDir: join(dir, 'nothing-built') })
  expect((await send(other, other.clerk, 'хат.pdf', pdf())).status).toBe(500)
  expect(stored(other)).toEqual([])
  await other.close()
})

it('an office that is closed leaves no thread, whatever it was doing', async () => {
  const unheard = send(test, test.clerk, 'шексіз.pdf', pdf('endless inspect')).catch(() => null)
  await answeredMeanwhile(1)
  expect(threads()).toHaveLength(1)
  await test.office.close()
  expect(threads()).toEqual([])
  await unheard
})
