import { FileStore } from '#core/attachments/fileStore'
import { mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { pdf, stage, stored } from '../support/attachments'
import { officeWithClerk, PASSWORD, refusal, register, signedIn, type ClerksOffice } from '../support/office'
import { behindTheBack } from '../support/raw'

const DAY = 86_400_000
let test: ClerksOffice
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiris-keeping-'))
  test = await officeWithClerk()
  const admin = await signedIn(test, 'admin')
  const { version, details, rules } = await admin.call.office.state()
  await admin.call.office.change({ version, details, rules: { ...rules, scanFolder: folder } })
  // From here on a day of the office passes when the test says so.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  await test.reopen()
  await test.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
})
afterAll(async () => {
  vi.useRealTimers()
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

const execute = (sql: string) => behindTheBack(test, (db) => db.execute(sql))
/** What lies in the store a day later; `count`: how much that should be. */
async function aDayLater(count: number): Promise<string[]> {
  vi.advanceTimersByTime(DAY)
  for (let tries = 0; tries < 400 && stored(test).length !== count; tries++) await new Promise((done) => setTimeout(done, 50))
  return stored(test)
}

describe('an office that stays open', () => {
  it('removes what waited for thirty days, every day', async () => {
    test.clock.set('2026-12-11T06:00:00.000Z')
    const old = await stage(test, test.clerk, 'ескі.pdf', pdf('ескі'))
    test.clock.set('2027-01-09T06:00:00.000Z')
    await test.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    const recent = await stage(test, test.clerk, 'жаңа.pdf', pdf('жаңа'))
    const path = ({ sha256 }: { sha256: string }) => `${sha256.slice(0, 2)}/${sha256}`
    expect(stored(test)).toEqual([path(old), path(recent)].sort())
    test.clock.set('2027-01-11T06:00:00.000Z')
    expect(await aDayLater(1)).toEqual([path(recent)])
    test.clock.set('2027-02-20T06:00:00.000Z')
    expect(await aDayLater(0)).toEqual([])
    await test.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
  })

  it('lets go of a scan that could not be written down', async () => {
    writeFileSync(join(folder, 'а.pdf'), pdf('скан'))
    await execute("CREATE TRIGGER broken BEFORE INSERT ON staged_files BEGIN SELECT RAISE(ABORT, 'no'); END")
    await refusal(test.clerk.call.attachments.takeScan({ name: 'а.pdf' }))
    await execute('DROP TRIGGER broken')
    expect(stored(test)).toHaveLength(1)
    expect(await aDayLater(0)).toEqual([])
  })

  it('lets go of a stamped copy that could not be written down', async () => {
    const { id } = await register(test.clerk)
    const { token } = await stage(test, test.clerk, 'хат.pdf', pdf('хат'))
    const [file] = await test.clerk.call.attachments.attach({ id, files: [{ token, role: 'letter' }] })
    await execute(
      "CREATE TRIGGER broken BEFORE INSERT ON attachments WHEN NEW.stamped_of IS NOT NULL BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    await refusal(test.clerk.call.attachments.stamp({ attachmentId: file!.id, place: null, russian: false }))
    await execute('DROP TRIGGER broken')
    expect(stored(test)).toHaveLength(2)
    expect(await aDayLater(1)).toHaveLength(1)
  })
})

describe.runIf(process.platform === 'linux')('a new folder of the store', () => {
  let restore = () => {}
  afterEach(() => restore())

  it('is written through together with the name it has in the folder above', async () => {
    const dir = join(folder, 'store')
    const store = new FileStore(dir)
    await store.prepare()
    const some = await open(folder, 'r')
    const handles = Object.getPrototypeOf(some) as FileHandle
    await some.close()
    const { sync } = handles
    restore = () => void (handles.sync = sync)
    const synced: string[] = []
    handles.sync = function (this: FileHandle) {
      synced.push(readlinkSync(`/proc/self/fd/${this.fd}`))
      return sync.call(this)
    }
    async function* body() {
      yield pdf('бума')
    }
    const received = await store.receive(body(), 10_000, () => new Error('too large'))
    await store.keep(received)
    expect(synced).toEqual(expect.arrayContaining([dir, join(dir, received.sha256.slice(0, 2))]))
  })
})
