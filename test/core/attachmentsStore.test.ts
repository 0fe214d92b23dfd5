import { FILES_FOLDER } from '#core/dataFolder'
import { LARGEST_FILE } from '#shared/contract'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleChild, removeBundle, startChild } from '../support/child'
import { ask, pathOf, pdf, send, stage, stored, streamOf } from '../support/attachments'
import { httpBrowser, serve } from '../support/http'
import { officeWithClerk, PASSWORD, register, signedIn, type ClerksOffice, type TestBrowser } from '../support/office'
import { behindTheBack, rowsOf } from '../support/raw'

let test: ClerksOffice
beforeAll(async () => void (test = await officeWithClerk()))
afterAll(() => test.close())

const signIn = (browser: TestBrowser) => browser.call.session.signIn({ login: 'clerk', password: PASSWORD })
const waiting = () => rowsOf<{ token: string }>(test, 'SELECT token FROM staged_files')
const eventually = async (isSo: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 400; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it never came so far')
}

function* megabytes(count: number): Generator<Uint8Array> {
  yield pdf()
  for (let i = 0; i < count; i++) yield new Uint8Array(1 << 20)
}

describe('a file on its way in', () => {
  it('is stored once under its hash, for the owner’s eyes only', async () => {
    const [one, two] = [
      await stage(test, test.clerk, 'бір.pdf', pdf('бір')),
      await stage(test, test.clerk, 'екі.pdf', pdf('бір')),
    ]
    expect(one.sha256).toBe(two.sha256)
    expect(one.token).not.toBe(two.token)
    expect(stored(test)).toEqual([`${one.sha256.slice(0, 2)}/${one.sha256}`])
    expect(statSync(pathOf(test, one.sha256)).mode & 0o777).toBe(0o600)
    for (const folder of [FILES_FOLDER, join(FILES_FOLDER, one.sha256.slice(0, 2))])
      expect(statSync(join(test.dataDir, folder)).mode & 0o777).toBe(0o700)
  })

  it('heals a stored content that was damaged', async () => {
    const { sha256 } = await stage(test, test.clerk, 'хат.pdf', pdf('сау'))
    writeFileSync(pathOf(test, sha256), pdf('бұл'))
    const again = await stage(test, test.clerk, 'хат.pdf', pdf('сау'))
    const answer = await ask(test, test.clerk, `/files/staged/${again.token}`)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf('сау'))
  })

  it.each([
    ['says that it is too large', { 'content-length': String(LARGEST_FILE + 1) }, 1],
    ['says that it is small and goes on', { 'content-length': '1000' }, 201],
    ['says nothing and goes on', {}, 201],
  ])('is refused when it %s', async (_, headers, size) => {
    const [before, rows] = [stored(test), await waiting()]
    const answer = await send(test, test.clerk, 'үлкен.pdf', streamOf(megabytes(size)), headers)
    expect(answer.status).toBe(413)
    const { code, params } = (await answer.json()) as { code: string; params: { name: string; size: number; max: number } }
    expect([code, params.name, params.max]).toEqual(['attachments.too_large', 'үлкен.pdf', 200])
    expect(params.size).toBeGreaterThan(200)
    expect(params.size).toBeLessThan(203)
    expect([stored(test), await waiting()]).toEqual([before, rows])
  })

  it('that breaks off leaves nothing, and says so', async () => {
    const before = stored(test)
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield pdf()
      await Promise.reject(new Error('the line is dead'))
    }
    const short = await send(test, test.clerk, 'үзік.pdf', pdf(), { 'content-length': '5000' })
    for (const answer of [await send(test, test.clerk, 'үзік.pdf', streamOf(broken())), short]) {
      expect(answer.status).toBe(400)
      expect(await answer.json()).toEqual({ code: 'attachments.broken_off', params: { name: 'үзік.pdf' } })
    }
    expect(stored(test)).toEqual(before)
  })

  it('that breaks off on the wire leaves nothing', async () => {
    const { host, browser } = await serve(test)
    const before = stored(test)
    const clerk = browser()
    await signIn(clerk)
    const headers = { cookie: clerk.cookie, 'content-length': '50000000' }
    const sent = request(`${host.address}files/staged?name=a.pdf`, { method: 'POST', headers, agent: false })
    sent.on('error', () => {})
    sent.write(pdf())
    sent.write(Buffer.alloc(3_000_000))
    await eventually(() => stored(test).some((path) => path.startsWith('incoming')))
    sent.destroy()
    await eventually(() => stored(test).length === before.length)
    expect(stored(test)).toEqual(before)
    await host.stop()
  })

  it('that is too large is told so over the wire, too', async () => {
    const { host, browser } = await serve(test)
    const clerk = browser()
    await signIn(clerk)
    const office = { office: { fetch: (one: Request) => fetch(one) } }
    const answer = await send(office, clerk, 'үлкен.pdf', streamOf(megabytes(201)))
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'attachments.too_large'])
    await host.stop()
  })

  it('is for those who may', async () => {
    expect((await send(test, test.browser(), 'a.pdf', pdf())).status).toBe(401)
    const admin = await signedIn(test, 'admin')
    expect((await send(test, admin, 'a.pdf', pdf())).status).toBe(403)
  })
})

