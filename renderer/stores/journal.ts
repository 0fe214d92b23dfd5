import { defineStore } from 'pinia'
import { computed, ref, shallowRef, type ShallowRef } from 'vue'
import type { JournalRow } from '#shared/contract'
import { yearOf } from '#shared/domain'
import { api } from '../api/client'
import { JournalPages, type JournalView, type Run } from './journalPages'
import { useOffice } from './office'
import { useSession } from './session'

export type Overview = Awaited<ReturnType<typeof api.register.overview>>

/** The journal as it lies open: which lines are shown, which one is chosen, how far it is turned. It stays so while one looks at a card. */
export const useJournal = defineStore('journal', () => {
  const office = useOffice()
  const pages = new JournalPages((query) => api.register.journal(query))
  const view = shallowRef<JournalView | null>(null)
  const { overview, draft, readOverview, readDraft } = useOverview(view)
  /** Number within the year of the chosen line. */
  const chosen = ref<number | null>(null)
  /** How far the journal is scrolled, in CSS pixels. */
  const top = ref(0)
  let inSight = { from: 0, to: 0 }

  /** How many lines the view has, as far as that is known; `null` while a search is still being read. */
  const total = computed(() => {
    if (!view.value) return null
    if (pages.run.value || !pages.more.value) return pages.count.value
    return view.value.search === '' ? (overview.value?.counts[view.value.state] ?? null) : null
  })
  const chosenRow = computed<JournalRow | undefined>(() => (chosen.value === null ? undefined : pages.rows.get(chosen.value)))
  /** The view as a query of the journal's address; what is usual is left out. */
  const query = computed(() => (view.value ? queryOf(view.value, yearOf(office.today())) : {}))

  /** Opens the journal at a view; the one already open stays as it lies and is refreshed. Errors: any `AppFault`. */
  async function show(next: JournalView): Promise<void> {
    if (view.value && sameView(view.value, next)) return refresh()
    if (view.value?.year !== next.year) overview.value = null
    view.value = next
    chosen.value = null
    top.value = 0
    inSight = { from: 0, to: 0 }
    pages.open(next, overview.value && wholeBook(next, overview.value))
    const lines = pages.need(0, 40).then(() => {
      if (view.value === next) chosen.value ??= pages.seqAt(0)
    })
    // Counting a large book takes longer than its first page; the page does not wait for it.
    const [found] = await Promise.all([overview.value ?? readOverview(next.year), lines])
    if (view.value === next) pages.adopt(wholeBook(next, found))
  }

  /** Reads the counts and the lines in sight anew, after an action or from time to time. Errors: any `AppFault`. */
  async function refresh(): Promise<void> {
    const now = view.value
    if (!now) return
    const [found] = await Promise.all([readOverview(now.year), readDraft()])
    if (view.value !== now) return
    const run = wholeBook(now, found)
    // A book that was empty, or in which a gap was found, is opened anew.
    if (Boolean(run) !== Boolean(pages.run.value)) pages.open(now, run)
    await pages.refresh(run, inSight.from, inSight.to)
    if (view.value === now) chosen.value ??= pages.seqAt(0)
  }

  /** Told by the screen which lines (places, inclusive) are in sight; reads what is missing of them. Errors: any `AppFault`. */
  function see(from: number, to: number): Promise<void> {
    inSight = { from, to }
    return pages.need(from, to)
  }

  /** The line below (1) or above (-1) the number `seq`, or `null` at the end. Reads on where needed. Errors: any `AppFault`. */
  async function beside(seq: number, step: 1 | -1): Promise<JournalRow | null> {
    const at = pages.placeBeside(seq, step)
    await pages.need(Math.max(at, 0), at)
    return pages.rowAt(at) ?? null
  }

  return {
    ...{ view, overview, draft, chosen, chosenRow, top, total, query },
    ...{ count: pages.count, reading: pages.reading, more: pages.more, run: pages.run },
    ...{ show, refresh, see, beside, readDraft },
    rowAt: (index: number) => pages.rowAt(index),
    seqAt: (index: number) => pages.seqAt(index),
    indexOf: (seq: number) => pages.indexOf(seq),
    needEnd: () => pages.needEnd(),
  }
})

/** The counts of the year that is shown, and whether the clerk left a registration unfinished. */
function useOverview(view: ShallowRef<JournalView | null>) {
  const session = useSession()
  const overview = shallowRef<Overview | null>(null)
  const draft = ref(false)

  async function readOverview(year: number): Promise<Overview> {
    const found = await api.register.overview({ year })
    if (view.value?.year === year) overview.value = found
    return found
  }

  async function readDraft(): Promise<void> {
    draft.value = session.may('register.write') && (await api.drafts.load()) !== null
  }

  return { overview, draft, readOverview, readDraft }
}

/** The whole book as a run of numbers, where a line's place follows from its number: only if no number is missing and none is of a letter that one may not see. */
function wholeBook({ state, search }: JournalView, { first, last, counts }: Overview): Run | null {
  if (state !== 'all' || search !== '' || first === null || !last) return null
  return last.seq - first + 1 === counts.all ? { last: last.seq, count: counts.all } : null
}

function sameView(a: JournalView, b: JournalView): boolean {
  return a.year === b.year && a.state === b.state && a.search === b.search
}

function queryOf({ year, state, search }: JournalView, thisYear: number): Record<string, string> {
  return {
    ...(year !== thisYear && { year: String(year) }),
    ...(state !== 'all' && { state }),
    ...(search !== '' && { search }),
  }
}
