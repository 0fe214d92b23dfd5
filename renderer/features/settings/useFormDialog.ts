import { ref } from 'vue'
import { useSettingsDrafts } from './drafts'
import { copyOf } from './leaves'
import { useVersionedForm, type Stored, type VersionedWays } from './useVersionedForm'

interface Row {
  id: number
  /** None where the handler keeps none. */
  version?: number
}

interface Ways<T extends Row, F extends object> extends Pick<VersionedWays<F>, 'check' | 'valueAt' | 'wordOf'> {
  /** Which table, e.g. `case`; the unfinished change is kept under it. */
  name: string
  /** The row as stored; `null` = a new one. */
  row: T | null
  formOf: (row: T | null) => F
  /** Sends the change; gives the row as it is stored now. `id` `null` = a new row. */
  send: (form: F, at: { id: number | null; version: number }) => Promise<T>
  /** Reads all rows anew. */
  reload: () => Promise<readonly T[]>
  saved: () => unknown
}

/**
 * The form of a dialog that adds or changes one row of a table, for `FormDialog`. Closed without saving, what was typed is there again at the next opening. A row that is gone meanwhile can be
 * saved anew: its `id` is `null` then.
 */
export function useFormDialog<T extends Row, F extends object>(ways: Ways<T, F>) {
  const drafts = useSettingsDrafts()
  const key = `${ways.name}:${ways.row?.id ?? 'new'}`
  const id = ref(ways.row?.id ?? null)
  const root = ref<HTMLElement | null>(null)
  const storedOf = (row: T | null): Stored<F> => ({ form: ways.formOf(row), version: row?.version ?? 0 })

  const edit = useVersionedForm<F>({
    ...ways,
    ...{ key, root, stored: storedOf(ways.row) },
    send: async (typed, version) => storedOf(await ways.send(typed, { id: id.value, version })),
    async reload(): Promise<Stored<F>> {
      const found = (await ways.reload()).find((one) => one.id === id.value)
      if (found) return storedOf(found)
      id.value = null
      return { form: copyOf(edit.form), version: 0 }
    },
  })
  const forget = (): void => void drafts.forget(key)

  async function save(): Promise<void> {
    if (!(await edit.save())) return
    forget()
    await ways.saved()
  }

  return { ...edit, root, id, save, forget }
}
