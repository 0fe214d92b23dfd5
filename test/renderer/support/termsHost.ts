import type { Consequences } from '#shared/contract'
import type { CalendarDay, CalendarYear, ShortTermRule, TermRule } from '#shared/domain'
import calendarFile from '../../../resources/data/calendar-kz.json'
import holidayLaw from '../../../resources/data/holidays-kz.json'
import office from '../../../resources/data/office.json'
import shortTerms from '../../../resources/data/short-terms.json'
import terms from '../../../resources/data/terms.json'

type Input = Record<string, unknown>

/** Answer to a call instead of the ordinary one. */
export interface Refused {
  code: string
  fields?: { path: string; code: string; params: Record<string, string | number> }[]
  params?: Record<string, string>
}

const NOTHING_MOVES: Consequences = { digest: 'd-1', open: 4, moved: [], recounted: 0, slips: 0, doubts: [] }

/** A host that keeps an office with the shipped calendar and rules, and weighs changes without doing the sums. */
export class TermsHost {
  version = 7
  rules: Record<string, unknown> = { ...office.rules }
  terms = [...terms] as unknown as TermRule[]
  consequences: Consequences = NOTHING_MOVES
  readonly asked: [procedure: string, input: Input][] = []
  readonly #refusals = new Map<string, Refused>()

  /** The state as `office.state` answers it. */
  state() {
    return {
      ...{ details: office.details, rules: this.rules, version: 1, services: [] },
      calendar: { days: calendarFile.days as CalendarDay[], years: calendarFile.years as CalendarYear[], law: holidayLaw },
      ...{ terms: this.terms, shortTerms: shortTerms as unknown as ShortTermRule[] },
    }
  }

  /** The next call of a procedure is refused. */
  refuseNext(procedure: string, refused: Refused): void {
    this.#refusals.set(procedure, refused)
  }

  /** What was sent to a procedure, in order. */
  sent(procedure: string): Input[] {
    return this.asked.filter(([name]) => name === procedure).map(([, input]) => input)
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
    const { json = {} } = (await request.json().catch(() => ({}))) as { json?: Input }
    this.asked.push([procedure, json])
    const refused = this.#refusals.get(procedure)
    this.#refusals.delete(procedure)
    if (!refused) return reply(this.#answer(procedure), 200)
    const { code, params = {}, fields = [] } = refused
    return reply({ defined: false, code, status: 409, message: code, data: { params, fields } }, 409)
  }

  #answer(procedure: string): unknown {
    if (procedure === 'office/state') return this.state()
    if (procedure === 'deadlines/changes') return { version: this.version, changes: [] }
    if (procedure === 'deadlines/preview') return this.consequences
    return procedure === 'deadlines/apply' ? { moved: this.consequences.moved.length, recounted: 0 } : {}
  }
}

function reply(json: unknown, status: number): Response {
  return new Response(JSON.stringify({ json, meta: [] }), { status, headers: { 'content-type': 'application/json' } })
}
