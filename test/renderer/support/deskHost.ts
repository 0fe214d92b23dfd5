import type { Caller, DeskLetter, DeskTask, ExecutorLoad, Resolution, Task } from '#shared/contract'
import { permissionsOf, type Role } from '#shared/domain'
import { entry, FACTS } from './entryHost'

type Input = Record<string, unknown>

export const DAYS = [
  ...['2026-12-14', '2026-12-15', '2026-12-17', '2026-12-18', '2026-12-21'],
  ...['2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25', '2026-12-28'],
]

/** Somebody who may do what the role may. */
export function caller(role: Role, id = 1, name = 'Тілеубергенов Қ. М.'): Caller {
  const position = { kk: 'лауазымы', ru: 'должность' }
  return { id, name, fullName: name, position, roles: [role], permissions: permissionsOf([role]), actsFor: [] }
}

export function load(id: number, name: string, change: Partial<ExecutorLoad> = {}): ExecutorLoad {
  const idle = { days: DAYS.map(() => 0), away: DAYS.map(() => false), free: 10 }
  return { id, name, department: { kk: 'бөлім', ru: 'отдел' }, departmentHead: false, open: 0, late: 0, ...idle, ...change }
}

/** A letter that waits; `id` makes its number. */
export function letter(id: number, deadline = '2027-01-14'): DeskLetter {
  const number = `Ж-${String(id).padStart(4, '0')}/26`
  return {
    ...{ id, version: 1, number, kind: 'complaint', status: 'registered', applicant: 'Смағұлова Қ. Е.' },
    numberParts: [{ text: number, isSequence: true }],
    ...{ subject: `Хат ${id}`, registeredOn: '2026-12-11', deadline },
  }
}

export function task(id: number, change: Partial<Task> = {}): Task {
  return {
    ...{ id, personId: 11, person: 'Бекенов А. Ж.', responsible: true, due: '2026-12-18', state: 'assigned' },
    ...{ acceptedAt: null, doneAt: null, report: '', endReason: null, replaces: null },
    ...change,
  }
}

export function resolution(id: number, change: Partial<Resolution> = {}): Resolution {
  return {
    ...{ id, parentId: null, text: 'Қарап, жауап беріңіз.', due: '2026-12-18', issuedOn: '2026-12-11' },
    ...{ issuedAt: '2026-12-11T05:50:00Z', enteredBy: null, recalled: null, tasks: [task(id * 10)] },
    author: { id: 1, name: 'Тілеубергенов Қ. М.', position: { kk: 'басшы', ru: 'руководитель' } },
    ...change,
  }
}

export function deskTask(taskId: number, change: Partial<DeskTask> = {}): DeskTask {
  return {
    ...letter(600 + taskId),
    ...{ status: 'execution', taskId, personId: 11, person: 'Бекенов А. Ж.', responsible: true, state: 'assigned' },
    ...{ due: '2026-12-18', text: 'Қарап, жауап беріңіз.', authorId: 1, author: 'Тілеубергенов Қ. М.', report: '' },
    ...change,
  }
}

/** A host with letters, resolutions and tasks; the next call of a procedure can be refused. */
export class DeskHost {
  letters: DeskLetter[] = []
  executors: ExecutorLoad[] = []
  texts: string[] = []
  /** Which of the executors are deputies, by id. */
  deputies: number[] = []
  resolutions: Resolution[] = []
  tasks: DeskTask[] = []
  respondentName = ''
  /** Versions of entries that somebody else made newer. */
  readonly versions = new Map<number, number>()
  readonly #asked: [procedure: string, input: Input][] = []
  readonly #refusals = new Map<string, { code: string; status: number; data: object }>()

  /** What was sent to a procedure, in order. */
  asked(procedure: string): Input[] {
    return this.#asked.filter(([name]) => name === procedure).map(([, input]) => input)
  }

  refuseNext(procedure: string, code: string, status: number, data: object = {}): void {
    this.#refusals.set(procedure, { code, status, data })
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
    const { json = {} } = (await request.json()) as { json?: Input }
    this.#asked.push([procedure, json])
    const refusal = this.#refusals.get(procedure)
    this.#refusals.delete(procedure)
    if (!refusal) return reply(this.#answer(procedure, json))
    const { code, status, data } = refusal
    return reply({ defined: false, code, status, message: code, data: { params: {}, ...data } }, status)
  }

  #answer(procedure: string, input: Input): unknown {
    const { letters, executors, texts, resolutions, tasks } = this
    if (procedure === 'routing/desk') return { letters, executors, texts, days: DAYS }
    if (procedure === 'routing/executors') return { executors, days: DAYS }
    if (procedure === 'structure/state') {
      const deputies = executors.filter(({ id }) => this.deputies.includes(id))
      const callers = [caller('head'), ...deputies.map(({ id, name }) => caller('deputy', id, name))]
      const known = { departmentId: null, active: true }
      const people = callers.map(({ id, name, position, roles }) => ({ id, name, position, roles, ...known }))
      return { departments: [], absences: [], people }
    }
    if (procedure === 'routing/tasks') return tasks.filter(({ state }) => state !== 'done' || input['done'])
    if (procedure === 'routing/ofEntry') return resolutions
    if (procedure === 'routing/resolve') this.letters = letters.filter(({ id }) => id !== input['appealId'])
    if (procedure === 'routing/saveTexts' || procedure === 'applicants/letters') return []
    return this.#card(Number(input['id'] ?? input['appealId'] ?? 612))
  }

  #card(id: number) {
    const known = this.letters.find((one) => one.id === id) ?? letter(id)
    const version = this.versions.get(id) ?? known.version
    const facts = { ...FACTS, applicantId: null, subject: known.subject, respondentName: this.respondentName }
    const { number, numberParts } = known
    return entry({ id, version, number, numberParts, facts, status: version > 1 ? 'execution' : 'registered', control: false })
  }
}

function reply(json: unknown, status = 200): Response {
  return new Response(JSON.stringify({ json, meta: [] }), { status, headers: { 'content-type': 'application/json' } })
}
