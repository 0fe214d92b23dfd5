import { computed, ref, shallowRef } from 'vue'
import type { DeskTask } from '#shared/contract'
import { api } from '../../api/client'
import { useSession } from '../../stores/session'

/** My tasks first, then those of my people, each due first; one of them is chosen. */
export function useTasks() {
  const session = useSession()
  const all = shallowRef<DeskTask[]>([])
  const chosenId = ref<number | null>(null)
  const done = ref(false)
  const loaded = ref(false)
  let generation = 0

  const isMine = (task: DeskTask): boolean => session.isMe(task.personId)
  const groups = computed(() =>
    [
      { name: 'mine' as const, tasks: all.value.filter(isMine) },
      { name: 'people' as const, tasks: all.value.filter((task) => !isMine(task)) },
    ].filter(({ tasks }) => tasks.length > 0),
  )
  const inOrder = computed(() => groups.value.flatMap(({ tasks }) => tasks))
  const chosen = computed(() => inOrder.value.find(({ taskId }) => taskId === chosenId.value) ?? null)

  /** Reads the tasks anew; the chosen one stays chosen, or the one that took its place. Errors: any `AppFault`. */
  async function load(): Promise<void> {
    const mineNow = ++generation
    const found = await api.routing.tasks({ done: done.value })
    if (mineNow !== generation) return
    const place = inOrder.value.findIndex(({ taskId }) => taskId === chosenId.value)
    all.value = found
    loaded.value = true
    if (chosen.value) return
    const last = inOrder.value.length - 1
    chosenId.value = inOrder.value[Math.min(Math.max(place, 0), last)]?.taskId ?? null
  }

  /** The next line (1) or the one before (-1); stays at the ends. */
  function move(step: number): void {
    const at = inOrder.value.findIndex(({ taskId }) => taskId === chosenId.value)
    chosenId.value = inOrder.value[Math.min(Math.max(at + step, 0), inOrder.value.length - 1)]?.taskId ?? null
  }

  return { groups, chosen, chosenId, done, loaded, isMine, load, move }
}
