import { computed } from 'vue'
import { useOffice } from '../../stores/office'
import { useCalendarChange } from './calendarChange'

/** Orders that moved days, to be offered again: first those typed in this session, newest first, then those of the change and of the kept calendar. */
export function useKnownSources() {
  const office = useOffice()
  const change = useCalendarChange()

  const sources = computed(() => {
    const kept = [...(office.state?.calendar.days ?? [])].reverse()
    const edited = [...change.edits.values()].flatMap(({ content }) => content.days)
    const listed = [...edited, ...kept].flatMap(({ source }) => source ?? [])
    return [...new Set([...change.orders, ...listed])]
  })

  /** Keeps an order that was typed. */
  function remember(source: string): void {
    change.orders = [source, ...change.orders.filter((each) => each !== source)]
  }

  return {
    sources,
    /** The order typed last in this session; empty before. */
    last: computed(() => change.orders[0] ?? ''),
    remember,
  }
}
