import { join } from 'node:path'
import { officeWithClerk, person, register, signInAs, type TestBrowser, type TestOffice } from '../../support/office'
import type { BenchRow } from '../BenchRow'
import { inFolder, ratio } from '../measure'
import { multiplyEntry } from '../multiply'
import { PlainSqlite } from '../plainSqlite'

const ENTRIES = 10_000
const DESK_LIMIT = 2
const COMMIT_LIMIT = 4

/** A call as the host gets it: what a window's own client does before and after is not the office's work. */
async function ask({ office }: TestOffice, { cookie }: TestBrowser, procedure: string, input: object): Promise<void> {
  const body = JSON.stringify({ json: input })
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), cookie }
  const response = await office.fetch(new Request(`http://127.0.0.1:4180/rpc/${procedure}`, { method: 'POST', headers, body }))
  if (!response.ok) throw new Error(`${procedure} answered ${response.status}`)
  await response.arrayBuffer()
}

/** The head's desk over ten thousand open letters, half of which are already in somebody's hands. */
const head: BenchRow = {
  name: 'desk/head-10k',
  run: () =>
    inFolder(async (dir) => {
      const test = await officeWithClerk({ dataDir: join(dir, 'office') })
      const boss = await signInAs(test, person('head', ['head']))
      const executor = await signInAs(test, person('executor', ['executor']))
      const { id } = await register(test.clerk)
      const personId = (await executor.call.session.start()).caller!.id
      const file = join(test.dataDir, 'kiris.db')
      await multiplyEntry(file, ENTRIES)
      const plain = await PlainSqlite.open(file)
      const resolution = {
        version: 1,
        text: 'Қараңыз',
        executors: [{ personId, responsible: true }],
        due: '2026-12-18',
        control: false,
      }
      await boss.call.routing.resolve({ appealId: id, ...resolution })
      await plain.execute(
        `INSERT INTO tasks (resolution_id, appeal_id, person_id, person_name, department_id, responsible, due, state, report)
         SELECT 1, id, ${personId}, 'executor', NULL, 1, '2026-12-18', 'assigned', '' FROM appeals WHERE id % 2 = 0;
         UPDATE appeals SET status = 'execution', version = version + 1 WHERE id % 2 = 0; ANALYZE`,
      )
      const waiting = `SELECT id, version, number, number_parts, kind, status, applicant, subject, registered_on, deadline FROM appeals
        WHERE status IN ('registered', 'resolution') AND confidential = 0 ORDER BY deadline, seq LIMIT 100`
      const counted = "SELECT count(*) FROM appeals WHERE status IN ('registered', 'resolution') AND confidential = 0"
      const loads = "SELECT person_id, due, count(*) FROM tasks WHERE state IN ('assigned', 'accepted') GROUP BY person_id, due"
      const ours = () => ask(test, boss, 'routing/desk', {})
      const peer = async (): Promise<void> => {
        await plain.all(waiting)
        await plain.all(counted)
        await plain.all(loads)
      }
      const value = await ratio(60, ours, peer, 10)
      await plain.close()
      await test.close()
      return { value, unit: 'ratio', peer: 'the SQL behind it, plain sqlite3', limit: DESK_LIMIT, ok: value <= DESK_LIMIT }
    }),
}

/** A resolution with one executor: the rows it writes, beside the same rows in plain sqlite3. */
const commit: BenchRow = {
  name: 'resolution/commit',
  run: () =>
    inFolder(async (dir) => {
      const test = await officeWithClerk({ dataDir: join(dir, 'office') })
      const boss = await signInAs(test, person('head', ['head']))
      const executor = await signInAs(test, person('executor', ['executor']))
      const personId = (await executor.call.session.start()).caller!.id
      const { id: appealId } = await register(test.clerk)
      let version = 1
      const resolve = async (): Promise<void> => {
        const executors = [{ personId, responsible: true }]
        const resolution = { text: 'Қарап, жауап беріңіз', executors, due: '2026-12-18', control: false }
        await ask(test, boss, 'routing/resolve', { appealId, version: version++, ...resolution })
      }
      await resolve()
      const peer = await peerOf(join(test.dataDir, 'kiris.db'), join(dir, 'peer.db'))
      const value = await ratio(300, resolve, peer)
      await test.close()
      return { value, unit: 'ratio', peer: 'the same rows in plain sqlite3', limit: COMMIT_LIMIT, ok: value <= COMMIT_LIMIT }
    }),
}

/** The same rows, copied out of the real register, written with prepared statements in one transaction that lasts. */
async function peerOf(ours: string, file: string): Promise<() => Promise<void>> {
  const source = await PlainSqlite.open(ours)
  await source.all('VACUUM INTO ?', [file])
  const [resolution] = await source.all<Record<string, unknown>>('SELECT * FROM resolutions LIMIT 1')
  const [task] = await source.all<Record<string, unknown>>('SELECT * FROM tasks LIMIT 1')
  const [event] = await source.all<Record<string, unknown>>("SELECT * FROM events WHERE action = 'resolution.issued' LIMIT 1")
  await source.close()
  const peer = await PlainSqlite.open(file)
  await peer.execute('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  const insert = (table: string, row: Record<string, unknown>): Promise<number> => {
    const names = Object.keys(row).filter((name) => name !== 'id')
    return peer.run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      names.map((name) => row[name]),
    )
  }
  return async () => {
    await peer.run('BEGIN IMMEDIATE')
    const resolutionId = await insert('resolutions', resolution!)
    await insert('tasks', { ...task, resolution_id: resolutionId })
    await peer.run("UPDATE appeals SET status = 'execution', version = version + 1 WHERE id = 1")
    await insert('events', { ...event, hash: crypto.randomUUID() })
    await peer.run('COMMIT')
  }
}

export const rows: BenchRow[] = [head, commit]
