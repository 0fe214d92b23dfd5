import { computed, ref, shallowRef, watch } from 'vue'
import type { Appeal, Attachment } from '#shared/contract'
import { api } from '../../api/client'
import { useChanged } from '../../stores/changes'
import { useSession } from '../../stores/session'
import { useLetterFiles } from './letterFiles'

/** Files of the entry on the card, the one that is looked at, and those that are coming in. `fault`: why they could not be read. */
export function useEntryFiles(appeal: () => Appeal | null) {
  const session = useSession()
  const stored = shallowRef<readonly Attachment[]>([])
  const fault = shallowRef<unknown>(null)
  const chosenId = ref<number | null>(null)
  const incoming = useLetterFiles()

  const files = computed(() => besideTheirs(stored.value))
  const chosen = computed(() => files.value.find(({ id }) => id === chosenId.value) ?? firstShown(files.value))
  const mayAdd = computed(() => session.may('attachments.write') && appeal() !== null && appeal()!.status !== 'void')

  async function load(): Promise<void> {
    const id = appeal()?.id
    if (id === undefined) return
    try {
      const found = await api.attachments.ofEntry({ id })
      if (id === appeal()?.id) show(found)
    } catch (thrown) {
      if (id === appeal()?.id) fault.value = thrown
    }
  }

  function show(found: readonly Attachment[]): void {
    stored.value = found
    fault.value = null
  }

  watch(
    () => appeal()?.id,
    () => {
      stored.value = []
      chosenId.value = null
      // Files meant for the entry before are not taken along to the next.
      incoming.clear({ discard: true })
      void load()
    },
    { immediate: true },
  )
  useChanged(['appeal'], load)

  const choose = (id: number): void => void (chosenId.value = id)
  return { files, fault, chosen, choose, mayAdd, incoming, load, show }
}
export type EntryFiles = ReturnType<typeof useEntryFiles>

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
