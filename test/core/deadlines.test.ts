import type { CalendarDay } from '#shared/domain'
import type { TermsChange } from '#shared/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { History } from '#core/audit/history.service'
import { officeWithClerk, refusal, register, signedIn, type ClerksOffice, type TestBrowser } from '../support/office'
import { CalendarDesk, off, ORDER, worked } from '../support/calendar'
import { eventsOf, rowsOf } from '../support/raw'

let test: ClerksOffice
let admin: TestBrowser
let desk: CalendarDesk
beforeEach(async () => {
  test = await officeWithClerk()
  admin = await signedIn(test, 'admin')
  desk = new CalendarDesk(admin)
})
afterEach(() => test.close())

const card = (id: number) => test.clerk.call.register.card({ id })
const deadlines = (): Promise<{ id: number; deadline: string; term: string }[]> =>
  rowsOf(test, 'SELECT id, deadline, term FROM appeals ORDER BY id')

describe('an order that moves a day off', () => {
  it('first says which open deadlines it moves, from when to when, and which slips are out; nothing is done yet', async () => {
    const withSlip = await register(test.clerk)
    await test.clerk.call.slips.issue({ appealId: withSlip.id, languages: 'kk' })
    const without = await register(test.clerk)
    // 20 working days: one day lost on the 18th, one gained on the 26th.
    const long = await register(test.clerk, { kind: 'complaint' })
    const before = await deadlines()
    const change = await desk.order()
    const seen = await admin.call.deadlines.preview({ change })
    expect(seen).toMatchObject({ open: 3, recounted: 1, slips: 1, doubts: [] })
    expect(seen.moved).toEqual([
      {
        id: without.id,
        number: without.number,
        applicant: 'Сейтқали А. М.',
        before: '2026-12-21',
        after: '2026-12-22',
        slip: null,
      },
      {
        id: withSlip.id,
        number: withSlip.number,
        applicant: 'Сейтқали А. М.',
        before: '2026-12-21',
        after: '2026-12-22',
        slip: '2026-12-21',
      },
    ])
    expect(await deadlines()).toEqual(before)
    expect((await card(long.id)).term.deadline).toBe('2027-01-14')
  })

  it('is applied as one command with an event on each entry; the slip handed out keeps its day', async () => {
    const { id } = await register(test.clerk)
    await test.clerk.call.slips.issue({ appealId: id, languages: 'kk' })
    const long = await register(test.clerk, { kind: 'complaint' })
    expect(await desk.apply(await desk.order())).toEqual({ moved: 1, recounted: 1 })
    const moved = await card(id)
    expect(moved).toMatchObject({ slipDeadline: '2026-12-21', version: 2, term: { deadline: '2026-12-22' } })
    expect(moved.term.days.find(({ date }) => date === '2026-12-18')).toMatchObject({
      state: 'transfer-off',
      source: ORDER,
      counted: null,
    })
    const told = (
      await rowsOf<{ action: string; subject_kind: string; subject_id: number | null }>(
        test,
        'SELECT action, subject_kind, subject_id FROM events ORDER BY id DESC LIMIT 3',
      )
    )
      .reverse()
      .map(Object.values)
    expect(told).toEqual([
      ['terms.changed', 'terms', null],
      ['appeal.deadline_moved', 'appeal', id],
      ['appeal.recounted', 'appeal', long.id],
    ])
    const [, , last] = await test.clerk.call.register.history({ id })
    expect(last!.details).toMatchObject({
      deadlineBefore: '2026-12-21',
      deadlineAfter: '2026-12-22',
      cause: 'calendar',
      source: ORDER,
      slip: '2026-12-21',
    })
  })

  it('leaves closed entries as they are', async () => {
    const { id } = await register(test.clerk)
    await test.clerk.call.register.void({ id, version: 1, reason: 'екі рет тіркелген' })
    const before = await deadlines()
    expect(await desk.apply(await desk.order())).toEqual({ moved: 0, recounted: 0 })
    expect(await deadlines()).toEqual(before)
  })

  it('counts letters registered afterwards by the new calendar', async () => {
    await desk.apply(await desk.order())
    expect((await register(test.clerk)).deadline).toBe('2026-12-22')
  })

  it('can be taken back: every date and every day of it is as before, and the slips too', async () => {
    await register(test.clerk)
    await register(test.clerk, { kind: 'complaint' })
    await register(test.clerk, { kind: 'officialLetter', givenDeadline: '2026-12-24', respondent: null, contested: null })
    const before = await deadlines()
    const { calendar } = await admin.call.office.state()
    await desk.apply(await desk.order())
    expect(await deadlines()).not.toEqual(before)
    const { changes } = await admin.call.deadlines.changes()
    expect(changes).toMatchObject([
      { kind: 'calendar', subject: { years: [2026] }, source: ORDER, moved: 1, canTakeBack: true, takesBack: null },
    ])
    const back = { kind: 'takeBack' as const, based: await desk.version(), change: changes[0]!.id }
    const seen = await admin.call.deadlines.preview({ change: back })
    expect(seen.moved.map(({ after }) => after)).toEqual(['2026-12-21'])
    await desk.apply(back)
    expect(await deadlines()).toEqual(before)
    expect((await admin.call.office.state()).calendar).toEqual(calendar)
    const after = await admin.call.deadlines.changes()
    expect(after.changes.map(({ takesBack, canTakeBack }) => [takesBack, canTakeBack])).toEqual([
      [changes[0]!.id, true],
      [null, false],
    ])
    const again = { ...back, based: after.version }
    expect((await refusal(admin.call.deadlines.preview({ change: again }))).code).toBe('terms.not_to_take_back')
  })

  it('cannot be taken back from under a later change of the same year', async () => {
    await desk.apply(await desk.order())
    const [first] = (await admin.call.deadlines.changes()).changes
    const more: CalendarDay[] = [off('2026-12-28', '2026-12-19'), worked('2026-12-19', '2026-12-28')]
    await desk.apply(await desk.change(2026, more))
    const change = { kind: 'takeBack' as const, based: await desk.version(), change: first!.id }
    expect((await refusal(admin.call.deadlines.preview({ change }))).code).toBe('terms.not_to_take_back')
  })

  it('keeps the chain of the history whole', async () => {
    await register(test.clerk)
    await desk.apply(await desk.order())
    await test.office.close()
    const { Database } = await import('#core/db/database')
    const { ENTITIES } = await import('#core/entities')
    const db = await Database.open(`${test.dataDir}/kiris.db`, ENTITIES)
    expect(await db.read((view) => new History().firstBroken(view))).toBeNull()
    await db.close()
    await test.reopen()
  })
})

