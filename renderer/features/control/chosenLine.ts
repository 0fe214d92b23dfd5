import { computed, ref } from 'vue'
import type { ControlLine } from '#shared/contract'

/** Lines under one heading. */
export interface LineGroup {
  key: string
  title: string
  count: number
  lines: readonly ControlLine[]
}

/** What tells a line from all others, also when the list was read anew. */
export function keyOfLine(group: Pick<LineGroup, 'key'>, { id, due, whose, outgoing }: ControlLine): string {
  return `${group.key}/${id}/${due}/${whose}/${outgoing}`
}

/** The one line that is chosen; the first until another is, and the one in its place when it has gone. */
export function useChosenLine(groups: () => readonly LineGroup[]) {
  const wanted = ref('')
  const place = ref(0)
  const all = computed(() => groups().flatMap((group) => group.lines.map((line) => ({ key: keyOfLine(group, line), line }))))
  const at = computed(() => {
    const found = all.value.findIndex(({ key }) => key === wanted.value)
    return found >= 0 ? found : Math.min(place.value, all.value.length - 1)
  })
  const chosen = computed(() => all.value[at.value]?.line ?? null)
  const chosenKey = computed(() => all.value[at.value]?.key ?? '')

  function choose(key: string): void {
    wanted.value = key
    place.value = Math.max(0, at.value)
  }

  /** So many lines on; stays at the ends. */
  function move(step: number): void {
    const next = all.value[Math.min(Math.max(at.value + step, 0), all.value.length - 1)]
    if (next) choose(next.key)
  }

  return { chosen, chosenKey, choose, move }
}
