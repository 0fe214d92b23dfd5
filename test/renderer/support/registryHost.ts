type Input = Record<string, unknown>

/** A host that keeps one draft and gives out numbers; the same `requestId` again gets the first number. */
export class RegistryHost {
  draft: Input | null = null
  readonly savedAt = '2026-12-11T06:05:01.000Z'
  readonly #asked: [procedure: string, input: Input][] = []
  readonly #numbers = new Map<string, number>()
  readonly #refusals = new Map<string, { code: string; status: number; data: object }>()

  /** What was sent to a procedure, in order. */
  asked(procedure: string): Input[] {
    return this.#asked.filter(([name]) => name === procedure).map(([, input]) => input)
  }

  /** The next call of a procedure is refused. */
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
    if (refusal) {
      const { code, status, data } = refusal
      return reply({ defined: false, code, status, message: code, data: { params: {}, ...data } }, status)
    }
    return reply(this.#answer(procedure, json))
  }

  #answer(procedure: string, input: Input): unknown {
    if (procedure === 'drafts/load') return this.draft && { content: this.draft, savedAt: this.savedAt }
    if (procedure === 'drafts/discard') this.draft = null
    if (procedure === 'drafts/save') {
      this.draft = input['content'] as Input
      return { savedAt: this.savedAt }
    }
    if (procedure === 'register/register') return this.#register(String(input['requestId']))
    return procedure === 'applicants/find' ? [] : {}
  }

  #register(requestId: string): unknown {
    const seq = this.#numbers.get(requestId) ?? this.#numbers.size + 1
    this.#numbers.set(requestId, seq)
    this.draft = null
    const registered = { registeredOn: '2026-12-11', registeredAt: this.savedAt, deadline: '2026-12-18' }
    return { id: seq, number: `Ж-000${seq}/26`, seq, year: 2026, ...registered }
  }
}

function reply(json: unknown, status = 200): Response {
  return new Response(JSON.stringify({ json, meta: [] }), { status, headers: { 'content-type': 'application/json' } })
}
