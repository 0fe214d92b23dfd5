import type { Consequences, PastChange, ReadYear, TermsChange } from '#shared/contract'
import { dayFaults, yearOf, type CalendarDay, type CalendarYear, type HolidayLaw, type WorkWeek } from '#shared/domain'
import suggestion from '../../../resources/data/office.json'
import calendarFile from '../../../resources/data/calendar-kz.json'
import lawFile from '../../../resources/data/holidays-kz.json'

type Content = Extract<TermsChange, { kind: 'calendar' }>['years'][number]

const NOTHING: Consequences = { digest: 'd', open: 60, moved: [], recounted: 0, slips: 0, doubts: [] }

/** A host that keeps a calendar, checks a change of it by the rules of the domain, and remembers what it was asked. */
export class CalendarHost {
  days = calendarFile.days as CalendarDay[]
  years = calendarFile.years as CalendarYear[]
  week: WorkWeek = 5
  version = 7
  past: PastChange[] = []
  consequences: Consequences = NOTHING
  /** Answer to the next file. */
  read: ReadYear | null = null
  readonly #asked: [procedure: string, input: Record<string, unknown>][] = []

  /** What was sent to a procedure, in order. */
  asked(procedure: string): Record<string, unknown>[] {
    return this.#asked.filter(([name]) => name === procedure).map(([, input]) => input)
  }

  /** The years of the last preview. */
  sent(): Content[] {
    const change = this.asked('deadlines/preview').at(-1)?.['change'] as TermsChange | undefined
    return change?.kind === 'calendar' ? change.years : []
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
    const { json = {} } = (await request.json().catch(() => ({}))) as { json?: Record<string, unknown> }
    this.#asked.push([procedure, json])
    if (procedure === 'office/state') return reply(this.#state())
    if (procedure === 'deadlines/changes') return reply({ version: this.version, changes: this.past })
    if (procedure === 'deadlines/readYearFile') return reply(this.read)
    const change = json['change'] as TermsChange | undefined
    if (!change) return refuse('internal', 500)
    return this.#change(change, procedure === 'deadlines/apply')
  }

  #state(): object {
    const { details, rules } = suggestion
    const calendar = { days: this.days, years: this.years, law: lawFile as HolidayLaw }
    return { details, rules: { ...rules, week: this.week }, version: 1, calendar, terms: [], shortTerms: [], services: [] }
  }

  #change(change: TermsChange, apply: boolean): Response {
    if (change.based !== this.version) {
      return refuse('conflict.stale', 409, { params: { who: 'Омарова Д. С.', when: '2026-12-11T06:20:00Z' } })
    }
    const years = change.kind === 'calendar' ? change.years : []
    const others = this.days.filter(({ date }) => !years.some(({ year }) => year === yearOf(date)))
    const fields = years.flatMap(({ year, days }, at) =>
      dayFaults(year, days as CalendarDay[], [...others, ...years.flatMap((each) => each.days as CalendarDay[])]).map(
        ({ at: day, code, params }) => ({ path: `change.years.${at}.days.${day}.date`, code, params }),
      ),
    )
    if (fields.length > 0) return refuse('invalid_input', 422, { fields })
    if (apply) {
      this.version++
      this.days = [...others, ...years.flatMap(({ days }) => days as CalendarDay[])]
      for (const { year, status, source } of years) {
        this.years = [...this.years.filter((each) => each.year !== year), { year, status, source }]
      }
      return reply({ moved: this.consequences.moved.length, recounted: 0 })
    }
    return reply(this.consequences)
  }
}

function reply(json: unknown, status = 200): Response {
  return new Response(JSON.stringify({ json, meta: [] }), { status, headers: { 'content-type': 'application/json' } })
}

function refuse(code: string, status: number, data: object = {}): Response {
  return reply({ defined: false, code, status, message: code, data: { params: {}, fields: [], ...data } }, status)
}
