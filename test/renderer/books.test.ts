import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import BooksHost from '../../renderer/features/books/BooksHost.vue'
import BooksMark from '../../renderer/features/books/BooksMark.vue'
import { percentOf, useBooks } from '../../renderer/features/books/booksStore'
import { daysOf } from '../../renderer/features/books/periods'
import { useSession } from '../../renderer/stores/session'
import { computerNow } from '../../renderer/host/time'
import { at, click, press, PrintingDesk, said, settle, type } from './support/printingDesk'
import { StandInBooks } from './support/standInBooks'
import type { StandInBridge } from './support/standInBridge'

/** The story: a journal becomes a book while the clerk works on. It can be stopped, it says when it is ready, and what failed is made again. */

const bridge = await vi.hoisted(async () => {
  const { StandInBridge } = await import('./support/standInBridge')
  const one = new StandInBridge()
  Object.defineProperty(window, 'kiris', { value: one, configurable: true })
  return one as StandInBridge
})

let desk: PrintingDesk
let host: StandInBooks

beforeEach(async () => {
  bridge.renew()
  host = new StandInBooks()
  desk = new PrintingDesk(bridge, { may: ['books.make', 'papers.print', 'register.read'] })
  useSession().clockOffset = Date.parse('2026-11-23T06:08:00Z') - computerNow()
  desk.answers = host.answers
  await desk.show([BooksHost], [BooksMark])
})
afterEach(() => desk.close())

/** Everything that was written by now is told at the next look. */
const looked = () => settle(600)
async function openDialog(book: 'incoming' | 'outgoing' = 'incoming'): Promise<void> {
  useBooks().dialog = { book }
  // The dialog comes with its own weight when it is first wanted.
  await vi.waitFor(() => expect(at('counted')).not.toBeNull(), 5_000)
  await settle(300)
}
const make = () => press('Enter', { ctrlKey: true })
const close = () => press('Escape')

describe('what the book is of', () => {
  it('is this year up to today unless somebody chooses otherwise; the entries are counted first', async () => {
    await openDialog()
    expect(at('counted').textContent).toContain('1 000'.replace(' ', '\u00a0'))
    await make()
    expect(desk.inputs('books/make')).toEqual([
      { book: 'incoming', format: 'pdf', language: 'kk', from: '2026-01-01', to: '2026-11-23' },
    ])
  })

  it('is any two days that fit; others are not made', async () => {
    await openDialog('outgoing')
    await type('from', '01.03.2026')
    await type('to', '01.02.2026')
    expect(said()).toContain('Соңғы күн алғашқы күннен бұрын тұр.')
    await make()
    expect(desk.inputs('books/make')).toEqual([])
    await type('to', '31.03.2026')
    await make()
    expect(desk.inputs('books/make')).toMatchObject([{ book: 'outgoing', from: '2026-03-01', to: '2026-03-31' }])
  })

  it('stays in the dialog when it is closed', async () => {
    await openDialog()
    await type('from', '01.03.2026')
    await type('to', '31.03.2026')
    await close()
    await openDialog()
    expect((at('from') as HTMLInputElement).value).toBe('01.03.2026')
  })

  it('by its named periods ends today where it still runs', () => {
    expect(daysOf('quarter', '2026-11-23')).toEqual({ from: '2026-10-01', to: '2026-11-23' })
    expect(daysOf('quarter', '2026-03-31')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
    expect(daysOf('month', '2026-11-01')).toEqual({ from: '2026-11-01', to: '2026-11-01' })
    expect(daysOf('last', '2027-01-04')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    expect(daysOf('year', '2026-11-23')).toEqual({ from: '2026-01-01', to: '2026-11-23' })
  })
})

describe('while it is made', () => {
  it('the dialog may be closed: the foot of every screen says how far it is, and a notice that it is ready', async () => {
    await openDialog()
    await make()
    await close()
    host.change({ state: 'running', rows: 420 })
    await looked()
    expect(at('book-mark').textContent).toContain('Кітап: 42 %')
    host.change({ state: 'done', rows: 1000, pages: 61 })
    await looked()
    expect(at('book-mark')).toBeNull()
    expect(said()).toContain('Кітап дайын.')
  })

  it('it shows its entries and can be stopped', async () => {
    await openDialog()
    await make()
    host.change({ state: 'running', rows: 500 })
    await looked()
    expect(said()).toContain('жасалуда: 500 /')
    expect(document.querySelector('.k-dialog [role="progressbar"]')!.getAttribute('aria-valuenow')).toBe('50')
    await click('cancel')
    expect(desk.inputs('books/cancel')).toEqual([{ job: host.jobs[0]!.job }])
    expect(said()).toContain('тоқтатылды')
    expect(at('again')).not.toBeNull()
  })

  it('a host that does not answer for a while changes nothing', async () => {
    await openDialog()
    await make()
    const answer = desk.answers['books/mine']!
    delete desk.answers['books/mine']
    await looked()
    desk.answers['books/mine'] = answer
    host.change({ state: 'done', rows: 1000, pages: 61 })
    await looked()
    expect(said()).toContain('дайын, бет саны: 61')
  })

  it('never says that all is done before it is', () => {
    expect(percentOf({ ...new StandInBooks().add({}), state: 'running', rows: 999, of: 1000 })).toBe(99)
    expect(percentOf({ ...new StandInBooks().add({}), state: 'running', rows: 1000, of: 1000 })).toBe(99)
    expect(percentOf({ ...new StandInBooks().add({}), state: 'waiting', rows: 0, of: 0 })).toBe(0)
    expect(percentOf({ ...new StandInBooks().add({}), state: 'done', rows: 0, of: 0 })).toBe(100)
  })
})

describe('a finished book', () => {
  beforeEach(async () => {
    await openDialog()
    await make()
    host.change({ state: 'done', rows: 1000, pages: 61 })
    await looked()
  })

  it('is printed as a journal and noted under its name', async () => {
    await click('print')
    expect(bridge.printed.map(([path]) => path)).toEqual([`/files/books/${host.jobs[0]!.job}.pdf`])
    expect(desk.inputs('papers/printed')).toEqual([
      { paper: 'journal', entryId: null, title: 'кіріс құжаттары журналы, 01.01.2026 – 23.11.2026', copies: 1 },
    ])
  })

  it('that is gone after an hour is made again', async () => {
    desk.status = () => 404
    await click('save')
    expect(said()).toContain('Файл енді жоқ')
    await click('again')
    expect(desk.inputs('books/make')).toHaveLength(2)
  })

  it('leaves the list with its file', async () => {
    await click('forget')
    expect(at('print')).toBeNull()
    expect(host.jobs).toEqual([])
  })
})

it('a book that failed says what to do and is made again in its place', async () => {
  await openDialog()
  await make()
  await close()
  host.change({ state: 'failed', rows: 300 })
  await looked()
  expect(said()).toContain('Кітап жасалмады.')
  await openDialog()
  expect(said()).toContain('Дискіде орын бар-жоғын тексеріп, қайта жасаңыз.')
  await click('again')
  expect(useBooks().tasks).toHaveLength(1)
  expect(useBooks().tasks[0]!.state).toBe('waiting')
})

it('a book that cannot be begun leaves what was chosen', async () => {
  await openDialog()
  delete desk.answers['books/make']
  await make()
  expect(said()).toContain('Кітап басталған жоқ.')
  expect((at('from') as HTMLInputElement).value).toBe('01.01.2026')
})
