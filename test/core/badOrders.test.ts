import type { CalendarDay } from '#shared/domain'
import type { TermsChange } from '#shared/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { officeWithClerk, PASSWORD, refusal, register, signedIn, type ClerksOffice, type TestBrowser } from '../support/office'
import { CalendarDesk, off, worked } from '../support/calendar'

let test: ClerksOffice
let admin: TestBrowser
let desk: CalendarDesk
beforeEach(async () => {
  test = await officeWithClerk()
  admin = await signedIn(test, 'admin')
  desk = new CalendarDesk(admin)
})
afterEach(() => test.close())

describe('a bad order is refused with the day at fault, and nothing is half applied', () => {
  const fields = async (add: CalendarDay[], year = 2026) => {
    const sent = await desk.yearWith(year, add)
    const change: TermsChange = { kind: 'calendar', based: await desk.version(), years: [sent] }
    const { code, data } = await refusal(admin.call.deadlines.preview({ change }))
    expect(code).toBe('invalid_input')
    return data.fields!.map((field) => [sent.days[+field.path.split('.')[4]!]?.date, field.code])
  }

  it.each<[string, CalendarDay[], [string, string][]]>([
    ['the same day twice', [{ date: '2026-12-16', kind: 'substitute' }], [['2026-12-16', 'same_day_twice']]],
    ['a transfer whose pair is missing', [off('2026-12-18', '2026-12-26')], [['2026-12-18', 'transfer_without_pair']]],
    [
      'a transfer without an order',
      [{ date: '2026-12-18', kind: 'transfer-off', pair: '2026-12-26' }, worked('2026-12-26', '2026-12-18')],
      [['2026-12-18', 'transfer_without_source']],
    ],
    [
      'a working day that is to be worked',
      [worked('2026-12-17', '2026-12-18'), off('2026-12-18', '2026-12-17')],
      [['2026-12-17', 'transfer_work_on_workday']],
    ],
    ['a day of another year', [{ date: '2027-12-17', kind: 'substitute' }], [['2027-12-17', 'day_of_other_year']]],
    ['a holiday without a name', [{ date: '2026-12-17', kind: 'holiday' }], [['2026-12-17', 'holiday_without_name']]],
  ])('%s', async (_, add, expected) => {
    expect(await fields(add)).toEqual(expected)
  })

  it('a day that is none', async () => {
    expect(await fields([{ date: '2026-02-30', kind: 'substitute' }])).toEqual([['2026-02-30', 'not_a_date']])
  })

  it('a year called official without saying by what', async () => {
    const year = { ...(await desk.yearWith(2027, [])), status: 'official' as const, source: '' }
    const change: TermsChange = { kind: 'calendar', based: await desk.version(), years: [year] }
    expect((await refusal(admin.call.deadlines.preview({ change }))).data.fields).toMatchObject([
      { path: 'change.years.0.source', code: 'required' },
    ])
  })

  it('no change at all', async () => {
    const change = await desk.change(2026, [])
    expect((await refusal(admin.call.deadlines.preview({ change }))).code).toBe('terms.no_change')
  })

  it('a clerk may not', async () => {
    const change = await desk.order()
    expect((await refusal(test.clerk.call.deadlines.preview({ change }))).code).toBe('forbidden')
  })
})

describe('an order about the past', () => {
  it('is warned of: days and deadlines have passed', async () => {
    await register(test.clerk)
    test.clock.set('2026-12-22T06:00:00.000Z')
    await admin.call.session.signIn({ login: 'admin', password: PASSWORD })
    const { doubts } = await admin.call.deadlines.preview({ change: await desk.order() })
    expect(doubts).toEqual([
      { code: 'past_days', params: { count: 1, first: '2026-12-18' } },
      { code: 'no_longer_late', params: { count: 1 } },
    ])
  })

  it('and so is a holiday of the law that is gone, as after a file with half a year', async () => {
    const change = await desk.change(2027, [], ['2027-12-16'])
    expect((await admin.call.deadlines.preview({ change })).doubts).toEqual([
      { code: 'holiday_missing', params: { count: 1, first: '2027-12-16' } },
    ])
  })

  it('and so is a year in which a holiday loses its day off', async () => {
    const change = await desk.change(2027, [], ['2027-03-24'])
    expect((await admin.call.deadlines.preview({ change })).doubts).toEqual([
      { code: 'substitute_missing', params: { date: '2027-03-24' } },
    ])
  })
})
