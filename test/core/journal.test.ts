import type { AppealFacts, JournalState } from '#shared/contract'
import { JOURNAL_STATES } from '#shared/contract'
import { deadlineState, calendarOf } from '#shared/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeWithClerk, PASSWORD, register, signedIn, type ClerksOffice } from '../support/office'

let test: ClerksOffice
const ids = new Map<string, number>()

async function enter(word: string, changes: Partial<AppealFacts>): Promise<void> {
  ids.set(word, (await register(test.clerk, { identifier: '', phone: '', ...changes })).id)
}

beforeAll(async () => {
  test = await officeWithClerk()
  await enter('шағым', { name: 'Ғабитов Ермек', subject: 'Шағым туралы', phone: '+7 701 555 44 33' })
  await enter('iin', { name: 'Сейтқали Айгүл Маратқызы', identifier: '850412 100013', subject: 'Кезек' })
  await enter('legal', { applicantType: 'legal', name: 'ЖШС «Әлем»', sendersNumber: '03-15-1234', subject: 'Сұрау 50%' })
  await enter('город', { name: 'Щёголев Пётр', phone: '8 (7162) 90-31-16', subject: 'Ёлка', representative: 'Королёв Ян' })
  for (let i = 5; i <= 30; i++) await enter(`n${i}`, { name: 'Толтыру', subject: `Толықтырма`, summary: 'қосымша' })
})
afterAll(() => test.close())

const page = (changes: { state?: JournalState; search?: string; after?: number | null; limit?: number; year?: number } = {}) =>
  test.clerk.call.register.journal({ year: 2026, state: 'all', search: '', after: null, limit: 100, ...changes })
const found = async (search: string): Promise<number[]> => (await page({ search })).rows.map(({ id }) => id).sort((a, b) => a - b)

describe('pages', () => {
  it('run newest first, meet without a gap and say when they end', async () => {
    const seen: number[] = []
    let after: number | null = null
    const more: boolean[] = []
    do {
      const part = await page({ limit: 7, after })
      seen.push(...part.rows.map(({ seq }) => seq))
      after = seen.at(-1)!
      more.push(part.more)
    } while (more.at(-1))
    expect(seen).toEqual(Array.from({ length: 30 }, (_, i) => 30 - i))
    expect(more).toEqual([true, true, true, true, false])
    expect(await page({ limit: 30 })).toMatchObject({ more: false })
  })

  it('stay the same page when a new letter comes in between', async () => {
    const first = await page({ limit: 10 })
    const second = await page({ limit: 10, after: first.rows.at(-1)!.seq })
    await enter('between', { name: 'Аралық' })
    expect(await page({ limit: 10, after: first.rows.at(-1)!.seq })).toEqual(second)
  })

  it('of another year are empty', async () => {
    expect(await page({ year: 2025 })).toEqual({ rows: [], more: false })
  })

  it('show a letter with what a clerk looks for', async () => {
    const row = (await page()).rows.find(({ id }) => id === ids.get('iin'))
    expect(row).toMatchObject({
      ...{ seq: 2, number: 'Ж-0002/26', kind: 'serviceComplaint', status: 'registered', applicant: 'Сейтқали А. М.' },
      ...{ subject: 'Кезек', sheets: 1, annexSheets: 2, channel: 'inPerson', acceptedBy: 'Қасенова А. Т.', slips: 0 },
      ...{ receivedOn: '2026-12-11', receivedAt: '11:05', registeredOn: '2026-12-11', deadline: '2026-12-21' },
    })
    expect(JSON.stringify(row)).not.toContain('100013')
  })
})

