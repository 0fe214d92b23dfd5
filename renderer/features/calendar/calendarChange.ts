import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { PastChange, ReadYear } from '#shared/contract'
import type { IsoDate } from '#shared/domain'
import { api } from '../../api/client'
import { useOffice } from '../../stores/office'
import { useTermsChange } from '../deadlines/termsChange'
import { useEditedYears } from './editedYears'
import { faultsOf } from './sentFaults'
import { useAfterPause } from './afterPause'
import { withDay, type DayChoice } from './yearEdits'

/** The change of the calendar that is being made. Nothing is sent until it is applied; it outlives a visit to another screen. */
export const useCalendarChange = defineStore('calendarChange', () => {
  const weighing = useTermsChange()
  const years = useEditedYears(() => (isOpen.value ? weigh() : drop()))
  const takingBack = shallowRef<PastChange | null>(null)
  const { past, based, readAnew, readPast } = usePast()
  /** Orders typed in this session, newest first. */
  const orders = ref<string[]>([])
  /** The file the change was read from, while it is what is being changed. */
  const read = shallowRef<(ReadYear & { name: string }) | null>(null)
  const isOpen = computed(() => years.edits.value.size > 0 || takingBack.value !== null)
  const {
    waiting,
    run: weigh,
    stop,
  } = useAfterPause(async () => {
    const undone = takingBack.value
    await weighing.propose(
      undone ? { kind: 'takeBack', change: undone.id } : { kind: 'calendar', years: years.contents.value },
      based.value,
    )
  })

  /** Proposes to undo an earlier change. */
  function takeBack(change: PastChange): void {
    takingBack.value = change
    weigh()
  }

  /** Gives up all that was edited. */
  function drop(): void {
    stop()
    years.clear()
    takingBack.value = null
    read.value = null
    weighing.drop()
  }

  /** Reads the calendar and its past changes. What is being edited keeps the state it was begun on. Errors: any `AppFault`. */
  async function load(): Promise<void> {
    await (isOpen.value ? readPast() : readAnew())
  }

  /** Brings what was edited onto the calendar as somebody else has left it, and asks for its consequences again. Errors: any `AppFault`. */
  async function rebase(): Promise<void> {
    await readAnew()
    years.toPresent()
  }

  /** Applies the change whose consequences are shown. Resolves with the number of deadlines it moved, `null` when it was refused or its consequences are not known yet. */
  async function apply(): Promise<number | null> {
    const moved = weighing.consequences.value?.moved.length ?? 0
    const applied = years.edits.value
    if (waiting.value || !(await weighing.apply())) return null
    // What was edited while the register was at work stays, on top of what was applied.
    takingBack.value = null
    if (years.edits.value === applied) drop()
    await rebase()
    return moved
  }

  const { edits, calendar, contentOf, put, restore } = years
  return {
    ...{ edits, calendar, contentOf, put, restore, takingBack, past, orders, read, isOpen, load, takeBack, drop, rebase, apply },
    /** Makes something else of a day; `false` when the change would hold too many years. */
    setDay: (date: IsoDate, choice: DayChoice) => put(withDay(contentOf, date, choice)),
    consequences: weighing.consequences,
    fault: weighing.fault,
    busy: computed(() => weighing.busy.value || waiting.value),
    faults: computed(() => faultsOf(weighing.fault.value, years.contents.value)),
  }
})

/** What was changed before, and the state a new change is based on. */
function usePast() {
  const office = useOffice()
  const past = shallowRef<PastChange[]>([])
  const based = ref(0)

  async function readPast(): Promise<number> {
    const { version, changes } = await api.deadlines.changes()
    past.value = changes
    return version
  }

  // First the changes, then the office: what somebody applies between the two calls is noticed when ours is weighed.
  async function readAnew(): Promise<void> {
    const version = await readPast()
    await office.load()
    based.value = version
  }

  return { past, based, readPast, readAnew }
}
