import { ScanWatch } from '#core/attachments/scanWatch'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pdf, stored } from '../support/attachments'
import { officeWithClerk, refusal, register, signedIn, type ClerksOffice, type TestBrowser } from '../support/office'

let test: ClerksOffice
let admin: TestBrowser
let folder: string
const folders: string[] = []
const newFolder = () => {
  const made = mkdtempSync(join(tmpdir(), 'kiris-scans-'))
  folders.push(made)
  return made
}
beforeAll(async () => {
  test = await officeWithClerk()
  admin = await signedIn(test, 'admin')
})
afterAll(async () => {
  await test.close()
  for (const one of folders) rmSync(one, { recursive: true, force: true })
})

async function setFolder(scanFolder: string) {
  const { version, details, rules } = await admin.call.office.state()
  await admin.call.office.change({ version, details, rules: { ...rules, scanFolder } })
}
const put = (name: string, content: Buffer | string, at: string) => {
  writeFileSync(join(folder, name), content)
  utimesSync(join(folder, name), new Date(at), new Date(at))
}
const calls = () => test.clerk.call.attachments
const names = async () => (await calls().scans()).scans.map(({ name }) => name)

describe('the scanner’s folder', () => {
  beforeEach(async () => {
    folder = newFolder()
    await setFolder(folder)
  })

  it('that is not set or cannot be read says so', async () => {
    await setFolder('')
    expect(await calls().scans()).toEqual({ folder: 'none', scans: [] })
    await setFolder(join(folder, 'жоқ'))
    expect(await calls().scans()).toEqual({ folder: 'unreadable', scans: [] })
  })

  it('shows whole files of the kinds that are kept, newest first', async () => {
    put('1.pdf', pdf('1'), '2026-12-11T05:00:00Z')
    put('Скан 2.TIF', 'x', '2026-12-11T06:00:00Z')
    for (const name of ['.hidden.pdf', '~$lock.docx', 'notes.txt', 'setup.exe', 'half.pdf.part'])
      put(name, 'x', '2026-12-11T05:00:00Z')
    put('empty.pdf', '', '2026-12-11T05:00:00Z')
    mkdirSync(join(folder, 'folder.pdf'))
    symlinkSync(join(test.dataDir, 'kiris.db'), join(folder, 'link.pdf'))
    expect(await calls().scans()).toEqual({
      folder: 'there',
      scans: [
        { name: 'Скан 2.TIF', bytes: 1, changedAt: '2026-12-11T06:00:00.000Z' },
        { name: '1.pdf', bytes: pdf('1').length, changedAt: '2026-12-11T05:00:00.000Z' },
      ],
    })
  })

  it('does not show a file that is still growing', async () => {
    put('дайын.pdf', pdf(), '2026-01-01T05:00:00Z')
    const growing = join(folder, 'өсуде.pdf')
    writeFileSync(growing, '%PDF-1.7')
    const writing = setInterval(() => appendFileSync(growing, 'x'.repeat(1000)), 100)
    expect(await names()).toEqual(['дайын.pdf'])
    clearInterval(writing)
    expect(await names()).toEqual(['өсуде.pdf', 'дайын.pdf'])
  })

  it('keeps what is taken, but no longer shows it, attached or waiting', async () => {
    put('а.pdf', pdf('а'), '2026-12-11T05:00:00Z')
    put('ә.pdf', pdf('ә'), '2026-12-11T06:00:00Z')
    const taken = await calls().takeScan({ name: 'а.pdf' })
    expect(taken).toMatchObject({ name: 'а.pdf', kind: 'pdf', pages: 1, condition: 'whole' })
    expect(await names()).toEqual(['ә.pdf'])
    const { id } = await register(test.clerk)
    await calls().attach({ id, files: [{ token: taken.token, role: 'letter' }] })
    expect(await names()).toEqual(['ә.pdf'])
    // A scanner that uses the name again has made another file.
    put('а.pdf', pdf('басқа'), '2026-12-11T07:00:00Z')
    expect(await names()).toEqual(['а.pdf', 'ә.pdf'])
    const again = await calls().takeScan({ name: 'а.pdf' })
    await calls().discard({ token: again.token })
    expect(await names()).toEqual(['а.pdf', 'ә.pdf'])
  })

  it('shows a file again that was attached by mistake and withdrawn', async () => {
    put('а.pdf', pdf('қате'), '2026-12-11T05:00:00Z')
    const { token } = await calls().takeScan({ name: 'а.pdf' })
    const { id } = await register(test.clerk)
    const [attached] = await calls().attach({ id, files: [{ token, role: 'letter' }] })
    expect(await names()).toEqual([])
    await calls().withdraw({ attachmentId: attached!.id, reason: 'Басқа хаттың файлы' })
    expect(await names()).toEqual(['а.pdf'])
  })

  it('gives nothing from anywhere else', async () => {
    writeFileSync(join(folder, '..', 'kiris-outside.pdf'), pdf())
    symlinkSync(join(test.dataDir, 'kiris.db'), join(folder, 'link.pdf'))
    put('notes.txt', 'x', '2026-12-11T05:00:00Z')
    const before = stored(test)
    const wrong = [
      '../kiris-outside.pdf',
      '..\\x.pdf',
      '/etc/passwd',
      'C:x.pdf',
      'link.pdf',
      'notes.txt',
      'жоқ.pdf',
      '..',
      'a\0.pdf',
    ]
    for (const name of wrong) expect([name, (await refusal(calls().takeScan({ name }))).code]).toEqual([name, 'not_found'])
    rmSync(join(folder, '..', 'kiris-outside.pdf'))
    expect(stored(test)).toEqual(before)
  })

  it('refuses a program under a document’s name, and takes it nowhere', async () => {
    put('хат.pdf', 'MZ'.padEnd(600, '\0'), '2026-12-11T05:00:00Z')
    expect((await refusal(calls().takeScan({ name: 'хат.pdf' }))).code).toBe('attachments.executable')
    expect(await names()).toEqual(['хат.pdf'])
  })
})

