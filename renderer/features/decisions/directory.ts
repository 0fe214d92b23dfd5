import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Appeal, Body, CaseOfFiles } from '#shared/contract'
import { belongsTo, takesRedirects, type BodyKind } from '#shared/domain'
import { api } from '../../api/client'

/** Bodies letters are redirected to and cases they are filed to. Empty until loaded. */
export const useDirectory = defineStore('directory', () => {
  const state = shallowRef<{ bodies: Body[]; cases: CaseOfFiles[] }>({ bodies: [], cases: [] })

  /** Reads the directory anew. Errors: any `AppFault`. */
  async function load(): Promise<void> {
    state.value = await api.directory.all()
  }

  /** Also one no longer used. */
  const bodyById = (id: number | null): Body | undefined => state.value.bodies.find((body) => body.id === id)
  const caseById = (id: number | null): CaseOfFiles | undefined => state.value.cases.find((one) => one.id === id)

  /** Where a letter belongs by what it says itself (R12, R21), and which body of the directory that is; `null` = it is the office's own. */
  function belonging({ facts }: Pick<Appeal, 'facts'>): { kind: BodyKind; body: Body | undefined } | null {
    const kind = belongsTo(facts)
    return kind && { kind, body: state.value.bodies.find((body) => body.kind === kind && body.active) }
  }

  return {
    redirectBodies: computed(() => state.value.bodies.filter(({ active, kind }) => active && takesRedirects(kind))),
    cases: computed(() => state.value.cases.filter(({ active }) => active)),
    load,
    bodyById,
    caseById,
    belonging,
  }
})
