import { afterAll, beforeAll, expect, it } from 'vitest'
import { officeWithClerk, type ClerksOffice } from '../support/office'
import { contentOf } from '../support/raw'
import { send } from '../support/rpc'

/**
 * Cross-site request forgery. A clerk who is signed in opens a page of somebody else, and that page sends a form to our address; the browser would add whatever it knows of us. It also says where
 * the form came from, and such a request is refused before anything else is looked at.
 */
let test: ClerksOffice
beforeAll(async () => void (test = await officeWithClerk()))
afterAll(() => test.close())

it.each([
  'https://evil.example',
  'null',
  'http://127.0.0.1:4181',
  'http://localhost:4180',
  'https://127.0.0.1:4180',
  'http://127.0.0.1:4180.evil.example',
])('a call from a page of %s is refused, though it carries the session', async (origin) => {
  const before = await contentOf(test)
  for (const path of ['/rpc/drafts/discard', '/rpc/session/signOut', '/rpc/office/open']) {
    expect(await send(test.clerk, path, '{}', { headers: { origin } })).toMatchObject({ status: 403, code: 'forbidden' })
  }
  expect(await contentOf(test)).toEqual(before)
  // Nobody was signed out either.
  expect(await test.clerk.call.drafts.load()).toBeNull()
})

it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'a form of the kind %s from elsewhere is refused',
  async (type) => {
    const headers = { origin: 'https://evil.example', 'content-type': type }
    expect((await send(test.clerk, '/rpc/drafts/discard', '{}', { headers })).status).toBe(403)
  },
)

it('our own page may call', async () => {
  const answer = await send(test.clerk, '/rpc/drafts/load', '{}', { headers: { origin: test.clerk.origin } })
  expect(answer.code).toBeUndefined()
})

it('nothing changes by a link or a picture: no procedure answers to GET', async () => {
  const answer = await send(test.clerk, '/rpc/session/signOut?data=%7B%7D', null, { method: 'GET' })
  expect(answer.status).toBe(405)
  expect(await test.clerk.call.drafts.load()).toBeNull()
})

it('no answer invites other origins', async () => {
  const answer = await send(test.clerk, '/rpc/session/start', null, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example' },
  })
  expect(answer.status).toBe(403)
  for (const name of ['access-control-allow-origin', 'access-control-allow-credentials'])
    expect(answer.headers.get(name)).toBeNull()
})
