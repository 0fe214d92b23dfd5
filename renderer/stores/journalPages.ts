import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { JournalRow, JournalState } from '#shared/contract'

/** What of a journal is shown. */
export interface JournalView {
  year: number
  state: JournalState
  search: string
}

/** One page of a journal, newest first; `after` is the `seq` of the line before it. */
export type AskPage = (
  query: JournalView & { after: number | null; limit: number },
) => Promise<{ rows: JournalRow[]; more: boolean }>

/** The numbers of a whole book that run without a gap: the last one and how many there are. */
export interface Run {
  last: number
  count: number
}

/** Lines asked for at once; the same for every page, so that the host can answer from one plan. */
export const PAGE = 100
const MOST = 500

/**
 * Lines of one view of a journal, in its order (newest first), loaded as they come into sight. A whole book without gaps (`run`) can be opened at any place, because place and
 * number follow from each other; any other view is read page after page. Rows already read stay in sight while they are read anew.
 */
export function useJournalPages(ask: AskPage) {
  const rows = shallowReactive(new Map<number, JournalRow>())
  const order = shallowRef<number[]>([])
  const run = shallowRef<Run | null>(null)
  const more = ref(false)
  const reading = ref(0)
  let view: JournalView = { year: 0, state: 'all', search: '' }
  let generation = 0
  /** Generation whose next page is on its way; pages that follow one another are asked for one at a time. */
  let nextOf = -1
  const asked = new Set<number>()

  const count = computed(() => run.value?.count ?? order.value.length)
  const places = computed(() => new Map(order.value.map((seq, index) => [seq, index])))

  function seqAt(index: number): number | null {
    if (index < 0 || index >= count.value) return null
    return run.value ? run.value.last - index : order.value[index]!
  }

  function rowAt(index: number): JournalRow | undefined {
    const seq = seqAt(index)
    return seq === null ? undefined : rows.get(seq)
  }

  /** Place of a number in the view, or -1. */
  function indexOf(seq: number): number {
    if (!run.value) return places.value.get(seq) ?? -1
    const index = run.value.last - seq
    return index >= 0 && index < run.value.count ? index : -1
  }

  /** Closes the view: nothing of it comes in any more, and nothing is asked until another is opened. */
  function close(): void {
    generation++
    run.value = null
    rows.clear()
    asked.clear()
    order.value = []
    more.value = false
  }

  /** Begins a view; `whole` where it is a whole book without gaps. */
  function open(next: JournalView, whole: Run | null): void {
    close()
    view = next
    run.value = whole
    more.value = !whole
  }

  /** Reads what is still missing of the lines `from`…`to` (places, inclusive). Errors: any `AppFault`; asking again tries again. */
  async function need(from: number, to: number): Promise<void> {
    if (run.value) return needRun(run.value, from, to)
    if (more.value && nextOf !== generation && to >= order.value.length - 20) await next(PAGE)
  }

  async function needRun({ last, count: lines }: Run, from: number, to: number): Promise<void> {
    const first = Math.floor((last - Math.min(to, lines - 1)) / PAGE)
    const end = Math.floor((last - Math.max(from, 0)) / PAGE)
    const missing: number[] = []
    for (let page = end; page >= first; page--) if (!asked.has(page)) missing.push(page)
    await Promise.all(missing.map(readRunPage))
  }

  async function readRunPage(page: number): Promise<void> {
    asked.add(page)
    const found = await read((page + 1) * PAGE, PAGE).catch((fault: unknown) => {
      asked.delete(page)
      throw fault
    })
    for (const row of found?.rows ?? []) rows.set(row.seq, row)
  }

  async function next(limit: number): Promise<void> {
    const mine = (nextOf = generation)
    const found = await read(order.value.at(-1) ?? null, limit).finally(() => {
      if (nextOf === mine) nextOf = -1
    })
    if (!found) return
    for (const row of found.rows) rows.set(row.seq, row)
    order.value = [...order.value, ...found.rows.map((row) => row.seq)]
    more.value = found.more
  }

  /** One page, or `null` when meanwhile something else is shown. */
  async function read(after: number | null, limit: number) {
    const mine = generation
    reading.value++
    try {
      const found = await ask({ ...view, after, limit })
      return mine === generation ? found : null
    } finally {
      reading.value--
    }
  }

  /** Reads everything to the end of the view, so that its last line can be shown. A whole book needs only its last page. */
  async function needEnd(): Promise<void> {
    if (run.value) return need(run.value.count - 1, run.value.count - 1)
    const mine = generation
    while (more.value && mine === generation) {
      if (nextOf === generation) await new Promise((resolve) => setTimeout(resolve, 20))
      else await next(MOST)
    }
  }

  /** Reads the lines `from`…`to` anew, and the book as it stands now (`whole`, as for `open`). Lines in sight are replaced in place. */
  async function refresh(whole: Run | null, from: number, to: number): Promise<void> {
    if (whole && run.value) {
      const shift = whole.last - run.value.last
      run.value = whole
      asked.clear()
      // New lines come on top; those in sight have moved down by as many.
      return needRun(whole, from, to + Math.max(shift, 0))
    }
    const lines = Math.max(order.value.length, PAGE)
    const found: JournalRow[] = []
    let rest = true
    while (rest && found.length < lines) {
      const page = await read(found.at(-1)?.seq ?? null, Math.min(MOST, lines - found.length))
      if (!page) return
      found.push(...page.rows)
      rest = page.more && page.rows.length > 0
    }
    rows.clear()
    for (const row of found) rows.set(row.seq, row)
    order.value = found.map((row) => row.seq)
    more.value = rest
  }

  return { count, more, reading, run, seqAt, rowAt, indexOf, open, close, need, needEnd, refresh, rows }
}
