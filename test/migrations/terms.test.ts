import { migrate } from '#core/db/migrate'
import { openOffice, type Office } from '#core/office'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { officeWithClerk, PASSWORD, resourcesDir, TestBrowser, TestClock } from '../support/office'
import { behindTheBack, rowsOf } from '../support/raw'
import { FILES } from './storedFile'

let dataDir: string
let office: Office
let admin: TestBrowser
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiris-terms-'))
  copyFileSync(join(FILES, 'v1.db'), join(dataDir, 'kiris.db'))
  office = await openOffice({ dataDir, resourcesDir, clock: new TestClock('2026-12-14T06:08:00.000Z') })
  admin = new TestBrowser(office)
  await admin.call.session.signIn({ login: 'admin', password: PASSWORD })
})
afterEach(async () => {
  await office.close()
  rmSync(dataDir, { recursive: true })
})

describe('a register of the first version', () => {
  it('gets the calendar and the rules that a new office has', async () => {
    const fresh = await officeWithClerk()
    const theirs = await fresh.clerk.call.office.state()
    const ours = await admin.call.office.state()
    await fresh.close()
    expect(ours.calendar).toEqual(theirs.calendar)
    expect(ours.terms).toEqual(theirs.terms)
    expect(ours.shortTerms).toEqual(theirs.shortTerms)
  })

  it('counts its old entries anew when the calendar changes, and back', async () => {
    const deadlines = () =>
      rowsOf<{ deadline: string }>({ dataDir }, "SELECT deadline FROM appeals WHERE status = 'registered' ORDER BY id")
    const before = await deadlines()
    const { calendar } = await admin.call.office.state()
    const kept = calendar.years.find(({ year }) => year === 2026)!
    const days = calendar.days.filter(({ date }) => date.startsWith('2026'))
    const years = [{ ...kept, days: [...days, { date: '2026-12-18', kind: 'holiday' as const, name: 'Облыс күні' }] }]
    const change = { kind: 'calendar' as const, based: 0, years }
    await admin.call.deadlines.apply({ change, digest: (await admin.call.deadlines.preview({ change })).digest })
    // The complaint moves; the official letter's day was given in the letter.
    expect(before.map(({ deadline }) => deadline)).toEqual(['2026-12-21', '2026-12-25'])
    expect((await deadlines()).map(({ deadline }) => deadline)).toEqual(['2026-12-22', '2026-12-25'])
    const { version: based, changes } = await admin.call.deadlines.changes()
    const back = { kind: 'takeBack' as const, based, change: changes[0]!.id }
    await admin.call.deadlines.apply({ change: back, digest: (await admin.call.deadlines.preview({ change: back })).digest })
    expect(await deadlines()).toEqual(before)
  })
})

it('a version of a rule cannot be changed afterwards either', async () => {
  const update = (db: { execute(sql: string): Promise<void> }) => db.execute("UPDATE term_rules SET content = '{}'")
  await expect(behindTheBack({ dataDir }, update)).rejects.toThrow('a term rule gets a new version')
})

it('an empty register of the first version stays empty: the first start fills it', async () => {
  const folder = mkdtempSync(join(dataDir, 'empty-'))
  await migrate(join(folder, 'kiris.db'), '2026-12-14T05:00:00.000Z')
  for (const table of ['calendar_days', 'calendar_years', 'term_rules']) {
    expect([table, await rowsOf({ dataDir: folder }, `SELECT * FROM ${table}`)]).toEqual([table, []])
  }
})
