import { OfficeError } from '#core/db/officeErrors'
import { openOffice } from '#core/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleChild, removeBundle, startChild, type ChildOffice } from '../support/child'
import { httpBrowser } from '../support/http'
import { officeWithClerk, PASSWORD, register, resourcesDir, signedIn, TestClock, type ClerksOffice } from '../support/office'
import { behindTheBack, rowsOf } from '../support/raw'

let script: string
beforeAll(async () => void (script = await bundleChild()))
afterAll(() => removeBundle(script))

async function refused(open: Promise<unknown>): Promise<OfficeError> {
  const error: unknown = await open.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof OfficeError)) throw new Error('the office was opened', { cause: error })
  return error
}

describe('a second start on the same folder', () => {
  let test: ClerksOffice
  beforeAll(async () => void (test = await officeWithClerk()))
  afterAll(() => test.close())
  const again = () => openOffice({ dataDir: test.dataDir, resourcesDir, clock: new TestClock() })

  it('is refused in the same process, with the holder’s name, and disturbs nothing', async () => {
    const holder = { holder: 'KENSE-1', pid: String(process.pid), since: '2026-12-11T06:08:00.000Z' }
    expect(await refused(again())).toMatchObject({ code: 'locked', params: holder })
    expect((await register(test.clerk)).seq).toBe(1)
    // Still locked: the refused start has not given the lock back.
    expect((await refused(again())).code).toBe('locked')
  })

  it('is refused from another process', async () => {
    const child = await startChild(script, test.dataDir)
    expect(child.refused).toMatchObject({ code: 'locked', params: { holder: 'KENSE-1', pid: String(process.pid) } })
    await child.kill()
  })

  it('is possible when the first one has closed', async () => {
    await test.office.close()
    const second = await again()
    await second.close()
    await test.reopen()
  })
})

describe('kill -9', () => {
  it('gives the folder back at once', async () => {
    const test = await officeWithClerk()
    await test.office.close()
    const child = await startChild(script, test.dataDir)
    const options = { dataDir: test.dataDir, resourcesDir, clock: new TestClock() }
    expect(await refused(openOffice(options))).toMatchObject({
      code: 'locked',
      params: { holder: 'KENSE-2', pid: String(child.process.pid) },
    })
    await child.kill()
    test.office = await openOffice(options)
    await test.close()
  })

  it('at any moment of a registration loses no number that was told, leaves no gap and no double', async () => {
    const test = await officeWithClerk()
    await test.office.close()
    const told = new Map<string, number>()
    const moments = Array.from({ length: 8 }, () => Math.floor(Math.random() * 200))
    for (const moment of moments) {
      const child = await startChild(script, test.dataDir)
      await registerUntilKilled(child, moment, told)
    }
    const rows = await rowsOf<{ seq: number; requestId: string }>(
      test,
      'SELECT seq, request_id AS requestId FROM appeals ORDER BY seq',
    )
    const byRequest = new Map(rows.map(({ requestId, seq }) => [requestId, seq]))
    const lost = [...told].filter(([requestId, seq]) => byRequest.get(requestId) !== seq)
    expect({ moments, lost }).toEqual({ moments, lost: [] })
    expect(told.size).toBeGreaterThanOrEqual(8)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1))
    await behindTheBack(test, async (db) => {
      expect(await db.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      expect(await db.rows('PRAGMA foreign_key_check')).toEqual([])
      // Entry, event and search index were committed together or not at all.
      const [events] = await db.rows<{ n: number }>("SELECT count(*) AS n FROM events WHERE action = 'appeal.registered'")
      const [words] = await db.rows<{ n: number }>('SELECT count(*) AS n FROM appeals_search_docsize')
      expect([events!.n, words!.n]).toEqual([rows.length, rows.length])
    })
    test.office = await openOffice({ dataDir: test.dataDir, resourcesDir, clock: test.clock })
    const clerk = await signedIn(test, 'clerk')
    expect((await register(clerk)).seq).toBe(rows.length + 1)
    await test.close()
  })
})

/** Four windows register without a pause until the process is killed `moment` milliseconds after its first answer; what they were told is noted. */
async function registerUntilKilled(child: ChildOffice, moment: number, told: Map<string, number>): Promise<void> {
  const clerk = httpBrowser(child.address)
  await clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
  let killed = false
  let answered: () => void = () => {}
  const firstAnswer = new Promise<void>((resolve) => (answered = resolve))
  const window = async (): Promise<void> => {
    while (!killed) {
      const requestId = crypto.randomUUID()
      const entry = await register(clerk, {}, requestId).catch(() => null)
      if (!entry) continue
      told.set(requestId, entry.seq)
      answered()
    }
  }
  const windows = [window(), window(), window(), window()]
  await firstAnswer
  await new Promise((resolve) => setTimeout(resolve, moment))
  await child.kill()
  killed = true
  await Promise.all(windows)
}
