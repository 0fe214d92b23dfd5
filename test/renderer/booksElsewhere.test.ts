import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import BooksHost from '../../renderer/features/books/BooksHost.vue'
import BooksMark from '../../renderer/features/books/BooksMark.vue'
import { useBooks } from '../../renderer/features/books/booksStore'
import { computerNow } from '../../renderer/host/time'
import { useSession } from '../../renderer/stores/session'
import { at, click, PrintingDesk, said, settle } from './support/printingDesk'
import { StandInBooks } from './support/standInBooks'
import type { StandInBridge } from './support/standInBridge'

/** The story: books belong to whoever asked for them, not to a window. After a reload, an unlock or in another window they stand in the list as before. */

const bridge = await vi.hoisted(async () => {
  const { StandInBridge } = await import('./support/standInBridge')
  const one = new StandInBridge()
  Object.defineProperty(window, 'kiris', { value: one, configurable: true })
  return one as StandInBridge
})

const MARCH = { book: 'outgoing', format: 'xlsx', language: 'ru', from: '2026-03-01', to: '2026-03-31' } as const
let desk: PrintingDesk
let host: StandInBooks

beforeEach(() => {
  bridge.renew()
  host = new StandInBooks()
})
afterEach(() => desk.close())

/** A window is loaded: anew, or as a second one. */
async function load(): Promise<void> {
  desk = new PrintingDesk(bridge, { may: ['books.make', 'papers.print', 'register.read'] })
  useSession().clockOffset = Date.parse('2026-11-23T06:08:00Z') - computerNow()
  desk.answers = { ...host.answers }
  await desk.show([BooksHost], [BooksMark])
}
const looked = () => settle(600)
async function openDialog(): Promise<void> {
  useBooks().dialog = { book: 'incoming' }
  await vi.waitFor(() => expect(at('counted')).not.toBeNull(), 5_000)
  await settle(300)
}

it('books made before stand in the list with their days, language and file, and can be saved', async () => {
  const save = vi.spyOn(bridge, 'saveFile')
  const { job } = host.add({ ...MARCH, state: 'done' })
  await load()
  await openDialog()
  expect(said()).toContain('Шығыс хаттар, 01.03.2026 – 31.03.2026, Excel кестесі')
  await click('save')
  const name = expect.stringMatching(/^журнал исходящих .*, 01\.03\.2026 – 31\.03\.2026\.xlsx$/) as string
  expect(save.mock.calls).toEqual([[`/files/books/${job}.xlsx`, name]])
})

it('a book being made is looked at until it is ready', async () => {
  host.add({ ...MARCH, state: 'running', rows: 12, of: 40 })
  await load()
  expect(at('book-mark').textContent).toContain('Кітап: 30 %')
  host.change({ state: 'done' })
  await looked()
  expect(at('book-mark')).toBeNull()
  expect(said()).toContain('Кітап дайын.')
})

it('beneath the lock nothing is asked; after it the list is as the host knows it', async () => {
  await load()
  useSession().locked = true
  host.add({ ...MARCH, state: 'running' })
  const asked = desk.inputs('books/mine').length
  await settle(1200)
  expect(desk.inputs('books/mine')).toHaveLength(asked)
  useSession().locked = false
  await settle()
  expect(at('book-mark')).not.toBeNull()
})

it('a book that was lost with a host is said to be gone and made again as it was', async () => {
  host.add({ ...MARCH, state: 'running' })
  await load()
  host.jobs = []
  await looked()
  await openDialog()
  expect(said()).toContain('Файл енді жоқ')
  await click('again')
  expect(desk.inputs('books/make')).toEqual([MARCH])
  expect(useBooks().tasks).toHaveLength(1)
})

it('a book taken off the list in another window is off it when this window or the list is looked at again', async () => {
  const first = host.add({ state: 'done' })
  host.add({ ...MARCH, state: 'done' })
  await load()
  host.jobs = [first]
  await openDialog()
  expect(useBooks().tasks.map(({ job }) => job)).toEqual([first.job])
  host.jobs = []
  window.dispatchEvent(new Event('focus'))
  await settle()
  expect(useBooks().tasks).toEqual([])
  expect(at('forget')).toBeNull()
})

it('a book taken off the list while the host answers does not come back', async () => {
  const running = host.add({ ...MARCH, state: 'running' })
  host.add({ state: 'done' })
  await load()
  await openDialog()
  let answer = () => {}
  const late = host.jobs
  desk.answers['books/mine'] = () => new Promise((resolve) => (answer = () => resolve(late)))
  await looked()
  await click('forget')
  desk.answers['books/mine'] = host.answers['books/mine']!
  answer()
  await settle(50)
  expect(useBooks().tasks.map(({ job }) => job)).toEqual([running.job])
})
