import { MIGRATIONS } from '#core/db/migrations/index'
import { OfficeError } from '#core/db/officeErrors'
import { openOffice } from '#core/office'
import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Connection } from '#core/db/driver'
import { bundleChild, removeBundle, startChild } from '../support/child'
import { officeWithClerk, register, resourcesDir, TestClock } from '../support/office'

/** A register with some entries, closed: each test damages a copy of its own. */
let whole: string
let script: string
const folders: string[] = []

beforeAll(async () => {
  script = await bundleChild()
  const test = await officeWithClerk()
  for (let i = 0; i < 40; i++)
    await register(test.clerk, { name: `Адам ${i}`, identifier: '', summary: 'ұзақ мазмұн '.repeat(200) })
  await test.office.close()
  whole = test.dataDir
  folders.push(whole)
})
afterAll(() => {
  removeBundle(script)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

let dataDir: string
let file: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiris-storage-'))
  folders.push(dataDir)
  file = join(dataDir, 'kiris.db')
})

const open = () => openOffice({ dataDir, resourcesDir, clock: new TestClock(), workstation: 'KENSE-1' })

async function refused(): Promise<{ code: string; params: Record<string, string> }> {
  try {
    await (await open()).close()
  } catch (error) {
    if (error instanceof OfficeError) return error
    throw error
  }
  throw new Error('the office was opened')
}

/** Whoever else is told to keep out must find the file as it was. */
async function leavesAlone(check: () => Promise<void>): Promise<void> {
  const before = readFileSync(file)
  await check()
  expect(readFileSync(file).equals(before)).toBe(true)
}

function overwrite(offset: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, offset)
  closeSync(handle)
}

describe('a file that is not a whole register of ours is refused and left as it is,', () => {
  beforeEach(() => copyFileSync(join(whole, 'kiris.db'), file))

  it('opens when nothing is wrong with it', async () => {
    await (await open()).close()
  })

  it('a destroyed header is found', async () => {
    overwrite(0, Buffer.alloc(100, 0x5a))
    await leavesAlone(async () => expect(await refused()).toMatchObject({ code: 'damaged', params: { file } }))
  })

  it.each([0.3, 0.5, 0.8])('a destroyed page at %d of the file is found', async (part) => {
    const page = Math.floor((statSync(file).size * part) / 4096)
    overwrite(page * 4096, Buffer.alloc(4096, 0xff))
    await leavesAlone(async () => expect(await refused()).toMatchObject({ code: 'damaged', params: { file } }))
  })

  it('a file cut short is found', async () => {
    truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096)
    await leavesAlone(async () => expect((await refused()).code).toBe('damaged'))
  })

  it('a picture under the name of the register is not touched', async () => {
    writeFileSync(file, Buffer.from('\x89PNG\r\n\x1a\n'.repeat(1000), 'latin1'))
    await leavesAlone(async () => expect((await refused()).code).toBe('damaged'))
  })

  it.each(['DELETE', 'WAL'])('somebody else’s database (journal mode %s) is not touched', async (mode) => {
    rmSync(file)
    const stranger = await Connection.open(file)
    await stranger.execute(`PRAGMA journal_mode = ${mode}; CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('a')`)
    await stranger.close()
    await leavesAlone(async () => expect((await refused()).code).toBe('damaged'))
  })

  it('a register of a newer version is refused and not touched', async () => {
    const newer = await Connection.open(file)
    await newer.execute('PRAGMA user_version = 999')
    await newer.close()
    await leavesAlone(async () =>
      expect(await refused()).toMatchObject({
        code: 'newer_version',
        params: { file, version: '999', known: String(MIGRATIONS.at(-1)!.version) },
      }),
    )
  })

  it('gives the lock back, so that the next try says the same and not «locked»', async () => {
    overwrite(0, Buffer.alloc(100, 0x5a))
    expect([(await refused()).code, (await refused()).code]).toEqual(['damaged', 'damaged'])
  })
})

it('a program that is not whole itself leaves the register closed in good order', async () => {
  copyFileSync(join(whole, 'kiris.db'), file)
  const nowhere = join(dataDir, 'nowhere')
  await expect(openOffice({ dataDir, resourcesDir: nowhere, clock: new TestClock() })).rejects.toThrow(/ENOENT/)
  expect(existsSync(`${file}-wal`)).toBe(false)
  await (await open()).close()
})

describe('a start that was cut off', () => {
  it('before anything was written is simply done again', async () => {
    writeFileSync(file, '')
    await (await open()).close()
  })

  it('between the first page and the tables as well', async () => {
    const first = await Connection.open(file)
    await first.execute('PRAGMA journal_mode = WAL')
    await first.close()
    expect(statSync(file).size).toBeGreaterThan(0)
    await (await open()).close()
  })
})

/** Root may write everywhere, so these run as somebody else; the process becomes `nobody` after its start. */
const isRoot = process.getuid?.() === 0
const NOBODY = 65_534

describe('a folder that cannot be written to', () => {
  const start = async () => {
    const child = await startChild(script, dataDir, isRoot ? { user: NOBODY } : {})
    await child.kill()
    return child
  }

  it('with a register in it', async () => {
    copyFileSync(join(whole, 'kiris.db'), file)
    chmodSync(file, 0o444)
    chmodSync(dataDir, 0o555)
    await leavesAlone(async () => expect((await start()).refused).toMatchObject({ code: 'read_only', params: { file: dataDir } }))
    chmodSync(dataDir, 0o755)
  })

  it('in which the folder itself cannot be made', async () => {
    chmodSync(dataDir, 0o555)
    dataDir = join(dataDir, 'office')
    expect((await start()).refused).toMatchObject({ code: 'read_only', params: { file: dataDir } })
    chmodSync(join(dataDir, '..'), 0o755)
  })

  it('and a register that may only be read, in a folder that may be written to', async () => {
    copyFileSync(join(whole, 'kiris.db'), file)
    if (isRoot) chownSync(dataDir, NOBODY, NOBODY)
    chmodSync(file, 0o444)
    await leavesAlone(async () => expect((await start()).refused).toMatchObject({ code: 'read_only' }))
  })
})
