import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Closing } from '#shared/contract'
import { isIsoDate, yearOf } from '#shared/domain'
import { api } from '../../api/client'

export type DayState = Awaited<ReturnType<typeof api.closings.day>>
export type YearState = Awaited<ReturnType<typeof api.closings.year>>

/** The day in hand and the closings of a year. What is read last counts; a failure leaves what was read. `today`: where it begins. */
export function useClosings(today: string) {
  const day = ref(today)
  const year = ref(yearOf(today))
  const state = shallowRef<DayState | null>(null)
  const book = shallowRef<YearState | null>(null)
  const fault = shallowRef<unknown>(null)
  const busy = ref(false)
  let [dayAsked, yearAsked] = [0, 0]

  async function readDay(): Promise<void> {
    const mine = ++dayAsked
    if (!isIsoDate(day.value)) return void (state.value = null)
    try {
      const found = await api.closings.day({ day: day.value })
      if (mine !== dayAsked) return
      state.value = found
      fault.value = null
    } catch (thrown) {
      if (mine === dayAsked) fault.value = thrown
    }
  }

  async function readYear(): Promise<void> {
    const mine = ++yearAsked
    try {
      const found = await api.closings.year({ year: year.value })
      if (mine === yearAsked) book.value = found
    } catch (thrown) {
      if (mine === yearAsked) fault.value = thrown
    }
  }

  /** Reads both anew. */
  const refresh = (): Promise<unknown> => Promise.all([readDay(), readYear()])

  /** Closes the day in hand; gives its sheet. Errors: any `AppFault`. */
  async function close(): Promise<Closing> {
    busy.value = true
    try {
      const sheet = await api.closings.close({ day: day.value })
      await refresh()
      return sheet
    } finally {
      busy.value = false
    }
  }

  watch(day, () => {
    state.value = null
    void readDay()
  })
  watch(year, () => {
    book.value = null
    void readYear()
  })
  onScopeDispose(() => {
    dayAsked++
    yearAsked++
  })
  void refresh()

  return { day, year, state, book, fault, busy, refresh, close }
}
