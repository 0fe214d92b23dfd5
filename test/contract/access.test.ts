import { ROLES, ROLES_OF, type Role } from '#shared/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve, type ServedOffice } from '../support/http'
import { officeWithClerk, PASSWORD, person, signInAs, type TestBrowser, type TestOffice } from '../support/office'
import { contentOf } from '../support/raw'
import { allProcedures, callRaw, send, type ListedProcedure } from '../support/rpc'

const ALL = allProcedures()
const CLOSED = ALL.filter(({ meta }) => meta.access !== 'anyone')

function mayCall(role: Role, { meta }: ListedProcedure): boolean {
  if (meta.access === 'anyone' || meta.access === 'signedIn') return true
  return ROLES_OF[meta.access].includes(role)
}

let test: TestOffice & { clerk: TestBrowser }
let served: ServedOffice
const callers = new Map<Role, TestBrowser>()

beforeAll(async () => {
  test = await officeWithClerk()
  served = await serve(test)
  for (const role of ROLES) callers.set(role, await signInAs(test, person(`one-${role}`, [role])))
})
afterAll(async () => {
  await served.host.stop()
  await test.close()
})

describe('without a session', () => {
  it.each(CLOSED)('$name is closed, in memory and over HTTP', async ({ name }) => {
    for (const browser of [test.browser(), served.browser()]) {
      expect(await callRaw(browser, name, {})).toMatchObject({ status: 401, code: 'unauthenticated', output: undefined })
    }
  })

  it.each(CLOSED)('$name is closed to a made-up token', async ({ name }) => {
    const browser = test.browser()
    browser.cookie = 'kiris_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    expect((await callRaw(browser, name, {})).code).toBe('unauthenticated')
  })

  it('only first start and sign-in are open', () => {
    expect(ALL.filter(({ meta }) => meta.access === 'anyone').map(({ name }) => name)).toEqual([
      'session.start',
      'session.signIn',
      'office.suggestion',
      'office.open',
    ])
  })
})

/** What a role gets for a call with nothing sensible in it: refused before its input is even looked at, or let through to be parsed. */
async function verdict(browser: TestBrowser, name: string): Promise<'refused' | 'let through'> {
  const { code, status } = await callRaw(browser, name, 'nothing sensible')
  expect(status).not.toBe(500)
  expect(code).not.toBe('unauthenticated')
  return code === 'forbidden' ? 'refused' : 'let through'
}

async function signedInAgain(browser: TestBrowser, role: Role): Promise<void> {
  await browser.call.session.signIn({ login: `one-${role}`, password: PASSWORD })
}

describe.each(ROLES)('the role %s', (role) => {
  it('may do what the table of permissions says, and nothing else', async () => {
    const browser = callers.get(role)!
    for (const procedure of ALL) {
      const expected = mayCall(role, procedure) ? 'let through' : 'refused'
      expect([procedure.name, await verdict(browser, procedure.name)]).toEqual([procedure.name, expected])
      if (procedure.name === 'session.signOut') await signedInAgain(browser, role)
    }
  })

  it('finds the same doors closed over HTTP', async () => {
    const browser = served.browser()
    await signedInAgain(browser, role)
    for (const procedure of ALL.filter(({ name }) => name !== 'session.signOut')) {
      const expected = mayCall(role, procedure) ? 'let through' : 'refused'
      expect([procedure.name, await verdict(browser, procedure.name)]).toEqual([procedure.name, expected])
    }
  })
})

const JUNK = [undefined, null, 'text', 42, true, [], {}, { id: '1' }, { id: -1, version: 'a' }, [{ id: 1 }], { __proto__: null }]

describe('junk', () => {
  const everything = person('everything', [...ROLES])
  let browser: TestBrowser
  beforeAll(async () => void (browser = await signInAs(test, everything)))

  it.each(ALL.filter(({ takesInput }) => takesInput))('is refused by $name and changes nothing', async ({ name }) => {
    const before = await contentOf(test)
    for (const junk of JUNK) {
      expect([junk, (await callRaw(browser, name, junk)).code]).toEqual([junk, 'invalid_input'])
    }
    expect(await contentOf(test)).toEqual(before)
  })

  it.each([
    ['no JSON', '{"json":'],
    ['nothing', ''],
    ['a number', '7'],
    ['a broken description of types', '{"json":{"id":1},"meta":7}'],
  ])('is refused when the body is %s', async (_, body) => {
    const before = await contentOf(test)
    const answer = await send(browser, '/rpc/register/card', body)
    expect(answer).toMatchObject({ status: 422, code: 'invalid_input' })
    expect(await contentOf(test)).toEqual(before)
  })
})

describe('the door itself', () => {
  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s on a procedure is refused', async (method) => {
    const answer = await send(test.clerk, '/rpc/session/start', null, { method })
    expect(answer.status).toBe(405)
  })

  it.each(['/rpc/register/erase', '/rpc/register', '/rpc/', '/rpc/__proto__/constructor', '/rpc/register/void/extra'])(
    'there is no %s',
    async (path) => {
      const answer = await send(test.clerk, path, JSON.stringify({ json: {} }))
      expect(answer).toMatchObject({ status: 404, code: 'not_found' })
    },
  )

  it.each([
    ['an answer', () => send(test.clerk, '/rpc/session/start', '{}')],
    ['a refusal', () => send(test.browser(), '/rpc/people/list', '{}')],
    ['a fault of the input', () => send(test.clerk, '/rpc/register/card', '{}')],
    ['an unreadable body', () => send(test.clerk, '/rpc/register/card', '{')],
    ['an unknown procedure', () => send(test.clerk, '/rpc/nothing', '{}')],
    ['a wrong method', () => send(test.clerk, '/rpc/session/start', null, { method: 'GET' })],
    ['an unknown file', () => send(test.clerk, '/files/nothing', null, { method: 'GET' })],
  ])('%s carries the security headers and is not kept by any cache', async (_, ask) => {
    const { headers } = await ask()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
