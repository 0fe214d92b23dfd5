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
/** Lines before the end of what is read at which the next page is asked for. */
const AHEAD = 20

/**
 * Lines of one view of a journal, in its order (newest first), loaded as they come into sight. A whole book without gaps (`run`) can be opened at any place, because place and
 * number follow from each other; any other view is read page after page. Rows already read stay in sight while they are read anew. Places count from 0.
 */
export class JournalPages {
  readonly rows = shallowReactive(new Map<number, JournalRow>())
  readonly run = shallowRef<Run | null>(null)
  /** There are lines after those that are read. */
  readonly more = ref(false)
  /** Pages on their way. */
  readonly reading = ref(0)
  readonly #order = shallowRef<number[]>([])
  readonly #places = computed(() => new Map(this.#order.value.map((seq, index) => [seq, index])))
  /** Lines whose place is known. */
  readonly count = computed(() => this.run.value?.count ?? this.#order.value.length)
  readonly #asked = new Set<number>()
  #view: JournalView = { year: 0, state: 'all', search: '' }
  #generation = 0
  /** Generation whose next page is on its way; pages that follow one another are asked for one at a time. */
  #next: { generation: number; page: Promise<void> } | null = null

  constructor(private readonly ask: AskPage) {}

  /** Number (`seq`) of the line at a place, or `null`. */
  seqAt(index: number): number | null {
    if (index < 0 || index >= this.count.value) return null
    return this.run.value ? this.run.value.last - index : this.#order.value[index]!
  }

  /** The line at a place, as far as it is read. */
  rowAt(index: number): JournalRow | undefined {
    const seq = this.seqAt(index)
    return seq === null ? undefined : this.rows.get(seq)
  }

  /** Place of a number in the view, or -1. */
  indexOf(seq: number): number {
    const run = this.run.value
    if (!run) return this.#places.value.get(seq) ?? -1
    const index = run.last - seq
    return index >= 0 && index < run.count ? index : -1
  }

  /** Place of the line below (1) or above (-1) a number, which itself need not be in the view. */
  placeBeside(seq: number, step: 1 | -1): number {
    const at = this.indexOf(seq)
    if (at >= 0) return at + step
    // A letter that is not in the view (opened by its address, or just changed) stands between two that are.
    let below = 0
    while (below < this.count.value && this.seqAt(below)! > seq) below++
    return step === 1 ? below : below - 1
  }

  /** Begins a view; `whole` where it is known to be a whole book without gaps. Nothing of the view before comes in any more. */
  open(next: JournalView, whole: Run | null): void {
    this.#generation++
    this.#view = next
    this.rows.clear()
    this.#asked.clear()
    this.#order.value = []
    this.run.value = whole
    this.more.value = !whole
  }

  /** The view turns out to be a whole book without gaps: from now on it can be opened at any place. What is read stays. `null` changes nothing. */
  adopt(whole: Run | null): void {
    if (!whole || this.run.value) return
    this.run.value = whole
    this.more.value = false
  }

  /** Reads what is still missing of the lines `from`…`to` (places, inclusive). Errors: any `AppFault`; asking again tries again. */
  async need(from: number, to: number): Promise<void> {
    if (this.run.value) return this.#needRun(this.run.value, from, to)
    if (this.more.value && to >= this.#order.value.length - AHEAD) await this.#readOn(PAGE)
  }

  /** Reads everything to the end of the view, so that its last line can be shown. A whole book needs only its last page. Errors: any `AppFault`. */
  async needEnd(): Promise<void> {
    if (this.run.value) return this.need(this.run.value.count - 1, this.run.value.count - 1)
    const mine = this.#generation
    while (this.more.value && mine === this.#generation) await this.#readOn(MOST)
  }

  /** Reads the lines `from`…`to` anew, and the book as it stands now (`whole`, as for `open`). Lines in sight are replaced in place. Errors: any `AppFault`. */
  async refresh(whole: Run | null, from: number, to: number): Promise<void> {
    if (!whole || !this.run.value) return this.#readAgain()
    const shift = Math.max(whole.last - this.run.value.last, 0)
    this.run.value = whole
    this.#asked.clear()
    // New lines come on top; those in sight have moved down by as many.
    return this.#needRun(whole, from, to + shift)
  }

  async #needRun({ last, count }: Run, from: number, to: number): Promise<void> {
    const lowest = Math.floor((last - Math.min(to, count - 1)) / PAGE)
    const highest = Math.floor((last - Math.max(from, 0)) / PAGE)
    const missing: number[] = []
    for (let page = highest; page >= lowest; page--) if (!this.#asked.has(page)) missing.push(page)
    await Promise.all(missing.map((page) => this.#readRunPage(page)))
  }

  async #readRunPage(page: number): Promise<void> {
    this.#asked.add(page)
    const found = await this.#read((page + 1) * PAGE, PAGE).catch((fault: unknown) => {
      this.#asked.delete(page)
      throw fault
    })
    for (const row of found?.rows ?? []) this.rows.set(row.seq, row)
  }

  #readOn(limit: number): Promise<void> {
    if (this.#next?.generation === this.#generation) return this.#next.page
    const own = { generation: this.#generation, page: this.#readNext(limit) }
    this.#next = own
    return own.page.finally(() => {
      if (this.#next === own) this.#next = null
    })
  }

  async #readNext(limit: number): Promise<void> {
    const found = await this.#read(this.#order.value.at(-1) ?? null, limit)
    if (!found) return
    for (const row of found.rows) this.rows.set(row.seq, row)
    this.#order.value = [...this.#order.value, ...found.rows.map((row) => row.seq)]
    this.more.value = found.more
  }

  async #readAgain(): Promise<void> {
    const lines = Math.max(this.#order.value.length, PAGE)
    const found: JournalRow[] = []
    let more = true
    while (more && found.length < lines) {
      const page = await this.#read(found.at(-1)?.seq ?? null, Math.min(MOST, lines - found.length))
      if (!page) return
      found.push(...page.rows)
      more = page.more && page.rows.length > 0
    }
    this.rows.clear()
    for (const row of found) this.rows.set(row.seq, row)
    this.#order.value = found.map((row) => row.seq)
    this.more.value = more
  }

  /** One page, or `null` when meanwhile something else is shown. */
  async #read(after: number | null, limit: number) {
    const mine = this.#generation
    this.reading.value++
    try {
      const found = await this.ask({ ...this.#view, after, limit })
      return mine === this.#generation ? found : null
    } finally {
      this.reading.value--
    }
  }
}
