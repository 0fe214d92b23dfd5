import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  facts,
  officeWithClerk,
  PASSWORD,
  person,
  refusal,
  register,
  signedIn,
  signInAs,
  type ClerksOffice,
  type TestBrowser,
} from '../support/office'
import { contentOf, rowsOf } from '../support/raw'

let test: ClerksOffice
let head: TestBrowser
beforeAll(async () => {
  test = await officeWithClerk()
  head = await signInAs(test, person('head', ['head', 'clerk'], 'Жақсылықов'))
})
afterAll(() => test.close())

const found = async (search: string): Promise<number[]> => {
  const query = { year: 2026, state: 'all', search, after: null, limit: 100 } as const
  return (await test.clerk.call.register.journal(query)).rows.map(({ id }) => id)
}
const correct = (id: number, version: number, changes: Parameters<typeof facts>[0], by = test.clerk) =>
  by.call.register.correct({ id, version, reason: 'теру қатесі', facts: facts(changes) })

describe('a correction', () => {
  it('keeps number, day and acceptance, and records before and after', async () => {
    const entry = await register(test.clerk)
    test.clock.pass(3600)
    const card = await correct(entry.id, 1, { subject: 'Балабақша орны', sheets: 3 }, head)
    expect(card).toMatchObject({ number: entry.number, registeredOn: entry.registeredOn, registeredAt: entry.registeredAt })
    expect(card).toMatchObject({ version: 2, corrections: 1, acceptedBy: { name: 'Қасенова А. Т.' } })
    const [, event] = await test.clerk.call.register.history({ id: entry.id })
    expect(event).toMatchObject({ action: 'appeal.corrected', actor: 'Жақсылықов А. Т.' })
    expect(event!.details).toEqual({
      number: entry.number,
      reason: 'теру қатесі',
      changes: [
        { field: 'subject', before: 'Балабақша кезегі', after: 'Балабақша орны' },
        { field: 'sheets', before: 1, after: 3 },
      ],
      mark: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    })
  })

  it('is found under the new words and no longer under the old', async () => {
    const { id } = await register(test.clerk, { subject: 'Ескісөз', phone: '87010000001' })
    expect(await found('ескісөз')).toEqual([id])
    await correct(id, 1, { subject: 'Жаңасөз', phone: '87010000002' })
    expect(await found('ескісөз')).toEqual([])
    expect(await found('87010000001')).toEqual([])
    expect(await found('жаңасөз')).toEqual([id])
    expect(await found('+7 701 000 00 02')).toEqual([id])
  })

  it('counts the term anew when the addressee or the kind changes, from the same day', async () => {
    const { id, deadline } = await register(test.clerk)
    const card = await correct(id, 1, { addressee: 'qualityBody' })
    expect([deadline, card.term.deadline, card.term.registeredOn]).toEqual(['2026-12-21', '2027-01-06', '2026-12-11'])
    const [, event] = await test.clerk.call.register.history({ id })
    expect(event!.details).toMatchObject({ deadlineBefore: '2026-12-21', deadlineAfter: '2027-01-06' })
    const again = await correct(id, 2, { kind: 'informationRequest' })
    expect(again.term).toMatchObject({ ruleId: 'information-request', unit: 'calendarDays', deadline: '2026-12-28' })
    const [row] = await rowsOf<{ deadline: string; kind: string }>(test, 'SELECT deadline, kind FROM appeals WHERE id = ?', [id])
    expect(row).toEqual({ deadline: '2026-12-28', kind: 'informationRequest' })
  })

  it('of anything else leaves the deadline that the slip bears', async () => {
    const { id } = await register(test.clerk)
    const card = await correct(id, 1, { receivedOn: '2026-12-10', receivedAt: '10:00', subject: 'Басқа' })
    expect(card.term.deadline).toBe('2026-12-21')
  })

  it('cannot say that the letter came after it was registered', async () => {
    const { id } = await register(test.clerk)
    test.clock.set('2026-12-14T06:00:00.000Z')
    await test.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    await head.call.session.signIn({ login: 'head', password: PASSWORD })
    const fault = await refusal(correct(id, 1, { receivedOn: '2026-12-14', receivedAt: '09:30' }))
    expect(fault.data.fields).toMatchObject([{ path: 'facts.receivedOn', code: 'out_of_range' }])
  })

  it('of nothing is refused', async () => {
    const { id } = await register(test.clerk)
    const before = await contentOf(test)
    expect((await refusal(correct(id, 1, {}))).code).toBe('register.no_change')
    expect(await contentOf(test)).toEqual(before)
  })

  it('keeps the name that a public service had when the letter came', async () => {
    const admin = await signedIn(test, 'admin')
    const name = { kk: 'Ескі атау', ru: 'Старое название' }
    const service = await admin.call.office.saveService({ id: null, version: 0, name, active: true })
    const { id } = await register(test.clerk, { serviceId: service.id })
    await admin.call.office.saveService({ ...service, name: { kk: 'Жаңа атау', ru: 'Новое название' } })
    const card = await correct(id, 1, { serviceId: service.id, subject: 'Басқа' })
    expect(card.service).toEqual(name)
  })

  it.each(['', '  ', 'a'])('needs a reason, not «%s»', async (reason) => {
    const { id } = await register(test.clerk)
    const call = test.clerk.call.register.correct({ id, version: 1, reason, facts: facts({ subject: 'Басқа' }) })
    expect((await refusal(call)).data.fields).toMatchObject([{ path: 'reason' }])
  })
})

