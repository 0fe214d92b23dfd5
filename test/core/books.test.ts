import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'
import { ended, fileOf, filesOfBooks, made, order, seen, workerThat } from '../support/books'
import {
  officeWithClerk,
  PASSWORD,
  person,
  refusal,
  register,
  signInAs,
  type TestBrowser,
  type TestOffice,
} from '../support/office'
import { rowsOf } from '../support/raw'
import { builtWorkers } from '../support/workers'

type Desk = TestOffice & { clerk: TestBrowser }

/** Begins its file and then does nothing more. */
const STANDSTILL = `import { writeFileSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
writeFileSync(workerData.file, 'begun')
setInterval(() => {}, 1000)`

async function officeWith(workersDir: string, run: (test: Desk) => Promise<void>): Promise<void> {
  const test = await officeWithClerk({ workersDir })
  try {
    await run(test)
  } finally {
    await test.close()
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await pause(10)
}

describe('a book being made', () => {
  it('is stopped by its owner, and nothing of it stays', () =>
    officeWith(workerThat(STANDSTILL), async (test) => {
      const { job } = await test.clerk.call.books.make(order())
      await until(() => filesOfBooks(test).length > 0)
      expect((await test.clerk.call.books.cancel({ job })).state).toBe('cancelled')
      await until(() => filesOfBooks(test).length === 0)
      expect((await seen(test.clerk, job))?.state).toBe('cancelled')
      expect((await fileOf(test.clerk, { job, format: 'csv' })).status).toBe(404)
    }))

  it('leaves the list, and with it room for the next', () =>
    officeWith(workerThat(STANDSTILL), async (test) => {
      const { books } = test.clerk.call
      const jobs: string[] = []
      for (let nth = 0; nth < 3; nth++) jobs.push((await books.make(order())).job)
      await until(() => filesOfBooks(test).length === 2)
      await books.forget({ job: jobs[0]! })
      while ((await seen(test.clerk, jobs[2]!))!.state !== 'running') await pause(10)
      await until(() => !filesOfBooks(test).some((file) => file.startsWith(jobs[0]!)))
      expect((await books.mine()).map(({ job }) => job)).toEqual([jobs[2], jobs[1]])
    }))

  it('waits behind two others; a seventh is refused, and a stopped one makes room', () =>
    officeWith(workerThat(STANDSTILL), async (test) => {
      const { books } = test.clerk.call
      const jobs: string[] = []
      for (let nth = 0; nth < 6; nth++) jobs.push((await books.make(order())).job)
      const states = async () => (await books.mine()).map(({ state }) => state).reverse()
      expect(await states()).toEqual(['running', 'running', 'waiting', 'waiting', 'waiting', 'waiting'])
      expect((await refusal(books.make(order()))).code).toBe('books.too_many')
      await books.cancel({ job: jobs[0]! })
      await until(() => filesOfBooks(test).length === 2)
      while ((await states())[2] !== 'running') await pause(10)
      expect(await states()).toEqual(['cancelled', 'running', 'running', 'waiting', 'waiting', 'waiting'])
      await books.make(order())
    }))

  it.each([
    ['throws', 'throw new Error("broken")'],
    ['ends', 'process.exit(3)'],
  ])('has failed when its thread %s; the office answers on, and the next book is made', async (_, script) =>
    officeWith(workerThat(script), async (test) => {
      const begun = await test.clerk.call.books.make(order())
      expect((await ended(test.clerk, begun)).state).toBe('failed')
      expect((await fileOf(test.clerk, begun)).status).toBe(404)
      expect(filesOfBooks(test)).toEqual([])
      expect((await ended(test.clerk, await test.clerk.call.books.make(order()))).state).toBe('failed')
      await register(test.clerk)
    }),
  )

  it('goes with the office: nothing stays in the folder', async () => {
    const test = await officeWithClerk({ workersDir: workerThat(STANDSTILL) })
    await test.clerk.call.books.make(order())
    await until(() => filesOfBooks(test).length > 0)
    await test.office.close()
    expect(filesOfBooks(test)).toEqual([])
    await test.close()
  })
})

describe('a finished book', () => {
  let test: Desk
  let other: TestBrowser
  beforeAll(async () => {
    test = await officeWithClerk({ workersDir: await builtWorkers() })
    other = await signInAs(test, person('head', ['head'], 'Тілеубергенов'))
    for (let nth = 0; nth < 3; nth++) await register(test.clerk)
  })
  afterAll(() => test.close())

  it('is counted, told of once in the history, and fetched under a name of its own', async () => {
    expect(await test.clerk.call.books.count({ book: 'incoming', from: '2026-12-11', to: '2026-12-11' })).toEqual({ rows: 3 })
    const before = await rowsOf(test, 'SELECT id FROM events')
    const { job, response } = await made(test.clerk)
    expect(job).toMatchObject({ book: 'incoming', format: 'csv', state: 'done', rows: 3, of: 3, pages: null })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(decodeURIComponent(response.headers.get('content-disposition')!)).toBe(
      "attachment; filename*=UTF-8''Кіріс құжаттары журналы, 01.01.2026 – 31.12.2026.csv",
    )
    const events = await rowsOf<{ action: string; subject_kind: string; details: string }>(
      test,
      'SELECT action, subject_kind, details FROM events WHERE id > ?',
      [before.length],
    )
    expect(events.map(({ action, subject_kind }) => [action, subject_kind])).toEqual([['book.made', 'office']])
    const told = { book: 'incoming', from: '2026-01-01', to: '2026-12-31', format: 'csv', rows: 3 }
    expect(JSON.parse(events[0]!.details)).toEqual(told)
    // Any number of times.
    expect((await fileOf(test.clerk, job)).status).toBe(200)
  })

  it('belongs to whoever asked for it', async () => {
    const { job } = await made(test.clerk)
    expect(await other.call.books.mine()).toEqual([])
    for (const act of ['cancel', 'forget'] as const)
      expect((await refusal(other.call.books[act]({ job: job.job }))).code).toBe('not_found')
    expect((await fileOf(other, job)).status).toBe(404)
    expect((await test.browser().get(`/files/books/${job.job}.csv`)).status).toBe(401)
    expect((await fileOf(test.clerk, { job: job.job, format: 'pdf' })).status).toBe(404)
  })

  it('is found again by its owner at any window, the newest first, until it leaves the list with its file', async () => {
    const { job } = await made(test.clerk)
    const newer = await made(test.clerk, { book: 'outgoing', language: 'ru', from: '2026-03-01', to: '2026-03-31' })
    const elsewhere = test.browser()
    await elsewhere.call.session.signIn({ login: 'clerk', password: PASSWORD })
    expect((await elsewhere.call.books.mine()).slice(0, 2)).toEqual([newer.job, job])
    expect(newer.job).toMatchObject({ book: 'outgoing', language: 'ru', from: '2026-03-01', to: '2026-03-31', state: 'done' })
    await elsewhere.call.books.forget({ job: job.job })
    expect(await seen(test.clerk, job.job)).toBeUndefined()
    expect((await fileOf(test.clerk, job)).status).toBe(404)
    await until(() => !filesOfBooks(test).includes(`${job.job}.csv`))
  })

  it('is gone after an hour', async () => {
    const { job } = await made(test.clerk)
    test.clock.pass(3599)
    expect((await fileOf(test.clerk, job)).status).toBe(200)
    test.clock.pass(1)
    expect((await fileOf(test.clerk, job)).status).toBe(404)
    expect(filesOfBooks(test)).not.toContain(`${job.job}.csv`)
    expect(await seen(test.clerk, job.job)).toBeUndefined()
  })

  it('is not made of a period that ends before it begins', async () => {
    const wrong = test.clerk.call.books.make(order({ from: '2026-12-12', to: '2026-12-11' }))
    expect((await refusal(wrong)).code).toBe('invalid_input')
  })
})
