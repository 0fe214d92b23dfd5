import { join } from 'node:path'
import { officeWithClerk, register } from '../../support/office'
import type { BenchRow } from '../BenchRow'
import { inFolder, ratio } from '../measure'
import { PlainSqlite } from '../plainSqlite'

const ENTRIES = 100_000
const PAGE = 100

/** Multiplies the one real entry to many, with numbers of their own. */
async function multiply(file: string): Promise<void> {
  const database = await PlainSqlite.open(file)
  const columns = await database.all<{ name: string }>(
    "SELECT name FROM pragma_table_info('appeals') WHERE name NOT IN ('id', 'seq', 'request_id')",
  )
  const names = columns.map((column) => column.name).join(', ')
  await database.execute(
    `WITH RECURSIVE n (value) AS (VALUES (2) UNION ALL SELECT value + 1 FROM n WHERE value < ${ENTRIES})
     INSERT INTO appeals (seq, request_id, ${names})
     SELECT n.value, 'bench-' || n.value, ${names} FROM n, appeals WHERE appeals.seq = 1;
     ANALYZE`,
  )
  await database.close()
}

const firstPage: BenchRow = {
  name: 'journal/first-page-100k',
  run: () =>
    inFolder(async (dir) => {
      const test = await officeWithClerk({ dataDir: join(dir, 'office') })
      await register(test.clerk)
      const file = join(test.dataDir, 'kiris.db')
      await multiply(file)
      const plain = await PlainSqlite.open(file)
      const sql = `SELECT a.id, a.seq, a.number, a.year, a.kind, a.status, a.applicant, a.people, a.subject, a.summary, a.sheets, a.annex_sheets, a.channel,
        a.accepted_by_name, a.received_on, a.received_at, a.registered_on, a.registered_at, a.deadline,
        (SELECT count(*) FROM slips s WHERE s.appeal_id = a.id) AS slips
        FROM appeals a WHERE a.journal = 'appeals' AND a.year = 2026 ORDER BY a.seq DESC LIMIT ?`
      const body = JSON.stringify({ json: { year: 2026, state: 'all', search: '', after: null, limit: PAGE } })
      const headers = {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        cookie: test.clerk.cookie,
      }
      const ours = async (): Promise<void> => {
        const response = await test.office.fetch(
          new Request('http://127.0.0.1:4180/rpc/register/journal', { method: 'POST', headers, body }),
        )
        if (!response.ok) throw new Error(`journal answered ${response.status}`)
        await response.arrayBuffer()
      }
      const value = await ratio(300, ours, () => plain.all(sql, [PAGE + 1]), 300)
      await plain.close()
      await test.close()
      return { value, unit: 'ratio', peer: 'the SQL query behind it, plain sqlite3', limit: 2, ok: value <= 2 }
    }),
}

export const rows: BenchRow[] = [firstPage]
