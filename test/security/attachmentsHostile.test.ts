import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { crc32, deflateSync } from 'node:zlib'
import { ask, pdf, send, stage, stored } from '../support/attachments'
import { overWire, serve, type ServedOffice } from '../support/http'
import { officeWithClerk, signedIn, type ClerksOffice } from '../support/office'

/**
 * Hostile files. Anybody can put anything into a letter: a name that climbs out of the folder, a page that runs in the browser under the office's own address, a picture of a few kilobytes that
 * unpacks to gigabytes. None of it may leave the store, run, or take the program's memory.
 */
let test: ClerksOffice
let served: ServedOffice
let cookie: string
beforeAll(async () => {
  test = await officeWithClerk()
  served = await serve(test)
  const clerk = await signedIn(served, 'clerk')
  cookie = clerk.cookie
})
afterAll(async () => {
  await served.host.stop()
  await test.close()
})

it.each([
  '../../../evil.pdf',
  '..\\..\\evil.pdf',
  '/etc/evil.pdf',
  'C:\\evil.pdf',
  '%2e%2e%2fevil.pdf',
  'evil.pdf\0.exe',
  '.',
  '..',
  '~/evil.pdf',
])('a file named %j lies where its hash says and nowhere else', async (name) => {
  const around = (): string[] => readdirSync(test.dataDir).sort()
  const before = around().filter((one) => !one.startsWith('kiris'))
  const { sha256, name: kept } = await stage(test, test.clerk, name, pdf(name))
  expect(stored(test)).toContain(`${sha256.slice(0, 2)}/${sha256}`)
  expect(around().filter((one) => !one.startsWith('kiris') && one !== 'files')).toEqual(before.filter((one) => one !== 'files'))
  expect(existsSync(join(test.dataDir, '..', 'evil.pdf'))).toBe(false)
  expect(kept).not.toMatch(/[/\\\0]/)
})

it.each([
  '/files/staged/../../kiris.db',
  '/files/staged/..%2f..%2fkiris.db',
  '/files/attachments/1/../../../kiris.db',
  '/files/attachments/1e0',
  '/files/attachments/-1',
  '/files/attachments/1/1.png/..',
  `/files/staged/${'0'.repeat(36)}`,
  `/files/staged/${'-'.repeat(36)}`,
])('%s leads nowhere', async (path) => {
  const { status, body } = await overWire(Number(new URL(served.origin).port), { path, headers: { cookie } })
  expect([400, 404]).toContain(status)
  expect(body).not.toContain('SQLite format')
})

it('a page of another kind is never served as a page, whatever its name says', async () => {
  for (const name of ['page.html', 'page.pdf', 'page.svg']) {
    const answer = await send(test, test.clerk, name, '<!doctype html><script>alert(1)</script>')
    expect(answer.status).toBe(422)
  }
  const { token } = await stage(test, test.clerk, 'хат.html', Buffer.concat([pdf(), Buffer.from('<script>alert(1)</script>')]))
  const { headers } = await ask(test, test.clerk, `/files/staged/${token}`)
  expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual(['application/pdf', 'nosniff'])
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/)
})

it('a name cannot add a line to the headers', async () => {
  const { token } = await stage(test, test.clerk, 'a\r\nset-cookie: x=1\r\n.pdf', pdf())
  const { headers } = await ask(test, test.clerk, `/files/staged/${token}`)
  expect(headers.get('set-cookie')).toBeNull()
  expect(headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''[\w%.-]+$/)
})

it('a decompression bomb is kept as damaged and takes no memory', async () => {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(60_000, 0)
  head.writeUInt32BE(60_000, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(50_000_000))
  const bomb = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
  const before = process.memoryUsage().rss
  const file = await stage(test, test.clerk, 'бомба.png', bomb)
  expect(file).toMatchObject({ kind: 'png', condition: 'damaged', pages: null })
  expect((await ask(test, test.clerk, `/files/staged/${file.token}/1.png`)).status).toBe(404)
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(150)
})

it('a request from another origin takes nothing in', async () => {
  const before = stored(test)
  const answer = await send(test, test.clerk, 'а.pdf', pdf('бөтен'), { origin: 'http://evil.example' })
  expect([answer.status, stored(test)]).toEqual([403, before])
})
