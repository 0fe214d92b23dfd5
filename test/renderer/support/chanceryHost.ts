import type { Agreement, Check, Decision, Letter, OutgoingRow, ToSign } from '#shared/contract'
import { emptyDecision, type DecisionAct } from '#shared/domain'
import { letter as deskLetter } from './deskHost'
import { entry, FACTS } from './entryHost'

type Input = Record<string, unknown>

/** A decision that waits for the signature; `id` makes its number. */
export function waiting(id: number, act: DecisionAct = 'answer', change: Partial<ToSign> = {}): ToSign {
  return {
    ...deskLetter(id),
    ...{ decisionId: id * 10, decisionVersion: 2, act, author: 'Бекенов А. Ж.', submittedAt: '2026-12-11T05:10:00Z' },
    ...change,
  }
}

export function decision(id: number, change: Partial<Decision> = {}): Decision {
  return {
    ...{ id, appealId: 612, act: 'answer', state: 'submitted', version: 2, content: emptyDecision('kk') },
    ...{ author: { id: 11, name: 'Бекенов А. Ж.' }, changedAt: '2026-12-11T05:00:00Z', submittedAt: '2026-12-11T05:10:00Z' },
    ...{ remark: '', agreements: [], signed: null },
    ...change,
  }
}

export function letter(id: number, change: Partial<Letter> = {}): Letter {
  return {
    ...{ id, decisionId: 1, appealId: 612, purpose: 'answer', number: `Ш-00${id}/26`, numberParts: [], signedOn: '2026-12-15' },
    ...{ recipient: 'Қасымов Ерлан Әміреұлы', delivery: 'inPerson', sendBy: null, handed: null },
    ...change,
  }
}

export function outgoingRow(seq: number, change: Partial<OutgoingRow> = {}): OutgoingRow {
  return {
    ...{ id: seq + 1000, seq, number: `Ш-${String(seq).padStart(4, '0')}/26`, year: 2026, purpose: 'answer' },
    ...{ signedOn: '2026-12-10', recipient: 'Қасымов Ерлан Әміреұлы', signer: 'Тілеубергенов Қ. М.', delivery: 'inPerson' },
    ...{ sendBy: null, handedOn: null, handedHow: null, handedTo: '', tracking: '', appealId: 612, appealNumber: 'Ж-0612/26' },
    waitsAt: { kk: '303-кабинет', ru: 'каб. 303' },
    ...change,
  }
}

/** A host with decisions to sign and outgoing letters; the next call of a procedure can be refused. */
export class ChanceryHost {
  toSign: ToSign[] = []
  outgoing: OutgoingRow[] = []
  checks: Check[] = [
    { check: 'address', ok: true, params: {} },
    { check: 'inTime', ok: false, params: { date: '2026-12-10' } },
  ]
  agreements: Agreement[] = []
  readonly #asked: [procedure: string, input: Input][] = []
  readonly #refusals = new Map<string, { code: string; status: number; data: object }>()
  #numbers = 40

  /** What was sent to a procedure, in order. */
  asked(procedure: string): Input[] {
    return this.#asked.filter(([name]) => name === procedure).map(([, input]) => input)
  }

  refuseNext(procedure: string, code: string, status: number, data: object = {}): void {
    this.#refusals.set(procedure, { code, status, data })
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url
    if (url.includes('/files/')) return new Response('%PDF')
    const request = new Request(input, init)
    const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
    const { json = {} } = (await request.json()) as { json?: Input }
    this.#asked.push([procedure, json])
    const refusal = this.#refusals.get(procedure)
    this.#refusals.delete(procedure)
    if (!refusal) return reply(this.#answer(procedure, json))
    const { code, status, data } = refusal
    return reply({ defined: false, code, status, message: code, data: { params: {}, fields: [], ...data } }, status)
  }

  #answer(procedure: string, input: Input): unknown {
    if (procedure === 'decisions/toSign') return this.toSign
    if (procedure === 'decisions/checks') return this.checks
    if (procedure === 'decisions/outgoing') return this.#page(input as { waiting: boolean; after: number | null; limit: number })
    const known = this.toSign.find(({ id, decisionId }) => id === input['id'] || decisionId === input['id'])
    if (procedure === 'decisions/ofEntry') {
      const { decisionId = 1, act = 'answer' as const } = known ?? {}
      return { decisions: [decision(decisionId, { act, agreements: this.agreements })], letters: [] }
    }
    if (/^decisions\/(sign|sendBack|refuse)$/.test(procedure)) {
      this.toSign = this.toSign.filter((one) => one !== known)
      const sent = letter(++this.#numbers)
      return procedure === 'decisions/sign' ? { appeal: entry(), letters: [sent] } : decision(Number(input['id']))
    }
    if (procedure === 'directory/all') return { bodies: [], cases: [] }
    if (procedure === 'register/overview') return { years: [2026], counts: {}, last: null }
    return entry({ id: Number(input['id'] ?? 612), facts: { ...FACTS, subject: known?.subject ?? FACTS.subject } })
  }

  #page({ waiting: only, after, limit }: { waiting: boolean; after: number | null; limit: number }) {
    const left = this.outgoing.filter(({ seq, handedOn }) => seq < (after ?? Infinity) && (!only || handedOn === null))
    const waits = this.outgoing.filter(({ handedOn }) => handedOn === null).length
    return { rows: left.slice(0, limit), more: left.length > limit, waiting: waits, gapless: true }
  }
}

function reply(json: unknown, status = 200): Response {
  return new Response(JSON.stringify({ json, meta: [] }), { status, headers: { 'content-type': 'application/json' } })
}
