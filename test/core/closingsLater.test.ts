import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closingsDesk, DAY, type ClosingsDesk } from '../support/closings'
import { facts, register } from '../support/office'

let test: ClosingsDesk

beforeEach(async () => {
  test = await closingsDesk()
})
afterEach(() => test.close())

describe('a day closed too early', () => {
  const unclosed = async () => (await test.clerk.call.closings.year({ year: 2026 })).unclosed

  it.each([
    ['a letter', () => register(test.clerk)],
    ['a void', () => test.voidIt(1)],
  ])('counts as forgotten when %s came after its sheet, until it is closed again', async (_, act) => {
    await register(test.clerk)
    await test.closeDay()
    await act()
    expect(await unclosed()).toEqual([])
    await test.later('2026-12-14T05:00:00.000Z')
    expect(await unclosed()).toEqual([DAY])
    await test.closeDay()
    expect(await unclosed()).toEqual([])
  })

  it('is not reopened by what happens to its entries on a later day', async () => {
    const { id } = await register(test.clerk)
    await test.closeDay()
    await test.later('2026-12-14T05:00:00.000Z')
    await test.voidIt(id)
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
    const { ids } = await test.aDay()
    const sheet = await test.closeDay()
    await test.clerk.call.register.correct({ id: ids[2]!, version: 1, reason: 'қате', facts: facts({ subject: 'Дұрысы' }) })
    await test.tamper(sql)
    expect(await test.check(sheet)).toMatchObject({ verdict: 'differs', ...found })
  })

  it('differs when the chain was broken before the correction that explains an entry', async () => {
    const { ids } = await test.aDay()
    const sheet = await test.closeDay()
    const corrected = { id: ids[2]!, reason: 'қате' }
    await test.clerk.call.register.correct({ ...corrected, version: 1, facts: facts({ subject: 'Бірінші' }) })
    await test.clerk.call.register.correct({ ...corrected, version: 2, facts: facts({ subject: 'Екінші' }) })
    expect((await test.check(sheet)).verdict).toBe('matches')
    await test.tamper(`UPDATE events SET actor = 'Басқа' WHERE id = ${sheet.eventId + 2}`)
    expect(await test.check(sheet)).toMatchObject({ verdict: 'differs', firstBroken: sheet.eventId + 2, differing: [] })
  })
})