describe('search', () => {
  it.each([
    ['шағым', 'шағым'],
    ['шагым', 'шағым'],
    ['ШАҒЫМ', 'шағым'],
    ['габит', 'шағым'],
    ['ермек ғабитов', 'шағым'],
    ['алем', 'legal'],
    ['щеголев', 'город'],
    ['королев', 'город'],
    ['елка', 'город'],
    ['елк', 'город'],
    ['850412100013', 'iin'],
    ['850412 100013', 'iin'],
    ['85041210001', 'iin'],
    ['8504121000', 'iin'],
    ['850412', 'iin'],
    ['+7 701 555 44 33', 'шағым'],
    ['87015554433', 'шағым'],
    ['8 (701) 555-44-33', 'шағым'],
    ['(701) 555 44 33', 'шағым'],
    ['7015554433', 'шағым'],
    ['8 701 555', 'шағым'],
    ['+7 (7162) 90-31-16', 'город'],
    ['87162903116', 'город'],
    ['03-15-1234', 'legal'],
  ])('«%s» finds the letter', async (search, word) => {
    expect(await found(search)).toEqual([ids.get(word)])
  })

  it.each(['0007', '7', 'Ж-0007/26', 'ж-0007/26', 'Ж-7/26', '0007/26'])('the number is found as «%s»', async (search) => {
    expect(await found(search)).toContain(ids.get('n7'))
  })

  it('a whole number finds that letter only', async () => {
    expect(await found('Ж-0012/26')).toEqual([ids.get('n12')])
    expect(await found('0012')).toEqual([ids.get('n12')])
  })

  it('all words must be there', async () => {
    expect(await found('шағым королев')).toEqual([])
    expect(await found('кезек айгүл')).toEqual([ids.get('iin')])
  })

  it.each(['AND', 'OR', 'NOT', 'NEAR', 'шағым AND кезек', 'шағым OR кезек', 'words:шағым', 'толтыру NOT қосымша'])(
    '«%s» is plain text',
    async (search) => {
      expect(await found(search)).toEqual([])
    },
  )

  it.each([
    '"',
    '*',
    '-',
    '(',
    ')',
    '%',
    '_',
    "'",
    '^',
    '"шағым',
    'шағым"',
    '(шағым',
    'шағым*',
    'шағым-',
    "шағым'; --",
    '%шағым%',
  ])('«%s» is no operator and no error', async (search) => {
    const letters = search.includes('шағым') ? [ids.get('шағым')] : (await page()).rows.map(({ id }) => id).sort((a, b) => a - b)
    expect(await found(search)).toEqual(letters)
  })

  it('«50%» finds the sign’s number', async () => {
    expect(await found('50%')).toEqual([ids.get('legal')])
  })

  it('goes with pages', async () => {
    const first = await page({ search: 'толтыру', limit: 20 })
    const second = await page({ search: 'толтыру', limit: 20, after: first.rows.at(-1)!.seq })
    expect([first.rows.length, first.more, second.rows.length, second.more]).toEqual([20, true, 6, false])
  })
})

describe('states', () => {
  beforeAll(async () => {
    const { id } = (await page({ search: 'Ж-0030/26' })).rows[0]!
    await test.clerk.call.register.void({ id, version: 1, reason: 'қате' })
    await test.clerk.call.slips.issue({ appealId: ids.get('iin')!, languages: 'both' })
    await enter('quality', { addressee: 'qualityBody' })
    await enter('given', { kind: 'officialLetter', givenDeadline: '2026-12-17' })
  })

  // The 16th is a holiday, the 12th, 13th, 19th and 20th are a weekend; deadlines: 17 (given), 21 (most), 6 January (quality body).
  it.each([
    ['2026-12-11', { late: 0, today: 0, soon: 1 }],
    ['2026-12-14', { late: 0, today: 0, soon: 1 }],
    ['2026-12-16', { late: 0, today: 0, soon: 31 }],
    ['2026-12-17', { late: 0, today: 1, soon: 30 }],
    ['2026-12-18', { late: 1, today: 0, soon: 30 }],
    ['2026-12-20', { late: 1, today: 0, soon: 30 }],
    ['2026-12-21', { late: 1, today: 30, soon: 0 }],
    ['2026-12-22', { late: 31, today: 0, soon: 0 }],
    ['2026-12-30', { late: 31, today: 0, soon: 1 }],
    ['2027-01-06', { late: 31, today: 1, soon: 0 }],
    ['2027-01-11', { late: 32, today: 0, soon: 0 }],
  ])('on %s', async (today, expected) => {
    test.clock.set(`${today}T05:00:00.000Z`)
    await test.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    const { counts } = await test.clerk.call.register.overview({ year: 2026 })
    expect(counts).toMatchObject({ ...expected, void: 1, open: 32, all: 33, slip: 31 })
    const admin = await signedIn(test, 'admin')
    const { calendar } = await admin.call.office.state()
    const days = calendarOf(calendar, 5, calendar.law)
    for (const state of JOURNAL_STATES) {
      const { rows } = await page({ state })
      expect([state, rows.length]).toEqual([state, counts[state]])
      if (!['late', 'today', 'soon'].includes(state)) continue
      for (const row of rows) expect(deadlineState(row.deadline, today, days).state).toBe(state)
    }
  })

  it('go together with search', async () => {
    expect((await page({ state: 'void', search: 'толтыру' })).rows).toHaveLength(1)
    expect((await page({ state: 'open', search: 'Ж-0030/26' })).rows).toHaveLength(0)
  })

  it('change at midnight of the office', async () => {
    test.clock.set('2026-12-21T18:59:59.000Z')
    await test.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    expect((await test.clerk.call.register.overview({ year: 2026 })).counts.today).toBe(30)
    test.clock.pass(1)
    expect((await test.clerk.call.register.overview({ year: 2026 })).counts).toMatchObject({ today: 0, late: 31 })
  })
})
