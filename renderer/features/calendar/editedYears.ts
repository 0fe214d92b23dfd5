import { computed, shallowRef } from 'vue'
import { calendarOf, yearOf, type IsoDate } from '#shared/domain'
import { useOffice } from '../../stores/office'
import { isEdited, keptYear, rebased, restored, withEdits, type YearContent, type YearEdit, type YearEdits } from './yearEdits'

/** How many years one change may hold. */
const MOST_YEARS = 3

/** Years being edited, over those the office keeps. `edited`: called after each edit. */
export function useEditedYears(edited: () => void) {
  const office = useOffice()
  const edits = shallowRef<YearEdits>(new Map())
  const keptContent = (year: number) => keptYear(office.state!.calendar, office.calendar, year)

  /** A year with what was edited in it. */
  const contentOf = (year: number): YearContent => edits.value.get(year)?.content ?? keptContent(year)

  /** The calendar as it would be. */
  const calendar = computed(() => {
    if (edits.value.size === 0) return office.calendar
    return calendarOf(withEdits(office.state!.calendar, edits.value), office.rules.week, office.law)
  })

  /** The edited years, whole, in order. */
  const contents = computed(() => [...edits.value.values()].map(({ content }) => content).sort((a, b) => a.year - b.year))

  function lay(next: readonly YearEdit[]): void {
    edits.value = new Map(next.filter(isEdited).map((edit) => [edit.content.year, edit]))
    edited()
  }

  /** Puts edited years in the place of the kept ones. `false` when that would be more years than one change may hold; then nothing is edited. */
  function put(changed: readonly YearContent[]): boolean {
    const next = new Map(edits.value)
    for (const content of changed) {
      next.set(content.year, { base: next.get(content.year)?.base ?? keptContent(content.year), content })
    }
    const all = [...next.values()]
    if (all.filter(isEdited).length > MOST_YEARS) return false
    lay(all)
    return true
  }

  /** Leaves a day as it was before, with the other half of its transfer. */
  function restore(date: IsoDate): void {
    const pair = contentOf(yearOf(date)).days.find((day) => day.date === date)?.pair
    for (const at of [date, pair]) {
      const edit = at && edits.value.get(yearOf(at))
      if (edit) put([restored(edit, at)])
    }
  }

  /** Brings what was edited onto the calendar as the office keeps it now. */
  function toPresent(): void {
    lay([...edits.value.values()].map((edit) => rebased(edit, keptContent(edit.content.year))))
  }

  return { edits, contents, calendar, contentOf, put, restore, toPresent, clear: () => (edits.value = new Map()) }
}
