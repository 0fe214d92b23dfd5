import type { AppealFacts, FieldCode } from '#shared/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { facts, officeWithClerk, refusal, register, type ClerksOffice } from '../support/office'
import { contentOf } from '../support/raw'

let test: ClerksOffice
beforeAll(async () => void (test = await officeWithClerk()))
afterAll(() => test.close())

const FRIDAY = '2026-12-11T06:08:00.000Z'

describe('what cannot be right', () => {
  const REFUSED: [string, Partial<AppealFacts>, string, FieldCode][] = [
    ['no subject', { subject: '' }, 'facts.subject', 'required'],
    ['a subject of spaces', { subject: '   ' }, 'facts.subject', 'required'],
    ['no name', { name: '' }, 'facts.name', 'required'],
    ['no content', { summary: '' }, 'facts.summary', 'required'],
    ['no respondent of a complaint', { respondent: null }, 'facts.respondent', 'required'],
    ['nothing complained of', { contested: null }, 'facts.contested', 'required'],
    ['no place of the answer', { answerPlace: { kk: '', ru: '' } }, 'facts.answerPlace', 'required'],
    ['an answer by e-mail without an address', { delivery: 'email', email: '' }, 'facts.email', 'required'],
    ['received tomorrow', { receivedOn: '2026-12-12' }, 'facts.receivedOn', 'date_in_future'],
    ['received in a minute', { receivedAt: '11:09' }, 'facts.receivedAt', 'date_in_future'],
    ['received in the last century', { receivedOn: '1999-12-31' }, 'facts.receivedOn', 'date_too_early'],
    ['received on a day that does not exist', { receivedOn: '2026-02-30' }, 'facts.receivedOn', 'not_a_date'],
    ['no day of receipt', { receivedOn: '' }, 'facts.receivedOn', 'required'],
    ['received at 25 o’clock', { receivedAt: '25:00' }, 'facts.receivedAt', 'not_a_time'],
    ['10,000 characters of subject', { subject: 'ә'.repeat(10_000) }, 'facts.subject', 'too_long'],
    ['10,001 characters of content', { summary: 'ә'.repeat(10_001) }, 'facts.summary', 'too_long'],
    ['an emoji in the name', { name: 'Айгүл 😀' }, 'facts.name', 'unprintable'],
    ['a letter that paper cannot show', { subject: '漢' }, 'facts.subject', 'unprintable'],
    ['text that would run backwards', { subject: 'a\u202eb' }, 'facts.subject', 'unprintable'],
    ['a NUL in the name', { name: 'Айгүл\u0000' }, 'facts.name', 'control_character'],
    ['a NUL in the content', { summary: 'a\u0000b' }, 'facts.summary', 'control_character'],
    ['a line break in the name', { name: 'Айгүл\nСейтқали' }, 'facts.name', 'control_character'],
    ['an e-mail without @', { email: 'aigul.mail.kz' }, 'facts.email', 'not_an_email'],
    ['an e-mail with a space', { email: 'a b@mail.kz' }, 'facts.email', 'not_an_email'],
    ['half a sheet', { sheets: 0.5 }, 'facts.sheets', 'not_a_number'],
    ['fewer than no sheets', { sheets: -1 }, 'facts.sheets', 'out_of_range'],
    ['signed by nobody', { people: 0 }, 'facts.people', 'out_of_range'],
    ['an unknown kind', { kind: 'poem' as never }, 'facts.kind', 'unknown_value'],
    ['a deadline before receipt', { givenDeadline: '2026-12-10' }, 'facts.givenDeadline', 'date_too_soon'],
  ]

  it.each(REFUSED)('%s is named and nothing is stored', async (_, changes, path, code) => {
    const before = await contentOf(test)
    const fault = await refusal(register(test.clerk, changes))
    expect(fault.code).toBe('invalid_input')
    expect(fault.data.fields!.map((field) => [field.path, field.code])).toEqual([[path, code]])
    expect(await contentOf(test)).toEqual(before)
  })

  it('says how long a text may be and how long it is', async () => {
    const fault = await refusal(register(test.clerk, { subject: 'ә'.repeat(10_000) }))
    expect(fault.data.fields![0]).toMatchObject({ params: { max: 500, length: 10_000 } })
  })

  it('is told of all fields at once', async () => {
    const fault = await refusal(register(test.clerk, { subject: '', email: 'x', receivedOn: '1999-01-01' }))
    expect(fault.data.fields!.map(({ path }) => path).sort()).toEqual(['facts.email', 'facts.receivedOn', 'facts.subject'])
  })
})

