import { join } from 'node:path'
import { officeWithClerk, register } from '../../support/office'
import type { BenchRow } from '../BenchRow'
import { inFolder, ratio } from '../measure'
import { multiplyEntry } from '../multiply'
import { PlainSqlite } from '../plainSqlite'

const ENTRIES = 100_000
const PAGE = 100

const firstPage: BenchRow = {
  name: 'journal/first-page-100k',
  run: () =>
    inFolder(async (dir) => {
      const test = await officeWithClerk({ dataDir: join(dir, 'office') })
      await register(test.clerk)
      const file = join(test.dataDir, 'kiris.db')
      await multiplyEntry(file, ENTRIES)
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
