import type { AppealFacts } from '#shared/contract'
import { emptyDecision } from '#shared/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  emptyOffice,
  facts,
  officeWithClerk,
  openBook,
  PASSWORD,
  person,
  refusal,
  register,
  signInAs,
  type TestBrowser,
  type TestOffice,
} from '../support/office'
import { behindTheBack, contentOf, eventsOf } from '../support/raw'
import { allProcedures, callRaw } from '../support/rpc'
import type { Scenario } from './Scenario'
import { attachmentsReads, attachmentsScenarios } from './attachmentsScenarios'
import { booksScenarios } from './booksScenarios'
import { decisionsScenarios } from './decisionsScenarios'
import { papersScenarios } from './papersScenarios'
import { proofReads, proofScenarios } from './proofScenarios'
import { everyRole, routingScenarios } from './routingScenarios'
import { structureScenarios } from './structureScenarios'

let test: TestOffice & { clerk: TestBrowser }
let browser: TestBrowser
let someone = 0

beforeAll(async () => {
  test = await officeWithClerk()
  browser = await signInAs(test, everyRole())
})
afterAll(() => test.close())

const newPerson = () => ({ ...person(`someone-${++someone}`, ['executor']), password: PASSWORD })
const anEntry = async (): Promise<{ id: number }> => ({ id: (await register(browser)).id })
const voided = async () => {
  const { id } = await anEntry()
  await browser.call.register.void({ id, version: 1, reason: 'қате' })
  return id
}
const opening = async () => ({
  ...(await browser.call.office.suggestion()),
  firstNumber: 1,
  administrator: { ...person('again', ['administrator']), password: PASSWORD },
})
/** A change of the calendar that moves nothing: its entries leave events of their own, which `test/core` looks at. */
async function anotherSource() {
  const { calendar } = await browser.call.office.state()
  const { version } = await browser.call.deadlines.changes()
  const kept = calendar.years.find(({ year }) => year === 2023)!
  const days = calendar.days.filter(({ date }) => date.startsWith('2023'))
  const years = [{ ...kept, days, source: `Баланс ${version}` }]
  const change = { kind: 'calendar' as const, based: version, years }
  return { change, digest: (await browser.call.deadlines.preview({ change })).digest }
}
const wrongFacts = (): AppealFacts => facts({ receivedOn: '2026-12-12' })

