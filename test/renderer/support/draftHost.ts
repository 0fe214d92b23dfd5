import type { Decision, Letter } from '#shared/contract'
import { emptyDecision, LETTERS_OF, type DecisionAct, type DecisionContent } from '#shared/domain'
import { caller } from './deskHost'
import { entry } from './entryHost'

type Input = Record<string, unknown>

export const AUTHOR = { id: 11, name: 'Бекенов А. Ж.' }
const HEAD = { id: 1, name: 'Тілеубергенов Қ. М.', position: { kk: 'басшы', ru: 'руководитель' } }

/** A decision of entry 612; `change` makes it another. */
export function decision(id: number, act: DecisionAct = 'answer', change: Partial<Decision> = {}): Decision {
  return {
    ...{ id, appealId: 612, act, state: 'draft', version: 1, content: emptyDecision('kk'), author: AUTHOR },
    ...{ changedAt: '2026-12-11T05:50:00Z', submittedAt: null, remark: '', agreements: [], signed: null },
    ...change,
  }
}

/** A letter that left with a decision. */
export function outgoing(id: number, decisionId: number, change: Partial<Letter> = {}): Letter {
  return {
    ...{ id, decisionId, appealId: 612, purpose: 'answer', number: `Ш-000${id}/26` },
    numberParts: [{ text: `Ш-000${id}/26`, isSequence: true }],
    ...{ signedOn: '2026-12-11', recipient: 'Қасымов Е. Ә.', delivery: 'inPerson', sendBy: null, handed: null },
    ...change,
  }
}

/** An office that keeps drafts by their versions: whoever comes with an older one is refused, as by the real one. */
export class DraftHost {
  decisions: Decision[] = []
  letters: Letter[] = []
  /** Whether the next calls do not reach the office. */
  away = false
  readonly #asked: [procedure: string, input: Input][] = []

  asked(procedure: string): Input[] {
    return this.#asked.filter(([name]) => name === procedure).map(([, input]) => input)
  }

  /** Somebody else changes a draft. */
  change(id: number, content: Partial<DecisionContent>, state: Decision['state'] = 'draft'): void {
    this.decisions = this.decisions.map((one) =>
      one.id === id ? { ...one, state, version: one.version + 1, content: { ...one.content, ...content } } : one,
    )
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
    if (!request.url.includes('/rpc/')) return new Response(null, { status: 404 })
    if (this.away) throw new TypeError('failed to fetch')
    const { json = {} } = (await request.json()) as { json?: Input }
    this.#asked.push([procedure, json])
    return this.#answer(procedure, json)
  }

  #answer(procedure: string, input: Input): Response {
    const { decisions, letters } = this
    if (procedure === 'decisions/ofEntry') return reply({ decisions, letters })
    if (procedure === 'filing/ofEntry') return reply({ paper: [], attached: [], attachedTo: null })
    if (procedure === 'directory/all') return reply({ bodies: [], cases: [] })
    if (procedure === 'decisions/checks') return reply([{ check: 'language', ok: false, params: {} }])
    if (procedure === 'decisions/save') return this.#save(input)
    if (procedure === 'decisions/sign') return this.#sign(input)
    if (procedure === 'structure/state') {
      const { id, name, position, roles } = caller('head')
      const people = [{ id, name, position, roles, departmentId: null, active: true }]
      return reply({ departments: [], absences: [], people })
    }
    return reply(decisions.find(({ id }) => id === input['id']) ?? decisions[0])
  }

  #save(input: Input): Response {
    const { id, version, act, content } = input as unknown as Pick<Decision, 'version' | 'act' | 'content'> & {
      id: number | null
    }
    const kept = this.decisions.find((one) => (id === null ? one.act === act : one.id === id))
    if (id === null && kept) return refuse('decisions.drafted_already', { number: 'Ж-0612/26', author: 'Омарова Д. С.' })
    if (kept && kept.version !== version) return refuse('conflict.stale', { who: 'Омарова Д. С.', when: '2026-12-11T06:31:00Z' })
    const saved = kept ? { ...kept, content, version: version + 1 } : decision(this.decisions.length + 1, act, { content })
    this.decisions = [...this.decisions.filter((one) => one.id !== saved.id), saved]
    return reply(saved)
  }

  #sign(input: Input): Response {
    const signed = this.decisions.find(({ id }) => id === input['id'])!
    this.letters = LETTERS_OF[signed.act].map((purpose, at) => outgoing(at + 1, signed.id, { purpose }))
    const signature = { on: '2026-12-11', by: HEAD, enteredBy: null, due: null, inTime: true }
    this.decisions = this.decisions.map((one) => (one.id === signed.id ? { ...one, state: 'signed', signed: signature } : one))
    return reply({ appeal: entry({ status: 'answered', version: 9, closedOn: '2026-12-11' }), letters: this.letters })
  }
}

function reply(json: unknown, status = 200): Response {
  return new Response(JSON.stringify({ json, meta: [] }), { status, headers: { 'content-type': 'application/json' } })
}

function refuse(code: string, params: object): Response {
  return reply({ defined: false, code, status: 409, message: code, data: { params } }, 409)
}
