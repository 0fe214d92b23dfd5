import { ENTITIES } from '#core/entities'
import { openReader } from '#core/db/database'
import type { BookTask } from '#core/books/bookFacts'
import { Lines } from '#core/books/lines'
import { extentOf, portionOf, type Place } from '#core/books/bookRows'
import { pdfWriter } from '#core/books/writePdf'
import type { SignedIn } from '#core/call'
import { FACES, Faces, type Face } from '#core/paper/faces'
import type { Mark } from '#core/paper/Sheet'
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { officeWithClerk, register, resourcesDir, type TestBrowser, type TestOffice } from '../../support/office'
import { builtWorkers } from '../../support/workers'
import type { BenchRow } from '../BenchRow'
import { inFolder, median, timed } from '../measure'
import { multiplyEntry } from '../multiply'
import { timeOfPlainBook } from '../plainBook'

const ENTRIES = 10_000
const ROUNDS = 3
const PERIOD = { book: 'incoming', from: '2026-01-01', to: '2026-12-31' } as const

type Desk = TestOffice & { clerk: TestBrowser; dir: string }

/** An office with 10,000 entries as they are on an ordinary day: a subject, four lines of content, an address. */
async function withBook<Result>(run: (test: Desk) => Promise<Result>): Promise<Result> {
  const workersDir = await builtWorkers()
  return inFolder(async (dir) => {
    const test = await officeWithClerk({ dataDir: join(dir, 'office'), workersDir })
    await register(test.clerk, { sendersNumber: '12-04/118', sendersDate: '2026-12-09' })
    await multiplyEntry(join(test.dataDir, 'kiris.db'), ENTRIES)
    try {
      return await run({ ...test, dir })
    } finally {
      await test.close()
    }
  })
}

/** Makes the book as the screen does, from the call to the finished file. */
async function make({ clerk }: Desk): Promise<void> {
  const { job } = await clerk.call.books.make({ ...PERIOD, format: 'pdf', language: 'kk' })
  for (;;) {
    const { state, rows } = (await clerk.call.books.mine()).find((one) => one.job === job)!
    if (state === 'done' && rows === ENTRIES) return
    if (state !== 'waiting' && state !== 'running') throw new Error(`the book is ${state} with ${rows} rows`)
    await pause(20)
  }
}

/** Lays the same book out and writes its pages down, a JSON line each. */
async function pagesOf({ dataDir, dir }: Desk): Promise<string> {
  const path = join(dir, 'pages.jsonl')
  const file = openSync(path, 'w')
  const caller = { id: 0, roles: ['clerk'], actsFor: [] } as unknown as SignedIn
  const office = { kk: 'Ақмола облысының білім басқармасы', ru: 'Управление образования Акмолинской области' }
  const task: BookTask = {
    ...{ ...PERIOD, format: 'pdf', language: 'kk', office, madeBy: 'Қасенова А. Т.', madeAt: '2026-12-11T06:08:00.000Z' },
    ...{ timeZone: 'Asia/Almaty', file: join(dir, 'peer'), fontsDir: join(resourcesDir, 'fonts') },
  }
  const sink = {
    add: async (marks: readonly Mark[]) => void writeSync(file, `${JSON.stringify(marks)}\n`),
    end: async () => closeSync(file),
  }
  const writer = await pdfWriter(
    task,
    () => {},
    async () => sink,
  )
  const lines = new Lines(task)
  const reader = await openReader(join(dataDir, 'kiris.db'), ENTITIES)
  const extent = await extentOf(reader.view, PERIOD)
  let after: Place | null = null
  for (;;) {
    const { rows, end }: Awaited<ReturnType<typeof portionOf>> = await portionOf(reader.view, caller, extent, after)
    if (rows.length === 0) break
    await writer.add(rows.map((facts) => lines.line(facts)))
    after = end
  }
  await reader.close()
  await writer.end()
  return path
}

const time: BenchRow = {
  name: 'journal/pdf-10k-time',
  run: () =>
    withBook(async (test) => {
      const pages = readFileSync(await pagesOf(test), 'utf8')
        .trimEnd()
        .split('\n')
      const faces = new Faces(join(resourcesDir, 'fonts'))
      const fonts = new Map<Face, Uint8Array>(FACES.map((face) => [face, faces.file(face)]))
      const [mine, theirs]: [number[], number[]] = [[], []]
      for (let round = 0; round < ROUNDS; round++) {
        mine.push(await timed(() => make(test)))
        const path = join(test.dir, 'plain.pdf')
        theirs.push(await timeOfPlainBook(path, pages, fonts))
        rmSync(path)
      }
      const value = median(mine) / median(theirs)
      const peer = `the same ${pages.length} pages drawn with plain pdfkit, same fonts, places known`
      return { value, unit: 'ratio', peer, limit: 1.5, ok: value <= 1.5 }
    }),
}

const memory: BenchRow = {
  name: 'journal/pdf-10k-memory',
  run: () =>
    withBook(async (test) => {
      // Loaded and grown once by what every office does; the thread itself counts.
      await test.clerk.call.register.overview({ year: 2026 })
      globalThis.gc?.()
      const base = process.memoryUsage.rss()
      let most = base
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10)
      await make(test)
      clearInterval(watch)
      const value = Math.round((most - base) / 1024 / 1024)
      return { value, unit: 'MB over the base, whole process', peer: 'none', limit: 300, ok: value <= 300 }
    }),
}

const delay: BenchRow = {
  name: 'journal/window-delay',
  run: () =>
    withBook(async (test) => {
      // A page of the journal, as the window asks for it when somebody scrolls.
      const page = { year: 2026, state: 'all', search: '', after: null, limit: 50 } as const
      const ask = (): Promise<number> => timed(() => test.clerk.call.register.journal(page))
      for (let round = 0; round < 50; round++) await ask()
      let making = true
      const made = make(test).finally(() => (making = false))
      const answers: Promise<number>[] = []
      while (making) {
        // Counted from when it was due, so that a blocked thread cannot hide by asking late.
        const due = performance.now() + 20
        await pause(20)
        const late = Math.max(0, performance.now() - due)
        answers.push(ask().then((took) => took + late))
      }
      await made
      const value = Math.round(Math.max(...(await Promise.all(answers))))
      return { value, unit: 'ms, worst answer of a journal page', peer: 'none', limit: 100, ok: value <= 100 }
    }),
}

export const rows: BenchRow[] = [time, memory, delay]
