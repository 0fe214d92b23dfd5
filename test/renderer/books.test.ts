import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BookJob } from '#shared/contract'
import BooksHost from '../../renderer/features/books/BooksHost.vue'
import BooksMark from '../../renderer/features/books/BooksMark.vue'
import { percentOf, useBooks } from '../../renderer/features/books/booksStore'
import { daysOf } from '../../renderer/features/books/periods'
import { useSession } from '../../renderer/stores/session'
import { computerNow } from '../../renderer/host/time'
import { at, click, press, PrintingDesk, said, settle, type } from './support/printingDesk'
import type { StandInBridge } from './support/standInBridge'

/** The story: a journal becomes a book while the clerk works on. It can be stopped, it says when it is ready, and what failed is made again. */

const bridge = await vi.hoisted(async () => {
  const { StandInBridge } = await import('./support/standInBridge')
  const one = new StandInBridge()
  Object.defineProperty(window, 'kiris', { value: one, configurable: true })
  return one as StandInBridge
})

const ID = '7f1c2c8e-3f5b-4a6e-9a51-0c3a5b1d2e4f'
const AGAIN = '41a6a7ce-6f0e-4d0b-8a3a-3f0a8c1f2b60'
let desk: PrintingDesk
let job: BookJob
/** Books that the host knows besides the one that is made here. */
let listed: BookJob[]
let begun: boolean

beforeEach(async () => {
  bridge.renew()
  job = {
    ...{ job: ID, book: 'incoming', format: 'pdf', language: 'kk', from: '2026-01-01', to: '2026-11-23' },
    ...{ state: 'waiting', rows: 0, of: 1000, pages: null },
  }
  listed = []
  begun = false
  desk = new PrintingDesk(bridge, { may: ['books.make', 'papers.print', 'register.read'] })
  useSession().clockOffset = Date.parse('2026-11-23T06:08:00Z') - computerNow()
  desk.answers = {
    'papers/printed': () => ({}),
    'books/count': () => ({ rows: 1000 }),
    'books/make': (order) => {
      job = { ...job, ...order, job: begun ? AGAIN : ID, state: 'waiting', rows: 0, pages: null }
      begun = true
      return job
    },
    'books/mine': () => [...(begun ? [job] : []), ...listed],
    'books/cancel': () => (job = { ...job, state: 'cancelled' }),
    'books/forget': ({ job: id }) => {
      if (id === job.job) begun = false
      listed = listed.filter((one) => one.job !== id)
    },
  }
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
    job = { ...job, state: 'running', rows: 420 }
    await looked()
    expect(at('book-mark').textContent).toContain('Кітап: 42 %')
    job = { ...job, state: 'done', rows: 1000, pages: 61 }
    await looked()
    expect(at('book-mark')).toBeNull()
    expect(said()).toContain('Кітап дайын.')
  })

  it('it shows its entries and can be stopped', async () => {
    await openDialog()
    await make()
    job = { ...job, state: 'running', rows: 500 }
    await looked()
    expect(said()).toContain('жасалуда: 500 /')
    expect(document.querySelector('.k-dialog [role="progressbar"]')!.getAttribute('aria-valuenow')).toBe('50')
    await click('cancel')
    expect(desk.inputs('books/cancel')).toEqual([{ job: ID }])
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
    job = { ...job, state: 'done', rows: 1000, pages: 61 }
    await looked()
    expect(said()).toContain('дайын, бет саны: 61')
  })

  it('never says that all is done before it is', () => {
    expect(percentOf({ ...job, state: 'running', rows: 999, of: 1000 })).toBe(99)
    expect(percentOf({ ...job, state: 'running', rows: 1000, of: 1000 })).toBe(99)
    expect(percentOf({ ...job, state: 'waiting', rows: 0, of: 0 })).toBe(0)
    expect(percentOf({ ...job, state: 'done', rows: 0, of: 0 })).toBe(100)
  })
})

