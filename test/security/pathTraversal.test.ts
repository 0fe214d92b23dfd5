import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { overWire, serve, type ServedOffice } from '../support/http'
import { officeWithClerk, signedIn, type TestOffice } from '../support/office'

/**
 * Path traversal. The program serves its screen from a folder; the register lies in another one beside it. Whoever writes `..` into an address, in any disguise, must not get from the one into the
 * other, signed in or not.
 */
const around = mkdtempSync(join(tmpdir(), 'kiris-traversal-'))
const rendererDir = join(around, 'renderer')
let test: TestOffice
let served: ServedOffice
let port: number
let cookie: string

beforeAll(async () => {
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(rendererDir, 'assets/index-1a2b.js'), 'export {}')
  writeFileSync(join(rendererDir, 'notes.md'), 'SECRET')
  writeFileSync(join(rendererDir, 'index.js.map'), 'SECRET')
  writeFileSync(join(around, 'secret.json'), 'SECRET')
  writeFileSync(join(around, 'secret.txt'), 'SECRET')
  symlinkSync(join(around, 'secret.json'), join(rendererDir, 'linked.json'))
  test = await officeWithClerk({ rendererDir })
  served = await serve(test)
  port = Number(new URL(served.origin).port)
  const clerk = await signedIn(served, 'clerk')
  cookie = clerk.cookie
})
afterAll(async () => {
  await served.host.stop()
  await test.close()
  rmSync(around, { recursive: true })
})

const ROADS = [
  '/../secret.json',
  '/assets/../../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '/%2e%2e%2fsecret.json',
  '/..%5csecret.json',
  '/..\\secret.json',
  '/....//secret.json',
  '/assets/..;/../secret.json',
  '//secret.json',
  '/./../secret.json',
  '/%252e%252e/secret.json',
  '/index.html%00/../../secret.json',
  '/%c0%ae%c0%ae/secret.json',
  '/linked.json',
  '/notes.md',
  '/index.js.map',
  '/kiris.db',
  '/../kiris.db',
  '/files/../kiris.db',
  '/files/..%2fkiris.db',
  '/files/slips/../../../kiris.db',
  '/files/slips/..%2f..%2fkiris.db.pdf',
  '/files/slips/1.pdf/../../kiris.db',
  '/files/slips/1e3.pdf',
  '/files/slips/-1.pdf',
  '/files/slips/1.pdf.json',
  '/files/slips/preview/../../../secret.json',
  '/etc/passwd',
  '/etc/shadow.json',
  '/file:///etc/passwd',
]

it.each(ROADS)('%s leads nowhere', async (path) => {
  for (const headers of [{}, { cookie }]) {
    const { status, body } = await overWire(port, { path, headers })
    expect(body).not.toMatch(/SECRET|SQLite format|root:/)
    // An address without an extension is a page of the program, whatever it says.
    if (status === 200) expect(body).toContain('<title>page</title>')
    else expect([400, 401, 403, 404]).toContain(status)
  }
})

it('the screen itself is served, every address without an extension being one of its pages', async () => {
  for (const path of ['/', '/journal', '/card/12?x=../..'])
    expect((await overWire(port, { path })).body).toContain('<title>page</title>')
  const script = await overWire(port, { path: '/assets/index-1a2b.js' })
  expect([script.status, script.headers['content-type'], script.headers['x-content-type-options']]).toEqual([
    ...[200, 'text/javascript; charset=utf-8', 'nosniff'],
  ])
})