describe('intake is never refused', () => {
  it.each(['850412100014', '000000000000', '12', 'жоқ', '8504 1210 0013'])('for the IIN «%s»', async (identifier) => {
    const { id } = await register(test.clerk, { identifier, name: `Адам ${identifier}` })
    expect((await test.clerk.call.register.card({ id })).facts.identifier).toBe(identifier)
  })

  it('for an anonymous letter, when the clerk marks what it does not state', async () => {
    const { id } = await register(test.clerk, { name: '', postalAddress: '', identifier: '', notStated: ['name', 'address'] })
    const card = await test.clerk.call.register.card({ id })
    expect(card.facts).toMatchObject({ name: '', postalAddress: '', notStated: ['name', 'address'] })
  })

  it('for a collective letter of many people', async () => {
    const { id } = await register(test.clerk, { people: 412 })
    expect((await test.clerk.call.register.card({ id })).facts.people).toBe(412)
  })
})

describe('texts are kept as written', () => {
  it('trimmed and in one Unicode form, with every line of the content', async () => {
    const summary = 'Бірінші жол\n\tекінші «жол» — 100 % "тырнақша" O\'Neil; DROP TABLE appeals; --'
    const { id } = await register(test.clerk, { summary, subject: '  и\u0306 ё  ' })
    const { facts: kept } = await test.clerk.call.register.card({ id })
    expect(kept.summary).toBe(summary)
    expect(kept.subject).toBe('й ё')
  })

  it('the person who accepted is frozen, whatever becomes of the account', async () => {
    const { id } = await register(test.clerk)
    const card = await test.clerk.call.register.card({ id })
    expect(card.acceptedBy).toMatchObject({ name: 'Қасенова А. Т.', position: { kk: 'маман', ru: 'специалист' } })
  })
})

describe('the day of registration (art. 64(3))', () => {
  const at = async (moment: string, receivedOn: string, receivedAt: string) => {
    test.clock.set(moment)
    await test.clerk.call.session.signIn({ login: 'clerk', password: 'correct horse' })
    return register(test.clerk, { receivedOn, receivedAt })
  }

  it.each([
    ['within the hours', FRIDAY, '2026-12-11', '11:05', '2026-12-11'],
    ['in the last minute', '2026-12-11T13:29:00.000Z', '2026-12-11', '18:29', '2026-12-11'],
    ['at the very minute of closing', '2026-12-11T13:30:00.000Z', '2026-12-11', '18:30', '2026-12-14'],
    ['a minute later', '2026-12-11T13:31:00.000Z', '2026-12-11', '18:31', '2026-12-14'],
    ['on a Saturday', '2026-12-12T06:00:00.000Z', '2026-12-12', '10:00', '2026-12-14'],
    ['on Independence Day', '2026-12-16T06:00:00.000Z', '2026-12-16', '10:00', '2026-12-17'],
    ['typed on Monday, received on Friday', '2026-12-14T05:00:00.000Z', '2026-12-11', '12:00', '2026-12-11'],
  ])('%s', async (_, moment, day, time, expected) => {
    expect((await at(moment, day, time)).registeredOn).toBe(expected)
  })

  it('is the office’s day, not that of Greenwich', async () => {
    // 20:30Z on Thursday is 01:30 on Friday in Almaty.
    const entry = await at('2026-12-17T20:30:00.000Z', '2026-12-18', '01:20')
    expect(entry.registeredOn).toBe('2026-12-18')
    expect((await refusal(register(test.clerk, { receivedOn: '2026-12-19' }))).code).toBe('invalid_input')
  })
})

describe('the term', () => {
  beforeAll(async () => {
    test.clock.set(FRIDAY)
    await test.clerk.call.session.signIn({ login: 'clerk', password: 'correct horse' })
  })

  it.each([
    ['a complaint to the provider: 5 working days', {}, '2026-12-21', 'service-complaint-provider'],
    ['to the State Corporation: 5', { addressee: 'stateCorporation' }, '2026-12-21', 'service-complaint-state-corporation'],
    ['to the quality body: 15', { addressee: 'qualityBody' }, '2027-01-06', 'service-complaint-quality-body'],
    [
      'a date given in the letter itself',
      { kind: 'officialLetter', givenDeadline: '2026-12-25' },
      '2026-12-25',
      'official-letter',
    ],
  ] as [string, Partial<AppealFacts>, string, string][])('%s', async (_, changes, deadline, ruleId) => {
    const { id } = await register(test.clerk, changes)
    const { term } = await test.clerk.call.register.card({ id })
    expect(term).toMatchObject({ deadline, ruleId, registeredOn: '2026-12-11' })
    expect(term.days[0]!.date).toBe('2026-12-11')
    expect(term.days.at(-1)!.date).toBe(deadline)
  })

  it('keeps facts and entry in one piece', async () => {
    const { id, number } = await register(test.clerk)
    const card = await test.clerk.call.register.card({ id })
    expect(card).toMatchObject({ number, version: 1, status: 'registered', corrections: 0, slips: 0, voided: null })
    expect({ ...card.facts, applicantId: null }).toEqual(facts())
  })
})
