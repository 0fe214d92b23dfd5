import { Connection } from '#core/db/driver'
import { migrate } from '#core/db/migrate'
import { MIGRATIONS, type Migration } from '#core/db/migrations/index'
import { OfficeError } from '#core/db/officeErrors'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentOf, rowsOf } from '../support/raw'
import { storeFile } from './storedFile'

const MOMENT = '2026-12-11T06:08:00.000Z'
const LATEST = MIGRATIONS.at(-1)!.version

let dataDir: string
let file: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiris-migrations-'))
  file = join(dataDir, 'kiris.db')
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const copies = (): string[] => (existsSync(join(dataDir, 'copies')) ? readdirSync(join(dataDir, 'copies')) : [])
const version = async (): Promise<number> =>
  (await rowsOf<{ user_version: number }>({ dataDir }, 'PRAGMA user_version'))[0]!.user_version
const next = (sql: string, step = LATEST + 1): Migration => ({ version: step, name: `step ${step}`, sql })

async function failure(run: Promise<void>): Promise<OfficeError> {
  const error: unknown = await run.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof OfficeError)) throw new Error('the migration went through', { cause: error })
  return error
}

/** Content of a copy, read as a register. */
async function contentOfCopy(name: string): Promise<Record<string, unknown[]>> {
  const folder = mkdtempSync(join(dataDir, 'read-'))
  copyFileSync(join(dataDir, 'copies', name), join(folder, 'kiris.db'))
  return contentOf({ dataDir: folder })
}

describe('from nothing', () => {
  it('every step runs once, and no copy of nothing is kept', async () => {
    await migrate(file, MOMENT)
    expect(await version()).toBe(LATEST)
    const before = await contentOf({ dataDir })
    await migrate(file, MOMENT)
    expect(await contentOf({ dataDir })).toEqual(before)
    expect(copies()).toEqual([])
  })

  it('the steps are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map((step) => step.version)).toEqual(MIGRATIONS.map((_, i) => i + 1))
  })

  it('a first step that fails leaves a file with which the next start begins anew', async () => {
    const broken = { ...MIGRATIONS[0]!, sql: `${MIGRATIONS[0]!.sql}; INSERT INTO nowhere VALUES (1)` }
    expect(await failure(migrate(file, MOMENT, [broken]))).toMatchObject({ code: 'migration_failed', params: { copy: '' } })
    expect(await rowsOf({ dataDir }, 'SELECT name FROM sqlite_schema')).toEqual([])
    await migrate(file, MOMENT)
    expect(await version()).toBe(LATEST)
  })
})

describe('a step on a register with entries', () => {
  beforeEach(() => storeFile(file))

  it('is taken after a copy was made, which is a whole register itself', async () => {
    const before = await contentOf({ dataDir })
    await migrate(file, MOMENT, [...MIGRATIONS, next('CREATE TABLE extra (n INTEGER); INSERT INTO extra VALUES (1)')])
    expect(await version()).toBe(LATEST + 1)
    expect(await contentOf({ dataDir })).toEqual({ ...before, extra: [{ n: 1 }] })
    expect(copies()).toEqual([`before-v${LATEST + 1}-2026-12-11T06-08-00-000Z.db`])
    expect(await contentOfCopy(copies()[0]!)).toEqual(before)
    copyFileSync(join(dataDir, 'copies', copies()[0]!), file)
    await migrate(file, MOMENT)
    expect(await version()).toBe(LATEST)
  })

  it('that fails rolls back whole, stops, says which and where the copy is', async () => {
    const before = await contentOf({ dataDir })
    const broken = next(
      "CREATE TABLE extra (n INTEGER); UPDATE office SET version = 7; INSERT INTO nowhere VALUES ('typed text')",
    )
    const error = await failure(migrate(file, MOMENT, [...MIGRATIONS, broken]))
    const copy = join(dataDir, 'copies', copies()[0]!)
    expect(error).toMatchObject({ code: 'migration_failed', params: { step: `${LATEST + 1} step ${LATEST + 1}`, copy } })
    expect(await version()).toBe(LATEST)
    expect(await contentOf({ dataDir })).toEqual(before)
    expect(await contentOfCopy(copies()[0]!)).toEqual(before)
  })

  it('that a trigger refuses rolls back too', async () => {
    const before = await contentOf({ dataDir })
    const broken = next('CREATE TABLE extra (n INTEGER); DELETE FROM events WHERE id = 1')
    expect((await failure(migrate(file, MOMENT, [...MIGRATIONS, broken]))).code).toBe('migration_failed')
    expect(await contentOf({ dataDir })).toEqual(before)
  })

  it('that succeeded stays when the one after it fails', async () => {
    const steps = [...MIGRATIONS, next('CREATE TABLE extra (n INTEGER)'), next('INSERT INTO nowhere VALUES (1)', LATEST + 2)]
    expect((await failure(migrate(file, MOMENT, steps))).code).toBe('migration_failed')
    expect(await version()).toBe(LATEST + 1)
    await migrate(file, '2026-12-12T06:08:00.000Z', steps.slice(0, -1))
    expect(await rowsOf({ dataDir }, 'SELECT count(*) AS n FROM extra')).toEqual([{ n: 0 }])
  })

  it('is not taken when the copy cannot be made', async () => {
    const before = await contentOf({ dataDir })
    const blocked = await Connection.open(join(dataDir, 'copies'))
    await blocked.execute('CREATE TABLE in_the_way (n INTEGER)')
    await blocked.close()
    await expect(migrate(file, MOMENT, [...MIGRATIONS, next('CREATE TABLE extra (n INTEGER)')])).rejects.toThrow()
    expect(await version()).toBe(LATEST)
    expect(await contentOf({ dataDir })).toEqual(before)
  })
})
