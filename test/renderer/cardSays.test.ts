import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { HistoryEvent, JournalRow } from '#shared/contract'
import { emptyDecision, type Status } from '#shared/domain'
import DeadlineLine from '../../renderer/features/card/DeadlineLine.vue'
import { marksOfEntry } from '../../renderer/features/card/entryMarks'
import MarksPart from '../../renderer/features/card/MarksPart.vue'
import JournalCard from '../../renderer/features/journal/JournalCard.vue'
import { i18n } from '../../renderer/i18n'
import { useJournal } from '../../renderer/stores/journal'
import { useSession } from '../../renderer/stores/session'
import { caller, resolution, task } from './support/deskHost'
import { decision } from './support/draftHost'
import { entry } from './support/entryHost'
import { row } from './support/journalBook'
import { closeOfficeWindow, openOfficeWindow } from './support/officeWindow'

/** What the card says by itself: the seed's own marks, the day the applicant holds in hand, and what can still be done. */

let shown: VueWrapper | undefined

function show(...[component, options]: Parameters<typeof mount>): VueWrapper {
  shown = mount(component, { global: { plugins: [i18n] }, ...options })
  return shown
}

beforeEach(() => openOfficeWindow(null))
afterEach(() => {
  closeOfficeWindow(shown)
  shown = undefined
})

describe('the marks of an entry', () => {
  const dayOf = (at: string) => new Date(Date.parse(at) + 5 * 3_600_000).toISOString().slice(0, 10)
  const marked: HistoryEvent = {
    ...{ id: 4, action: 'task.marked', at: '2026-12-14T20:30:00Z', details: {} },
    ...{ actor: 'Бекенов А. Ж.', workstation: '', hash: '' },
  }
  const none = { appeal: entry(), resolutions: [], history: [], decisions: [] }
  const signature = { by: { id: 1, name: '', position: { kk: '', ru: '' } }, enteredBy: null, due: null, inTime: true }

  it('begin with delivery and registration; an order alone is no mark of execution', () => {
    const given = [resolution(1)]
    expect(marksOfEntry({ ...none, resolutions: given }, dayOf)).toEqual([
      { mark: 'delivered', on: '2026-12-10' },
      { mark: 'registered', on: '2026-12-10' },
    ])
  })

  it('bear the local day of the latest work, whoever did it and however it was noted', () => {
    const worked = [
      resolution(1, { tasks: [task(10, { acceptedAt: '2026-12-11T05:00:00Z', doneAt: '2026-12-14T09:00:00Z' })] }),
      resolution(2, { tasks: [task(20, { acceptedAt: '2026-12-11T04:00:00Z' })] }),
    ]
    const execution = (history: HistoryEvent[]) =>
      marksOfEntry({ ...none, resolutions: worked, history }, dayOf).find(({ mark }) => mark === 'execution')?.on
    expect(execution([])).toBe('2026-12-14')
    expect(execution([marked])).toBe('2026-12-15')
    expect(execution([{ ...marked, action: 'slip.issued' }])).toBe('2026-12-14')
  })

  it('tell an answer on consideration from a refusal, by signed decisions only', () => {
    const content = { ...emptyDecision('kk'), character: 'notConsidered' as const }
    const signed = { ...signature, on: '2026-12-15' }
    const marks = (one: ReturnType<typeof decision>) => marksOfEntry({ ...none, decisions: [one] }, dayOf).slice(2)
    expect(marks(decision(1, 'answer'))).toEqual([])
    expect(marks(decision(1, 'answer', { state: 'signed', signed }))).toEqual([
      { mark: 'answerOnConsideration', on: '2026-12-15' },
    ])
    const refusal = [{ mark: 'answerOnRefusal', on: '2026-12-15' }]
    expect(marks(decision(1, 'answer', { state: 'signed', signed, content }))).toEqual(refusal)
    expect(marks(decision(1, 'return', { state: 'signed', signed }))).toEqual(refusal)
    expect(marks(decision(1, 'extend', { state: 'signed', signed }))).toEqual([])
  })

  it('stand in the words of the founding document', () => {
    const part = show(MarksPart, {
      props: {
        marks: [
          { mark: 'delivered', on: '2026-12-10' },
          { mark: 'answerOnRefusal', on: '2026-12-15' },
        ],
      },
    })
    expect(part.findAll('dl > div').map((line) => line.text())).toEqual([
      'жеткізілді10.12.2026',
      'қараудан бас тарту туралы жауап15.12.2026',
    ])
  })
})

describe('the day on the slip handed out', () => {
  const { term } = entry()
  const extension = { decidedOn: '2026-12-11', decidedBy: 'Т', grounds: 'сұрату', until: '2026-12-30', noticeDue: null }
  const note = (change: Parameters<typeof entry>[0]) => {
    shown?.unmount()
    return show(DeadlineLine, { props: { appeal: entry(change) } })
      .findAll('.slip-day')
      .map((line) => line.text())
  }

  it('is told when the term was extended, with how the applicant learns of the new one', () => {
    const extended = { term: { ...term, deadline: '2026-12-30', extension }, slipDeadline: term.deadline }
    expect(note(extended)).toEqual([
      'Берілген талонда бұрынғы 18.12.2026 күні тұр. Жаңа мерзім өтініш берушіге ұзарту туралы хабарламамен жеткізіледі.',
    ])
    expect(note({ ...extended, slipDeadline: '2026-12-30' })).toEqual([])
    expect(note({ ...extended, status: 'answered' })).toEqual([])
  })

  it('still binds when nothing but the calendar moved the deadline', () => {
    expect(note({ slipDeadline: '2026-12-17' })[0]).toContain('17.12.2026 тұр: өтініш берушіге сол күннен кешіктірмей')
    expect(note({ slipDeadline: '2026-12-21' })[0]).toContain('21.12.2026 тұр, бірақ заңды мерзім ертерек бітеді')
    expect(note({ slipDeadline: null })).toEqual([])
  })
})

describe('the card beside the journal', () => {
  async function corrects(status: Status): Promise<boolean> {
    const line: JournalRow = { ...row(612, 612), id: 612, status }
    const answers: Record<string, unknown> = {
      '/rpc/register/card': entry({ status }),
      '/rpc/register/history': [],
      '/rpc/register/journal': { rows: [line], more: false },
      '/rpc/register/overview': { years: [2026], counts: { all: 1 }, last: { seq: 612 }, next: { seq: 613 } },
    }
    vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
      const json = answers[new URL(new Request(input, init).url).pathname]
      return new Response(JSON.stringify({ json, meta: [] }), { headers: { 'content-type': 'application/json' } })
    })
    useSession().caller = caller('clerk')
    await useJournal().show({ year: 2026, state: 'all', search: '' })
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { template: '<p />' } }] })
    const card = show(JournalCard, { global: { plugins: [i18n, router] } })
    await vi.waitFor(() => expect(card.find('.acts').exists()).toBe(true))
    await flushPromises()
    const button = card.findAll('.acts button').find((one) => one.text().startsWith('Түзету'))!
    await button.trigger('click')
    return card.emitted('correct') !== undefined
  }

  it.each([
    ['execution', true],
    ['answered', true],
    ['filed', false],
    ['void', false],
  ] as const)('lets an entry that is %s be corrected: %s', async (status, can) => {
    expect(await corrects(status)).toBe(can)
  })
})
