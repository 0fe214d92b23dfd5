import { computed, ref, watch } from 'vue'
import type { DeskLetter } from '#shared/contract'
import { isIsoDate, type IsoDate } from '#shared/domain'
import { useOffice } from '../../stores/office'
import { emptyChoice, latestDue, textOf, whenOptions, type Choice } from './choice'
import type { DeskQueue } from './deskQueue'

/** What still lacks before a resolution can be issued. */
export type Lack = 'text' | 'executors' | 'due' | 'dueTooLate' | 'dueTooSoon'

/** What is chosen for each letter of the desk, kept by letter: going to and fro, a refusal and a conflict lose nothing. */
export function useDeskChoices({ letter, executors }: DeskQueue) {
  const office = useOffice()
  const kept = ref<Record<number, Choice>>({})
  const lacks = ref<Lack[]>([])

  watch(
    () => letter.value?.id,
    () => (lacks.value = []),
  )

  // A letter whose deadline is over has no day by law left to give.
  const fresh = (one: DeskLetter) => emptyChoice(latestDue(one.deadline, office.today()) === null ? 'three' : 'law')

  const choice = computed<Choice>({
    get: () => (letter.value ? (kept.value[letter.value.id] ?? fresh(letter.value)) : emptyChoice()),
    set: (next) => {
      if (letter.value) kept.value[letter.value.id] = next
      lacks.value = []
    },
  })
  const options = computed(() => (letter.value ? whenOptions(letter.value.deadline, office.today(), office.calendar) : []))
  const due = computed<IsoDate | null>(() => {
    const { when, other } = choice.value
    if (when === 'other') return isIsoDate(other) ? other : null
    return options.value.find(({ key }) => key === when)?.date ?? null
  })
  const chosen = computed(() =>
    choice.value.executors.flatMap((id) => executors.value.find((executor) => executor.id === id) ?? []),
  )

  /** Names in `lacks` what lacks for the letter at hand; `true` when nothing does. */
  function isWhole(): boolean {
    if (!letter.value) return false
    const [latest, day] = [latestDue(letter.value.deadline, office.today()), due.value]
    const found: (Lack | false)[] = [
      textOf(choice.value).trim() === '' && 'text',
      choice.value.executors.length === 0 && 'executors',
      day === null && 'due',
      day !== null && latest !== null && day > latest && 'dueTooLate',
      day !== null && choice.value.when === 'other' && day < office.today() && 'dueTooSoon',
    ]
    lacks.value = found.filter((one) => one !== false)
    return lacks.value.length === 0
  }

  function clear(): void {
    if (letter.value) choice.value = fresh(letter.value)
  }

  /** Keeps a choice for a letter, or forgets it. */
  function keep(id: number, next: Choice | null): void {
    if (next) kept.value[id] = next
    else Reflect.deleteProperty(kept.value, id)
  }

  return { choice, options, due, chosen, lacks, isWhole, clear, keep }
}