describe('two clerks at one entry', () => {
  it('the second learns who was faster and when, and nothing is overwritten', async () => {
    const { id } = await register(test.clerk)
    await correct(id, 1, { subject: 'Бірінші' }, head)
    const changedAt = test.clock.now().toISOString()
    test.clock.pass(60)
    await test.clerk.call.slips.issue({ appealId: id, languages: 'kk' })
    const fault = await refusal(correct(id, 1, { subject: 'Екінші' }))
    expect(fault).toMatchObject({ code: 'conflict.stale', data: { params: { who: 'Жақсылықов А. Т.', when: changedAt } } })
    expect((await refusal(test.clerk.call.register.void({ id, version: 1, reason: 'қате' }))).code).toBe('conflict.stale')
    expect((await test.clerk.call.register.card({ id })).facts.subject).toBe('Бірінші')
  })

  it('only one of two corrections sent at once is taken', async () => {
    const { id } = await register(test.clerk)
    const both = await Promise.allSettled([correct(id, 1, { subject: 'А' }), correct(id, 1, { subject: 'Б' }, head)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await test.clerk.call.register.card({ id })).version).toBe(2)
  })
})

describe('a void entry', () => {
  it('stays visible with its number and the reason, and is final', async () => {
    const entry = await register(test.clerk, { subject: 'Қатежазба' })
    const card = await head.call.register.void({ id: entry.id, version: 1, reason: 'Екі рет тіркелген' })
    expect(card).toMatchObject({ status: 'void', number: entry.number, version: 2 })
    expect(card.voided).toMatchObject({ by: 'Жақсылықов А. Т.', reason: 'Екі рет тіркелген', at: test.clock.now().toISOString() })
    expect(await found('қатежазба')).toEqual([entry.id])
    const changes = [
      correct(entry.id, 2, { subject: 'Басқа' }),
      test.clerk.call.register.void({ id: entry.id, version: 2, reason: 'тағы' }),
      test.clerk.call.slips.issue({ appealId: entry.id, languages: 'both' }),
    ]
    for (const fault of await Promise.all(changes.map(refusal))) {
      expect(fault).toMatchObject({ code: 'register.void_already', data: { params: { number: entry.number } } })
    }
    const actions = (await test.clerk.call.register.history({ id: entry.id })).map(({ action }) => action)
    expect(actions).toEqual(['appeal.registered', 'appeal.voided'])
  })

  it('registered twice names the first entry, which is another one and not void itself', async () => {
    const first = await register(test.clerk)
    const second = await register(test.clerk)
    const gone = await register(test.clerk)
    await test.clerk.call.register.void({ id: gone.id, version: 1, reason: 'қате' })
    const twice = (named: string) =>
      test.clerk.call.register.void({ id: second.id, version: 1, reason: 'Қайталап тіркелген', first: named })
    for (const named of ['тіркелген, себебі екі рет', 'Ж-9999/26', second.number, gone.number])
      expect((await refusal(twice(named))).data.fields).toMatchObject([{ path: 'first', code: 'no_such_entry' }])
    expect((await refusal(twice(' '))).data.fields).toMatchObject([{ path: 'first', code: 'required' }])
    expect((await twice(` ${first.number} `)).voided!.reason).toBe(`Қайталап тіркелген: ${first.number}`)
  })

  it('gives its number to nobody', async () => {
    const entry = await register(test.clerk)
    await test.clerk.call.register.void({ id: entry.id, version: 1, reason: 'қате' })
    expect((await register(test.clerk)).seq).toBe(entry.seq + 1)
    expect((await test.clerk.call.register.overview({ year: 2026 })).gapless).toBe(true)
  })
})

it('an entry that does not exist is not found', async () => {
  const { register: calls, slips } = test.clerk.call
  const all = [
    calls.card({ id: 9999 }),
    correct(9999, 1, {}),
    calls.void({ id: 9999, version: 1, reason: 'қате' }),
    slips.issue({ appealId: 9999, languages: 'kk' }),
  ]
  for (const { code } of await Promise.all(all.map(refusal))) expect(code).toBe('not_found')
})
