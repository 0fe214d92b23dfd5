import { localMoment } from '#shared/i18n'
import { reading, writing, type Procedures } from '../http/pipeline'
import type { Structure } from './structure.service'

/** Departments, absences and colleagues. */
export function structureHandlers({ structure: contract }: Procedures, structure: Structure, timeZone: string) {
  const forget = (): void => structure.forget()
  return contract.router({
    state: contract.state.handler(
      reading(async ({ view, at }) => {
        const { departments, people, absences } = await structure.state(view)
        const today = localMoment(at, timeZone).date
        return { departments: [...departments], people: [...people], absences: absences.filter(({ to }) => to >= today) }
      }),
    ),
    saveDepartment: contract.saveDepartment.handler(writing((call, input) => structure.saveDepartment(call, input), forget)),
    saveAbsence: contract.saveAbsence.handler(writing((call, input) => structure.saveAbsence(call, input), forget)),
    cancelAbsence: contract.cancelAbsence.handler(writing((call, input) => structure.cancelAbsence(call, input), forget)),
  })
}
