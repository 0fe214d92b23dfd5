import { History } from '#core/audit/history.service'
import { openReader } from '#core/db/database'
import { ENTITIES } from '#core/entities'
import { REGISTER_FILE } from '#core/dataFolder'
import { deadlineState, STATUSES, type Status } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demo, fiveDays, office } from '../domain/material'
import { emptyOffice, TestClock, type TestBrowser, type TestOffice } from '../support/office'
import { rowsOf } from '../support/raw'

const ZONE = 'Asia/Almaty'
const { dayStarts, dayEnds } = office.rules

async function signedIn(test: TestOffice, login: string): Promise<TestBrowser> {
  const browser = test.browser()
  await browser.call.session.signIn({ login, password: demo.password })
  return browser
}

describe.each([
  ['a Friday', '2026-12-11T06:08:00.000Z'],
  ['a Sunday', '2026-11-22T06:30:00.000Z'],
  ['a Monday before the first hour', '2026-11-23T03:10:00.000Z'],
  ['2 January', '2027-01-02T07:00:00.000Z'],
  ['a day in February, with letters of two years', '2027-02-10T12:00:00.000Z'],
  ['the present day', new Date().toISOString()],
])('the demo office opened on %s', (_, moment) => {
  let test: TestOffice
  const now = localMoment(moment, ZONE)
  beforeAll(async () => {
    test = await emptyOffice({ demo: true, clock: new TestClock(moment) })
  })
  afterAll(() => test.close())

  it('shows every state of a letter', async () => {
    const rows = await rowsOf<{ status: Status }>(test, 'SELECT DISTINCT status FROM appeals')
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(STATUSES))
  })

  it('has an unbroken chain, in the order of time', async () => {
    const reader = await openReader(join(test.dataDir, REGISTER_FILE), ENTITIES)
    expect(await new History().firstBroken(reader.view)).toBeNull()
    await reader.close()
    const moments = (await rowsOf<{ at: string }>(test, 'SELECT at FROM events ORDER BY id')).map(({ at }) => at)
    expect(moments).toEqual([...moments].sort())
    expect(moments.length).toBeGreaterThan(400)
  })

  it('counts incoming and outgoing letters without a gap', async () => {
    for (const [table, journal] of [
      ['appeals', 'appeals'],
      ['letters', 'outgoing'],
    ]) {
      const years = await rowsOf<{ count: number; first: number; last: number; counted: number }>(
        test,
        `SELECT count(*) AS count, min(seq) AS first, max(seq) AS last,
           (SELECT c.seq FROM counters c WHERE c.journal = ? AND c.year = t.year) AS counted FROM ${table} t GROUP BY t.year`,
        [journal],
      )
      expect(years.length).toBeGreaterThan(0)
      for (const { count, first, last, counted } of years)
        expect([journal, first, last, counted]).toEqual([journal, 1, count, count])
    }
  })

  it('dates nothing on a day off, out of hours or in the future', async () => {
    const events = await rowsOf<{ at: string; action: string }>(test, 'SELECT at, action FROM events')
    for (const { at, action } of events) {
      const { date, time } = localMoment(at, ZONE)
      // Whatever came today, opened before the first hour, came just now.
      const from = date === now.date && now.time < dayStarts ? now.time : dayStarts
      const plain = [at <= moment, fiveDays.isWorking(date), from <= time && time <= dayEnds]
      expect([action, at, ...plain]).toEqual([action, at, true, true, true])
    }
    const days = await rowsOf<{ day: string | null }>(
      test,
      `SELECT registered_on AS day FROM appeals UNION SELECT closed_on FROM appeals UNION SELECT filed_on FROM appeals
       UNION SELECT signed_on FROM letters UNION SELECT handed_on FROM letters UNION SELECT issued_on FROM resolutions`,
    )
    const plain = days.map(({ day }) => day).filter((day) => day !== null)
    expect(plain.filter((day) => day > now.date || !fiveDays.isWorking(day))).toEqual([])
    const due = await rowsOf<{ day: string }>(test, 'SELECT DISTINCT due AS day FROM tasks')
    expect(due.filter(({ day }) => !fiveDays.isWorking(day))).toEqual([])
  })
})

