import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { JournalRow, JournalState } from '#shared/contract'
import { yearOf } from '#shared/domain'
import { api } from '../api/client'
import { useJournalPages, type JournalView, type Run } from './journalPages'
import { useOffice } from './office'
import { useSession } from './session'

export type Overview = Awaited<ReturnType<typeof api.register.overview>>

/** The journal as it lies open: which lines are shown, which one is chosen, how far it is turned. It stays so while one looks at a card. */
export const useJournal = defineStore('journal', () => {
  const office = useOffice()
  const session = useSession()
  const pages = useJournalPages((query) => api.register.journal(query))
  const view = shallowRef<JournalView | null>(null)
  const overview = shallowRef<Overview | null>(null)
  const draft = ref(false)
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

  function whole({ state, search }: JournalView, { last, counts, gapless }: Overview): Run | null {
    return state === 'all' && search === '' && gapless && last ? { last: last.seq, count: counts.all } : null
  }

  async function readOverview(year: number): Promise<Overview> {
    const found = await api.register.overview({ year })
    if (view.value?.year === year) overview.value = found
    return found
  }

  /** Opens the journal at a view; the one already open stays as it lies. Errors: any `AppFault`. */
  async function show(next: JournalView): Promise<void> {
    if (view.value && sameView(view.value, next)) return refresh()
    const otherYear = view.value?.year !== next.year
    view.value = next
    chosen.value = null
    top.value = 0
    inSight = { from: 0, to: 0 }
    if (otherYear) overview.value = null
    pages.close()
    const found = overview.value ?? (await readOverview(next.year))
    if (view.value !== next) return
    pages.open(next, whole(next, found))
    await pages.need(0, 40)
    if (view.value === next) chosen.value ??= pages.seqAt(0)
  }

  /** Reads the counts and the lines in sight anew, after an action or from time to time. Errors: any `AppFault`. */
  async function refresh(): Promise<void> {
    const now = view.value
    if (!now) return
    const [found] = await Promise.all([readOverview(now.year), readDraft()])
    if (view.value !== now) return
    const run = whole(now, found)
    // A book that was empty, or whose gap was found, is opened anew.
    if (Boolean(run) !== Boolean(pages.run.value)) pages.open(now, run)
    await pages.refresh(run, inSight.from, inSight.to)
    if (view.value === now) chosen.value ??= pages.seqAt(0)
  }

  /** Whether the clerk left a registration unfinished. */
  async function readDraft(): Promise<void> {
    draft.value = session.may('register.write') && (await api.drafts.load()) !== null
  }

  /** Told by the screen which lines (places, inclusive) are in sight. */
  function see(from: number, to: number): Promise<void> {
    inSight = { from, to }
    return pages.need(from, to)
  }

  /** The line `step` places below (above when negative) the number `seq`, or `null` at the end. Reads on where needed. */
  async function beside(seq: number, step: 1 | -1): Promise<JournalRow | null> {
    const at = placeOf(seq, step)
    await pages.need(Math.max(at, 0), at)
    return pages.rowAt(at) ?? null
  }

  function placeOf(seq: number, step: 1 | -1): number {
    const at = pages.indexOf(seq)
    if (at >= 0) return at + step
    // A letter that is not in the view (opened by its address, or just changed) stands between two that are.
    let below = 0
    while (below < pages.count.value && pages.seqAt(below)! > seq) below++
    return step === 1 ? below : below - 1
  }

  return {
    ...{ view, overview, draft, chosen, chosenRow, top, total, query },
    ...{ count: pages.count, reading: pages.reading, more: pages.more, run: pages.run },
    ...{
      show,
      refresh,
      see,
      beside,
      readDraft,
      rowAt: pages.rowAt,
      seqAt: pages.seqAt,
      indexOf: pages.indexOf,
      needEnd: pages.needEnd,
    },
  }
})

function sameView(a: JournalView, b: JournalView): boolean {
  return a.year === b.year && a.state === b.state && a.search === b.search
}

function queryOf({ year, state, search }: JournalView, thisYear: number): Record<string, string> {
  return {
    ...(year !== thisYear && { year: String(year) }),
    ...(state !== 'all' && { state: state satisfies JournalState }),
    ...(search !== '' && { search }),
  }
}