describe('the watch over the folder', () => {
  const times = { look: 50, poll: 50, still: 150 }
  let set: string
  let told = 0
  let watching: ScanWatch
  beforeEach(() => {
    set = folder = newFolder()
    told = 0
    watching = new ScanWatch(
      async () => set,
      () => void told++,
      times,
    )
    watching.begin()
  })
  afterEach(() => watching.close())

  const heard = async (since: number) => {
    for (let tries = 0; tries < 200 && told <= since; tries++) await new Promise((resolve) => setTimeout(resolve, 20))
    return told > since
  }
  /** The watch stands and everything it has to say has been said. */
  const quiet = async () => {
    await heard(0)
    for (let last = -1; last !== told; await new Promise((resolve) => setTimeout(resolve, 600))) last = told
    return told
  }

  it('tells when something whole has come, follows the setting, and outlives the folder', async () => {
    let before = await quiet()
    put('1.pdf', pdf(), '2026-12-11T05:00:00Z')
    expect(await heard(before)).toBe(true)

    before = await quiet()
    put('notes.txt', 'x', '2026-12-11T05:00:00Z')
    expect(await quiet()).toBe(before)

    const old = folder
    set = folder = newFolder()
    expect(await heard(before)).toBe(true)
    before = await quiet()
    writeFileSync(join(old, '2.pdf'), pdf())
    expect(await quiet()).toBe(before)
    put('3.pdf', pdf(), '2026-12-11T05:00:00Z')
    expect(await heard(before)).toBe(true)

    before = await quiet()
    rmSync(folder, { recursive: true })
    expect(await heard(before)).toBe(true)
    before = await quiet()
    mkdirSync(folder)
    expect(await heard(before)).toBe(true)
    before = await quiet()
    put('4.pdf', pdf(), '2026-12-11T05:00:00Z')
    expect(await heard(before)).toBe(true)
  })

  it('says nothing once it is closed', async () => {
    await quiet()
    await watching.close()
    const before = told
    put('1.pdf', pdf(), '2026-12-11T05:00:00Z')
    expect(await quiet()).toBe(before)
  })
})

it('windows of an open office hear of a new scan', async () => {
  folder = newFolder()
  await setFolder(folder)
  const answer = await test.office.fetch(new Request(`${test.clerk.origin}/changes`, { headers: { cookie: test.clerk.cookie } }))
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  const hear = async () => {
    for (let said = ''; !said.includes('data: scan');) {
      const { done, value } = await reader.read()
      if (done) throw new Error(`the line ended after: ${said}`)
      said += value
    }
  }
  await hear()
  put('1.pdf', pdf(), '2026-12-11T05:00:00Z')
  await hear()
  expect(await names()).toEqual(['1.pdf'])
  await reader.cancel()
})
