import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Appeal } from '#shared/contract'
import { emptyDecision } from '#shared/domain'
import { useStateWords } from '../../renderer/features/card/stateWords'
import { useEventWords } from '../../renderer/features/card/eventWords'
import { useDraft, type Draft } from '../../renderer/features/decisions/draft'
import SignDialog from '../../renderer/features/decisions/SignDialog.vue'
import { i18n } from '../../renderer/i18n'
import { useSession } from '../../renderer/stores/session'
import { caller } from './support/deskHost'
import { decision, DraftHost } from './support/draftHost'
import { entry } from './support/entryHost'
import { closeOfficeWindow, openOfficeWindow } from './support/officeWindow'

let host: DraftHost
let shown: VueWrapper | undefined

/** Runs a composable inside a component. */
function within<T>(use: () => T): T {
  let made: T | undefined
  shown = mount(defineComponent({ setup: () => ((made = use()), () => h('i')) }), { global: { plugins: [i18n] } })
  return made!
}
const begin = (kept: ReturnType<typeof decision> | null = null): Draft => {
  const empty = emptyDecision('kk')
  return within(() => useDraft({ appealId: 612, act: 'answer', decision: kept, first: empty, empty }))
}
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  await flushPromises()
}

beforeEach(() => {
  host = new DraftHost()
  openOfficeWindow(host, { timers: ['Date', 'setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  closeOfficeWindow(shown)
  shown = undefined
})

describe('a draft', () => {
  it('saves itself a second after the last key, and only when something was typed', async () => {
    const draft = begin()
    await pass(3_000)
    expect(host.asked('decisions/save')).toEqual([])
    draft.content.value.text = 'Бір'
    await pass(700)
    draft.content.value.text = 'Бір екі '
    await pass(700)
    expect(host.asked('decisions/save')).toEqual([])
    await pass(400)
    expect(host.asked('decisions/save')).toMatchObject([{ id: null, appealId: 612, content: { text: 'Бір екі' } }])
    expect(draft.dirty.value).toBe(false)
    await pass(3_000)
    expect(host.asked('decisions/save')).toHaveLength(1)
  })

  it('does not hold back the text for a day half typed', async () => {
    const draft = begin()
    Object.assign(draft.content.value, { text: 'Негізі', until: '31.1' })
    await pass(1_100)
    expect(host.decisions[0]!.content).toMatchObject({ text: 'Негізі', until: '' })
    expect(draft.content.value.until).toBe('31.1')
  })

  it('that somebody else changed elsewhere takes both changes by itself', async () => {
    host.decisions = [decision(1, 'answer', { content: { ...emptyDecision('kk'), text: 'бір\nекі\nүш' } })]
    const draft = begin(host.decisions[0])
    draft.content.value.text = 'бір\nекі\nүш, кеңсе'
    host.change(1, { text: 'бір, басшы\nекі\nүш', character: 'explained' })
    await pass(1_100)
    expect(draft.conflict.value).toBeNull()
    expect(draft.merged.value).toBe('Омарова Д. С.')
    expect(host.decisions[0]!.content).toMatchObject({ text: 'бір, басшы\nекі\nүш, кеңсе', character: 'explained' })
  })

  it('that somebody else changed in the same place asks, keeps both meanwhile, and goes through', async () => {
    host.decisions = [decision(1, 'answer', { content: { ...emptyDecision('kk'), text: 'бір' } })]
    const draft = begin(host.decisions[0])
    draft.content.value.text = 'бір, кеңсе'
    host.change(1, { text: 'бір, басшы' })
    await pass(1_100)
    expect(draft.conflict.value).toMatchObject({ who: 'Омарова Д. С.', when: '2026-12-11T06:31:00Z' })
    expect(draft.content.value.text).toBe('бір, басшы\nбір, кеңсе')
    await pass(5_000)
    expect(host.decisions[0]!.content.text).toBe('бір, басшы')
    draft.settle({ ...draft.content.value, text: 'бір, екеуі' })
    await pass(0)
    expect(host.decisions[0]!.content.text).toBe('бір, екеуі')
    expect(draft.conflict.value).toBeNull()
  })

  it('begun by two at once becomes one, with both texts', async () => {
    const draft = begin()
    host.decisions = [decision(1, 'answer', { content: { ...emptyDecision('kk'), text: 'Басшының мәтіні' } })]
    draft.content.value.text = 'Кеңсенің мәтіні'
    await pass(1_100)
    expect(draft.conflict.value?.who).toBe('Омарова Д. С.')
    draft.settle(draft.content.value)
    await pass(0)
    expect(host.decisions).toHaveLength(1)
    expect(host.decisions[0]!.content.text).toBe('Басшының мәтіні\nКеңсенің мәтіні')
  })

  it('signed by somebody else meanwhile is told so, and what was typed stays', async () => {
    host.decisions = [decision(1)]
    const draft = begin(host.decisions[0])
    host.change(1, {}, 'signed')
    draft.content.value.text = 'Кеш қалған сөз'
    await pass(1_100)
    expect(draft.fault.value?.code).toBe('decisions.over')
    expect(draft.content.value.text).toBe('Кеш қалған сөз')
  })

  it('that did not reach the office is sent again by itself', async () => {
    const draft = begin()
    host.away = true
    draft.content.value.text = 'Бір'
    await pass(1_100)
    expect(draft.fault.value?.code).toBe('host.unreachable')
    host.away = false
    await pass(4_100)
    expect(host.decisions[0]!.content.text).toBe('Бір')
    expect(draft.fault.value).toBeNull()
  })
})

describe('signing', () => {
  const dialog = () => document.querySelector<HTMLElement>('.k-dialog')!
  async function open(role: 'head' | 'clerk'): Promise<void> {
    useSession().caller = caller(role, 9, 'Өзім А. А.')
    host.decisions = [decision(1, 'redirectWhole', { state: 'submitted', version: 4 })]
    const props = { appeal: entry({ version: 7 }), decision: host.decisions[0]! }
    shown = mount(SignDialog, { global: { plugins: [i18n] }, attachTo: document.body, props })
    await flushPromises()
  }
  const press = async () => {
    dialog().querySelector<HTMLElement>('.k-dialog-acts .btn')!.click()
    await flushPromises()
  }

  it('shows what is not in order in words, forbids nothing, and then the numbers', async () => {
    await open('head')
    expect(dialog().textContent).toContain('Жауап тілі жолданым тілінен басқа')
    await press()
    expect(host.asked('decisions/sign')).toEqual([{ id: 1, version: 4, entryVersion: 7, signerId: null, signedOn: null }])
    expect([...dialog().querySelectorAll('.no.large')].map((one) => one.textContent)).toEqual(['Ш-0001/26', 'Ш-0002/26'])
    expect((shown!.emitted('signed')![0] as [Appeal])[0].status).toBe('answered')
  })

  it('asks a clerk who signed on paper', async () => {
    await open('clerk')
    await press()
    expect(host.asked('decisions/sign')).toEqual([])
    expect(dialog().querySelector('[role="combobox"]')!.getAttribute('aria-invalid')).toBe('true')
  })
})

describe('in words', () => {
  it('a closed entry tells what happened and whether in time', () => {
    const { state } = within(useStateWords)
    const closed = { status: 'answered', deadline: '2026-12-18', closedOn: '2026-12-18' } as const
    expect(state(closed, 'long')).toEqual({ mark: 'done', words: 'жауап берілді, 18.12.2026, мерзімінде' })
    expect(state({ ...closed, closedOn: '2026-12-22' }, 'long').words).toBe('жауап берілді, 22.12.2026, 2 жұмыс күні кеш')
    expect(state(closed)).toEqual({ mark: 'done', words: 'жауап берілді' })
    expect(state({ ...closed, status: 'filed', filedOn: '2026-12-25' }, 'long').words).toBe('іске тігілді, 25.12.2026')
    expect(state({ ...closed, status: 'execution' }).mark).toBe('calm')
  })

  it('events of decisions and letters name act, way and day', () => {
    const { tell } = within(useEventWords)
    const event = (action: string, details: Record<string, unknown>) =>
      tell({ id: 1, at: '', action, actor: '', workstation: '', hash: '', details })
    expect(event('decision.agreed', { act: 'answer', verdict: 'objected', remark: 'дәлел жоқ' })).toMatchObject({
      title: 'Жобаға қарсылық білдірілді',
      details: 'жауап: дәлел жоқ',
    })
    expect(event('decision.agreed', { act: 'answer', verdict: 'agreed', remark: '' }).details).toBe('жауап')
    const handed = { letter: 'Ш-0001/26', how: 'post', on: '2026-12-11', to: '', tracking: 'KZ12' }
    expect(event('letter.handedOver', handed).details).toBe('Ш-0001/26: пошта арқылы жіберілді, 11.12.2026; KZ12')
  })
})
