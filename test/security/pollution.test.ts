import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  facts,
  officeWithClerk,
  PASSWORD,
  person,
  register,
  signInAs,
  type ClerksOffice,
  type TestBrowser,
} from '../support/office'
import { rowsOf } from '../support/raw'
import { callRaw, send } from '../support/rpc'

/**
 * More than was asked for. JSON may name `__proto__`, or fields that the form does not have: a version, a number, a role. The first must not change what every object of the program inherits, the
 * second must not reach the register.
 */
let test: ClerksOffice
let admin: TestBrowser
beforeAll(async () => {
  test = await officeWithClerk()
  admin = await signInAs(test, person('boss', ['administrator']))
})
afterAll(() => test.close())
afterEach(() => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
})

describe('what every object inherits', () => {
  const bodies = [
    '{"json":{"content":{"__proto__":{"polluted":1}}}}',
    '{"json":{"content":{"constructor":{"prototype":{"polluted":1}}}}}',
    '{"json":{"__proto__":{"polluted":1},"content":{}}}',
    '{"json":{"content":{}},"meta":[[1,"__proto__","polluted"]]}',
    '{"json":{"content":{"a":"1"}},"meta":[[0,"content","__proto__","polluted"]]}',
    '{"json":{"content":{}},"meta":[[0,"constructor","prototype","polluted"]]}',
    '{"__proto__":{"json":{"polluted":1}}}',
  ]

  it.each(bodies)('is not changed by %s', async (body) => {
    const answer = await send(test.clerk, '/rpc/drafts/save', body)
    expect([undefined, 'invalid_input']).toContain(answer.code)
    expect((await test.clerk.call.drafts.load())?.content?.['polluted']).toBeUndefined()
  })

  it('is not changed by a form with names of files', async () => {
    const form = new FormData()
    form.set('data', '{"json":{"content":{}},"meta":[],"maps":[["__proto__","polluted"]]}')
    form.set('0', new Blob(['x']))
    const request = new Request(`${test.clerk.origin}/rpc/drafts/save`, { method: 'POST', body: form })
    expect((await test.clerk.fetch(request)).status).toBeLessThan(500)
  })
})

describe('fields that nobody asked for', () => {
  it('do not reach an entry', async () => {
    const extra = {
      seq: 999,
      number: 'Ж-0999/26',
      status: 'void',
      id: 77,
      year: 2020,
      registeredOn: '2020-01-01',
      acceptedById: 1,
    }
    const answer = await callRaw(test.clerk, 'register.register', {
      ...{ ...extra, requestId: crypto.randomUUID() },
      facts: { ...facts(), ...extra, secret: 'x' },
    })
    expect(answer.output).toMatchObject({ seq: 1, number: 'Ж-0001/26', registeredOn: '2026-12-11' })
    const card = await test.clerk.call.register.card({ id: (answer.output as { id: number }).id })
    expect(card).toMatchObject({ status: 'registered', acceptedBy: { name: 'Қасенова А. Т.' } })
    expect(Object.keys(card.facts).sort()).toEqual(Object.keys(facts()).sort())
  })

  it('do not reach a correction', async () => {
    const { id } = await register(test.clerk)
    const input = {
      id,
      version: 1,
      reason: 'қате',
      number: 'Ж-0500/26',
      facts: { ...facts({ subject: 'Басқа' }), registeredOn: '2020-01-01' },
    }
    await callRaw(test.clerk, 'register.correct', input)
    expect(await test.clerk.call.register.card({ id })).toMatchObject({ number: 'Ж-0002/26', registeredOn: '2026-12-11' })
  })

  it('do not reach a person', async () => {
    const extra = { id: 1, active: false, version: 50, passwordHash: 'mine', loginFolded: 'admin' }
    const answer = await callRaw(admin, 'people.add', { ...person('plain', ['clerk']), password: PASSWORD, ...extra })
    expect(answer.output).toMatchObject({ active: true, version: 1 })
    const [row] = await rowsOf<{ login_folded: string; password_hash: string }>(
      test,
      "SELECT * FROM people WHERE login = 'plain'",
    )
    expect(row!.login_folded).toBe('plain')
    expect(row!.password_hash).toMatch(/^\$argon2id\$/)
  })

  it('do not give oneself rights by signing in', async () => {
    const input = { login: 'clerk', password: PASSWORD, roles: ['administrator'], permissions: ['people.manage'], id: 1 }
    const browser = test.browser()
    expect((await callRaw(browser, 'session.signIn', input)).output).toMatchObject({ roles: ['clerk'] })
    expect((await callRaw(browser, 'people.list')).code).toBe('forbidden')
  })

  it.each([['__proto__'], ['constructor'], ['toString']])('%s is no state, kind or role', async (word) => {
    const query = { year: 2026, search: '', after: null, limit: 1, state: word }
    expect((await callRaw(test.clerk, 'register.journal', query)).code).toBe('invalid_input')
    const input = { requestId: crypto.randomUUID(), facts: { ...facts(), kind: word } }
    expect((await callRaw(test.clerk, 'register.register', input)).code).toBe('invalid_input')
    expect((await callRaw(admin, 'people.add', { ...person('w', [word as never]), password: PASSWORD })).code).toBe(
      'invalid_input',
    )
  })
})
