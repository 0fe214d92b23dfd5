import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  emptyOffice,
  officeWithClerk,
  openBook,
  PASSWORD,
  person,
  refusal,
  signedIn,
  signInAs,
  type TestOffice,
} from '../support/office'
import { callRaw, type RawAnswer } from '../support/rpc'

/**
 * Guessing. First the names: an office must not tell a stranger who works there, neither by what it answers to a wrong sign-in nor by how long it takes. Then the passwords: five tries are free, and
 * sending a hundred at the same moment is not a way round that.
 */
let test: TestOffice
beforeAll(async () => {
  test = await officeWithClerk()
  const admin = await signedIn(test, 'admin')
  const retired = await admin.call.people.add({ ...person('retired', ['clerk']), password: PASSWORD })
  await admin.call.people.change({ ...retired, active: false })
})
afterAll(() => test.close())

const guess = (login: string, password: string): Promise<RawAnswer> =>
  callRaw(test.browser(), 'session.signIn', { login, password })

describe('a name', () => {
  it('that exists, one that does not and one that has left get the same answer', async () => {
    const answers = [await guess('clerk', 'wrong'), await guess('nobody', 'wrong'), await guess('retired', PASSWORD)]
    for (const { status, text, headers } of answers) {
      expect([status, text]).toEqual([401, answers[0]!.text])
      expect(Object.fromEntries(headers)).toEqual(Object.fromEntries(answers[0]!.headers))
    }
  })

  it('costs the same work whether it exists or not', async () => {
    const work = async (login: string): Promise<number> => {
      test.clock.pass(301)
      const began = process.cpuUsage()
      expect((await guess(login, 'wrong')).code).toBe('session.wrong_password')
      const { user, system } = process.cpuUsage(began)
      return user + system
    }
    // Work, not time: time is also what else the machine does. By turns, so that neither has the colder start.
    let [known, unknown] = [0, 0]
    for (let i = 0; i < 9; i++) [known, unknown] = [known + (await work('clerk')), unknown + (await work('nobody'))]
    expect(unknown / known).toBeGreaterThan(0.5)
    expect(unknown / known).toBeLessThan(2)
  })

  it('is throttled whether it exists or not', async () => {
    test.clock.pass(301)
    for (const login of ['fresh nobody', 'retired']) {
      const codes: unknown[] = []
      for (let i = 0; i < 6; i++) codes.push((await guess(login, 'wrong')).code)
      expect(codes.at(-1)).toBe('session.throttled')
    }
  })

  it('is not listed for a stranger where the program is reached over a network', async () => {
    const office = await emptyOffice()
    await openBook(office.browser())
    await office.reopen({ listPeople: false })
    expect(await office.browser().call.session.start()).toMatchObject({ people: [], askForLogin: true, caller: null })
    await office.close()
  })
})

describe('the first start', () => {
  it('is not open to a stranger on the network, who would become the first administrator', async () => {
    const office = await emptyOffice({ listPeople: false })
    expect((await refusal(openBook(office.browser()))).code).toBe('forbidden')
    expect(await office.browser().call.session.start()).toMatchObject({ needsSetup: true })
    await office.close()
  })
})

describe('a password', () => {
  it('cannot be guessed faster by sending all guesses at once', async () => {
    await signInAs(test, person('target', ['clerk']))
    const guesses = Array.from({ length: 60 }, (_, i) => guess('target', i === 59 ? PASSWORD : `guess ${i}`))
    const codes = (await Promise.all(guesses)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'session.wrong_password')).toHaveLength(5)
    expect(codes.filter((code) => code === 'session.throttled')).toHaveLength(55)
  })

  it('cannot be guessed by writing the name in other letters', async () => {
    await signInAs(test, person('тәуке', ['clerk']))
    for (const login of ['тәуке', 'ТӘУКЕ', 'тауке', ' тәуке', 'Тауке ']) await guess(login, 'wrong')
    expect((await guess('тәуке', PASSWORD)).code).toBe('session.throttled')
  })
})

it('the first start cannot be done a second time by a stranger', async () => {
  const before = await test.browser().call.session.start()
  expect((await refusal(openBook(test.browser()))).code).toBe('setup.done_already')
  expect(await test.browser().call.session.start()).toEqual(before)
})
