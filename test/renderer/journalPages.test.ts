import { describe, expect, it } from 'vitest'
import { JournalPages, PAGE } from '../../renderer/stores/journalPages'
import { ALL, book, OPEN } from './support/journalBook'

describe('a whole book without gaps', () => {
  it('opens at any place with the one page that is needed there', async () => {
    const { ask, asked } = book(100_000)
    const pages = new JournalPages(ask)
    pages.open(ALL, { last: 100_000, count: 100_000 })
    await pages.need(70_000, 70_020)
    expect(pages.count.value).toBe(100_000)
    expect(pages.rowAt(70_000)?.seq).toBe(30_000)
    expect(pages.rowAt(70_020)?.seq).toBe(29_980)
    expect(pages.indexOf(30_000)).toBe(70_000)
    expect(asked).toHaveLength(2)
    await pages.need(70_000, 70_020)
    expect(asked).toHaveLength(2)
  })

  it('shows its first page before it is known how long it is', async () => {
    const { ask } = book(100_000)
    const pages = new JournalPages(ask)
    pages.open(ALL, null)
    await pages.need(0, 40)
    expect(pages.rowAt(0)?.seq).toBe(100_000)
    pages.adopt({ last: 100_000, count: 100_000 })
    expect([pages.count.value, pages.rowAt(0)?.seq, pages.more.value]).toEqual([100_000, 100_000, false])
    await pages.need(70_000, 70_020)
    expect(pages.rowAt(70_000)?.seq).toBe(30_000)
  })

  it('asks for its last page only to show its end', async () => {
    const { ask, asked } = book(100_000)
    const pages = new JournalPages(ask)
    pages.open(ALL, { last: 100_000, count: 100_000 })
    await pages.needEnd()
    expect(pages.rowAt(99_999)?.seq).toBe(1)
    expect(asked).toEqual([{ after: PAGE, limit: PAGE }])
  })

  it('asks again for a page that could not be read', async () => {
    const { ask } = book(50)
    let broken = true
    const pages = new JournalPages((query) => (broken ? Promise.reject(new Error('lost')) : ask(query)))
    pages.open(ALL, { last: 50, count: 50 })
    await expect(pages.need(0, 20)).rejects.toThrow('lost')
    broken = false
    await pages.need(0, 20)
    expect(pages.rowAt(0)?.seq).toBe(50)
  })

  it('takes new letters on top, the lines in sight keeping their numbers', async () => {
    let last = 300
    const pages = new JournalPages((query) => book(last).ask(query))
    pages.open(ALL, { last, count: last })
    await pages.need(10, 20)
    last = 302
    await pages.refresh({ last, count: last }, 0, 20)
    expect(pages.indexOf(290)).toBe(12)
    expect(pages.rowAt(12)?.seq).toBe(290)
    expect(pages.rowAt(0)?.seq).toBe(302)
  })
})

describe('a part of a book', () => {
  const even = (seq: number) => seq % 2 === 0

  it('is read page after page, as far as one looks', async () => {
    const { ask, asked } = book(600, even)
    const pages = new JournalPages(ask)
    pages.open(OPEN, null)
    await pages.need(0, 40)
    expect([pages.count.value, pages.more.value]).toEqual([PAGE, true])
    await pages.need(40, 60)
    expect(asked).toHaveLength(1)
    await pages.need(70, 95)
    expect(asked[1]).toEqual({ after: 402, limit: PAGE })
    expect(pages.seqAt(150)).toBe(300)
    await pages.needEnd()
    expect([pages.count.value, pages.more.value, pages.indexOf(2)]).toEqual([300, false, 299])
  })

  it('never asks for the same page twice at once', async () => {
    const { ask, asked } = book(600, even)
    const pages = new JournalPages(ask)
    pages.open(OPEN, null)
    await Promise.all([pages.need(0, 40), pages.need(0, 41), pages.need(0, 42)])
    expect(asked).toHaveLength(1)
    expect(pages.count.value).toBe(PAGE)
  })

  it('drops what comes too late for a view that is shut', async () => {
    let answer = (): void => {}
    const held = new Promise<void>((resolve) => (answer = resolve))
    const { ask } = book(40, even)
    const pages = new JournalPages(async (query) => {
      if (query.search === 'slow') await held
      return ask(query)
    })
    pages.open({ ...OPEN, search: 'slow' }, null)
    const slow = pages.need(0, 40)
    pages.open(OPEN, null)
    await pages.need(0, 40)
    answer()
    await slow
    expect(pages.count.value).toBe(20)
  })
})
