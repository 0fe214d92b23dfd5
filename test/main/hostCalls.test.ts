import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn, startDemo } from './demo'
import { built, temporary, type Started } from './startMain'

let started: Started
let slip: string
beforeAll(async () => {
  built()
  started = await startDemo()
  await signedIn(started)
  const issued = await started.call('slips/issue', { appealId: 1, languages: 'both' })
  expect(issued.status).toBe(200)
  slip = `/files/slips/${(issued.json as { id: number }).id}.pdf`
}, 120_000)
afterAll(() => started.stop())

// Through the dialog of the system: no printer named, one copy, one side.
const DIALOG = ['', '1', 'simplex', 'false'] as const

/** Calls the main process as the preload does; `from` overrides who is speaking. */
async function ask(channel: string, args: unknown[], from: object = {}): Promise<unknown> {
  const sender = started.window.webContents
  const event = { sender, senderFrame: { url: 'kiris://office/journal', parent: null }, ...from }
  return (await started.ipc.get(channel)!(event as never, ...args)) as unknown
}

const savesTo = (filePath: string) => Object.assign(started.saveAnswer, { canceled: filePath === '', filePath })

describe('who is heard', () => {
  it('nothing but these four is answered', () => {
    expect([...started.ipc.keys()].sort()).toEqual(['kiris:notify', 'kiris:print-pdf', 'kiris:printers', 'kiris:save-file'])
  })

  it.each([
    ['a frame inside the page', { senderFrame: { url: 'kiris://office/', parent: {} } }],
    ['a frame that is gone', { senderFrame: null }],
    ['another origin', { senderFrame: { url: 'https://example.org/', parent: null } }],
    ['an origin that begins like ours', { senderFrame: { url: 'kiris://office.example/', parent: null } }],
    ['an empty page', { senderFrame: { url: 'about:blank', parent: null } }],
    ['another window', { sender: { id: 999_999 } }],
  ])('%s is refused in everything', async (_who, from) => {
    for (const [channel, args] of [
      ['kiris:notify', ['t', 'b']],
      ['kiris:print-pdf', [slip, ...DIALOG]],
      ['kiris:printers', []],
      ['kiris:save-file', [slip, 'a.pdf']],
    ] as const) {
      expect(await ask(channel, [...args], from), channel).toBe('refused')
    }
    expect([started.notices, started.dialog.showSaveDialog.mock.calls, started.windows.length]).toEqual([[], [], 1])
  })

  it.each([[[]], [['a']], [['a', 'b', 'c']], [['a', 1]], [['a', { toString: 'b' }]], [['a', 'x'.repeat(8001)]]])(
    'arguments that are not two short texts are refused: %j',
    async (args) => {
      expect(await ask('kiris:notify', args)).toBe('refused')
      expect(started.notices).toEqual([])
    },
  )

  it.each([
    '/rpc/session/start',
    '/files/../rpc',
    '/files/%2e%2e/x',
    '//example.org/files/a.pdf',
    'https://example.org/files/a.pdf',
    'file:///etc/passwd',
    '/etc/passwd',
    '/files\\..\\x',
    '',
  ])('a path outside the documents is refused: %s', async (path) => {
    expect(await ask('kiris:print-pdf', [path, ...DIALOG])).toBe('refused')
    expect(await ask('kiris:save-file', [path, 'a.pdf'])).toBe('refused')
  })
})

describe('saving', () => {
  it('writes the slip where the clerk says, whole, under a name every system takes', async () => {
    const file = join(temporary(), 'slip.pdf')
    savesTo(file)
    expect(await ask('kiris:save-file', [slip, '../№ 1/2:«талон»?.pdf'])).toBe('done')
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readdirSync(join(file, '..'))).toEqual(['slip.pdf'])
    const asked = started.dialog.showSaveDialog.mock.lastCall?.[1]
    expect(asked?.defaultPath).toBe(join(started.app.getPath('documents'), '-№ 1-2-«талон»-.pdf'))
  })

  it('does nothing when the clerk thinks better of it', async () => {
    savesTo('')
    expect(await ask('kiris:save-file', [slip, 'a.pdf'])).toBe('cancelled')
  })

  it('says so when the document is not there, and asks for no place', async () => {
    const before = started.dialog.showSaveDialog.mock.calls.length
    expect(await ask('kiris:save-file', ['/files/slips/999999.pdf', 'a.pdf'])).toBe('not_found')
    expect(started.dialog.showSaveDialog.mock.calls).toHaveLength(before)
  })

  it('a place that cannot be written keeps what was there and leaves no half a file', async () => {
    const folder = temporary()
    const file = join(folder, 'slip.pdf')
    // A folder of the same name: what was written beside it cannot take its place.
    mkdirSync(file)
    writeFileSync(join(file, 'old'), 'old')
    savesTo(file)
    expect(await ask('kiris:save-file', [slip, 'a.pdf'])).toBe('failed')
    expect(readdirSync(folder)).toEqual(['slip.pdf'])
    expect(existsSync(join(file, 'old'))).toBe(true)
  })
})

describe('notices', () => {
  it('are shown, and pressing one brings the window to the front', async () => {
    expect(await ask('kiris:notify', ['Тіркелді', '01-12/7'])).toBe('done')
    expect(started.notices.at(-1)).toMatchObject({ title: 'Тіркелді', body: '01-12/7' })
    started.notices.at(-1)?.press()
    expect(started.window.focus).toHaveBeenCalledOnce()
  })
})
