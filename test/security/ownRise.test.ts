import { permissionsOf } from '#shared/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeWithClerk, person, refusal, signedIn, signInAs, type ClerksOffice, type TestBrowser } from '../support/office'
import { behindTheBack, contentOf } from '../support/raw'
import { callRaw } from '../support/rpc'

/**
 * The quiet promotion. A clerk who writes absences down names herself acting for the head and resolves letters, or for the administrator and opens herself an account with every right. So the keeping of
 * accounts passes to nobody, and nobody but the keeper of accounts makes himself or herself acting for somebody with wider rights.
 */

let test: ClerksOffice
let admin: TestBrowser
const ids = new Map<string, number>()

beforeAll(async () => {
  test = await officeWithClerk()
  admin = await signedIn(test, 'admin')
  await signInAs(test, person('boss', ['head']))
  await signInAs(test, person('neighbour', ['clerk']))
  await signInAs(test, person('deputy', ['deputy']))
  for (const { login, id } of await admin.call.people.list()) ids.set(login, id)
})
afterAll(() => test.close())

const away = (personId: string, actingId: string, from: string, by: TestBrowser) =>
  by.call.structure.saveAbsence({
    ...{ id: null, version: 0, personId: ids.get(personId)!, from, to: from, reason: 'leave', actingId: ids.get(actingId)! },
  })

describe('a clerk', () => {
  it('cannot name herself acting for the head, in a new absence or a known one', async () => {
    const made = await away('boss', 'neighbour', '2026-12-14', test.clerk)
    const before = await contentOf(test)
    expect((await refusal(away('boss', 'clerk', '2026-12-15', test.clerk))).code).toBe('structure.acting_self')
    const given = { ...made, actingId: ids.get('clerk')! }
    expect((await refusal(test.clerk.call.structure.saveAbsence(given))).code).toBe('structure.acting_self')
    expect(await contentOf(test)).toEqual(before)
  })

  it('can name herself acting for another clerk: nothing is gained', async () => {
    expect((await away('neighbour', 'clerk', '2026-12-16', test.clerk)).actingId).toBe(ids.get('clerk'))
  })

  it('gets no accounts by acting for the administrator', async () => {
    await away('admin', 'clerk', '2026-12-11', test.clerk)
    expect((await test.clerk.call.session.start()).caller).toMatchObject({
      ...{ roles: ['clerk'], permissions: permissionsOf(['clerk']), actsFor: [{ id: ids.get('admin') }] },
    })
    expect((await refusal(test.clerk.call.people.list())).code).toBe('forbidden')
  })
})

it('whoever acts for the head today cannot make the days longer by the right that came with it', async () => {
  const made = await away('boss', 'deputy', '2026-12-11', admin)
  const deputy = await signedIn(test, 'deputy')
  expect((await deputy.call.session.start()).caller!.permissions).toContain('structure.absences')
  const longer = { ...made, to: '2026-12-12' }
  expect((await refusal(deputy.call.structure.saveAbsence(longer))).code).toBe('structure.acting_self')
  expect((await test.clerk.call.structure.saveAbsence(longer)).to).toBe('2026-12-12')
})

it('rights that cannot be read let nobody in, and the answer tells nothing but a reference', async () => {
  // What is kept of the structure is forgotten with every change.
  const name = { kk: 'Кадр', ru: 'Кадры' }
  await admin.call.structure.saveDepartment({ id: null, version: 0, name, headId: null, active: true })
  await behindTheBack(test, (db) => db.execute('ALTER TABLE absences RENAME TO gone'))
  const answer = await callRaw(test.clerk, 'drafts.load')
  const file = await test.clerk.get('/files/slips/1.pdf')
  await behindTheBack(test, (db) => db.execute('ALTER TABLE gone RENAME TO absences'))
  expect(answer).toMatchObject({ status: 500, code: 'internal' })
  expect(answer.reference).toMatch(/^[\w]{4}-[\w]{4}$/)
  expect([file.status, await file.text()]).toEqual([500, '{"code":"internal"}'])
  expect(answer.text).not.toMatch(/absences|SELECT|no such/)
  expect((await callRaw(test.clerk, 'drafts.load')).status).toBe(200)
})
