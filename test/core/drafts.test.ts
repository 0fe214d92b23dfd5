import { afterAll, beforeAll, expect, it } from 'vitest'
import { officeWithClerk, person, signedIn, signInAs, type ClerksOffice } from '../support/office'
import { eventsOf, rowsOf } from '../support/raw'

let test: ClerksOffice
beforeAll(async () => void (test = await officeWithClerk()))
afterAll(() => test.close())

const content = { subject: 'Балаб', name: 'Сейт', people: 1, notStated: [], nested: { a: [1, 'ә', null] } }

it('a draft survives a closed window, a lost session and a restart', async () => {
  expect(await test.clerk.call.drafts.load()).toBeNull()
  const { savedAt } = await test.clerk.call.drafts.save({ content })
  await test.reopen()
  const again = await signedIn(test, 'clerk')
  expect(await again.call.drafts.load()).toEqual({ content, savedAt })
  test.clerk = again
})

it('belongs to its writer alone', async () => {
  const other = await signInAs(test, person('other', ['clerk']))
  expect(await other.call.drafts.load()).toBeNull()
  await other.call.drafts.save({ content: { subject: 'Өзге' } })
  await other.call.drafts.discard()
  expect(await test.clerk.call.drafts.load()).toMatchObject({ content })
})

it('is replaced by the next one, takes no number and leaves no event', async () => {
  const before = await eventsOf(test)
  await Promise.all([1, 2, 3].map((n) => test.clerk.call.drafts.save({ content: { n } })))
  expect(await test.clerk.call.drafts.load()).toMatchObject({ content: { n: 3 } })
  expect(await rowsOf(test, 'SELECT count(*) AS n FROM drafts')).toEqual([{ n: 1 }])
  expect(await eventsOf(test)).toEqual(before)
  expect((await test.clerk.call.register.overview({ year: 2026 })).next.seq).toBe(1)
})

it('is gone when discarded, also a second time', async () => {
  await test.clerk.call.drafts.discard()
  await test.clerk.call.drafts.discard()
  expect(await test.clerk.call.drafts.load()).toBeNull()
})