describe('the living demo office', () => {
  let test: TestOffice
  let head: TestBrowser
  let clerk: TestBrowser
  beforeAll(async () => {
    test = await emptyOffice({ demo: true })
    head = await signedIn(test, 'tileubergenov')
    clerk = await signedIn(test, 'qasenova')
  })
  afterAll(() => test.close())

  const count = async (sql: string): Promise<number> =>
    (await rowsOf<{ n: number }>(test, `SELECT count(*) AS n FROM ${sql}`))[0]!.n

  it('has letters waiting on the head’s desk, and his typical resolutions', async () => {
    const { waiting, texts } = await head.call.routing.desk()
    expect(waiting).toBeGreaterThanOrEqual(4)
    expect(texts).toHaveLength(9)
  })

  it('has three decisions to sign that were agreed, one with an objection, and an extension asked for', async () => {
    const waiting = await head.call.decisions.toSign()
    const answers = waiting.filter(({ act }) => act === 'answer')
    expect([answers.length, waiting.filter(({ act }) => act === 'extend').length]).toEqual([3, 1])
    const said = []
    for (const { id, decisionId } of answers) {
      const { decisions } = await head.call.decisions.ofEntry({ id })
      const { agreements } = decisions.find((one) => one.id === decisionId)!
      expect(agreements.length).toBeGreaterThanOrEqual(1)
      said.push(...agreements)
      const checks = await head.call.decisions.checks({ id: decisionId })
      expect(checks.find(({ check }) => check === 'template')).toMatchObject({ ok: true })
    }
    expect(said.filter(({ verdict }) => verdict === 'objected').map(({ remark }) => remark !== '')).toEqual([true])
  })

  it('has extended, refused to extend, redirected whole and in part', async () => {
    expect(await count("appeals WHERE term ->> '$.extension.until' IS NOT NULL")).toBe(1)
    expect(await count("decisions WHERE act = 'extend' AND state = 'refused'")).toBe(1)
    for (const act of ['redirectWhole', 'redirectPart']) {
      expect([act, await count(`decisions WHERE act = '${act}' AND state = 'signed'`)]).toEqual([act, 1])
    }
  })

  it('has answered in time and late, handed over in every way, and left some to be handed over', async () => {
    expect(await count("decisions WHERE act = 'answer' AND state = 'signed' AND in_time = 1")).toBeGreaterThanOrEqual(8)
    expect(await count("decisions WHERE act = 'answer' AND state = 'signed' AND in_time = 0")).toBeGreaterThanOrEqual(1)
    for (const how of ['inPerson', 'post', 'email', 'portal']) {
      expect([how, (await count(`letters WHERE handed_how = '${how}'`)) > 0]).toEqual([how, true])
    }
    expect(await count("letters WHERE handed_how = 'post' AND tracking = ''")).toBe(0)
    const { waiting, gapless } = await clerk.call.decisions.outgoing({ year: 2026, waiting: true, after: null, limit: 50 })
    expect([waiting, gapless]).toEqual([3, true])
  })

  it('has open letters that are late, due today and due soon, with work given out on them', async () => {
    const rows = await rowsOf<{ deadline: string }>(test, "SELECT deadline FROM appeals WHERE status = 'execution'")
    const states = rows.map(({ deadline }) => deadlineState(deadline, '2026-12-11', fiveDays).state)
    for (const [state, least] of [
      ['late', 3],
      ['today', 1],
      ['soon', 3],
      ['calm', 5],
    ] as const) {
      expect([state, states.filter((each) => each === state).length >= least]).toEqual([state, true])
    }
  })

  it('has one confidential entry, seen only by those named, and one paper out', async () => {
    const [entry] = await rowsOf<{ id: number }>(test, 'SELECT id FROM appeals WHERE confidential = 1')
    expect(await count('appeals WHERE confidential = 1')).toBe(1)
    expect((await head.call.register.card({ id: entry!.id })).confidential).toBe(true)
    await expect(clerk.call.register.card({ id: entry!.id })).rejects.toMatchObject({ code: 'not_found' })
    expect(await count('paper_moves WHERE returned_at IS NULL')).toBe(1)
    expect(await count('paper_moves WHERE returned_at IS NOT NULL')).toBe(1)
  })

  it('leaves an office alone that is opened already', async () => {
    const before = await count('events')
    await test.reopen()
    expect((await count('events')) - before).toBe(0)
  })
})
