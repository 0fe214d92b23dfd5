import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { serveOffice } from '../../../electron/server/host'
import { facts, officeWithClerk, openBook, person, PASSWORD, register, TestBrowser } from '../../support/office'
import type { BenchRow } from '../BenchRow'
import { inFolder, ratio } from '../measure'
import { PlainSqlite } from '../plainSqlite'

const ROUNDS = 300

const letter = (i: number) =>
  facts({ identifier: String(100000000000 + i), name: `Өтініш Беруші ${'абвгдежзик'[i % 10]}${i}`, subject: `Тақырып ${i}` })

/** The same rows, copied out of the real register, written with prepared statements in one transaction. */
async function peerWriter(dir: string, ourFile: string): Promise<() => Promise<void>> {
  const source = await PlainSqlite.open(ourFile)
  const [appeal] = await source.all<Record<string, unknown>>('SELECT * FROM appeals LIMIT 1')
  const [applicant] = await source.all<Record<string, unknown>>('SELECT * FROM applicants LIMIT 1')
  const [event] = await source.all<Record<string, unknown>>("SELECT * FROM events WHERE action = 'appeal.registered' LIMIT 1")
  const schema = await source.all<{ sql: string }>(
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\'",
  )
  await source.close()
  const peer = await PlainSqlite.open(join(dir, 'peer.db'))
  await peer.execute('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  await peer.execute(schema.map(({ sql }) => sql).join(';\n'))
  const insert = (table: string, row: Record<string, unknown>, except: string): [string, unknown[]] => {
    const names = Object.keys(row).filter((name) => name !== except)
    return [
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      names.map((name) => row[name]),
    ]
  }
  const words =
    'ж 0001 26 1 сеиткали аигул маратқызы балабакша кезеги баласынын кезек немири еки аи ишинде 40 орынга артка жылжыган'
  let i = 0
  return async () => {
    i++
    await peer.run('BEGIN IMMEDIATE')
    await peer.run(
      "INSERT INTO counters (journal, year, seq) VALUES ('appeals', 2026, 1) ON CONFLICT (journal, year) DO UPDATE SET seq = seq + 1",
    )
    const applicantId = await peer.run(...insert('applicants', { ...applicant, identifier: String(200000000000 + i) }, 'id'))
    await peer.run('INSERT INTO applicants_search (rowid, words) VALUES (?, ?)', [applicantId, words])
    const entry = { ...appeal, applicant_id: applicantId, request_id: crypto.randomUUID(), seq: i, accepted_by_id: 1 }
    const id = await peer.run(...insert('appeals', entry, 'id'))
    await peer.run('INSERT INTO appeals_search (rowid, words) VALUES (?, ?)', [id, words])
    await peer.run(...insert('events', { ...event, hash: crypto.randomUUID() }, 'id'))
    await peer.run('COMMIT')
  }
}

const commit: BenchRow = {
  name: 'registration/commit',
  run: () =>
    inFolder(async (dir) => {
      const test = await officeWithClerk({ dataDir: join(dir, 'office') })
      await register(test.clerk)
      const peer = await peerWriter(dir, join(test.dataDir, 'kiris.db'))
      let i = 0
      const request = (): Request => {
        const body = JSON.stringify({ json: { requestId: crypto.randomUUID(), facts: letter(i++) } })
        const headers = {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          cookie: test.clerk.cookie,
        }
        return new Request('http://127.0.0.1:4180/rpc/register/register', { method: 'POST', headers, body })
      }
      const ours = async (): Promise<void> => {
        const response = await test.office.fetch(request())
        if (!response.ok) throw new Error(`registration answered ${response.status}: ${await response.text()}`)
        await response.arrayBuffer()
      }
      const value = await ratio(ROUNDS, ours, peer)
      await test.close()
      return { value, unit: 'ratio', peer: 'same rows, plain prepared sqlite3, one transaction', limit: 4, ok: value <= 4 }
    }),
}

const burst: BenchRow = {
  name: 'registration/burst-200',
  run: () =>
    inFolder(async (dir) => {
      const test = await officeWithClerk({ dataDir: dir })
      const host = await serveOffice((request) => test.office.fetch(request), { host: '127.0.0.1', port: 0 })
      const browser = new TestBrowser({ fetch: (request) => fetch(request) }, host.address.slice(0, -1))
      browser.cookie = test.clerk.cookie
      const entries = await Promise.all(Array.from({ length: 200 }, (_, i) => register(browser, letter(i))))
      await host.stop()
      await test.close()
      const numbers = new Set(entries.map((entry) => entry.seq))
      const value = Array.from({ length: 200 }, (_, i) => i + 1).filter((seq) => !numbers.has(seq)).length
      return { value, unit: 'numbers missing or double', peer: 'none: 200 sent at once over HTTP', limit: 0, ok: value === 0 }
    }),
}

const KILLS = 100

const kill9: BenchRow = {
  name: 'registration/kill-9',
  run: () =>
    inFolder(async (dir) => {
      const told = new Set<number>()
      let { child, browser } = await startServer(dir)
      await openBook(browser)
      const cookie = await signInClerk(browser)
      for (let kill = 0; kill < KILLS; kill++) {
        if (kill > 0) ({ child, browser } = await startServer(dir))
        if (kill > 0) await browser.call.session.signIn({ login: 'clerk', password: PASSWORD })
        else browser.cookie = cookie
        await registerUntilKilled(child, browser, told)
      }
      const value = await lostEntries(join(dir, 'kiris.db'), told)
      return {
        value,
        unit: 'entries lost, double or out of row',
        peer: `none: ${KILLS} kills, ${told.size} numbers told`,
        limit: 0,
        ok: value === 0,
      }
    }),
}

async function startServer(dir: string): Promise<{ child: ChildProcess; browser: TestBrowser }> {
  const child = spawn(process.execPath, ['out/main/server.js', '--data', dir, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout! })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address) return { child, browser: new TestBrowser({ fetch: (request) => fetch(request) }, address.replace(/\/$/, '')) }
  }
  throw new Error('the server did not start')
}

async function signInClerk(browser: TestBrowser): Promise<string> {
  await browser.call.session.signIn({ login: 'admin', password: PASSWORD })
  await browser.call.people.add({ ...person('clerk', ['clerk']), password: PASSWORD })
  await browser.call.session.signIn({ login: 'clerk', password: PASSWORD })
  return browser.cookie
}

async function registerUntilKilled(child: ChildProcess, browser: TestBrowser, told: Set<number>): Promise<void> {
  const gone = once(child, 'exit')
  setTimeout(() => child.kill('SIGKILL'), randomInt(20, 220))
  const clerk = async (): Promise<void> => {
    for (;;) told.add((await register(browser, { receivedOn: new Date().toISOString().slice(0, 10), receivedAt: '00:00' })).seq)
  }
  await Promise.allSettled([clerk(), clerk(), clerk()])
  await gone
}

async function lostEntries(file: string, told: ReadonlySet<number>): Promise<number> {
  const database = await PlainSqlite.open(file)
  const [check] = await database.all<{ integrity_check: string }>('PRAGMA integrity_check')
  if (check?.integrity_check !== 'ok') throw new Error(`integrity check: ${check?.integrity_check}`)
  const rows = await database.all<{ seq: number }>('SELECT seq FROM appeals ORDER BY seq')
  await database.close()
  const stored = new Set(rows.map((row) => row.seq))
  const outOfRow = rows.filter((row, i) => row.seq !== i + 1).length
  return [...told].filter((seq) => !stored.has(seq)).length + outOfRow
}

export const rows: BenchRow[] = [commit, burst, kill9]
