import { afterEach, describe, expect, it } from 'vitest'
import { serve } from '../support/http'
import {
  emptyOffice,
  officeWithClerk,
  openBook,
  PASSWORD,
  person,
  register,
  signedIn,
  signInAs,
  TestClock,
  type TestOffice,
} from '../support/office'
import { behindTheBack, rowsOf } from '../support/raw'

let test: TestOffice | undefined
afterEach(() => test?.close())

const upTo = (count: number, first = 1): number[] => Array.from({ length: count }, (_, i) => first + i)
const stored = async (of: TestOffice): Promise<number[]> =>
  (await rowsOf<{ seq: number }>(of, 'SELECT seq FROM appeals ORDER BY id')).map(({ seq }) => seq)

describe('many letters at once', () => {
  it('200 over HTTP get 200 consecutive numbers', async () => {
    const office = await officeWithClerk()
    test = office
    const { host, browser } = await serve(office)
    const clerk = browser()
    await clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    const entries = await Promise.all(
      upTo(200).map((i) => register(clerk, { subject: `Хат ${i}`, identifier: '', name: `Адам ${i}` })),
    )
    await host.stop()
    expect(entries.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(upTo(200))
    expect(new Set(entries.map(({ number }) => number)).size).toBe(200)
    expect(await stored(office)).toEqual(upTo(200))
    // Every answer belongs to the letter that was sent with it.
    const rows = await rowsOf<{ id: number; subject: string }>(office, 'SELECT id, subject FROM appeals')
    const subjects = new Map(rows.map(({ id, subject }) => [id, subject]))
    entries.forEach(({ id }, i) => expect(subjects.get(id)).toBe(`Хат ${i + 1}`))
  })

  it('refused and broken ones among them leave no gap', async () => {
    const office = await officeWithClerk()
    test = office
    const tries = upTo(90).map((i) => {
      if (i % 3 === 1) return register(office.clerk, { receivedOn: '2026-12-12' })
      // Passes the check of the input and is refused inside the transaction.
      if (i % 3 === 2) return register(office.clerk, { applicantId: 4711 })
      return register(office.clerk)
    })
    const settled = await Promise.allSettled(tries)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
    expect(await stored(office)).toEqual(upTo(30))
  })

  it('a number taken by a transaction that broke afterwards is given to the next letter', async () => {
    const office = await officeWithClerk()
    test = office
    await register(office.clerk)
    await behindTheBack(office, (db) =>
      db.execute(
        "CREATE TRIGGER broken BEFORE INSERT ON appeals WHEN NEW.subject = 'X' BEGIN SELECT RAISE(ABORT, 'broken'); END",
      ),
    )
    const settled = await Promise.allSettled(upTo(20).map((i) => register(office.clerk, i % 2 ? { subject: 'X' } : {})))
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(10)
    expect(await stored(office)).toEqual(upTo(11))
  })
})

describe('a new year', () => {
  it('starts again at 1, and the old year stays complete', async () => {
    const office = await officeWithClerk({ clock: new TestClock('2026-12-31T06:00:00.000Z') })
    test = office
    const last = await register(office.clerk, { receivedOn: '2026-12-31', receivedAt: '10:30' })
    // 31 December, 18:45: registered on the first working day of January.
    office.clock.set('2026-12-31T13:50:00.000Z')
    const evening = await register(office.clerk, { receivedOn: '2026-12-31', receivedAt: '18:45' })
    office.clock.set('2027-01-05T06:00:00.000Z')
    await office.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    const next = await register(office.clerk, { receivedOn: '2027-01-05', receivedAt: '10:00' })
    expect([last, evening, next].map(({ number, registeredOn }) => [number, registeredOn])).toEqual([
      ['Ж-0001/26', '2026-12-31'],
      ['Ж-0001/27', '2027-01-05'],
      ['Ж-0002/27', '2027-01-05'],
    ])
    const overview = await office.clerk.call.register.overview({ year: 2027 })
    expect(overview).toMatchObject({ years: [2027, 2026], gapless: true, next: { seq: 3 }, last: { number: 'Ж-0002/27' } })
  })
})

describe('a paper book that is continued', () => {
  it('goes on with its next number, in this year only', async () => {
    const office = await emptyOffice()
    test = office
    await openBook(office.browser(), 613)
    const clerk = await signInAs(office, person('clerk', ['clerk'], 'Қасенова'))
    expect((await clerk.call.register.overview({ year: 2026 })).next).toEqual({ seq: 613, number: 'Ж-0613/26' })
    expect([(await register(clerk)).number, (await register(clerk)).number]).toEqual(['Ж-0613/26', 'Ж-0614/26'])
    expect(await clerk.call.register.overview({ year: 2026 })).toMatchObject({ gapless: true, last: { seq: 614 } })
    office.clock.set('2027-01-11T06:00:00.000Z')
    await clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    expect((await register(clerk, { receivedOn: '2027-01-11', receivedAt: '10:00' })).number).toBe('Ж-0001/27')
  })
})

describe('the pattern of numbers', () => {
  it('can change in the middle of a year; what was given stays', async () => {
    const office = await officeWithClerk()
    test = office
    const first = await register(office.clerk)
    const admin = await signedIn(office, 'admin')
    const { details, rules, version } = await admin.call.office.state()
    await admin.call.office.change({ version, details, rules: { ...rules, numberPattern: '{seq}/{yyyy}' } })
    const second = await register(office.clerk)
    expect([first.number, second.number, second.seq]).toEqual(['Ж-0001/26', '2/2026', 2])
    expect((await office.clerk.call.register.card({ id: first.id })).number).toBe('Ж-0001/26')
  })
})
