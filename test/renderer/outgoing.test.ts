import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest'
import { useOutgoingBook } from '../../renderer/features/outgoing/outgoingBook'
import { ChanceryHost, outgoingRow } from './support/chanceryHost'

/** The story: a clerk turns the pages of the outgoing journal, and hands over what waits, the most urgent first. */

let host: ChanceryHost
const seqs = (book: ReturnType<typeof useOutgoingBook>) => book.rows.value.map(({ seq }) => seq)

beforeEach(() => {
  host = new ChanceryHost()
  vi.stubGlobal('fetch', host.fetch)
  vi.stubGlobal('location', { origin: 'http://kiris.test' })
})
afterEach(() => void vi.unstubAllGlobals())

const many = (count: number) => Array.from({ length: count }, (_, at) => outgoingRow(count - at))

describe('the whole book', () => {
  beforeEach(() => void (host.outgoing = many(950)))

  it('is read page after page as it comes into sight, without a line twice', async () => {
    const book = useOutgoingBook()
    await book.show({ year: 2026, waiting: false })
    expect(book.rows.value).toHaveLength(200)
    await book.see(100)
    expect(book.rows.value).toHaveLength(200)
    await Promise.all([book.see(190), book.see(195)])
    expect(seqs(book)).toEqual(
      many(950)
        .slice(0, 400)
        .map(({ seq }) => seq),
    )
    expect(book.about.value).toEqual({ waiting: 950, gapless: true, last: 950 })
  })

  it('is read to its end for the last line', async () => {
    const book = useOutgoingBook()
    await book.show({ year: 2026, waiting: false })
    await book.toEnd()
    expect(seqs(book)).toEqual(many(950).map(({ seq }) => seq))
    expect(book.chosenRow.value?.seq).toBe(1)
    expect(book.more.value).toBe(false)
  })

  it('keeps the chosen line and what was read when it is read anew', async () => {
    const book = useOutgoingBook()
    await book.show({ year: 2026, waiting: false })
    await book.see(199)
    book.moveTo(300)
    host.outgoing = [outgoingRow(951), ...host.outgoing]
    await book.refresh()
    expect(book.rows.value).toHaveLength(400)
    expect(book.chosenRow.value?.seq).toBe(650)
    expect(book.place.value).toBe(301)
    expect(book.about.value?.last).toBe(951)
  })
})

describe('what waits to be handed over', () => {
  beforeEach(() => {
    host.outgoing = [
      outgoingRow(5, { sendBy: '2026-12-16' }),
      outgoingRow(4),
      outgoingRow(3, { sendBy: '2026-12-14' }),
      outgoingRow(2),
      outgoingRow(1, { handedOn: '2026-12-11', handedHow: 'post', tracking: 'RR1' }),
    ]
  })

  it('stands by its last day, then by its number; what is handed over is gone', async () => {
    const book = useOutgoingBook()
    await book.show({ year: 2026, waiting: true })
    expect(seqs(book)).toEqual([3, 5, 2, 4])
    expect(book.about.value).toMatchObject({ waiting: 4, last: 5 })
  })

  it('leads on to a line that is there when the chosen one was handed over', async () => {
    const book = useOutgoingBook()
    await book.show({ year: 2026, waiting: true })
    expect(book.chosenRow.value?.seq).toBe(3)
    host.outgoing = host.outgoing.map((row) => (row.seq === 3 ? { ...row, handedOn: '2026-12-11' } : row))
    await book.refresh()
    expect(book.chosenRow.value?.seq).toBe(5)
  })

  it('is read whole, however many pages it has', async () => {
    host.outgoing = many(1200)
    const book = useOutgoingBook()
    await book.show({ year: 2026, waiting: true })
    expect(seqs(book)).toEqual(
      many(1200)
        .map(({ seq }) => seq)
        .reverse(),
    )
  })
})

it('shows nothing of a view that was left before it was read', async () => {
  host.outgoing = many(3)
  const book = useOutgoingBook()
  const first = book.show({ year: 2026, waiting: false })
  host.outgoing = [outgoingRow(9, { year: 2025 })]
  await Promise.all([first, book.show({ year: 2025, waiting: false })])
  expect(book.view.value?.year).toBe(2025)
  expect(seqs(book)).toEqual([9])
})
