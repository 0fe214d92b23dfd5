import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { overWire, serve, type ServedOffice } from '../support/http'
import { officeWithClerk, register, signedIn, type ClerksOffice } from '../support/office'
import { contentOf } from '../support/raw'
import { send } from '../support/rpc'

/** A request without end. Whoever sends gigabytes, said or unsaid how many, must not fill the memory of the only process that owns the register. */
let test: ClerksOffice
let served: ServedOffice
let port: number
beforeAll(async () => {
  test = await officeWithClerk()
  served = await serve(test)
  port = Number(new URL(served.origin).port)
})
afterAll(async () => {
  await served.host.stop()
  await test.close()
})

const MEGABYTE = 1024 * 1024
const big = (bytes: number): string => JSON.stringify({ json: { content: { text: 'a'.repeat(bytes) } } })

it('more than a megabyte is refused, in memory and over HTTP', async () => {
  const before = await contentOf(test)
  expect(await send(test.clerk, '/rpc/drafts/save', big(MEGABYTE))).toMatchObject({ status: 413, code: 'invalid_input' })
  const headers = { 'content-type': 'application/json', cookie: test.clerk.cookie }
  expect((await overWire(port, { method: 'POST', path: '/rpc/drafts/save', headers, body: big(3 * MEGABYTE) })).status).toBe(413)
  expect(await contentOf(test)).toEqual(before)
})

it('the longest letter fits many times over', async () => {
  expect((await send(test.clerk, '/rpc/drafts/save', big(MEGABYTE - 100))).code).toBeUndefined()
  expect((await register(test.clerk, { summary: 'ә'.repeat(10_000) })).seq).toBe(1)
})

it('a stream that does not say how long it is is cut off, signed in or not', async () => {
  for (const cookie of ['', test.clerk.cookie]) {
    const sent = await streamed(cookie)
    expect(sent.bytes).toBeLessThan(64 * MEGABYTE)
    expect([413, 'cut off']).toContain(sent.end)
  }
  const clerk = await signedIn(served, 'clerk')
  expect((await register(clerk)).seq).toBe(2)
})

it('a length that is a lie does not help', async () => {
  const headers = { 'content-length': '10', 'content-type': 'application/json', cookie: test.clerk.cookie }
  const answer = await overWire(port, { method: 'POST', path: '/rpc/drafts/save', headers, body: big(100).slice(0, 10) })
  expect(answer.status).toBe(422)
})

/** Sends chunks until the office stops listening: how much it took, and how it ended. */
function streamed(cookie: string): Promise<{ bytes: number; end: number | 'cut off' }> {
  return new Promise((resolve) => {
    let bytes = 0
    let over = false
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked', cookie }
    const sent = request({ host: '127.0.0.1', port, method: 'POST', path: '/rpc/drafts/save', headers })
    const end = (how: number | 'cut off'): void => {
      over = true
      resolve({ bytes, end: how })
      sent.destroy()
    }
    sent.on('response', (answer) => end(answer.statusCode!))
    sent.on('error', () => end('cut off'))
    const chunk = Buffer.alloc(256 * 1024, 0x61)
    const more = (): void => {
      if (over || bytes > 100 * MEGABYTE) return
      bytes += chunk.length
      sent.write(chunk, () => setImmediate(more))
    }
    sent.write('{"json":{"content":{"text":"')
    more()
  })
}