describe('a full disk', () => {
  let script: string
  const dataDir = mkdtempSync(join(tmpdir(), 'kiris-full-files-'))
  beforeAll(async () => void (script = await bundleChild()))
  afterAll(() => {
    removeBundle(script)
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('is told; nothing is half stored, and what was taken before is untouched', async () => {
    await (await officeWithClerk({ dataDir })).office.close()
    const child = await startChild(script, dataDir)
    const clerk = httpBrowser(child.address)
    await signIn(clerk)
    const wire = { office: { fetch: (one: Request) => fetch(one) } }
    const first = await stage(wire, clerk, 'бір.pdf', pdf('бір'))
    const before = stored({ dataDir })
    execFileSync('prlimit', ['--pid', String(child.process.pid!), '--fsize=500000:unlimited'])
    const answer = await send(wire, clerk, 'екі.pdf', pdf('екі', 2_000_000))
    expect([answer.status, await answer.json()]).toEqual([507, { code: 'storage.full' }])
    expect(stored({ dataDir })).toEqual(before)
    execFileSync('prlimit', ['--pid', String(child.process.pid!), '--fsize=unlimited:unlimited'])
    await stage(wire, clerk, 'екі.pdf', pdf('екі', 2_000_000))
    expect(await clerk.call.attachments.staged({ tokens: [first.token] })).toHaveLength(1)
    await child.kill()
  })
})

describe('what nobody needs', () => {
  it('goes when the office is opened; what belongs to a letter or waits stays', async () => {
    const [attached, recent, old] = [
      await stage(test, test.clerk, 'тіркелген.pdf', pdf('тіркелген')),
      await stage(test, test.clerk, 'жаңа.pdf', pdf('жаңа')),
      await stage(test, test.clerk, 'ескі.pdf', pdf('ескі')),
    ]
    const { id } = await register(test.clerk)
    await test.clerk.call.attachments.attach({ id, files: [{ token: attached.token, role: 'letter' }] })
    await test.reopen()
    await signIn(test.clerk)
    // Pictures of the office's papers lie in the same store.
    const [logo, oldLogo] = [
      await stage(test, test.clerk, 'таңба.pdf', pdf('таңба')),
      await stage(test, test.clerk, 'ескі.pdf', pdf('ескі таңба')),
    ]
    await behindTheBack(test, async (db) => {
      await db.execute(
        `INSERT INTO paper_settings (id, content, version) VALUES (1, '${JSON.stringify({ logo: logo.sha256 })}', 1)`,
      )
      const facts = JSON.stringify({ own: { logo: oldLogo.sha256 } })
      await db.execute(
        `INSERT INTO slips (appeal_id, copy, languages, printed_at, printed_by, facts) VALUES (${id}, 1, 'kk', '', '', '${facts}')`,
      )
    })
    const orphan = 'ab'.padEnd(64, '0')
    mkdirSync(join(pathOf(test, orphan), '..'), { recursive: true })
    writeFileSync(pathOf(test, orphan), 'left by a process that ended')
    writeFileSync(join(test.dataDir, FILES_FOLDER, 'incoming', 'half'), 'half a file')
    await test.office.close()
    test.clock.set('2027-01-09T06:00:00.000Z')
    // Nearly thirty days later the same content is taken in once more.
    await test.reopen()
    await signIn(test.clerk)
    const { token } = await stage(test, test.clerk, 'жаңа.pdf', pdf('жаңа'))
    test.clock.set('2027-01-11T06:00:00.000Z')
    await test.reopen()
    await eventually(() => stored(test).length === 4)
    expect(stored(test)).toEqual([attached, recent, logo, oldLogo].map(({ sha256 }) => `${sha256.slice(0, 2)}/${sha256}`).sort())
    await signIn(test.clerk)
    expect((await test.clerk.call.attachments.staged({ tokens: [old.token, token] })).map(({ name }) => name)).toEqual([
      'жаңа.pdf',
    ])
    expect((await ask(test, test.clerk, `/files/staged/${old.token}`)).status).toBe(404)
    const [file] = await test.clerk.call.attachments.ofEntry({ id })
    expect((await ask(test, test.clerk, `/files/attachments/${file!.id}`)).status).toBe(200)
  })

  it('goes when it is given up, unless somebody else has the same content', async () => {
    const [one, two] = [
      await stage(test, test.clerk, 'а.pdf', pdf('ортақ')),
      await stage(test, test.clerk, 'ә.pdf', pdf('ортақ')),
    ]
    const path = `${one.sha256.slice(0, 2)}/${one.sha256}`
    await test.clerk.call.attachments.discard({ token: one.token })
    expect(stored(test)).toContain(path)
    await test.clerk.call.attachments.discard({ token: two.token })
    expect(stored(test)).not.toContain(path)
    // Twice is no fault.
    await test.clerk.call.attachments.discard({ token: two.token })
  })

  it('never includes what is just being taken in', async () => {
    for (let round = 0; round < 20; round++) {
      const { token } = await stage(test, test.clerk, 'а.pdf', pdf('жарыс'))
      const [kept] = await Promise.all([
        stage(test, test.clerk, 'ә.pdf', pdf('жарыс')),
        test.clerk.call.attachments.discard({ token }),
      ])
      expect((await ask(test, test.clerk, `/files/staged/${kept.token}`)).status).toBe(200)
      await test.clerk.call.attachments.discard({ token: kept.token })
    }
  })
})
