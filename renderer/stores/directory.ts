import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Appeal, Body, CaseOfFiles } from '#shared/contract'
import { belongsTo, takesRedirects, type BodyKind } from '#shared/domain'
import { api } from '../api/client'
import { useChanged } from './changes'

type DirectoryState = Awaited<ReturnType<typeof api.directory.all>>

/** Bodies letters are redirected to and cases they are filed to; empty until loaded. Read once, and anew when somebody changes it in any window. */
export const useDirectory = defineStore('directory', () => {
  const state = shallowRef<DirectoryState | null>(null)
  /** The reading that counts: one overtaken by a later one changes nothing, one that failed is made again. */
  let latest: Promise<void> | null = null

  /** Reads the directory anew. Errors: any `AppFault`. */
  function load(): Promise<void> {
    const mine = read()
    latest = mine
    return mine

    async function read(): Promise<void> {
      try {
        const found = await api.directory.all()
        if (latest === mine) state.value = found
      } catch (thrown) {
        if (latest === mine) latest = null
        throw thrown
      }
    }
  }

  /** Reads the directory unless it is there already or on its way. Errors: any `AppFault`. */
  function ready(): Promise<void> {
    return latest ?? load()
  }

  useChanged(['body', 'case'], () => (latest ? load() : undefined))

  /** Also one no longer used. */
  const bodyById = (id: number | null): Body | undefined => state.value?.bodies.find((body) => body.id === id)
  const caseById = (id: number | null): CaseOfFiles | undefined => state.value?.cases.find((one) => one.id === id)

  /** Where a letter belongs by what it says itself (R12, R21), and which body of the directory that is; `null` = it is the office's own. */
  function belonging({ facts }: Pick<Appeal, 'facts'>): { kind: BodyKind; body: Body | undefined } | null {
    const kind = belongsTo(facts)
    return kind && { kind, body: state.value?.bodies.find((body) => body.kind === kind && body.active) }
  }

  return {
    /** Everything in it, also what is no longer used; `null` until loaded. */
    all: computed(() => state.value),
    redirectBodies: computed(() => (state.value?.bodies ?? []).filter(({ active, kind }) => active && takesRedirects(kind))),
    cases: computed(() => (state.value?.cases ?? []).filter(({ active }) => active)),
    load,
    ready,
    bodyById,
    caseById,
    belonging,
  }
})
