import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { pageSizeOf } from '../../electron/main/pageSize'
import { signedIn, startDemo } from './demo'
import { StandInContents } from './standIn'
import { built, type Started } from './startMain'

/** The story: papers go to the printers of an office, each of its own size, and whatever the printer answers comes back in a word. */

let started: Started
let slip: string
beforeAll(async () => {
  built()
  started = await startDemo()
  await signedIn(started)
  const issued = await started.call('slips/issue', { appealId: 1, languages: 'both' })
  slip = `/files/slips/${(issued.json as { id: number }).id}.pdf`
  started.window.webContents.printers = [
    { name: 'HP_1020', displayName: 'Кеңсе, HP 1020', description: 'қара-ақ', options: { 'printer-type': '135172' } },
    { name: 'XP-80', displayName: '', description: '', options: { 'printer-type': '4096' } },
  ]
}, 120_000)
afterAll(() => started.stop())
afterEach(() => {
  StandInContents.printAnswer = [true, '']
})

/** Calls the main process as the preload does. */
async function ask(channel: string, ...args: unknown[]): Promise<unknown> {
  const sender = started.window.webContents
  const event = { sender, senderFrame: { url: 'kiris://office/', parent: null } }
  return (await started.ipc.get(channel)!(event as never, ...args)) as unknown
}
const print = (...way: unknown[]) => ask('kiris:print-pdf', slip, ...way)

describe('printers', () => {
  it('are told by the name people see, with the one the system takes by itself', async () => {
    expect(await ask('kiris:printers')).toEqual([
      { name: 'HP_1020', displayName: 'Кеңсе, HP 1020', description: 'қара-ақ', isDefault: true },
      { name: 'XP-80', displayName: 'XP-80', description: '', isDefault: false },
    ])
  })
})

describe('printing', () => {
  it('shows the document in a hidden, sandboxed window without preload, asks the dialog, and closes the window', async () => {
    expect(await print('', '1', 'simplex', 'false')).toBe('done')
    const window = started.windows.at(-1)!
    expect(window.loaded).toEqual([`kiris://office${slip}`])
    expect(window.options).toMatchObject({
      show: false,
      webPreferences: { plugins: true, sandbox: true, contextIsolation: true, nodeIntegration: false, devTools: false },
    })
    expect(window.options.webPreferences).not.toHaveProperty('preload')
    const own = { margins: { marginType: 'none' }, scaleFactor: 100, printBackground: true, pageSize: 'A5', landscape: false }
    expect(window.webContents.printed).toEqual([{ silent: false, copies: 1, duplexMode: 'simplex', ...own }])
    expect(window.isDestroyed()).toBe(true)
  })

  it('goes straight to the printer named, as often and on as many sides as it is told', async () => {
    expect(await print('XP-80', '3', 'longEdge', 'true')).toBe('done')
    const told = { silent: true, deviceName: 'XP-80', copies: 3, duplexMode: 'longEdge' }
    expect(started.windows.at(-1)!.webContents.printed).toMatchObject([told])
  })

  it('says that the printer is gone, and prints on no other', async () => {
    const before = started.windows.length
    expect(await print('Canon', '1', 'simplex', 'true')).toBe('no_printer')
    expect(started.windows).toHaveLength(before)
  })

  it.each([
    ['Print job canceled', 'cancelled'],
    ['Print job failed', 'failed'],
    ['Invalid printer settings', 'failed'],
  ])('tells «%s» as %s, and leaves no window behind', async (reason, outcome) => {
    StandInContents.printAnswer = [false, reason]
    expect(await print('HP_1020', '1', 'simplex', 'false')).toBe(outcome)
    expect(started.windows.at(-1)!.isDestroyed()).toBe(true)
  })

  it('does not print an error page', async () => {
    const before = started.windows.length
    expect(await ask('kiris:print-pdf', '/files/slips/999999.pdf', '', '1', 'simplex', 'false')).toBe('not_found')
    expect(started.windows).toHaveLength(before)
  })

  it.each([
    [['', '0', 'simplex', 'false']],
    [['', '100', 'simplex', 'false']],
    [['', '1e1', 'simplex', 'false']],
    [['', '-1', 'simplex', 'false']],
    [['', '1', 'both', 'false']],
    [['', '1', 'simplex', 'yes']],
    [['', '1', 'simplex', 'true']],
    [['a\nb', '1', 'simplex', 'true']],
    [['x'.repeat(301), '1', 'simplex', 'true']],
    [['', '1', 'simplex']],
    [['', 1, 'simplex', 'false']],
  ])('refuses a way that no page of ours would name: %j', async (way) => {
    const before = started.windows.length
    expect(await print(...way)).toBe('refused')
    expect(started.windows).toHaveLength(before)
  })
})

describe('the size of a paper', () => {
  const page = (...parts: string[]) => {
    const bytes = parts.map((part) => new TextEncoder().encode(part))
    return pageSizeOf(new Response(new ReadableStream({ start: (c) => (bytes.forEach((part) => c.enqueue(part)), c.close()) })))
  }

  it.each([
    ['/MediaBox [0 0 595.28 841.89]', { pageSize: 'A4', landscape: false }],
    ['/MediaBox[0 0 595 842]', { pageSize: 'A4', landscape: false }],
    ['/MediaBox [0 0 841.89 595.28]', { pageSize: 'A4', landscape: true }],
    ['/MediaBox [0 0 419.53 595.28]', { pageSize: 'A5', landscape: false }],
    ['/MediaBox [0 0 226.77 850.39]', { pageSize: { width: 79999, height: 299999 }, landscape: false }],
    ['/MediaBox [0 0 649.13 459.21]', { pageSize: { width: 161999, height: 228999 }, landscape: true }],
  ])('%s is %j', async (box, size) => {
    expect(await page('%PDF-1.7\n1 0 obj\n<<', box, '>>')).toEqual(size)
  })

  it('is found where it lies across two parts of the stream, and taken from the first page', async () => {
    const filling = 'x'.repeat(5000)
    expect(await page(`${filling}/Medi`, `aBox [0 0 419.53 5`, `95.28] ${filling} /MediaBox [0 0 10 10]`)).toEqual({
      pageSize: 'A5',
      landscape: false,
    })
  })

  it.each(['no box at all', '/MediaBox 12 0 R', '/MediaBox [0 0 0 0]', '/MediaBox [0 0 1 1]', '/MediaBox [0 0 99999 99999]'])(
    'is not guessed from «%s»',
    async (text) => {
      expect(await page(text)).toBeNull()
    },
  )
})