describe('a finished book', () => {
  beforeEach(async () => {
    await openDialog()
    await make()
    job = { ...job, state: 'done', rows: 1000, pages: 61 }
    await looked()
  })

  it('is printed as a journal and noted under its name', async () => {
    await click('print')
    expect(bridge.printed.map(([path]) => path)).toEqual([`/files/books/${ID}.pdf`])
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
    expect(desk.inputs('books/forget')).toEqual([{ job: ID }])
  })
})

describe('books asked for before the window was loaded, or in another one', () => {
  const OTHER = '0d6c8c52-52f7-4f1c-9d5e-6a1e0a8c7b11'
  const older = (state: BookJob['state'] = 'done'): BookJob => ({
    ...job,
    ...{
      job: OTHER,
      book: 'outgoing',
      format: 'xlsx',
      language: 'ru',
      from: '2026-03-01',
      to: '2026-03-31',
      state,
      rows: 12,
      of: 40,
    },
  })
  /** The page was loaded anew, or it is another window. */
  async function reload(): Promise<void> {
    desk.leave()
    desk = new PrintingDesk(bridge, { may: ['books.make', 'papers.print', 'register.read'] })
    useSession().clockOffset = Date.parse('2026-11-23T06:08:00Z') - computerNow()
    desk.answers = answers
    await desk.show([BooksHost], [BooksMark])
  }
  let answers: typeof desk.answers
  beforeEach(() => void (answers = desk.answers))

  it('stand in the list with their days, language and file, and can be saved', async () => {
    const save = vi.spyOn(bridge, 'saveFile')
    listed = [older()]
    await reload()
    await openDialog()
    expect(said()).toContain('Шығыс хаттар, 01.03.2026 – 31.03.2026, Excel кестесі')
    await click('save')
    expect(desk.files).toEqual([`/files/books/${OTHER}.xlsx`])
    expect(save.mock.calls).toEqual([
      [`/files/books/${OTHER}.xlsx`, expect.stringMatching(/^журнал исходящих .*, 01\.03\.2026 – 31\.03\.2026\.xlsx$/)],
    ])
  })

  it('go on being looked at until they are ready', async () => {
    listed = [older('running')]
    await reload()
    expect(at('book-mark').textContent).toContain('Кітап: 30 %')
    listed = [older()]
    await looked()
    expect(at('book-mark')).toBeNull()
    expect(said()).toContain('Кітап дайын.')
  })

  it('come after an unlock; beneath the lock nothing is asked', async () => {
    useSession().locked = true
    listed = [older('running')]
    const asked = desk.inputs('books/mine').length
    await settle(1200)
    expect(desk.inputs('books/mine')).toHaveLength(asked)
    expect(at('book-mark')).toBeNull()
    useSession().locked = false
    await settle()
    expect(at('book-mark')).not.toBeNull()
  })

  it('that were lost with a host are said to be gone and made again as they were', async () => {
    listed = [older('running')]
    await reload()
    listed = []
    await looked()
    await openDialog()
    expect(said()).toContain('Файл енді жоқ')
    await click('again')
    expect(desk.inputs('books/make')).toEqual([
      { book: 'outgoing', format: 'xlsx', language: 'ru', from: '2026-03-01', to: '2026-03-31' },
    ])
    expect(useBooks().tasks).toHaveLength(1)
  })

  it('taken off the list while the host answers do not come back', async () => {
    listed = [older('running'), { ...older(), job: ID }]
    await reload()
    await openDialog()
    let answer = () => {}
    const mine = desk.answers['books/mine']!
    const late = [...listed]
    desk.answers['books/mine'] = () => new Promise((resolve) => (answer = () => resolve(late)))
    await looked()
    await click('forget')
    desk.answers['books/mine'] = mine
    answer()
    await settle(50)
    expect(useBooks().tasks.map(({ job: id }) => id)).toEqual([OTHER])
  })
})

it('a book that failed says what to do and is made again in its place', async () => {
  await openDialog()
  await make()
  await close()
  job = { ...job, state: 'failed', rows: 300 }
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
