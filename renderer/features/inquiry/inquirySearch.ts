import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { JournalRow } from '#shared/contract'
import { yearOf } from '#shared/domain'
import { api } from '../../api/client'
import { useOffice } from '../../stores/office'
import { numberScanned, scannedEntry } from '../check/scanned'

/** Hits shown at most, and milliseconds after the last key press until they are asked for. */
const MOST = 20
/** Longest text the host searches for. */
const LONGEST = 200
const TYPING = 200

/** Finds entries by number, name, IIN or phone in the books of all years, this year's first. The first hit is chosen; the one chosen stays chosen while the same text is asked again. */
export function useInquirySearch() {
  const search = ref('')
  const hits = shallowRef<JournalRow[]>([])
  const more = ref(false)
  /** The text the hits belong to; empty while nothing is asked. */
  const asked = ref('')
  const reading = ref(false)
  const fault = shallowRef<unknown>(null)
  const chosenId = ref<number | null>(null)
  const place = computed(() => hits.value.findIndex(({ id }) => id === chosenId.value))
  const find = useBooks()
  let generation = 0
  let typing: ReturnType<typeof setTimeout> | undefined

  /** Asks for what is typed now. */
  async function seek(): Promise<void> {
    clearTimeout(typing)
    const [mine, text] = [++generation, search.value.trim()]
    fault.value = null
    if (text === '') {
      hits.value = []
      asked.value = ''
      chosenId.value = null
      reading.value = false
      return
    }
    reading.value = true
    try {
      const number = scannedEntry(text) ? (await numberScanned(text))?.number : undefined
      if (mine !== generation) return
      // A scanned slip or sticker stands for its number, which is then asked for like any other.
      if (number !== undefined) return void (search.value = number)
      const found = await find(text.slice(0, LONGEST))
      if (mine !== generation) return
      hits.value = found.rows
      more.value = found.more
      if (text !== asked.value || place.value < 0) chosenId.value = found.rows[0]?.id ?? null
      asked.value = text
    } catch (thrown) {
      if (mine === generation) fault.value = thrown
    } finally {
      if (mine === generation) reading.value = false
    }
  }

  watch(search, () => {
    clearTimeout(typing)
    typing = setTimeout(() => void seek(), TYPING)
  })
  onScopeDispose(() => clearTimeout(typing))

  /** The hit below (1) or above (-1); stays at the ends. */
  function move(step: 1 | -1): void {
    const next = hits.value[Math.min(Math.max(place.value + step, 0), hits.value.length - 1)]
    if (next) chosenId.value = next.id
  }

  return { search, hits, more, asked, reading, fault, chosenId, seek, move }
}

/** Looks a text up in the books of all years. */
function useBooks(): (text: string) => Promise<{ rows: JournalRow[]; more: boolean }> {
  const office = useOffice()
  let years: Promise<number[]> | null = null

  // Asked for once; a failure is asked again the next time.
  function books(): Promise<number[]> {
    const year = yearOf(office.today())
    years ??= api.register
      .overview({ year })
      .then((found) => [...new Set([year, ...found.years])].sort((a, b) => b - a))
      .catch((thrown: unknown) => {
        years = null
        throw thrown
      })
    return years
  }

  return async (text) => {
    const pages = await Promise.all(
      (await books()).map((year) => api.register.journal({ year, state: 'all', search: text, after: null, limit: MOST })),
    )
    const rows = pages.flatMap((page) => page.rows)
    return { rows: rows.slice(0, MOST), more: rows.length > MOST || pages.some((page) => page.more) }
  }
}

export type InquirySearch = ReturnType<typeof useInquirySearch>
