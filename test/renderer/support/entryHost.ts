import type { Appeal, AppealFacts } from '#shared/contract'
import { countTerm, WorkingCalendar, type CalendarDay, type TermRule } from '#shared/domain'
import calendarFile from '../../../resources/data/calendar-kz.json'

export const FACTS: AppealFacts = {
  ...{ kind: 'serviceComplaint', addressee: 'provider', addressedTo: '', channel: 'inPerson' },
  ...{ receivedOn: '2026-12-10', receivedAt: '09:31', respondent: 'provider', respondentName: '', contested: 'inaction' },
  ...{ serviceId: null, serviceName: '', applicantType: 'natural', applicantId: 8, identifier: '850412100013' },
  ...{ name: 'Қасымов Ерлан Әміреұлы', postalAddress: 'Көкшетау қ.', residence: '', phone: '+7 700 000 33 12', email: '' },
  ...{ language: 'kk', representative: '', people: 1, notStated: [], subject: 'Тегін тамақтандыру', summary: 'Берілмеген' },
  ...{ sheets: 2, annexSheets: 0, sendersNumber: '', sendersDate: '', externalNumber: '' },
  ...{ delivery: 'inPerson', answerPlace: { kk: '303-кабинет', ru: 'каб. 303' }, givenDeadline: '' },
}
const calendar = new WorkingCalendar(calendarFile.days as CalendarDay[])
const rule = (kind: TermRule['kind'], length: number): TermRule => ({
  ...{ id: kind, version: 1, kind, addressee: 'provider', validFrom: null, validTo: null, length, unit: 'workingDays' },
  ...{ checkpointDays: 0, basis: { kk: 'заң', ru: 'закон' } },
})
export const RULES = [rule('serviceComplaint', 5), rule('application', 15)]

/** An entry of the register; `change` makes it another. */
export function entry(change: Partial<Appeal> = {}): Appeal {
  return {
    ...{
      id: 612,
      version: 1,
      journal: 'appeals',
      year: 2026,
      seq: 612,
      number: 'Ж-0612/26',
      numberParts: [],
      status: 'registered',
    },
    ...{ facts: FACTS, service: null, registeredOn: '2026-12-10', registeredAt: '2026-12-10T04:44:00Z' },
    acceptedBy: { id: 1, name: 'Қасенова А. Т.', position: { kk: 'маман', ru: 'специалист' } },
    ...{ term: countTerm(RULES[0]!, '2026-12-10', calendar), voided: null, slips: 0, slipDeadline: null, corrections: 0 },
    ...{ confidential: false, control: false, controllerId: null, closedOn: null, filed: null },
    ...change,
  }
}

interface Asked {
  version: number
  reason: string
  facts: AppealFacts
}

/** A host that keeps one entry, and refuses what began from an older version of it. */
export class EntryHost {
  kept = entry()
  readonly asked: Asked[] = []
  /** Answer to the next write, instead of the ordinary one. */
  refusal: { code: string; status: number; data: object } | null = null

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
    const { json } = (await request.json()) as { json: Asked }
    if (procedure === 'register/journal') return reply({ rows: [] })
    return procedure === 'register/card' ? reply(this.kept) : this.#write(procedure, json)
  }

  #write(procedure: string, json: Asked): Response {
    this.asked.push(json)
    const { kept, refusal } = this
    this.refusal = null
    if (refusal) return refuse(refusal.code, refusal.status, refusal.data)
    if (json.version !== kept.version) {
      return refuse('conflict.stale', 409, { params: { who: 'Омарова Д. С.', when: '2026-12-11T06:31:00Z' } })
    }
    if (procedure === 'register/void') {
      const voided = { at: '2026-12-11T07:00:00Z', by: 'Қасенова А. Т.', reason: json.reason }
      return reply({ ...kept, status: 'void', voided })
    }
    return reply({ ...kept, version: kept.version + 1, facts: json.facts, corrections: kept.corrections + 1 })
  }
}

function reply(json: unknown, status = 200): Response {
  return new Response(JSON.stringify({ json, meta: [] }), { status, headers: { 'content-type': 'application/json' } })
}

function refuse(code: string, status: number, data: object): Response {
  return reply({ defined: false, code, status, message: code, data: { params: {}, ...data } }, status)
}
