import { History } from '#core/audit/history.service'
import { Database } from '#core/db/database'
import { migrate } from '#core/db/migrate'
import { MIGRATIONS } from '#core/db/migrations/index'
import { ENTITIES } from '#core/entities'
import { openOffice } from '#core/office'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { facts, PASSWORD, register, resourcesDir, TestBrowser, TestClock } from '../support/office'
import { contentOf, rowsOf } from '../support/raw'
import { FILES, storeFile } from './storedFile'

const LATEST = MIGRATIONS.at(-1)!.version
const stored = readdirSync(FILES).filter((name) => name.endsWith('.db'))

/** Runs with a copy of a stored file as the register of a folder. */
async function withCopy(name: string, run: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kiris-stored-'))
  try {
    copyFileSync(join(FILES, name), join(dataDir, 'kiris.db'))
    await run(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}

// KIRIS_STORE_FILE=1 writes the file of the present schema, once, before the version that made it is released.
it.runIf(process.env['KIRIS_STORE_FILE'])('stores the file of the present schema', () => storeFile(join(FILES, `v${LATEST}.db`)))

it('there is a stored file of every schema', () => {
  expect(stored.sort()).toEqual(MIGRATIONS.map(({ version }) => `v${version}.db`).sort())
})

describe.each(stored)('%s', (name) => {
  it('ends up with the same schema as a new file', () =>
    withCopy(name, async (dataDir) => {
      await migrate(join(dataDir, 'kiris.db'), '2026-12-14T05:00:00.000Z')
      const fresh = mkdtempSync(join(dataDir, 'fresh-'))
      await migrate(join(fresh, 'kiris.db'), '2026-12-14T05:00:00.000Z')
      const schema = (of: string) =>
        rowsOf({ dataDir: of }, 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
      expect(await schema(dataDir)).toEqual(await schema(fresh))
      expect(await rowsOf({ dataDir }, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      expect(await rowsOf({ dataDir }, 'PRAGMA foreign_key_check')).toEqual([])
    }))

  it('has lost nothing that was in it, and its chain is whole', () =>
    withCopy(name, async (dataDir) => {
      const before = await contentOf({ dataDir })
      await migrate(join(dataDir, 'kiris.db'), '2026-12-14T05:00:00.000Z')
      const after = await contentOf({ dataDir })
      for (const table of ['appeals', 'slips', 'events', 'people', 'applicants', 'counters'])
        expect([table, after[table]!.length]).toEqual([table, before[table]!.length])
      const db = await Database.open(join(dataDir, 'kiris.db'), ENTITIES)
      expect(await db.read((view) => new History().firstBroken(view))).toBeNull()
      await db.close()
    }))

  it('opens, shows its entries and goes on with the next number', () =>
    withCopy(name, async (dataDir) => {
      const office = await openOffice({ dataDir, resourcesDir, clock: new TestClock('2026-12-14T06:08:00.000Z') })
      const clerk = new TestBrowser(office)
      await clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
      const query = { year: 2026, state: 'all', search: '', after: null, limit: 10 } as const
      const { rows } = await clerk.call.register.journal(query)
      expect(rows.map(({ number, status, slips }) => [number, status, slips])).toEqual([
        ['Ж-0003/26', 'void', 0],
        ['Ж-0002/26', 'registered', 0],
        ['Ж-0001/26', 'registered', 1],
      ])
      expect((await clerk.call.register.journal({ ...query, search: 'балабакша орны' })).rows).toHaveLength(1)
      const card = await clerk.call.register.card({ id: rows[2]!.id })
      expect({ ...card.facts, applicantId: null }).toEqual(facts({ subject: 'Балабақша орны' }))
      expect(await clerk.call.drafts.load()).toMatchObject({ content: { subject: 'Басталған' } })
      expect((await register(clerk, { receivedOn: '2026-12-14' })).number).toBe('Ж-0004/26')
      await office.close()
    }))
})
