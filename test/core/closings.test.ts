import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closingsDesk, DAY, type ClosingsDesk } from '../support/closings'
import { longestStretch } from '../support/longestStretch'
import { facts, refusal, register, signedIn } from '../support/office'
import { behindTheBack, eventsOf, rowsOf } from '../support/raw'

let test: ClosingsDesk

beforeEach(async () => {
  test = await closingsDesk()
})
afterEach(() => test.close())

describe('a day that is closed', () => {
  it('comes to its entries, first and last number, voids, and the head of the chain', async () => {
    const { numbers } = await test.aDay()
    const last = (await eventsOf(test)).at(-1)!
    const [{ hash } = { hash: '' }] = await rowsOf<{ hash: string }>(test, 'SELECT hash FROM events WHERE id = ?', [last.id])
    const closing = await test.closeDay()
    expect(closing).toEqual({
      ...{ id: 1, day: DAY, edition: 1, count: 3, first: numbers[0], last: numbers[2], voids: [numbers[1]] },
      ...{ eventId: last.id, head: hash, closedAt: test.clock.now().toISOString(), closedBy: 'Қасенова А. Т.' },
    })
    expect((await eventsOf(test)).slice(last.id)).toEqual([{ id: last.id + 1, action: 'day.closed', actor: 'Қасенова А. Т.' }])
  })

  it('may be a day on which nothing came, but not one that has not begun', async () => {
    expect(await test.closeDay('2026-12-10')).toMatchObject({ count: 0, first: null, last: null, voids: [], edition: 1 })
    expect(await refusal(test.closeDay('2026-12-12'))).toMatchObject({
      code: 'invalid_input',
      data: { fields: [{ path: 'day', code: 'date_in_future' }] },
    })
  })

  it('begins at midnight of the office, not of Greenwich', async () => {
    await test.later('2026-12-11T18:59:00.000Z')
    const { id, number } = await register(test.clerk)
    await test.later('2026-12-11T19:01:00.000Z')
    await test.voidIt(id)
    expect((await test.clerk.call.closings.day({ day: DAY })).now.voids).toEqual([])
    expect((await test.clerk.call.closings.day({ day: '2026-12-12' })).now.voids).toEqual([number])
  })

  it('may be closed again; it says whether something came since, and each sheet stays', async () => {
    expect(await test.clerk.call.closings.day({ day: DAY })).toMatchObject({ closings: [], changedSince: false })
    const { ids } = await test.aDay()
    expect((await test.clerk.call.closings.day({ day: DAY })).changedSince).toBe(true)
    const first = await test.closeDay()
    expect((await test.clerk.call.closings.day({ day: DAY })).changedSince).toBe(false)
    await test.voidIt(ids[2]!)
    expect((await test.clerk.call.closings.day({ day: DAY })).changedSince).toBe(true)
    const second = await test.closeDay()
    expect([second.edition, second.voids.length]).toEqual([2, 2])
    const { closings, changedSince, now } = await test.clerk.call.closings.day({ day: DAY })
    expect([closings, changedSince, now.count]).toEqual([[first, second], false, 3])
    for (const sheet of closings) expect(await test.check(sheet)).toMatchObject({ verdict: 'matches', closing: sheet })
  })

  it('stands in its year; days that are over and were forgotten are named, today is not', async () => {
    await test.aDay()
    await test.later('2026-12-14T05:00:00.000Z')
    await register(test.clerk, { receivedOn: '2026-12-14', receivedAt: '09:30' })
    expect(await test.clerk.call.closings.year({ year: 2026 })).toEqual({ closings: [], unclosed: [DAY] })
    const [one, two] = [await test.closeDay(), await test.closeDay('2026-12-14')]
    expect(await test.clerk.call.closings.year({ year: 2026 })).toEqual({ closings: [two, one], unclosed: [] })
    expect(await test.clerk.call.closings.year({ year: 2025 })).toEqual({ closings: [], unclosed: [] })
  })
})

