import { OfficeError } from '#core/db/officeErrors'
import { openOffice } from '#core/office'
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleChild, removeBundle, startChild } from '../support/child'
import { httpBrowser } from '../support/http'
import { officeWithClerk, PASSWORD, refusal, register, resourcesDir, TestClock } from '../support/office'
import { contentOf } from '../support/raw'

let script: string
const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kiris-full-'))
  folders.push(folder)
  return folder
}

beforeAll(async () => void (script = await bundleChild()))
afterAll(() => {
  removeBundle(script)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const open = (dataDir: string) => openOffice({ dataDir, resourcesDir, clock: new TestClock() })

async function refused(dataDir: string): Promise<string> {
  try {
    await (await open(dataDir)).close()
  } catch (error) {
    if (error instanceof OfficeError) return error.code
    throw error
  }
  throw new Error('the office was opened')
}

describe('a full disk', () => {
  /** Limits how large a file the process may write: as on a full disk, every write beyond fails. */
  const limitTo = (pid: number, bytes: number | 'unlimited'): void =>
    void execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])

  it('is told on registering; nothing is half stored, and the work goes on when there is space again', async () => {
    const dataDir = newFolder()
    const prepared = await officeWithClerk({ dataDir })
    await prepared.office.close()
    const child = await startChild(script, dataDir)
    const clerk = httpBrowser(child.address)
    await clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    const long = { summary: 'ә'.repeat(9000) }
    const last = await register(clerk, long)
    limitTo(child.process.pid!, 40_000)
    const before = await contentOf({ dataDir })
    for (let i = 0; i < 3; i++) expect((await refusal(register(clerk, long))).code).toBe('storage.full')
    expect(await contentOf({ dataDir })).toEqual(before)
    // What is stored can still be read.
    expect((await clerk.call.register.card({ id: last.id })).number).toBe(last.number)
    limitTo(child.process.pid!, 'unlimited')
    expect((await register(clerk, long)).seq).toBe(last.seq + 1)
    await child.kill()
    await (await open(dataDir)).close()
  })

  it('met again and again never makes the program say that something is stored which is not', async () => {
    const dataDir = newFolder()
    const prepared = await officeWithClerk({ dataDir })
    await prepared.office.close()
    const child = await startChild(script, dataDir)
    const clerk = httpBrowser(child.address)
    await clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    const numbers = async (): Promise<unknown[]> =>
      (await contentOf({ dataDir }))['appeals']!.map((row) => (row as { number: string }).number)
    // Less than a page: every commit fails, however small.
    limitTo(child.process.pid!, 4096)
    for (let i = 0; i < 5; i++) expect((await refusal(clerk.call.drafts.save({ content: { i } }))).code).toBe('storage.full')
    for (let i = 0; i < 5; i++) expect((await refusal(register(clerk))).code).toBe('storage.full')
    expect(await numbers()).toEqual([])
    limitTo(child.process.pid!, 'unlimited')
    const told = [(await register(clerk)).number, (await register(clerk)).number]
    expect(await numbers()).toEqual(told)
    await child.kill()
    expect(await numbers()).toEqual(told)
  })

  const mounted = mountTiny()
  it.skipIf(!mounted)('of a real small file system fills up, refuses, and works again after something was removed', async () => {
    const dataDir = join(mounted!, 'office')
    const ballast = join(mounted!, 'ballast')
    const test = await officeWithClerk({ dataDir })
    try {
      await register(test.clerk)
      fillUp(ballast)
      const before = await contentOf(test)
      let code = ''
      for (let i = 0; i < 200 && code === ''; i++) {
        const count = (await contentOf(test))['appeals']!.length
        code = await register(test.clerk, { summary: 'ә'.repeat(9000) }).then(
          () => '',
          (error: { code: string }) => error.code,
        )
        if (code !== '') expect((await contentOf(test))['appeals']).toHaveLength(count)
      }
      expect(code).toBe('storage.full')
      expect((await test.clerk.call.register.overview({ year: 2026 })).gapless).toBe(true)
      expect(before['appeals']!.length).toBeGreaterThan(0)
      rmSync(ballast)
      const { seq } = await register(test.clerk)
      expect(seq).toBe((await contentOf(test))['appeals']!.length)
    } finally {
      await test.close()
      execFileSync('umount', [mounted!])
    }
  })

  it.skipIf(!mounted)('is told at the very first start, which can be repeated', async () => {
    const small = mountTiny('300k')!
    const dataDir = join(small, 'office')
    const ballast = join(small, 'ballast')
    try {
      fillUp(ballast)
      expect(await refused(dataDir)).toBe('full')
      rmSync(ballast)
      writeFileSync(ballast, Buffer.alloc(200_000))
      expect(await refused(dataDir)).toBe('full')
      rmSync(ballast)
      execFileSync('mount', ['-o', 'remount,size=4m', small])
      await (await open(dataDir)).close()
    } finally {
      execFileSync('umount', [small])
    }
  })
})

/** A file system of a few megabytes, where the one who runs the tests may mount one. */
function mountTiny(size = '3m'): string | null {
  const folder = newFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    return null
  }
}

function fillUp(ballast: string): void {
  const handle = openSync(ballast, 'w')
  try {
    for (;;) writeSync(handle, Buffer.alloc(4096))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(handle)
  }
}
