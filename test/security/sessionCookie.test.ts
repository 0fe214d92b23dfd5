import { afterAll, beforeAll, expect, it } from 'vitest'
import { officeWithClerk, PASSWORD, refusal, TestBrowser, type TestOffice } from '../support/office'
import { callRaw } from '../support/rpc'

/**
 * Session fixation and theft. Somebody plants a token in the clerk's browser before the sign-in and hopes that it is worth something afterwards; or reads it with a script; or finds it in a copied
 * database. So the token is made at sign-in, is out of reach of scripts and other sites, and only its hash is kept, in memory.
 */
let test: TestOffice
beforeAll(async () => void (test = await officeWithClerk()))
afterAll(() => test.close())

const signIn = (browser: TestBrowser) => callRaw(browser, 'session.signIn', { login: 'clerk', password: PASSWORD })

it('a planted token is worth nothing after the sign-in', async () => {
  const [clerk, thief] = [test.browser(), test.browser()]
  clerk.cookie = thief.cookie = 'kiris_session=planted'
  await signIn(clerk)
  expect(clerk.cookie).not.toBe(thief.cookie)
  expect((await refusal(thief.call.drafts.load())).code).toBe('unauthenticated')
  expect(await clerk.call.drafts.load()).toBeNull()
})

it('each sign-in has a new token, long enough not to be guessed, and ends the session before it', async () => {
  const clerk = test.browser()
  const tokens: string[] = []
  for (let i = 0; i < 3; i++) {
    await signIn(clerk)
    tokens.push(clerk.cookie)
  }
  expect(new Set(tokens).size).toBe(3)
  for (const token of tokens) expect(token).toMatch(/^kiris_session=[\w-]{43}$/)
  const old = test.browser()
  old.cookie = tokens[1]!
  expect((await refusal(old.call.drafts.load())).code).toBe('unauthenticated')
})

it('the cookie is out of reach of scripts and other sites, and travels only over TLS where there is TLS', async () => {
  const plain = await signIn(test.browser())
  expect(plain.headers.getSetCookie()).toHaveLength(1)
  expect(plain.headers.getSetCookie()[0]).toMatch(/^kiris_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  const secure = await signIn(new TestBrowser(test.office, 'https://kense.local'))
  expect(secure.headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Strict; Secure$/)
})

it('a refused sign-in gives no cookie and takes none away', async () => {
  const clerk = test.browser()
  await signIn(clerk)
  const { cookie } = clerk
  const answer = await callRaw(clerk, 'session.signIn', { login: 'clerk', password: 'wrong' })
  expect([answer.code, answer.headers.getSetCookie(), clerk.cookie]).toEqual(['session.wrong_password', [], cookie])
  expect(await clerk.call.drafts.load()).toBeNull()
})

it('the token stands in no answer but the cookie', async () => {
  const clerk = test.browser()
  const answer = await signIn(clerk)
  expect(answer.text).not.toContain(clerk.cookie.split('=')[1])
  expect((await callRaw(clerk, 'session.start')).text).not.toContain(clerk.cookie.split('=')[1])
})

it.each([
  'kiris_session=',
  'kiris_session',
  'other=1; kiris_session=%00',
  'kiris_session=a; kiris_session=b',
  ';;;',
  'x'.repeat(5000),
])('the cookie «%.40s» is nobody’s', async (cookie) => {
  const browser = test.browser()
  browser.cookie = cookie
  expect((await refusal(browser.call.drafts.load())).code).toBe('unauthenticated')
  expect((await browser.call.session.start()).caller).toBeNull()
})
