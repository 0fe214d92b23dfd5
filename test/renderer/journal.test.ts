import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { JournalRow } from '#shared/contract'
import { WorkingCalendar, type CalendarDay } from '#shared/domain'
import calendarFile from '../../resources/data/calendar-kz.json'
import JournalLedger from '../../renderer/features/journal/JournalLedger.vue'
import { bookDate, numberPieces, ruleAbove, withoutYear } from '../../renderer/features/journal/ledgerLines'
import { i18n, useLocale } from '../../renderer/i18n'
import { useJournal } from '../../renderer/stores/journal'
import { useOffice } from '../../renderer/stores/office'
import { useSession } from '../../renderer/stores/session'
import { ALL, book, TODAY, YEAR } from './support/journalBook'

const PATTERN = 'Ж-{seq:0000}/{yy}'

describe('lines of the ledger', () => {
  const calendar = new WorkingCalendar(calendarFile.days as CalendarDay[])

  it('have a stronger rule where the day changes, a double one where a day off lies between', () => {
    expect(ruleAbove(undefined, '2026-12-11', calendar)).toBe('none')
    expect(ruleAbove('2026-12-11', '2026-12-11', calendar)).toBe('none')
    expect(ruleAbove('2026-12-11', '2026-12-10', calendar)).toBe('day')
    expect(ruleAbove('2026-12-07', '2026-12-04', calendar)).toBe('off')
    // Independence Day lies between.
    expect(ruleAbove('2026-12-17', '2026-12-15', calendar)).toBe('off')
    expect(ruleAbove('2026-12-11', '2026-06-01', calendar)).toBe('off')
  })

  it('write the year only where it is not the book’s', () => {
    expect(bookDate('2026-12-18', YEAR)).toEqual({ day: '18.12', year: '' })
    expect(bookDate('2027-01-06', YEAR)).toEqual({ day: '06.01', year: '.27' })
  })

  it('find the running number, also in a number written by an older pattern', () => {
    const text = (parts: { text: string; isSequence: boolean }[]) =>
      parts.map((part) => (part.isSequence ? `[${part.text}]` : part.text)).join('')
    expect(text(numberPieces({ number: 'Ж-0026/26', seq: 26, year: YEAR }, PATTERN))).toBe('Ж-[0026]/26')
    expect(text(numberPieces({ number: '26-Х/00026', seq: 26, year: YEAR }, PATTERN))).toBe('26-Х/[00026]')
    expect(text(withoutYear(numberPieces({ number: 'Ж-0612/26', seq: 612, year: YEAR }, PATTERN)))).toBe('Ж-[0612]')
  })
})