describe('consequences that are no longer so', () => {
  it('are not applied: a letter registered since would be moved unseen', async () => {
    const change = await desk.order()
    const { digest } = await admin.call.deadlines.preview({ change })
    const { id } = await register(test.clerk)
    expect((await refusal(admin.call.deadlines.apply({ change, digest }))).code).toBe('terms.other_consequences')
    expect((await card(id)).version).toBe(1)
  })

  it('nor a change made on a state that somebody has changed', async () => {
    const change = await desk.order()
    const { digest } = await admin.call.deadlines.preview({ change })
    await desk.apply(await desk.order())
    expect(await refusal(admin.call.deadlines.apply({ change, digest }))).toMatchObject({
      code: 'conflict.stale',
      data: { params: { who: 'Жүнісов А. Т.' } },
    })
  })

  it('and nothing is left of a change that fails in the middle', async () => {
    const { id } = await register(test.clerk)
    const change = await desk.order()
    const { digest } = await admin.call.deadlines.preview({ change })
    await rowsOf(test, `CREATE TRIGGER in_the_way BEFORE UPDATE ON appeals BEGIN SELECT RAISE(ABORT, 'in the way'); END`)
    const events = await eventsOf(test)
    expect((await refusal(admin.call.deadlines.apply({ change, digest }))).code).toBe('internal')
    await rowsOf(test, 'DROP TRIGGER in_the_way')
    expect(await eventsOf(test)).toEqual(events)
    expect((await card(id)).term.deadline).toBe('2026-12-21')
    expect((await admin.call.office.state()).calendar.days.some(({ date }) => date === '2026-12-18')).toBe(false)
  })
})

describe('a year without an official calendar', () => {
  it('is drafted from the law, and confirming it takes the doubt from the deadlines that reach into it', async () => {
    const { id } = await register(test.clerk, { kind: 'complaint' })
    expect((await card(id)).term.uncertainYears).toEqual([2027])
    const year = { ...(await desk.yearWith(2027, [])), status: 'official' as const, source: 'Баланс, 2027' }
    const change: TermsChange = { kind: 'calendar', based: await desk.version(), years: [year] }
    const seen = await admin.call.deadlines.preview({ change })
    expect(seen).toMatchObject({ moved: [], recounted: 1, doubts: [{ code: 'estimated_left', params: { date: '2027-05-16' } }] })
    await desk.apply(change)
    expect((await card(id)).term.uncertainYears).toEqual([])
  })
})

describe('another way of counting', () => {
  it('moves open deadlines by one working day, and back', async () => {
    await register(test.clerk)
    const before = await deadlines()
    await desk.apply({ kind: 'counting', based: await desk.version(), week: 5, countingStart: 'registrationDay' })
    expect((await deadlines()).map(({ deadline }) => deadline)).toEqual(['2026-12-18'])
    expect((await admin.call.office.state()).rules.countingStart).toBe('registrationDay')
    const [done] = (await admin.call.deadlines.changes()).changes
    await desk.apply({ kind: 'takeBack', based: await desk.version(), change: done!.id })
    expect(await deadlines()).toEqual(before)
  })

  it('is not to be had through the settings, past the preview', async () => {
    const state = await admin.call.office.state()
    const changed = { ...state, rules: { ...state.rules, week: 6 as const } }
    expect((await refusal(admin.call.office.change(changed))).data.fields).toMatchObject([
      { path: 'rules.week', code: 'set_in_calendar' },
    ])
  })
})
