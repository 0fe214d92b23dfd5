import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeWithClerk, PASSWORD, person, refusal, signInAs, type ClerksOffice, type TestBrowser } from '../support/office'

let test: ClerksOffice
let admin: TestBrowser
const logged: string[] = []

beforeAll(async () => {
  test = await officeWithClerk({ log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }) })
  admin = await signIn('admin')
})
afterAll(() => test.close())

async function signIn(login: string, password = PASSWORD): Promise<TestBrowser> {
  const browser = test.browser()
  await browser.call.session.signIn({ login, password })
  return browser
}

describe('sign-in', () => {
  it('does not care how the name is written, but how the password is', async () => {
    await signIn(' CLERK ')
    expect((await refusal(signIn('clerk', PASSWORD.toUpperCase()))).code).toBe('session.wrong_password')
    expect((await refusal(signIn('clerk', `${PASSWORD} `))).code).toBe('session.wrong_password')
  })

  it('takes a password typed with combining letters for the same', async () => {
    await admin.call.people.add({ ...person('accents', ['clerk']), password: 'ёлка-йод-8' })
    await signIn('accents', 'ёлка-йод-8'.normalize('NFD'))
  })

  it('waits after five wrong passwords, longer each time, and lets in when the time is over', async () => {
    await signInAs(test, person('guessed', ['clerk']))
    for (let i = 0; i < 5; i++) expect((await refusal(signIn('guessed', 'wrong'))).code).toBe('session.wrong_password')
    expect(await refusal(signIn('guessed'))).toMatchObject({ code: 'session.throttled', data: { params: { seconds: 2 } } })
    test.clock.pass(1)
    expect(await refusal(signIn('Guessed'))).toMatchObject({ data: { params: { seconds: 1 } } })
    test.clock.pass(1)
    expect((await refusal(signIn('guessed', 'wrong'))).code).toBe('session.wrong_password')
    expect(await refusal(signIn('guessed'))).toMatchObject({ data: { params: { seconds: 4 } } })
    // Nobody else waits.
    await signIn('clerk')
    test.clock.pass(4)
    await signIn('guessed')
    expect((await refusal(signIn('guessed', 'wrong'))).code).toBe('session.wrong_password')
  })

  it('waits five minutes at most', async () => {
    for (let i = 0; i < 14; i++) {
      await refusal(signIn('nobody at all', 'wrong'))
      test.clock.pass(300)
    }
    await refusal(signIn('nobody at all', 'wrong'))
    expect(await refusal(signIn('nobody at all', 'wrong'))).toMatchObject({ data: { params: { seconds: 300 } } })
  })
})

describe('a session', () => {
  const LATER = '2027-02-01T05:00:00.000Z'

  it('lives as long as it is used, and ends after eight idle hours', async () => {
    test.clock.set(LATER)
    const browser = await signIn('clerk')
    for (let hours = 0; hours < 24; hours += 6) {
      test.clock.pass(6 * 3600)
      await browser.call.drafts.load()
    }
    test.clock.pass(8 * 3600)
    await browser.call.drafts.load()
    test.clock.pass(8 * 3600 + 1)
    expect((await refusal(browser.call.drafts.load())).code).toBe('unauthenticated')
    expect((await browser.call.session.start()).caller).toBeNull()
  })

  it('ends with sign-out, for every copy of its cookie', async () => {
    const [browser, copy] = [await signIn('clerk'), test.browser()]
    copy.cookie = browser.cookie
    await browser.call.session.signOut()
    expect(browser.cookie).toBe('')
    expect((await refusal(copy.call.drafts.load())).code).toBe('unauthenticated')
  })

  it('does not survive a restart', async () => {
    const browser = await signIn('clerk')
    await test.reopen()
    expect((await refusal(browser.call.drafts.load())).code).toBe('unauthenticated')
    admin = await signIn('admin')
  })
})

it('no password and no session stands anywhere in the folder or in the log', async () => {
  const browser = await signIn('clerk')
  await refusal(signIn('clerk', 'a wrong guess 123'))
  await test.reopen()
  const token = browser.cookie.split('=')[1]!
  const written = readdirSync(test.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  const stands = (text: string): boolean => written.some((file) => file.includes(text))
  expect([stands('SQLite format 3'), stands('$argon2id$'), stands('Қасенова')]).toEqual([true, true, true])
  for (const secret of [PASSWORD, 'ёлка-йод-8', 'a wrong guess 123', token]) {
    expect([secret, stands(secret)]).toEqual([secret, false])
    expect(logged.some((line) => line.includes(secret))).toBe(false)
  }
})
