import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { vi } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import type { AheadRow, ControlLine, DigestSection, LateGroup } from '#shared/contract'
import type { Role } from '#shared/domain'
import calendarFile from '../../../resources/data/calendar-kz.json'
import { i18n, useLocale } from '../../../renderer/i18n'
import { useOffice } from '../../../renderer/stores/office'
import { useSession } from '../../../renderer/stores/session'
import { caller, DAYS as LOAD_DAYS, load as executor } from './deskHost'

/** A letter as control shows it. */
function line(id: number, change: Partial<ControlLine> = {}): ControlLine {
  return {
    ...{ id, number: `Ж-0${id}/26`, numberParts: [{ text: `Ж-0${id}/26`, isSequence: true }], status: 'execution' },
    ...{ applicant: 'Сейтқали А. М.', subject: 'Балабақша кезегі', due: '2026-12-14' },
    ...{ whose: 'Тен В. Р.', what: [], outgoing: '' },
    ...change,
  }
}

export const LATE: DigestSection = { name: 'late', count: 3, lines: [line(601, { due: '2026-12-09' })] }
export const SOON: DigestSection = { name: 'soon', count: 1, lines: [line(602)] }
export const DAYS = ['2026-12-11', '2026-12-14', '2026-12-15', '2026-12-17']

/** A row of the days ahead. */
export function load(id: number | null, days: number[], change: Partial<AheadRow> = {}): AheadRow {
  const open = days.reduce((all, count) => all + count, 0)
  return {
    ...{ id, name: `Тен ${id}`, department: null, departmentHead: false, open, late: 0, days },
    ...{ away: days.map(() => false), later: 0 },
    ...change,
  }
}

/** A window at 11:00 on Friday 11 December 2026, its host and its system. */
export class ControlWindow {
  sections = [LATE, SOON]
  rows = [load(null, [1, 0, 0, 0]), load(12, [0, 2, 0, 5], { late: 1, open: 8, away: [false, false, true, false] })]
  late: LateGroup[] = [{ department: null, unassigned: true, count: 1, lines: [line(620, { due: '2026-12-09', whose: '' })] }]
  executors = [
    executor(12, 'Тен 12', { open: 9 }),
    executor(13, 'Бекенов А. Ж.', { away: LOAD_DAYS.map((_, at) => at < 3 || at === 5) }),
  ]
  /** How the next handing over is refused. */
  refusal: { code: string; params?: Record<string, string>; fields?: { path: string; code: string; params: object }[] } | null =
    null
  readonly asked: [procedure: string, input: unknown][] = []
  /** What the system was told. */
  readonly notices: { title: string; body: string }[] = []
  /** How often the browser asked the person, who always agrees. */
  questions = 0
  router!: Router
  #shown: VueWrapper | undefined
  readonly #system

  constructor() {
    const { notices } = this
    this.#system = Object.assign(
      function (title: string, { body }: { body: string }) {
        notices.push({ title, body })
      },
      {
        permission: 'granted',
        requestPermission: () => {
          this.questions++
          return Promise.resolve((this.#system.permission = 'granted'))
        },
      },
    )
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime('2026-12-11T06:00:00Z')
    localStorage.clear()
    vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => this.#answer(new Request(input, init)))
    vi.stubGlobal('Notification', this.#system)
    vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
    setActivePinia(createPinia())
    useLocale().choose('kk')
    useOffice().state = {
      ...{ details: {}, version: 1, terms: [], shortTerms: [], services: [] },
      rules: { week: 5, dayStarts: '09:00', dayEnds: '18:30', countingStart: 'nextDay', remindAhead: 2 },
      calendar: { days: calendarFile.days, years: [] },
    } as unknown as NonNullable<ReturnType<typeof useOffice>['state']>
  }

  /** Shows a component to somebody at a place of the program. */
  async show(component: Component, place: string, role: Role = 'clerk', id = 7): Promise<VueWrapper> {
    this.#shown?.unmount()
    useSession().caller = caller(role, id)
    const named = (name: string) => ({ path: `/${name}`, name, component: {} })
    this.router = createRouter({
      history: createMemoryHistory(),
      routes: [
        ...['journal', 'control', 'settings'].map(named),
        { path: '/letters/:id', name: 'card', component: {} },
        { path: '/:rest(.*)*', redirect: '/journal' },
      ],
    })
    await this.router.push(place)
    this.#shown = mount(component, { global: { plugins: [i18n, this.router] }, attachTo: document.body })
    await this.settle()
    return this.#shown
  }

  async settle(): Promise<void> {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 20))
    await flushPromises()
  }

  /** The person has not been asked yet whether the browser may tell the system. */
  neverAsked(): void {
    this.#system.permission = 'default'
  }

  close(): void {
    this.#shown?.unmount()
    vi.unstubAllGlobals()
    vi.useRealTimers()
    document.body.replaceChildren()
  }

  async #answer(request: Request): Promise<Response> {
    const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
    this.asked.push([procedure, ((await request.json()) as { json?: unknown }).json])
    if (procedure === 'routing/handOver' && this.refusal) return refused(this.refusal)
    const answers: Record<string, unknown> = {
      'control/digest': { today: '2026-12-11', sections: this.sections },
      'control/ahead': { today: '2026-12-11', days: DAYS, rows: this.rows },
      'control/behind': [line(611), line(612)],
      'control/late': this.late,
      'routing/executors': { executors: this.executors, days: LOAD_DAYS },
      'routing/handOver': { moved: 9 },
    }
    const json = answers[procedure] ?? {}
    return new Response(JSON.stringify({ json, meta: [] }), { headers: { 'content-type': 'application/json' } })
  }
}

function refused({ code, params = {}, fields = [] }: NonNullable<ControlWindow['refusal']>): Response {
  const body = { json: { defined: false, code, status: 409, message: code, data: { params, fields } }, meta: [] }
  return new Response(JSON.stringify(body), { status: 409, headers: { 'content-type': 'application/json' } })
}

/** A key pressed wherever the focus is. */
export function press(code: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...more }))
}