/** Every writing procedure of the contract; one that is missing here fails the test below. */
const SCENARIOS: Record<string, Scenario> = {
  'session.signIn': {
    good: async () => ({ login: 'everything', password: PASSWORD }),
    refused: async () => ({ login: 'everything', password: 'wrong' }),
  },
  'session.signOut': { good: async () => ({}), refused: async () => null },
  'session.changePassword': {
    good: async () => ({ current: PASSWORD, next: PASSWORD }),
    refused: async () => ({ current: 'wrong', next: 'long enough' }),
  },
  'office.open': { good: async () => null, refused: opening },
  'office.change': {
    good: async () => {
      const { details, rules, version } = await browser.call.office.state()
      return { version, rules, details: { ...details, head: `Head ${version}` } }
    },
    refused: async () => ({ ...(await browser.call.office.state()), version: 99 }),
  },
  'office.saveService': {
    good: async () => ({ id: null, version: 0, name: { kk: 'Қызмет', ru: 'Услуга' }, active: true }),
    refused: async () => ({ id: 9999, version: 1, name: { kk: 'Қызмет', ru: 'Услуга' }, active: true }),
  },
  'office.beginOutgoing': { good: async () => null, refused: async () => ({ firstNumber: 5 }) },
  'people.add': { good: async () => newPerson(), refused: async () => ({ ...newPerson(), login: 'ADMIN' }) },
  'people.change': {
    good: async () => browser.call.people.add(newPerson()),
    refused: async () => ({ ...(await browser.call.people.add(newPerson())), version: 7 }),
  },
  'people.setPassword': {
    good: async () => ({ id: (await browser.call.people.add(newPerson())).id, password: 'another one' }),
    refused: async () => ({ id: 9999, password: 'another one' }),
  },
  'register.register': {
    good: async () => ({ requestId: crypto.randomUUID(), facts: facts() }),
    refused: async () => ({ requestId: crypto.randomUUID(), facts: wrongFacts() }),
  },
  'register.correct': {
    good: async () => ({ ...(await anEntry()), version: 1, reason: 'қате', facts: facts({ subject: 'Дұрысы' }) }),
    refused: async () => ({ ...(await anEntry()), version: 5, reason: 'қате', facts: facts({ subject: 'Дұрысы' }) }),
  },
  'register.void': {
    good: async () => ({ ...(await anEntry()), version: 1, reason: 'қате' }),
    refused: async () => ({ id: await voided(), version: 2, reason: 'қате' }),
  },
  'slips.issue': {
    good: async () => ({ appealId: (await anEntry()).id, languages: 'both' }),
    refused: async () => ({ appealId: await voided(), languages: 'both' }),
  },
  'drafts.save': { good: async () => ({ content: { subject: 'Бала' } }), refused: async () => null },
  'drafts.discard': { good: async () => ({}), refused: async () => null },
  ...structureScenarios(() => browser, newPerson),
  ...routingScenarios(() => browser, newPerson),
  ...decisionsScenarios(
    () => browser,
    () => test.clerk,
  ),
  ...attachmentsScenarios(
    () => test,
    () => browser,
  ),
  ...papersScenarios(() => browser),
  ...proofScenarios(() => browser),
  ...booksScenarios(
    () => browser,
    () => test.clerk,
  ),
  'deadlines.apply': { good: anotherSource, refused: async () => ({ ...(await anotherSource()), digest: 'of something else' }) },
}

/** What can be done only once to an office; `test/core` looks at these. */
const ONCE = ['office.open', 'office.beginOutgoing']

const WRITES = allProcedures().filter(({ meta }) => meta.writes)
const withRefusal = WRITES.filter(
  ({ name }) =>
    !['session.signOut', 'drafts.save', 'drafts.discard', 'routing.saveTexts', 'directory.restoreTemplate'].includes(name) &&
    !['attachments.discard', 'proof.replaceKey', 'books.make'].includes(name),
)

async function signedIn(): Promise<void> {
  await browser.call.session.signIn({ login: 'everything', password: PASSWORD })
}

it('every procedure that writes is in the table', () => {
  expect(WRITES.map(({ name }) => name).sort()).toEqual(Object.keys(SCENARIOS).sort())
})

it('a procedure that only reads has no event to leave', () => {
  for (const { name, meta } of allProcedures()) if (!meta.writes) expect([name, meta.audit]).toEqual([name, null])
})

