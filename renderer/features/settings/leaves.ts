/** A form as a flat list of its values: `details.name.kk` → text. Lists (roles) count as one value. */

/** Whether a value has parts of its own that stand as fields. */
function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Paths of all values of a form, in their order. */
export function paths(form: object, prefix = ''): string[] {
  return Object.entries(form).flatMap(([key, value]) => (isGroup(value) ? paths(value, `${prefix}${key}.`) : [`${prefix}${key}`]))
}

/** The value at a path; `undefined` when there is none. */
export function leafAt(form: object, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => (isGroup(part) ? part[key] : undefined), form)
}

/** The text at a path; empty when there is none. */
export function textAt(form: object, path: string): string {
  const value = leafAt(form, path)
  return typeof value === 'string' ? value : ''
}

/** Writes a value at a path that the form has. */
export function setLeaf(form: object, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop()!
  const group = keys.length === 0 ? form : leafAt(form, keys.join('.'))
  if (isGroup(group) && last in group) group[last] = value
}

/** A form of its own that shares nothing with the original; takes reactive forms too. */
export function copyOf<T>(form: T): T {
  return JSON.parse(JSON.stringify(form)) as T
}

/** Whether two values say the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/**
 * Brings somebody else's change into a form that is being filled in: fields that were not touched here take the new value, fields that were touched keep what was typed.
 * `contested`: by path, the stored value of those that both changed.
 */
export function mergeForms<T extends object>(base: T, mine: T, theirs: T): { merged: T; contested: Record<string, unknown> } {
  const merged = copyOf(mine)
  const contested: Record<string, unknown> = {}
  for (const path of paths(theirs)) {
    const [was, typed, stored] = [leafAt(base, path), leafAt(mine, path), leafAt(theirs, path)]
    if (isSame(was, typed)) setLeaf(merged, path, stored)
    else if (!isSame(was, stored) && !isSame(typed, stored)) contested[path] = stored
  }
  return { merged, contested }
}
