import { namesOf } from '../../electron/server/host'
import { hostname } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { overWire, serveGuarded } from '../support/http'
import { emptyOffice } from '../support/office'

/**
 * DNS rebinding. A page on evil.example is opened on the clerk's computer; its name is then pointed at 127.0.0.1. To the browser it is the same origin as before, so it may read every answer — of
 * our port. The one thing that gives it away is the name it calls us by, so the handler answers to its own names only.
 */
let served: Awaited<ReturnType<typeof serveGuarded>>
beforeAll(async () => void (served = await serveGuarded((allowedHosts) => emptyOffice({ allowedHosts }))))
afterAll(async () => {
  await served.host.stop()
  await served.test.close()
})

const ask = (host: string, path = '/rpc/session/start') =>
  overWire(served.port, { method: 'POST', path, headers: { host, 'content-type': 'application/json' }, body: '{}' })

it('answers to its own names', async () => {
  for (const host of ['127.0.0.1', 'localhost', '[::1]']) expect((await ask(`${host}:${served.port}`)).status).toBe(200)
})

it.each([
  'evil.example',
  'evil.example:PORT',
  '127.0.0.1',
  '127.0.0.1:1',
  '127.0.0.1.evil.example:PORT',
  'localhost.:PORT',
  '192.168.1.5:PORT',
])('gives nothing to %s', async (host) => {
  for (const path of ['/rpc/session/start', '/files/slips/1.pdf', '/']) {
    const answer = await ask(host.replace('PORT', String(served.port)), path)
    expect([answer.status, answer.body]).toEqual([403, '{"code":"forbidden"}'])
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['cache-control']).toBe('no-store')
  }
})

it.each(['evil.example/../localhost', 'a b', '@localhost'])('gives nothing to the broken name «%s»', async (host) => {
  expect((await ask(host)).status).toBeGreaterThanOrEqual(400)
})

it('on the office network answers to the computer’s own names and addresses only', () => {
  expect(namesOf('10.1.2.3', 80)).toEqual(['10.1.2.3:80', `${hostname()}:80`, 'localhost:80'])
  expect(namesOf('0.0.0.0', 4180)).toContain('127.0.0.1:4180')
  expect(namesOf('0.0.0.0', 4180)).not.toContain('0.0.0.0:4180')
})
