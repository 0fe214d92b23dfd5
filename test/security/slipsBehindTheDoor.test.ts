import { ROLES, ROLES_OF, sightOf } from '#shared/domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { officeWithClerk, person, register, signInAs, type ClerksOffice } from '../support/office'

/** Slips have addresses that can be counted up: 1.pdf, 2.pdf … The address alone must open nothing; it takes a session, and the right to see the entry. */
let test: ClerksOffice
let addresses: string[]
beforeAll(async () => {
  test = await officeWithClerk()
  const { id } = await register(test.clerk)
  const slip = await test.clerk.call.slips.issue({ appealId: id, languages: 'both' })
  addresses = [`/files/slips/${slip.id}.pdf`, `/files/slips/preview/${id}.pdf`]
})
afterAll(() => test.close())

it('no session, no slip; also not whether there is one', async () => {
  for (const address of [...addresses, '/files/slips/9999.pdf', '/files/whatever']) {
    const answer = await test.browser().get(address)
    expect([answer.status, await answer.text()]).toEqual([401, '{"code":"unauthenticated"}'])
  }
})

it.each(ROLES)('the role %s sees slips exactly when it sees the entry', async (role) => {
  const browser = await signInAs(test, person(`slip-${role}`, [role]))
  // Whoever sees only what is assigned is told that there is no such slip.
  const expected = sightOf([role]) === 'all' ? 200 : ROLES_OF['register.read'].includes(role) ? 404 : 403
  for (const address of addresses) expect((await browser.get(address)).status).toBe(expected)
})

it('a slip is kept by no cache and shown in no foreign page', async () => {
  for (const address of addresses) {
    const { headers } = await test.clerk.get(address)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''[\w%.-]+$/)
  }
})

it('signing out closes it again', async () => {
  const browser = await signInAs(test, person('going', ['clerk']))
  const copy = test.browser()
  copy.cookie = browser.cookie
  await browser.call.session.signOut()
  expect((await copy.get(addresses[0]!)).status).toBe(401)
})
