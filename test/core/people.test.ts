import type { Person } from '#shared/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  officeWithClerk,
  PASSWORD,
  person,
  refusal,
  register,
  signedIn,
  signInAs,
  type ClerksOffice,
  type TestBrowser,
} from '../support/office'

let test: ClerksOffice
let admin: TestBrowser

beforeAll(async () => {
  test = await officeWithClerk()
  admin = await signedIn(test, 'admin')
})
afterAll(() => test.close())

const listed = async (login: string): Promise<Person> => (await admin.call.people.list()).find((one) => one.login === login)!

describe('people', () => {
  it('have names in the order of the Kazakh alphabet', async () => {
    for (const surname of ['Яковлев', 'Әбенов', 'Алиев', 'Ұлпанов', 'Умаров'])
      await admin.call.people.add({ ...person(`p-${surname}`, ['executor'], surname), password: PASSWORD })
    const order = (await admin.call.people.list()).map(({ surname }) => surname)
    expect(order).toEqual(['Алиев', 'Әбенов', 'Жүнісов', 'Қасенова', 'Умаров', 'Ұлпанов', 'Яковлев'])
  })

  it.each(['clerk', 'CLERK', ' Clerk '])('cannot share the sign-in name «%s»', async (login) => {
    const fault = await refusal(admin.call.people.add({ ...person(login, ['clerk']), password: PASSWORD }))
    expect(fault).toMatchObject({ code: 'people.login_taken', data: { params: { login: login.trim() } } })
    const other = await listed('p-Алиев')
    expect((await refusal(admin.call.people.change({ ...other, login }))).code).toBe('people.login_taken')
  })

  it('keep their own name when they are changed', async () => {
    const before = await listed('clerk')
    const after = await admin.call.people.change({ ...before, patronymic: '' })
    expect(after).toMatchObject({ login: 'clerk', patronymic: '', version: before.version + 1 })
  })

  it('changed by two administrators: the second learns who and when', async () => {
    const before = await listed('p-Алиев')
    await admin.call.people.change({ ...before, givenName: 'Асан' })
    // A sign-in in between is no change of the person.
    await signedIn(test, 'p-Алиев')
    const fault = await refusal(admin.call.people.change({ ...before, givenName: 'Үсен' }))
    expect(fault).toMatchObject({
      code: 'conflict.stale',
      data: { params: { who: 'Жүнісов А. Т.', when: test.clock.now().toISOString() } },
    })
  })

  it('the office changed by two administrators: the same', async () => {
    const state = await admin.call.office.state()
    await admin.call.office.change({ ...state, details: { ...state.details, head: 'Бірінші' } })
    const fault = await refusal(admin.call.office.change({ ...state, details: { ...state.details, head: 'Екінші' } }))
    expect(fault).toMatchObject({ code: 'conflict.stale', data: { params: { who: 'Жүнісов А. Т.' } } })
    expect((await admin.call.office.state()).details.head).toBe('Бірінші')
  })

  it.each([
    ['surname', { surname: '' }, 'required'],
    ['login', { login: ' ' }, 'required'],
    ['roles', { roles: [] }, 'required'],
    ['surname', { surname: 'Ә'.repeat(81) }, 'too_long'],
    ['givenName', { givenName: 'A😀' }, 'unprintable'],
    ['password', { password: 'short' }, 'too_short'],
  ])('%s is checked', async (path, changes, code) => {
    const fault = await refusal(admin.call.people.add({ ...person('new', ['clerk']), password: PASSWORD, ...changes }))
    expect(fault.data.fields).toMatchObject([{ path, code }])
  })
})

describe('the last administrator', () => {
  it('can neither be retired nor lose the role', async () => {
    const self = await listed('admin')
    expect((await refusal(admin.call.people.change({ ...self, active: false }))).code).toBe('people.last_administrator')
    expect((await refusal(admin.call.people.change({ ...self, roles: ['clerk'] }))).code).toBe('people.last_administrator')
  })

  it('an inactive second one does not count; of two, one may go, not both at once', async () => {
    const second = await admin.call.people.add({ ...person('second', ['administrator']), password: PASSWORD })
    const self = await listed('admin')
    const both = await Promise.allSettled([
      admin.call.people.change({ ...second, active: false }),
      admin.call.people.change({ ...self, roles: ['clerk'] }),
    ])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(await listed('admin')).toMatchObject({ roles: ['administrator'], active: true })
  })
})

describe('what an administrator changes takes effect at once', () => {
  it('a retired person is signed out and cannot come in again', async () => {
    const browser = await signInAs(test, person('leaving', ['clerk']))
    await browser.call.drafts.load()
    const self = await listed('leaving')
    await admin.call.people.change({ ...self, active: false })
    expect((await refusal(browser.call.drafts.load())).code).toBe('unauthenticated')
    expect((await refusal(signedIn(test, 'leaving'))).code).toBe('session.wrong_password')
    expect((await admin.call.session.start()).people.map(({ login }) => login)).not.toContain('leaving')
    await admin.call.people.change({ ...self, version: self.version + 1, active: true })
    expect((await refusal(browser.call.drafts.load())).code).toBe('unauthenticated')
    await signedIn(test, 'leaving')
  })

  it('new roles hold for the open session', async () => {
    const browser = await signInAs(test, person('moving', ['clerk']))
    const entry = await register(browser)
    const self = await listed('moving')
    await admin.call.people.change({ ...self, roles: ['executor'] })
    expect((await refusal(register(browser))).code).toBe('forbidden')
    expect((await refusal(browser.call.register.card({ id: entry.id }))).code).toBe('not_found')
    expect((await browser.get('/files/slips/1.pdf')).status).toBe(404)
    await admin.call.people.change({ ...self, version: self.version + 1, roles: ['head'] })
    expect((await browser.call.register.card({ id: entry.id })).id).toBe(entry.id)
  })

  it('a password set by the administrator ends the sessions of that person', async () => {
    const browser = await signInAs(test, person('forgetful', ['clerk']))
    await admin.call.people.setPassword({ id: (await listed('forgetful')).id, password: 'brand new one' })
    expect((await refusal(browser.call.drafts.load())).code).toBe('unauthenticated')
    expect((await refusal(signedIn(test, 'forgetful'))).code).toBe('session.wrong_password')
    await signedIn(test, 'forgetful', 'brand new one')
  })

  it('a password changed by oneself keeps this window and ends the others', async () => {
    const here = await signInAs(test, person('careful', ['clerk']))
    const elsewhere = await signedIn(test, 'careful')
    expect((await refusal(here.call.session.changePassword({ current: 'wrong', next: 'long enough' }))).code).toBe(
      'session.wrong_password',
    )
    const short = await refusal(here.call.session.changePassword({ current: PASSWORD, next: 'short' }))
    expect(short.data.fields).toMatchObject([{ path: 'next', code: 'too_short' }])
    await here.call.session.changePassword({ current: PASSWORD, next: 'long enough' })
    await here.call.drafts.load()
    expect((await refusal(elsewhere.call.drafts.load())).code).toBe('unauthenticated')
    await signedIn(test, 'careful', 'long enough')
  })
})
