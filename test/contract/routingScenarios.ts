import type { PersonFields } from '#shared/contract'
import { person, register, type TestBrowser } from '../support/office'
import type { Scenario } from './Scenario'

/** Calls of resolutions and tasks. `desk`: somebody with every role, so that the same person resolves and executes. */
export function routingScenarios(
  desk: () => TestBrowser,
  newPerson: () => PersonFields & { password: string },
): Record<string, Scenario> {
  const mine = async (): Promise<number> => (await desk().call.session.start()).caller!.id
  const someone = async (): Promise<number> => (await desk().call.people.add({ ...newPerson(), roles: ['executor'] })).id
  const letter = async () => ({ id: (await register(desk())).id, version: 1 })

  async function resolution(personId?: number) {
    const { id, version } = await letter()
    const executors = [{ personId: personId ?? (await mine()), responsible: true }]
    return { appealId: id, version, text: 'Қарап, жауап беріңіз', executors, due: '2026-12-18', control: false }
  }

  /** An entry with a resolution, and its first task. */
  async function resolved(personId?: number) {
    const { call } = desk()
    const entry = await call.routing.resolve(await resolution(personId))
    const [written] = await call.routing.ofEntry({ id: entry.id })
    return { entry, resolutionId: written!.id, taskId: written!.tasks[0]!.id }
  }

  const late = async () => ({ ...(await resolution()), version: 7 })
  const theirs = async () => ({ taskId: (await resolved(await someone())).taskId, text: 'Сұратылды' })
  const own = async () => ({ taskId: (await resolved()).taskId, text: 'Сұратылды' })
  const paper = async () => ({ authorId: await mine(), issuedOn: '2026-12-11' })
  async function part() {
    const { entry, taskId } = await resolved()
    const executors = [{ personId: await someone(), responsible: true }]
    const { id: appealId, version } = entry
    return { taskId, appealId, version, text: 'Дайындаңыз', executors, due: '2026-12-17', control: false }
  }
  const confined = { readers: [] as number[] }

  return {
    'register.confine': {
      good: async () => ({ ...(await letter()), ...confined }),
      refused: async () => ({ ...(await letter()), version: 9, ...confined }),
    },
    'routing.send': { good: letter, refused: async () => ({ ...(await letter()), version: 9 }) },
    'routing.resolve': { good: () => resolution(), refused: late },
    'routing.enterPaper': {
      good: async () => ({ ...(await resolution()), ...(await paper()) }),
      refused: async () => ({ ...(await late()), ...(await paper()) }),
    },
    'routing.assign': { good: part, refused: async () => ({ ...(await part()), version: 9 }) },
    'routing.recall': {
      good: async () => ({ resolutionId: (await resolved()).resolutionId, version: 2, reason: 'басқа бөлімге' }),
      refused: async () => ({ resolutionId: (await resolved()).resolutionId, version: 9, reason: 'басқа бөлімге' }),
    },
    'routing.replace': {
      good: async () => ({ taskId: (await resolved()).taskId, version: 2, personId: await someone(), reason: 'демалыста' }),
      refused: async () => ({ taskId: (await resolved()).taskId, version: 9, personId: await someone(), reason: 'демалыста' }),
    },
    'routing.handOver': {
      // Nobody's tasks but those of a person without any would leave events on entries too; `test/core` looks at these.
      good: async () => null,
      refused: async () => ({ fromId: await someone(), toId: await someone(), reason: 'жұмыстан шықты' }),
    },
    'routing.accept': { good: own, refused: theirs },
    'routing.mark': { good: own, refused: theirs },
    'routing.report': { good: own, refused: theirs },
    'routing.control': {
      good: async () => ({ ...(await letter()), control: true, controllerId: null }),
      refused: async () => ({ ...(await letter()), version: 9, control: true, controllerId: null }),
    },
    'routing.saveTexts': { good: async () => ({ texts: ['Қараңыз'] }), refused: async () => null },
  }
}

export const everyRole = () => person('everything', ['administrator', 'clerk', 'head', 'deputy', 'departmentHead', 'executor'])
