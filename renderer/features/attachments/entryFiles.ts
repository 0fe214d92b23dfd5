import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { Appeal, Attachment } from '#shared/contract'
import { api } from '../../api/client'
import { useChanged } from '../../stores/changes'
import { useSession } from '../../stores/session'
import { useEntryIncoming } from './entryIncoming'
import { LetterFiles, type TakenFile } from './letterFiles'
import { pathOf } from './storedFile'

/** A file as it is shown beside the card. */
export interface ShownFile {
  file: Pick<Attachment, 'name' | 'kind' | 'condition' | 'pages'>
  /** Where its content stands. */
  path: string
}

/** Files of the entry on the card, the one that is looked at, and those that are coming in, which stay with their entry until they are attached or given up. `fault`: why they could not be read. */
export function useEntryFiles(appeal: () => Appeal | null) {
  const session = useSession()
  const lists = useEntryIncoming()
  const stored = shallowRef<readonly Attachment[]>([])
  const fault = shallowRef<unknown>(null)
  const none = new LetterFiles()
  const entryId = computed(() => appeal()?.id ?? null)
  const incoming = computed(() => (entryId.value === null ? none : lists.of(entryId.value)))

  const files = computed(() => besideTheirs(stored.value))
  const mayWrite = computed(() => session.may('attachments.write') && appeal() !== null)
  const mayAdd = computed(() => mayWrite.value && appeal()!.status !== 'void')
  // Also of an entry that was voided meanwhile: they wait until they are given up.
  const waiting = computed(() => (mayWrite.value ? incoming.value.taken.value : []))
  const { forget, ...choice } = useChoice(files, waiting)
  /** `2 + 1`: two files, and one that is not attached yet. */
  const count = computed(() => {
    const { length } = waiting.value
    return length > 0 ? `${files.value.length} + ${length}` : files.value.length
  })

  async function load(): Promise<void> {
    const id = entryId.value
    if (id === null) return
    try {
      const found = await api.attachments.ofEntry({ id })
      if (id !== entryId.value) return
      show(found)
      // What waits is no part of the entry: without it the card is still whole.
      if (mayWrite.value) await incoming.value.renew().catch(() => {})
    } catch (thrown) {
      if (id === entryId.value) fault.value = thrown
    }
  }

  function show(found: readonly Attachment[]): void {
    stored.value = found
    fault.value = null
    incoming.value.hasLetter = found.some(({ role, withdrawn }) => role === 'letter' && withdrawn === null)
  }

  watch(
    entryId,
    () => {
      stored.value = []
      forget()
      void load()
    },
    { immediate: true },
  )
  useChanged(['appeal'], load)

  return { files, count, fault, mayAdd, incoming, load, show, ...choice }
}
export type EntryFiles = ReturnType<typeof useEntryFiles>

/** Which file is looked at: one of the entry's (`chosen`), or one that is not attached yet (`looked`). */
function useChoice(files: Ref<readonly Attachment[]>, waiting: Ref<readonly TakenFile[]>) {
  const chosenId = ref<number | null>(null)
  const waitingKey = ref<number | null>(null)
  const looked = computed(() => {
    const [first] = files.value.length === 0 ? waiting.value : []
    return waiting.value.find(({ key }) => key === waitingKey.value) ?? first ?? null
  })
  const chosen = computed(() =>
    looked.value ? null : (files.value.find(({ id }) => id === chosenId.value) ?? firstShown(files.value)),
  )
  const shown = computed<ShownFile | null>(
    () => looked.value ?? (chosen.value && { file: chosen.value, path: pathOf(chosen.value) }),
  )

  function choose(id: number): void {
    chosenId.value = id
    waitingKey.value = null
  }
  const look = (key: number): void => void (waitingKey.value = key)
  const forget = (): void => void (chosenId.value = waitingKey.value = null)
  return { looked, chosen, shown, choose, look, forget }
}

/** Stamped copies stand under the file they were made of. */
function besideTheirs(files: readonly Attachment[]): Attachment[] {
  const copies = (id: number): Attachment[] => files.filter(({ stamped }) => stamped?.of === id)
  const whole = new Set(files.map(({ id }) => id))
  return files.filter(({ stamped }) => stamped === null || !whole.has(stamped.of)).flatMap((file) => [file, ...copies(file.id)])
}

/** The letter itself is what one wants to see first, with its stamp where it has one. */
function firstShown(files: readonly Attachment[]): Attachment | null {
  const valid = files.filter(({ withdrawn }) => withdrawn === null)
  const letters = valid.filter(({ role }) => role === 'letter')
  return letters.findLast(({ stamped }) => stamped !== null) ?? letters[0] ?? valid[0] ?? files[0] ?? null
}

/** Whether a stamp can be put on a file: a whole PDF or picture that is no stamped copy itself. */
export function isStampable({ kind, condition, stamped, withdrawn }: Attachment): boolean {
  const isPaper = kind === 'pdf' || kind === 'jpeg' || kind === 'png' || kind === 'tiff'
  return isPaper && condition === 'whole' && stamped === null && withdrawn === null
}
