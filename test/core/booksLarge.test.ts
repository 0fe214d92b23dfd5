import { parse } from 'csv-parse/sync'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { multiplyEntry } from '../bench/multiply'
import { ended, fileOf, filesOfBooks, made, order, seen } from '../support/books'
import { officeWithClerk, register, type TestBrowser, type TestOffice } from '../support/office'
import { builtWorkers } from '../support/workers'

const ENTRIES = 10_000

let test: TestOffice & { clerk: TestBrowser }
beforeAll(async () => {
  test = await officeWithClerk({ workersDir: await builtWorkers() })
  await register(test.clerk)
  await multiplyEntry(join(test.dataDir, 'kiris.db'), ENTRIES)
})
afterAll(() => test.close())

/** All texts of a PDF of a thousand pages. */
function textOfLong(pdf: Buffer): string {
  const options = { input: pdf, encoding: 'utf8', maxBuffer: 1 << 28 } as const
  return execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], options)
}

it('a book of 10,000 entries holds them all, whatever happens to the register meanwhile', async () => {
  const { clerk } = test
  const begun = await clerk.call.books.make(order({ format: 'pdf', language: 'ru' }))
  // The program goes on: it reads, and it writes rows behind the end of the book and into the middle of it.
  await clerk.call.register.void({ id: 5000, version: 1, reason: 'қате' })
  expect((await clerk.call.register.journal({ year: 2026, state: 'all', search: '', after: null, limit: 50 })).rows).toHaveLength(
    50,
  )
  const job = await ended(clerk, begun)
  expect(job).toMatchObject({ state: 'done', rows: ENTRIES, of: ENTRIES })
  const text = textOfLong(Buffer.from(await (await fileOf(clerk, job)).arrayBuffer()))
  const ofPages = [...text.matchAll(/Итого на странице: записей (\d+)/g)].map(([, rows]) => Number(rows))
  expect(ofPages).toHaveLength(job.pages! - 1)
  expect(ofPages.reduce((sum, rows) => sum + rows, 0)).toBe(ENTRIES)
  expect(text).toContain(`Всего по журналу: записей ${ENTRIES}`)
  expect(text).toContain(`Количество записей: ${ENTRIES} (десять тысяч)`)
})

it('as a table it has a row for each', async () => {
  const { bytes } = await made(test.clerk)
  const rows = parse(Buffer.from(bytes), { bom: true, delimiter: ';', columns: true }) as Record<string, string>[]
  expect(rows.map((row) => row['Р/с №'])).toEqual(Array.from({ length: ENTRIES }, (_, index) => String(index + 1)))
})

it('it can be stopped in the middle, and nothing of it stays', async () => {
  const before = filesOfBooks(test)
  const { job } = await test.clerk.call.books.make(order({ format: 'pdf' }))
  while ((await seen(test.clerk, job))!.rows === 0) await pause(5)
  expect((await test.clerk.call.books.cancel({ job })).state).toBe('cancelled')
  while (filesOfBooks(test).some((file) => file.startsWith(job))) await pause(10)
  expect(filesOfBooks(test)).toEqual(before)
})
