import { computed, onScopeDispose, shallowReactive, type MaybeRefOrGetter } from 'vue'
import { keyLabel, useKeys, type KeyMap } from '../../keys'

/** Keys that do one thing, with its name in the words of the screen. Several keys stand in the order in which they lie on the keyboard. */
export interface KeyLine {
  text: string
  map: KeyMap
}

/** Keys under one heading. */
export interface KeyGroup {
  title: string
  lines: readonly KeyLine[]
}

const given = shallowReactive(new Set<() => readonly KeyGroup[]>())

/**
 * Binds keys under their names, as `useKeys` does, for as long as the component lives; the sheet of keys (`KeySheet`) shows the very same list, so that no second one can go stale.
 * `groups`: what is bound now; a group of the same title in another component is shown as one.
 */
export function useNamedKeys(
  groups: () => readonly KeyGroup[],
  options: { active?: MaybeRefOrGetter<boolean>; modal?: boolean } = {},
): void {
  const bound = computed(() =>
    groups()
      .map((group) => ({ ...group, lines: group.lines.filter(({ map }) => Object.keys(map).length > 0) }))
      .filter(({ lines }) => lines.length > 0),
  )
  const shown = () => bound.value
  useKeys(() => Object.assign({}, ...shown().flatMap(({ lines }) => lines.map(({ map }) => map))) as KeyMap, options)
  given.add(shown)
  onScopeDispose(() => given.delete(shown))
}

/** All keys that are bound under names now, by heading: those of the screen first, then those of its parts. */
export function namedKeys(): KeyGroup[] {
  const titles = new Map<string, KeyLine[]>()
  for (const { title, lines } of [...given].flatMap((groups) => groups())) {
    titles.set(title, [...(titles.get(title) ?? []), ...lines])
  }
  return [...titles].map(([title, lines]) => ({ title, lines }))
}

/** So many keys of a line are still written one by one. */
const MOST = 4

/** The keys of a line as they are drawn, a text for each. Of a line with many, `1…9` stands for a whole row; the same row with Shift stands apart from it. */
export function drawnKeys({ map }: KeyLine): string[] {
  const chords = Object.keys(map)
  if (chords.length <= MOST) return chords.map(keyLabel)
  const rows = new Map<string, string[]>()
  for (const chord of chords) {
    const modifiers = chord.slice(0, chord.lastIndexOf('+') + 1)
    rows.set(modifiers, [...(rows.get(modifiers) ?? []), keyLabel(chord)])
  }
  return [...rows].flatMap(([modifiers, labels]) =>
    labels.length > 2 ? [`${labels[0]}…${labels.at(-1)!.slice(modifiers.length)}`] : labels,
  )
}
