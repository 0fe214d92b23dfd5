import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Colleague, Department } from '#shared/contract'
import { api } from '../api/client'

type StructureState = Awaited<ReturnType<typeof api.structure.state>>

/** Departments, colleagues and absences that are not over. Empty until loaded. */
export const useStructure = defineStore('structure', () => {
  const state = shallowRef<StructureState | null>(null)
  const people = computed(() => state.value?.people ?? [])
  const byId = computed(() => new Map(people.value.map((person) => [person.id, person])))

  /** Reads the structure anew. Errors: any `AppFault`. */
  async function load(): Promise<StructureState> {
    state.value = await api.structure.state()
    return state.value
  }

  /** Also of one who left; `undefined` for nobody. */
  function personById(id: number | null): Colleague | undefined {
    return id === null ? undefined : byId.value.get(id)
  }

  /** Surname and initials; empty for nobody. */
  function nameOf(id: number | null): string {
    return personById(id)?.name ?? ''
  }

  /** Also a closed one; `undefined` for none. */
  function departmentById(id: number | null): Department | undefined {
    return state.value?.departments.find((department) => department.id === id)
  }

  return {
    departments: computed(() => state.value?.departments ?? []),
    people,
    absences: computed(() => state.value?.absences ?? []),
    load,
    personById,
    nameOf,
    departmentById,
  }
})
