import { History } from '#core/audit/history.service'
import { Database } from '#core/db/database'
import { View } from '#core/db/work'
import { ENTITIES } from '#core/entities'
import { Settings } from '#core/settings/settings.service'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeWithClerk, refusal, register, signedIn, type ClerksOffice, type TestBrowser } from '../support/office'
import { behindTheBack } from '../support/raw'

let test: ClerksOffice
let admin: TestBrowser
beforeAll(async () => {
  test = await officeWithClerk()
  admin = await signedIn(test, 'admin')
})
afterAll(() => test.close())

describe('particulars and rules', () => {
  it('hold for the next letter at once', async () => {
    const { version, details, rules } = await admin.call.office.state()
    await admin.call.office.change({
      version,
      details,
      rules: { ...rules, dayEnds: '11:00', breakEnds: '10:30', breakStarts: '10:00' },
    })
    expect((await register(test.clerk, { receivedAt: '11:05' })).registeredOn).toBe('2026-12-14')
    await admin.call.office.change({ version: version + 1, details, rules })
    expect((await register(test.clerk, { receivedAt: '11:05' })).registeredOn).toBe('2026-12-11')
  })

  it('that make no sense are refused, field by field', async () => {
    const { version, details, rules } = await admin.call.office.state()
    const change = (changes: object) => admin.call.office.change({ version, details, rules: { ...rules, ...changes } })
    const fields = async (changes: object) => (await refusal(change(changes))).data.fields!.map(({ path, code }) => [path, code])
    expect(await fields({ numberPattern: 'Ж-{yy}' })).toEqual([['rules.numberPattern', 'pattern_noSequence']])
    expect(await fields({ numberPattern: '{seq}' })).toEqual([['rules.numberPattern', 'pattern_noYear']])
    expect(await fields({ numberPattern: 'O{seq}/{yy}' })).toEqual([['rules.numberPattern', 'pattern_looksLikeDigit']])
    expect(await fields({ dayEnds: '08:00' })).toEqual([['rules.dayEnds', 'hours_order']])
    expect(await fields({ lockAfter: 0 })).toEqual([['rules.lockAfter', 'out_of_range']])
  })

  it('are remembered as they were, in the history', async () => {
    const { details, rules, version } = await admin.call.office.state()
    await admin.call.office.change({ version, rules, details: { ...details, head: 'Жаңа басшы' } })
    const [event] = await behindTheBack(test, (db) =>
      db.rows<{ details: string }>('SELECT details FROM events ORDER BY id DESC LIMIT 1'),
    )
    expect(JSON.parse(event!.details)).toMatchObject({
      before: { details: { head: details.head } },
      after: { details: { head: 'Жаңа басшы' } },
    })
  })
})

const NEW_SERVICE = { id: null, version: 0, name: { kk: 'Жаңа қызмет', ru: 'Новая услуга' } }

describe('public services', () => {
  it('are added, renamed and retired, never lost', async () => {
    const added = await admin.call.office.saveService({ ...NEW_SERVICE, active: true })
    const retired = await admin.call.office.saveService({ ...added, active: false })
    expect(retired).toEqual({ ...added, active: false, version: 2 })
    expect((await admin.call.office.state()).services.find(({ id }) => id === added.id)).toEqual(retired)
  })

  it('changed by somebody else meanwhile are not overwritten', async () => {
    const added = await admin.call.office.saveService({ ...NEW_SERVICE, active: true })
    const first = await admin.call.office.saveService({ ...added, name: { kk: 'Бірінші', ru: 'Первое' } })
    const fault = await refusal(admin.call.office.saveService({ ...added, name: { kk: 'Екінші', ru: 'Второе' } }))
    expect(fault).toMatchObject({ code: 'conflict.stale', status: 409 })
    expect((await admin.call.office.state()).services.find(({ id }) => id === added.id)).toEqual(first)
  })
})

it('what was read while the office was being changed is not kept', async () => {
  await test.office.close()
  const db = await Database.open(join(test.dataDir, 'kiris.db'), ENTITIES)
  const settings = new Settings(new History(), { yearly: [], byMoon: [] })
  let go: () => void = () => {}
  const gate = new Promise<void>((resolve) => (go = resolve))
  /** Reads the office at once and everything after it only when the gate is open. */
  class SlowView extends View {
    override many: View['many'] = (schema, options) => gate.then(() => super.many(schema, options))
  }
  const old = await db.read(async (view) => {
    const slow = settings.state(new SlowView(view['manager']))
    await db.read((other) => other.rows('SELECT 1'))
    await db.write((work) => work.run("UPDATE office SET details = json_set(details, '$.head', 'Кейінгі')"))
    settings.forget()
    go()
    return slow
  })
  expect(old!.details.head).toBe('Жаңа басшы')
  expect((await db.read((view) => settings.state(view)))!.details.head).toBe('Кейінгі')
  await db.close()
})