describe('a write that succeeds', () => {
  it.each(WRITES.filter(({ name }) => !ONCE.includes(name) && name !== 'routing.handOver'))(
    '$name leaves exactly one event of its name',
    async ({ name, meta }) => {
      const input = await SCENARIOS[name]!.good()
      const before = await eventsOf(test)
      const answer = await callRaw(browser, name, input)
      const after = await eventsOf(test)
      expect(answer.code).toBeUndefined()
      expect(after.slice(0, before.length)).toEqual(before)
      expect(after.slice(before.length).map(({ action }) => action)).toEqual(meta.audit === null ? [] : [meta.audit])
      for (const { actor } of after.slice(before.length)) expect(actor).toBe('everything А. Т.')
      expect(answer.text).not.toMatch(/argon2|passwordHash|correct horse|loginFolded/)
      if (name === 'session.signOut') await signedIn()
    },
  )

  it('the first start leaves exactly one event, whatever it writes', async () => {
    const fresh = await emptyOffice()
    await openBook(fresh.browser())
    expect((await eventsOf(fresh)).map(({ action, actor }) => [action, actor])).toEqual([['office.opened', 'Жүнісов А. Т.']])
    await fresh.close()
  })

  it('a reading call leaves nothing', async () => {
    const { id } = await anEntry()
    const { number } = await browser.call.register.card({ id })
    const period = { book: 'incoming', from: '2026-01-01', to: '2026-12-31' } as const
    await browser.call.books.make({ ...period, format: 'csv', language: 'kk' })
    const reads = allProcedures().filter(({ meta }) => !meta.writes)
    const query = {
      year: 2026,
      state: 'all',
      search: '',
      after: null,
      limit: 50,
      id,
      appealId: id,
      applicantId: 1,
      text: 'сей',
      done: true,
    }
    const content = emptyDecision('kk')
    const draft = await browser.call.decisions.save({ id: null, version: 0, appealId: id, act: 'answer', content })
    const files = await attachmentsReads(test, browser)
    const before = await contentOf(test)
    const inputs: Record<string, object> = {
      'control.behind': { personId: null, from: '2026-12-11', to: '2026-12-18' },
      'decisions.checks': { id: draft.id },
      'decisions.outgoing': { year: 2026, waiting: false, after: null, limit: 50 },
      'directory.template': { purpose: 'answer', language: 'kk' },
      'deadlines.preview': await anotherSource(),
      ...proofReads(number),
      ...files,
      'books.count': period,
      'deadlines.readYearFile': { year: 2027, name: 'year.csv', content: '' },
    }
    for (const { name } of reads) {
      const answer = await callRaw(browser, name, inputs[name] ?? query)
      expect([name, answer.code]).toEqual([name, undefined])
      expect(answer.text).not.toMatch(/argon2|passwordHash|correct horse|loginFolded/)
    }
    expect(await contentOf(test)).toEqual(before)
  })
})

describe('a write that is refused', () => {
  it.each(withRefusal)('$name leaves no event and changes no row', async ({ name }) => {
    const input = await SCENARIOS[name]!.refused()
    const before = await contentOf(test)
    const answer = await callRaw(browser, name, input)
    expect(answer.code).toBeDefined()
    expect(answer.code).not.toBe('internal')
    expect(await contentOf(test)).toEqual(before)
  })
})

describe('a write whose event cannot be written', () => {
  it.each(
    WRITES.filter(
      ({ meta }) => meta.audit !== null && !['office.opened', 'outgoing.begun', 'tasks.handed_over'].includes(meta.audit),
    ),
  )('$name is undone as a whole', async ({ name }) => {
    const input = await SCENARIOS[name]!.good()
    await behindTheBack(test, (db) =>
      db.execute("CREATE TRIGGER broken BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'broken'); END"),
    )
    const before = await contentOf(test)
    const answer = await callRaw(browser, name, input)
    const after = await contentOf(test)
    await behindTheBack(test, (db) => db.execute('DROP TRIGGER broken'))
    expect(answer).toMatchObject({ status: 500, code: 'internal' })
    expect(after).toEqual(before)
    // The session is the same as before: nothing after the commit was done either.
    expect((await browser.call.session.start()).caller?.name).toBe('everything А. Т.')
  })
})

it('the first start is undone as a whole too, and can be tried again', async () => {
  const fresh = await emptyOffice()
  const stop = "CREATE TRIGGER broken BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'broken'); END"
  await behindTheBack(fresh, (db) => db.execute(stop))
  const before = await contentOf(fresh)
  expect((await refusal(openBook(fresh.browser()))).code).toBe('internal')
  expect(await contentOf(fresh)).toEqual(before)
  await behindTheBack(fresh, (db) => db.execute('DROP TRIGGER broken'))
  await openBook(fresh.browser())
  expect((await fresh.browser().call.session.start()).needsSetup).toBe(false)
  await fresh.close()
})
