import { History } from '#core/audit/history.service'
import { Database } from '#core/db/database'
import { migrate } from '#core/db/migrate'
import { ENTITIES } from '#core/entities'
import { openOffice } from '#core/office'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, person, resourcesDir, TestBrowser, TestClock } from '../support/office'
import { behindTheBack, rowsOf } from '../support/raw'
import { FILES } from './storedFile'

/** The second version wrote a person's department as two texts; the third has departments as rows. */

const MOMENT = '2026-12-14T05:00:00.000Z'
let dataDir: string
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiris-structure-'))
  copyFileSync(join(FILES, 'v2.db'), join(dataDir, 'kiris.db'))
  await behindTheBack({ dataDir }, async (db) => {
    const [sample] = await db.rows<{ columns: string }>(
      "SELECT group_concat(name, ', ') AS columns FROM pragma_table_info('people') WHERE name NOT IN ('id', 'login', 'login_folded', 'department')",
    )
    for (const [login, department] of DEPARTMENTS) {
      await db.rows(
        `INSERT INTO people (${sample!.columns}, login, login_folded, department) SELECT ${sample!.columns}, ?1, ?1, ?2 FROM people WHERE login = 'clerk'`,
        [login, JSON.stringify(department)],
      )
    }
  })
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const DEPARTMENTS = [
  ['first', { kk: 'мектепке дейінгі білім бөлімі', ru: 'отдел дошкольного образования' }],
  ['second', { kk: 'мектепке дейінгі білім бөлімі', ru: 'отдел дошкольного образования' }],
  ['russian', { kk: '', ru: 'отдел кадров' }],
  ['kazakh', { kk: 'қаржы бөлімі', ru: '' }],
  ['nobody', { kk: '', ru: '' }],
] as const

const up = () => migrate(join(dataDir, 'kiris.db'), MOMENT)
/** Name of each person's department by login, as the file says it. */
async function departmentsIn(version: 2 | 3): Promise<Record<string, unknown>> {
  const sql =
    version === 2
      ? 'SELECT login, department AS name FROM people'
      : 'SELECT login, name FROM people LEFT JOIN departments ON departments.id = people.department_id'
  const rows = await rowsOf<{ login: string; name: string | null }>({ dataDir }, sql)
  const nothing = JSON.stringify({ kk: '', ru: '' })
  return Object.fromEntries(rows.map(({ login, name }) => [login, JSON.parse(name ?? nothing) as unknown]))
}

describe('a register of the second version', () => {
  it('keeps the department of everybody, each name once, and makes none of nothing', async () => {
    const before = await departmentsIn(2)
    expect(Object.keys(before)).toHaveLength(7)
    await up()
    expect(await departmentsIn(3)).toEqual(before)
    const rows = await rowsOf<{ name: string; head_id: number | null; active: number; version: number }>(
      { dataDir },
      'SELECT name, head_id, active, version FROM departments',
    )
    const names = [...new Set(Object.values(before).map((name) => JSON.stringify(name)))]
    expect(rows.map(({ name }) => name).sort()).toEqual(names.filter((name) => !/"kk":"","ru":""/.test(name)).sort())
    expect(rows.every((row) => row.head_id === null && row.active === 1 && row.version === 1)).toBe(true)
    expect(await rowsOf({ dataDir }, 'SELECT login FROM people WHERE department_id IS NULL')).toEqual([{ login: 'nobody' }])
  })

  it('loses nothing else of anybody, and its history stays whole', async () => {
    const people =
      'SELECT id, surname, given_name, patronymic, position, login, login_folded, password_hash, roles, active, version FROM people'
    const before = await rowsOf({ dataDir }, people)
    const events = await rowsOf({ dataDir }, 'SELECT * FROM events')
    await up()
    expect(await rowsOf({ dataDir }, people)).toEqual(before)
    expect(await rowsOf({ dataDir }, 'SELECT * FROM events')).toEqual(events)
    expect(await rowsOf({ dataDir }, 'PRAGMA foreign_key_check')).toEqual([])
    const db = await Database.open(join(dataDir, 'kiris.db'), ENTITIES)
    expect(await db.read((view) => new History().firstBroken(view))).toBeNull()
    await db.close()
  })

  it('goes on: departments get heads, people other departments, nobody is deleted', async () => {
    const office = await openOffice({ dataDir, resourcesDir, clock: new TestClock('2026-12-14T06:08:00.000Z') })
    const admin = new TestBrowser(office)
    await admin.call.session.signIn({ login: 'admin', password: PASSWORD })
    const { departments } = await admin.call.structure.state()
    const first = (await admin.call.people.list()).find(({ login }) => login === 'first')!
    const its = departments.find(({ id }) => id === first.departmentId)!
    expect(its).toMatchObject({ name: DEPARTMENTS[0][1], headId: null, active: true, version: 1 })
    expect(await admin.call.structure.saveDepartment({ ...its, headId: first.id })).toMatchObject({
      headId: first.id,
      version: 2,
    })
    const added = await admin.call.people.add({ ...person('new', ['executor']), departmentId: its.id, password: PASSWORD })
    expect(added.departmentId).toBe(its.id)
    await office.close()
    for (const table of ['departments', 'absences']) {
      const sql = table === 'departments' ? 'DELETE FROM departments' : 'DELETE FROM absences'
      if (table === 'absences') {
        await behindTheBack({ dataDir }, (db) =>
          db.execute("INSERT INTO absences VALUES (1, 1, '2026-12-14', '2026-12-15', 'leave', NULL, 0, 1)"),
        )
      }
      await expect(behindTheBack({ dataDir }, (db) => db.execute(sql))).rejects.toThrow('never deleted')
    }
  })
})

it.each([
  ['ends before it begins', "(1, 1, '2026-12-15', '2026-12-14', 'leave', NULL, 0, 1)"],
  ['is acted for by the same person', "(1, 1, '2026-12-14', '2026-12-15', 'leave', 1, 0, 1)"],
  ['is acted for by nobody known', "(1, 1, '2026-12-14', '2026-12-15', 'leave', 9999, 0, 1)"],
])('no absence %s, whoever writes it', async (_, values) => {
  await up()
  await expect(
    behindTheBack({ dataDir }, (db) => db.execute(`PRAGMA foreign_keys = ON; INSERT INTO absences VALUES ${values}`)),
  ).rejects.toThrow(/constraint/i)
})
