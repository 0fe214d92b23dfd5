import { closingCode } from '#shared/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { facts, officeWithClerk, PASSWORD, register, type TestBrowser, type TestOffice } from '../support/office'
import { behindTheBack } from '../support/raw'

const DAY = '2026-12-11'
let test: TestOffice & { clerk: TestBrowser }

beforeEach(async () => {
  test = await officeWithClerk()
})
afterEach(() => test.close())

const close = (day = DAY) => test.clerk.call.closings.close({ day })
const check = (sheet: Parameters<typeof closingCode>[0]) => test.clerk.call.closings.check({ code: closingCode(sheet) })
const voidIt = (id: number, version = 1) => test.clerk.call.register.void({ id, version, reason: 'қате' })

/** Three entries, the second voided. */
async function aDay(): Promise<{ ids: number[]; numbers: string[] }> {
  const entries = [await register(test.clerk), await register(test.clerk), await register(test.clerk)]
  await voidIt(entries[1]!.id)
  return { ids: entries.map(({ id }) => id), numbers: entries.map(({ number }) => number) }
}

/** Goes on to another moment; the session of the day before is over by then. */
async function later(moment: string): Promise<void> {
  test.clock.set(moment)
  test.clerk = test.browser()
  await test.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
}

const tamper = (sql: string): Promise<void> =>
  behindTheBack(test, async (db) => {
    const triggers = await db.rows<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    for (const { name } of triggers) await db.execute(`DROP TRIGGER "${name}"`)
    await db.execute(sql)
  })

describe('a day closed too early', () => {
  const unclosed = async () => (await test.clerk.call.closings.year({ year: 2026 })).unclosed

  it.each([
    ['a letter', () => register(test.clerk)],
    ['a void', () => voidIt(1)],
  ])('counts as forgotten when %s came after its sheet, until it is closed again', async (_, act) => {
    await register(test.clerk)
    await close()
    await act()
    expect(await unclosed()).toEqual([])
    await later('2026-12-14T05:00:00.000Z')
    expect(await unclosed()).toEqual([DAY])
    await close()
    expect(await unclosed()).toEqual([])
  })

  it('is not reopened by what happens to its entries on a later day', async () => {
    const { id } = await register(test.clerk)
    await close()
    await later('2026-12-14T05:00:00.000Z')
    await voidIt(id)
    expect(await unclosed()).toEqual([])
  })
})

describe('a sheet of entries that were corrected since', () => {
  it.each([
    ['rewritten after its correction', "UPDATE appeals SET subject = 'Басқа' WHERE id = 3", { firstBroken: 7 }],
    ['put back as the sheet had it', "UPDATE appeals SET subject = 'Балабақша кезегі' WHERE id = 3", { firstBroken: 7 }],
    [
      'rewritten with the mark in the event of its correction',
      "UPDATE events SET details = json_set(details, '$.mark', '00') WHERE action = 'appeal.corrected'",
      { firstBroken: 7 },
    ],
  ])('differs: an entry %s', async (_, sql, found) => {
    const { ids } = await aDay()
    const sheet = await close()
    await test.clerk.call.register.correct({ id: ids[2]!, version: 1, reason: 'қате', facts: facts({ subject: 'Дұрысы' }) })
    await tamper(sql)
    expect(await check(sheet)).toMatchObject({ verdict: 'differs', ...found })
  })

  it('differs when the chain was broken before the correction that explains an entry', async () => {
    const { ids } = await aDay()
    const sheet = await close()
    const corrected = { id: ids[2]!, reason: 'қате' }
    await test.clerk.call.register.correct({ ...corrected, version: 1, facts: facts({ subject: 'Бірінші' }) })
    await test.clerk.call.register.correct({ ...corrected, version: 2, facts: facts({ subject: 'Екінші' }) })
    expect((await check(sheet)).verdict).toBe('matches')
    await tamper(`UPDATE events SET actor = 'Басқа' WHERE id = ${sheet.eventId + 2}`)
    expect(await check(sheet)).toMatchObject({ verdict: 'differs', firstBroken: sheet.eventId + 2, differing: [] })
  })
})
