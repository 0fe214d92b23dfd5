import type { PersonFields } from '#shared/contract'
import type { TestBrowser } from '../support/office'
import type { Scenario } from './Scenario'

/** Calls of departments and absences, each with people of its own. */
export function structureScenarios(
  desk: () => TestBrowser,
  newPerson: () => PersonFields & { password: string },
): Record<string, Scenario> {
  async function anAbsence() {
    const { people } = desk().call
    const [person, acting] = [await people.add(newPerson()), await people.add(newPerson())]
    const days = { from: '2026-12-14', to: '2026-12-18', reason: 'leave' as const }
    return { ...days, id: null, version: 0, personId: person.id, actingId: acting.id }
  }
  return {
    'structure.saveDepartment': {
      good: async () => ({ id: null, version: 0, name: { kk: 'Кадр бөлімі', ru: 'Отдел кадров' }, headId: null, active: true }),
      refused: async () => ({ id: 9999, version: 1, name: { kk: 'Бөлім', ru: 'Отдел' }, headId: null, active: true }),
    },
    'structure.saveAbsence': {
      good: anAbsence,
      async refused() {
        const days = await anAbsence()
        await desk().call.structure.saveAbsence(days)
        return days
      },
    },
    'structure.cancelAbsence': {
      good: async () => desk().call.structure.saveAbsence(await anAbsence()),
      refused: async () => ({ id: 9999, version: 1 }),
    },
  }
}