describe('a sheet held against the register', () => {
  it('matches by its code, and by its day and eight characters, whatever was done since', async () => {
    const { ids } = await test.aDay()
    const sheet = await test.closeDay()
    await register(test.clerk)
    await test.voidIt(ids[0]!)
    await test.clerk.call.register.correct({ id: ids[2]!, version: 1, reason: 'қате', facts: facts({ subject: 'Дұрысы' }) })
    const whole = { verdict: 'matches', closing: sheet, firstBroken: null, differing: [] }
    expect(await test.check(sheet)).toEqual(whole)
    const typed = sheet.head.toUpperCase().replace(/(.{4})/g, '$1 ')
    for (const head of [sheet.head.slice(0, 8), typed])
      expect(await test.clerk.call.closings.check({ day: DAY, head })).toEqual(whole)
  })

  it('is unreadable, unknown, or of another register', async () => {
    await test.aDay()
    const empty = { closing: null, firstBroken: null, differing: [] }
    expect(await test.clerk.call.closings.check({ code: '12 34' })).toEqual({ verdict: 'unreadable', ...empty })
    expect(await test.clerk.call.closings.check({ day: DAY, head: 'zzzzzzzz' })).toEqual({ verdict: 'unreadable', ...empty })
    const foreign = { day: DAY, edition: 1, eventId: 3, head: 'c'.repeat(64) }
    expect(await test.check(foreign)).toEqual({ verdict: 'unknown', ...empty })
    const sheet = await test.closeDay()
    const other = { verdict: 'differs', closing: sheet, differing: ['head'] }
    expect(await test.check(foreign)).toMatchObject(other)
    expect(await test.clerk.call.closings.check({ day: DAY, head: 'c'.repeat(8) })).toMatchObject(other)
  })

  it.each([
    ['an event rewritten', "UPDATE events SET actor = 'Басқа' WHERE id = 5", { firstBroken: 5 }],
    [
      'an event rewritten with its hash',
      `UPDATE events SET actor = 'Басқа', hash = '${'e'.repeat(64)}' WHERE id = 5`,
      { firstBroken: 5 },
    ],
    ['an event removed', 'DELETE FROM events WHERE id = 5', { firstBroken: 6 }],
    ['the end of the history cut off', 'DELETE FROM events WHERE id >= 6', { firstBroken: 6, differing: ['head'] }],
    [
      'the closing event rewritten',
      "UPDATE events SET details = replace(details, '\"count\":3', '\"count\":4') WHERE action = 'day.closed'",
      { differing: ['count'] },
    ],
    ['the closing event removed', "DELETE FROM events WHERE action = 'day.closed'", { differing: ['head'] }],
    ['an entry rewritten', "UPDATE appeals SET subject = 'Басқа' WHERE id = 3", { firstBroken: 7, differing: [] }],
    [
      'an entry given another number',
      "UPDATE appeals SET number = 'Ж-0099/26' WHERE id = 3",
      { firstBroken: 7, differing: ['last'] },
    ],
    [
      'an entry removed',
      'PRAGMA foreign_keys = OFF; DELETE FROM appeals WHERE id = 3',
      { firstBroken: 7, differing: ['count', 'last'] },
    ],
    [
      'an entry put on another day',
      "UPDATE appeals SET registered_on = '2026-12-10' WHERE id = 1",
      { firstBroken: 5, differing: ['count', 'first'] },
    ],
    [
      'a void undone',
      "UPDATE appeals SET status = 'registered', voided_at = NULL, voided_by = NULL, void_reason = NULL WHERE id = 2",
      { differing: ['voids'] },
    ],
    ['figures of the sheet rewritten', "UPDATE closings SET facts = json_set(facts, '$.count', 2)", { differing: ['count'] }],
    ['the head of the sheet rewritten', `UPDATE closings SET head = '${'d'.repeat(64)}'`, { differing: ['head'] }],
    ['the sheet removed', 'DELETE FROM closings', { closing: null, differing: ['head'] }],
  ])('differs: %s', async (_, sql, found) => {
    await test.aDay()
    const sheet = await test.closeDay()
    await test.tamper(sql)
    expect(await test.check(sheet)).toMatchObject({ verdict: 'differs', ...found })
  })

  it('differs when its code names another event than the register', async () => {
    await test.aDay()
    const sheet = await test.closeDay()
    expect(await test.check({ ...sheet, eventId: sheet.eventId + 1 })).toMatchObject({ verdict: 'differs', differing: ['head'] })
    await test.tamper(`UPDATE closings SET event_id = event_id - 1`)
    expect((await test.check(sheet)).differing).toContain('head')
  })

  it('differs when an entry was put in without the program', async () => {
    await test.aDay()
    const sheet = await test.closeDay()
    await behindTheBack(test, async (db) => {
      const columns = (await db.rows<{ name: string }>("SELECT name FROM pragma_table_info('appeals')")).map(({ name }) => name)
      const other: Record<string, string> = { id: '77', seq: '77', number: "'Ж-0077/26'", request_id: "'x'" }
      const values = columns.map((name) => other[name] ?? name)
      await db.execute(`INSERT INTO appeals (${columns.join(', ')}) SELECT ${values.join(', ')} FROM appeals WHERE id = 1`)
    })
    expect(await test.check(sheet)).toMatchObject({ verdict: 'differs', differing: ['count', 'last'] })
  })

  it('leaves the thread free while a long chain is recounted', async () => {
    await test.aDay()
    const { hashOf } = await import('#core/audit/history.service')
    await behindTheBack(test, async (db) => {
      const [last] = await db.rows<{ id: number; hash: string }>('SELECT id, hash FROM events ORDER BY id DESC LIMIT 1')
      let [id, previousHash] = [last!.id, last!.hash]
      await db.execute('BEGIN')
      for (let i = 0; i < 6_000; i += 1) {
        const event = {
          ...{ id: ++id, at: '2026-12-11T06:08:00.000Z', actorId: 1, actor: 'Қасенова А. Т.', workstation: 'KENSE-1' },
          ...{ action: 'session.signed_in', subjectKind: 'person', subjectId: 1, details: '{}', previousHash },
        }
        const hash = hashOf(event)
        await db.rows('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [...Object.values(event), hash])
        previousHash = hash
      }
      await db.execute('COMMIT')
    })
    const sheet = await test.closeDay()
    const { longest, whole, result } = await longestStretch(() => test.check(sheet))
    expect(result.verdict).toBe('matches')
    expect(longest).toBeLessThan(whole / 4)
  })
})

it('a sheet is a file for those who close days, and only one that exists', async () => {
  const { id } = await test.closeDay()
  const response = await test.clerk.get(`/files/closings/${id}.pdf?languages=kk`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  for (const path of ['99.pdf', `${id}.pdf?languages=de`, `${id}.txt`])
    expect((await test.clerk.get(`/files/closings/${path}`)).status, path).toBe(404)
  const admin = await signedIn(test, 'admin')
  expect((await admin.get(`/files/closings/${id}.pdf`)).status).toBe(403)
})
