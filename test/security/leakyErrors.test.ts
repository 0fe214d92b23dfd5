import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { facts, officeWithClerk, register, type ClerksOffice } from '../support/office'
import { behindTheBack } from '../support/raw'
import { callRaw, send, type RawAnswer } from '../support/rpc'

/**
 * Talkative errors. An error message of the database names tables and quotes values; a stack names folders; a log is sent to whoever helps. So an answer carries a code and nothing else, and what
 * nobody foresaw gets a reference under which the log tells where it happened — never what was typed.
 */
const log: string[] = []
let test: ClerksOffice
beforeAll(async () => {
  test = await officeWithClerk({ log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }) })
})
beforeEach(() => void log.splice(0))
afterAll(() => test.close())

const TYPED = facts({ name: 'Құпияұлы Құпия', subject: 'Құпия тақырып', identifier: '850412100013', phone: '+7 700 999 88 77' })
const SECRETS = /Құпия|850412100013|700 999|7009998877|correct horse/

function saysNothing({ text }: RawAnswer): void {
  expect(text).not.toMatch(
    /SQLITE|SELECT|INSERT|UPDATE|constraint|no such|\bat \w|node_modules|electron\/|\.ts|Error|stack|\/tmp\//,
  )
  expect(text).not.toMatch(SECRETS)
}

async function withBroken(sql: string, undo: string, run: () => Promise<void>): Promise<void> {
  await behindTheBack(test, (db) => db.execute(sql))
  try {
    await run()
  } finally {
    await behindTheBack(test, (db) => db.execute(undo))
  }
}

describe('what nobody foresaw', () => {
  const BROKEN: [string, string, string, () => Promise<RawAnswer>][] = [
    [
      'a missing table on writing',
      'ALTER TABLE applicants RENAME TO gone',
      'ALTER TABLE gone RENAME TO applicants',
      () => callRaw(test.clerk, 'register.register', { requestId: crypto.randomUUID(), facts: TYPED }),
    ],
    [
      'a missing table on reading',
      'ALTER TABLE slips RENAME TO gone',
      'ALTER TABLE gone RENAME TO slips',
      () => callRaw(test.clerk, 'register.journal', { year: 2026, state: 'all', search: 'Құпия', after: null, limit: 10 }),
    ],
    [
      'a rule of the file that quotes what was typed',
      "CREATE TRIGGER quoting BEFORE INSERT ON appeals BEGIN SELECT RAISE(ABORT, 'Құпия тақырып 850412100013'); END",
      'DROP TRIGGER quoting',
      () => callRaw(test.clerk, 'register.register', { requestId: crypto.randomUUID(), facts: TYPED }),
    ],
    [
      'a slip that cannot be read',
      'ALTER TABLE slips RENAME TO gone',
      'ALTER TABLE gone RENAME TO slips',
      () => send(test.clerk, '/files/slips/1.pdf', null, { method: 'GET' }),
    ],
  ]

  it.each(BROKEN)('%s is answered with a code', (_, sql, undo, ask) =>
    withBroken(sql, undo, async () => {
      const answer = await ask()
      expect(answer).toMatchObject({ status: 500, code: 'internal' })
      saysNothing(answer)
      expect(log).toHaveLength(1)
      expect(log[0]).not.toMatch(SECRETS)
      expect(log[0]).not.toMatch(/INSERT INTO|SELECT /)
    }),
  )

  it('has a reference that can be read aloud and that the log knows, with procedure and place', () =>
    withBroken('ALTER TABLE slips RENAME TO gone', 'ALTER TABLE gone RENAME TO slips', async () => {
      const { id } = await register(test.clerk)
      const { reference } = await callRaw(test.clerk, 'slips.list', { appealId: id })
      expect(reference).toMatch(/^[2-9ACDEFHKLMNPRTUVXY]{4}-[2-9ACDEFHKLMNPRTUVXY]{4}$/)
      const line = JSON.parse(log[0]!) as { reference: string; procedure: string; fault: { name: string; place: string } }
      expect(line).toMatchObject({ reference, procedure: 'slips.list', fault: { name: 'QueryFailedError' } })
      expect(line.fault.place).toMatch(/^ {4}at /)
    }))

  it('an answer that does not fit its own description is not sent half checked', async () => {
    const { id } = await register(test.clerk)
    const spoil = `DROP TRIGGER appeals_version; UPDATE appeals SET status = 'burnt' WHERE id = ${id}`
    await behindTheBack(test, (db) => db.execute(spoil))
    const answer = await callRaw(test.clerk, 'register.card', { id })
    expect(answer).toMatchObject({ status: 500, code: 'internal' })
    expect(answer.reference).toBeDefined()
    saysNothing(answer)
    expect(log).toHaveLength(1)
  })
})

describe('what was foreseen', () => {
  it.each([
    ['wrong input', 'register.register', { requestId: 'x', facts: { ...TYPED, receivedOn: 'Құпия' } }],
    ['a wrong kind', 'register.register', { requestId: crypto.randomUUID(), facts: { ...TYPED, kind: 'Құпия' } }],
    ['no entry', 'register.card', { id: 4711 }],
    ['no right', 'people.list', {}],
    ['a wrong password', 'session.signIn', { login: 'Құпия', password: 'correct horse' }],
  ])('%s: a code, no text, and not a word in the log', async (_, name, input) => {
    const answer = await callRaw(test.clerk, name, input)
    expect(answer.code).toBeDefined()
    expect(answer.code).not.toBe('internal')
    saysNothing(answer)
    expect(log).toEqual([])
  })

  it('an unreadable body', async () => {
    const answer = await send(test.clerk, '/rpc/register/register', '{"json":{"facts":{"name":"Құпия"')
    expect(answer.code).toBe('invalid_input')
    saysNothing(answer)
    expect(log.join()).not.toMatch(SECRETS)
  })
})
