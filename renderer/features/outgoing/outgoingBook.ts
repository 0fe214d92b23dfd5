import { computed, ref, shallowRef } from 'vue'
import type { OutgoingRow } from '#shared/contract'
import { api } from '../../api/client'

/** Which letters of the outgoing journal are shown. */
export interface OutgoingView {
  year: number
  waiting: boolean
}

type Page = Awaited<ReturnType<typeof api.decisions.outgoing>>

/** Lines asked for at once, and lines before the end of what is read at which more are asked for. */
const PAGE = 200
const MOST = 500
const AHEAD = 30

/**
 * The outgoing journal as it lies open: the whole book newest first, read page after page as it comes into sight; or what waits to be handed over, read whole and the most urgent first.
 * `seq` of the chosen line stays chosen when the lines are read anew.
 */
export function useOutgoingBook() {
  const view = shallowRef<OutgoingView | null>(null)
  const rows = shallowRef<OutgoingRow[]>([])
  const about = shallowRef<{ waiting: number; gapless: boolean; last: number } | null>(null)
  const chosen = ref<number | null>(null)
  const more = ref(false)
  let generation = 0
  let reading: Promise<void> | null = null

  const place = computed(() => rows.value.findIndex(({ seq }) => seq === chosen.value))
  const chosenRow = computed(() => rows.value[place.value] ?? null)

  async function read(now: OutgoingView, least: number): Promise<void> {
    const mine = ++generation
    const found = await first(now, least)
    if (mine !== generation) return
    rows.value = now.waiting ? [...found.rows].sort(byUrgency) : found.rows
    more.value = found.more
    const last = now.waiting
      ? (about.value?.last ?? (await page({ ...now, waiting: false }, null, 1)).rows[0]?.seq)
      : found.rows[0]?.seq
    if (mine !== generation) return
    about.value = { waiting: found.waiting, gapless: found.gapless, last: last ?? 0 }
    if (place.value < 0) chosen.value = rows.value[0]?.seq ?? null
  }

  /** Opens a view at its first line. Errors: any `AppFault`. */
  async function show(next: OutgoingView): Promise<void> {
    if (view.value?.year !== next.year) about.value = null
    view.value = next
    rows.value = []
    more.value = false
    chosen.value = null
    await read(next, 0)
  }

  /** Reads the lines anew; what was read stays in sight meanwhile. Errors: any `AppFault`. */
  async function refresh(): Promise<void> {
    if (view.value) await read(view.value, rows.value.length)
  }

  async function readOn(limit: number): Promise<void> {
    const [now, mine, last] = [view.value, generation, rows.value.at(-1)?.seq]
    if (!now || last === undefined || !more.value) return
    const found = await page(now, last, limit)
    if (mine !== generation) return
    rows.value = [...rows.value, ...found.rows]
    more.value = found.more && found.rows.length > 0
  }

  /** Told which line is the last in sight (its place); reads on where the end is near. Errors: any `AppFault`. */
  function see(to: number): Promise<void> {
    if (!more.value || to < rows.value.length - AHEAD) return Promise.resolve()
    reading ??= readOn(PAGE).finally(() => (reading = null))
    return reading
  }

  function moveTo(index: number): void {
    const at = Math.min(Math.max(index, 0), rows.value.length - 1)
    chosen.value = rows.value[at]?.seq ?? null
  }

  /** Chooses the last line; a long book is read to its end first. Errors: any `AppFault`. */
  async function toEnd(): Promise<void> {
    const now = view.value
    while (more.value && view.value === now) await readOn(MOST)
    // Who has gone elsewhere meanwhile stays there.
    if (view.value === now) moveTo(rows.value.length - 1)
  }

  return { view, rows, about, chosen, chosenRow, place, more, show, refresh, see, moveTo, toEnd }
}

async function page({ year, waiting }: OutgoingView, after: number | null, limit: number): Promise<Page> {
  return api.decisions.outgoing({ year, waiting, after, limit })
}

/** The first lines of a view, at least as many as were read before; of what waits all of them. */
async function first(now: OutgoingView, least: number): Promise<Page> {
  const found = await page(now, null, Math.min(MOST, Math.max(PAGE, least)))
  let { more: left } = found
  const all = [...found.rows]
  while (left && all.length > 0 && (now.waiting || all.length < least)) {
    const next = await page(now, all.at(-1)!.seq, MOST)
    all.push(...next.rows)
    left = next.more && next.rows.length > 0
  }
  return { ...found, rows: all, more: left }
}

/** The earlier day first; letters without one come after, older ones first. */
export function byUrgency(a: OutgoingRow, b: OutgoingRow): number {
  const [first, second] = [a.sendBy ?? '9999', b.sendBy ?? '9999']
  return first === second ? a.seq - b.seq : first < second ? -1 : 1
}

export type OutgoingBook = ReturnType<typeof useOutgoingBook>