describe('the ledger on the screen', () => {
  const LAST = 100_000
  const special: Record<number, Partial<JournalRow>> = {
    [LAST]: { deadline: '2026-12-09' },
    [LAST - 1]: { deadline: TODAY },
    [LAST - 2]: { people: 12 },
    [LAST - 3]: { receivedOn: '2026-12-09', receivedAt: '18:45' },
    [LAST - 4]: { status: 'void' },
  }
  let shown: VueWrapper | undefined

  function reply(json: unknown): Response {
    return new Response(JSON.stringify({ json, meta: [] }), { headers: { 'content-type': 'application/json' } })
  }

  async function office(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
    if (procedure === 'register/overview') {
      const counts = { all: LAST, open: LAST - 1, late: 1, today: 1, soon: 0, void: 1, slip: 5 }
      const number = (seq: number) => ({ seq, number: `Ж-${seq}/26` })
      const last = { ...number(LAST), registeredAt: '2026-12-11T05:00:00Z' }
      return reply({ counts, years: [YEAR], first: 1, last, next: number(LAST + 1), gapless: true, today: { count: 2 } })
    }
    const { json } = (await request.json()) as { json: { after: number | null; limit: number } }
    const page = await book(LAST).ask({ ...ALL, ...json })
    return reply({ ...page, rows: page.rows.map((one) => ({ ...one, ...special[one.seq] })) })
  }

  async function show(): Promise<VueWrapper> {
    const router = createRouter({
      history: createMemoryHistory(),
      routes: ['journal', 'register'].map((name) => ({
        path: name === 'journal' ? '/' : `/${name}`,
        name,
        component: { template: '<p />' },
      })),
    })
    await router.push('/')
    await useJournal().show(ALL)
    shown = mount(JournalLedger, { global: { plugins: [i18n, router] }, attachTo: document.body })
    await vi.waitFor(() => expect(shown!.findAll('tr[aria-selected]').length).toBeGreaterThan(5))
    return shown
  }

  const states = (ledger: VueWrapper) => ledger.findAll('tr[aria-selected] .st').map((state) => state.text())

  beforeEach(() => {
    vi.setSystemTime('2026-12-11T06:00:00Z')
    vi.stubGlobal('fetch', office)
    vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(900)
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(1000)
    const pinia = createPinia()
    setActivePinia(pinia)
    i18n.global.locale.value = 'kk'
    useSession().caller = {
      ...{ id: 1, name: 'Қасенова А. Т.', fullName: '', position: { kk: '', ru: '' } },
      ...{ roles: ['clerk'], permissions: ['register.read', 'register.write'], actsFor: [] },
    }
    useOffice().state = {
      ...{ details: {}, version: 1, terms: [], services: [] },
      rules: { numberPattern: PATTERN, week: 5 },
      calendar: { days: calendarFile.days, years: [2026, 2027] },
    } as unknown as NonNullable<ReturnType<typeof useOffice>['state']>
  })
  afterEach(() => {
    shown?.unmount()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  it('draws only the lines in sight of a hundred thousand', async () => {
    const ledger = await show()
    expect(ledger.findAll('tr[aria-selected]').length).toBeLessThan(60)
    expect(ledger.find('table').attributes('aria-rowcount')).toBe(String(LAST + 2))
    expect(ledger.findAll('tr[aria-selected]')[1]!.attributes('aria-rowindex')).toBe('4')
    expect(ledger.find('.blank').text()).toContain('Ж-100001')
  })

  it('writes the date once, then „', async () => {
    const ledger = await show()
    const dates = ledger.findAll('td.dt').slice(0, 4)
    expect(dates.map((cell) => cell.find('b').exists())).toEqual([true, false, true, false])
    expect(dates[1]!.find('.ditto').text()).toBe('„')
    expect(
      ledger
        .findAll('tr[aria-selected]')
        .map((line) => line.classes().includes('day'))
        .slice(0, 4),
    ).toEqual([false, false, true, false])
  })

  it('says the state in words, in the language of the screen', async () => {
    const ledger = await show()
    expect(states(ledger).slice(0, 5)).toEqual(['2 ж.к. өтті', 'бүгін', '2 ж.к. қалды', '2 ж.к. қалды', 'күші жойылды'])
    expect(ledger.findAll('.subj em').map((prefix) => prefix.text())).toEqual(['ұжымдық, 12 адам', 'түскені 09.12, 18:45'])
    useLocale().choose('ru')
    await nextTick()
    expect(states(ledger).slice(0, 5)).toEqual([
      'просрочено на 2 р. д.',
      'срок сегодня',
      'осталось 2 р. д.',
      'осталось 2 р. д.',
      'аннулировано',
    ])
    expect(ledger.find('tr.void').exists()).toBe(true)
  })

  it('is walked by keys, and Enter opens the card', async () => {
    const ledger = await show()
    const journal = useJournal()
    const grid = ledger.find('table')
    expect(journal.chosen).toBe(LAST)
    await grid.trigger('keydown', { code: 'ArrowDown' })
    expect(journal.chosen).toBe(LAST - 1)
    expect(grid.attributes('aria-activedescendant')).toBe(`line-${LAST - 1}`)
    await grid.trigger('keydown', { code: 'End' })
    await vi.waitFor(() => expect(journal.chosen).toBe(1))
    await grid.trigger('keydown', { code: 'ArrowDown' })
    expect(journal.chosen).toBe(1)
    await grid.trigger('keydown', { code: 'Home' })
    expect(journal.chosen).toBe(LAST)
    await grid.trigger('keydown', { code: 'Enter' })
    expect(ledger.emitted('open')).toHaveLength(1)
  })

  it('leads from card to card in its order', async () => {
    await show()
    const journal = useJournal()
    expect((await journal.beside(50_000, 1))?.seq).toBe(49_999)
    expect((await journal.beside(50_000, -1))?.seq).toBe(50_001)
    expect(await journal.beside(LAST, -1)).toBeNull()
    expect(await journal.beside(1, 1)).toBeNull()
  })

  it('of somebody who may not see every letter holds those that may be seen, to the first of the year', async () => {
    const HIDDEN = 12
    const last = 16
    const { ask } = book(last, (seq) => seq !== HIDDEN)
    vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
      const answer = await office(input, init)
      const request = new Request(input, init)
      if (request.url.endsWith('/overview')) {
        const { json } = (await answer.json()) as { json: { counts: object; last: object } }
        return reply({ ...json, counts: { ...json.counts, all: last - 1 }, last: { ...json.last, seq: last } })
      }
      const { json } = (await request.json()) as { json: { after: number | null; limit: number } }
      return reply(await ask({ ...ALL, ...json }))
    })
    const journal = useJournal()
    await journal.show(ALL)
    expect(journal.total).toBe(last - 1)
    const seen = Array.from({ length: last - 1 }, (_, place) => journal.rowAt(place)?.seq)
    expect(seen).toEqual([16, 15, 14, 13, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect((await journal.beside(13, 1))?.seq).toBe(11)
    expect((await journal.beside(11, -1))?.seq).toBe(13)
  })
})
