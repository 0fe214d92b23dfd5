import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Colleague, Resolution } from '#shared/contract'
import type { Role } from '#shared/domain'
import calendarFile from '../../resources/data/calendar-kz.json'
import ResolutionsTab from '../../renderer/features/card/ResolutionsTab.vue'
import { i18n, useLocale } from '../../renderer/i18n'
import { useOffice } from '../../renderer/stores/office'
import { useSession } from '../../renderer/stores/session'
import { caller, DeskHost, resolution } from './support/deskHost'
import { entry, RULES } from './support/entryHost'

let host: DeskHost
let shown: VueWrapper | undefined

function press(code: string, more: KeyboardEventInit = {}): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...more }))
}

function show(role: Role, id: number, resolutions: Resolution[], change: Parameters<typeof entry>[0] = {}): void {
  useSession().caller = caller(role, id, 'Өзім А. А.')
  const appeal = entry({ status: 'execution', version: 3, control: false, ...change })
  shown = mount(ResolutionsTab, {
    global: { plugins: [i18n] },
    attachTo: document.body,
    props: { appeal, resolutions, fault: null },
  })
}
const buttons = () => shown!.findAll('.tools button').map((button) => button.text())
const dialog = () => document.querySelector<HTMLElement>('.k-dialog')!
const confirm = () => dialog().querySelector<HTMLElement>('.k-dialog-acts .btn')!.click()

async function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  field.focus()
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}
const listed = () => [...document.querySelectorAll('[role="option"]')].map((option) => option.textContent)

/** As colleagues know somebody. */
function colleague(id: number, name: string, role: Role): Colleague {
  return { id, name, position: { kk: 'маман', ru: 'специалист' }, departmentId: null, roles: [role], active: true }
}
function colleaguesAre(...people: Colleague[]): void {
  const state = { departments: [], absences: [], people }
  const headers = { 'content-type': 'application/json' }
  vi.stubGlobal('fetch', async (input: Request, init?: RequestInit) =>
    input.url.endsWith('/structure/state')
      ? new Response(JSON.stringify({ json: state, meta: [] }), { headers })
      : host.fetch(input, init),
  )
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime('2026-12-11T06:00:00Z')
  host = new DeskHost()
  vi.stubGlobal('fetch', host.fetch)
  vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
  setActivePinia(createPinia())
  useLocale().choose('kk')
  useOffice().state = {
    ...{ details: {}, version: 1, terms: RULES, services: [] },
    rules: { week: 5, countingStart: 'nextDay' },
    calendar: { days: calendarFile.days, years: [2026, 2027] },
  } as unknown as NonNullable<ReturnType<typeof useOffice>['state']>
})
afterEach(() => {
  shown?.unmount()
  shown = undefined
  vi.unstubAllGlobals()
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('control on the card', () => {
  it('the head is in charge of a control unless another is named; it is taken off with the same key', async () => {
    show('head', 1, [resolution(1)])
    press('KeyB', { key: 'и' })
    await flushPromises()
    expect(dialog().querySelector('input')!.value).toBe('Өзім А. А.')
    expect(host.asked('routing/control')).toEqual([])
    confirm()
    await vi.waitFor(() => expect(host.asked('routing/control')).toHaveLength(1))
    expect(host.asked('routing/control')[0]).toEqual({ id: 612, version: 3, control: true, controllerId: 1 })
    await flushPromises()
    await shown!.setProps({ appeal: entry({ status: 'execution', version: 4, control: true, controllerId: 1 }) })
    press('KeyB')
    await vi.waitFor(() => expect(host.asked('routing/control')).toHaveLength(2))
    expect(host.asked('routing/control')[1]).toMatchObject({ version: 4, control: false })
  })

  it('a control is given to somebody who may read the register, and to nobody by half a name', async () => {
    colleaguesAre(colleague(4, 'Омарова Д. С.', 'clerk'), colleague(5, 'Омаров Б. Т.', 'administrator'), {
      ...colleague(6, 'Омарбекова Ш. А.', 'executor'),
      active: false,
    })
    show('head', 1, [resolution(1)])
    press('KeyB')
    await flushPromises()
    const input = dialog().querySelector('input')!
    await type(input, 'омар')
    confirm()
    await flushPromises()
    expect(host.asked('routing/control')).toEqual([])
    expect(dialog().textContent).toContain('Толтырыңыз.')
    await vi.waitFor(() => expect(listed()).toEqual(['Омарова Д. С.маман']))
    for (const code of ['ArrowDown', 'Enter']) {
      input.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true }))
      await flushPromises()
    }
    host.refuseNext('routing/control', 'conflict.stale', 409, { params: { who: 'Тен В. Р.', when: '2026-12-11T05:31:00Z' } })
    confirm()
    await vi.waitFor(() => expect(shown!.emitted('moved')).toHaveLength(1))
    expect(host.asked('routing/control')[0]).toMatchObject({ control: true, controllerId: 4 })
    expect(dialog().querySelector('input')!.value).toBe('Омарова Д. С.')
  })

  it('who watches is told, and may take the entry off, whatever the role', async () => {
    colleaguesAre(colleague(12, 'Тен В. Р.', 'executor'))
    show('executor', 12, [resolution(1)], { control: true, controllerId: 12 })
    await vi.waitFor(() => expect(shown!.find('.watched').text()).toBe('бақылауда, бақылаушы: Тен В. Р.'))
    expect(buttons()).toEqual(['Бақылаудан алуB'])
    await shown!.setProps({ appeal: entry({ status: 'execution', control: true, controllerId: 99 }) })
    expect(shown!.find('.watched').text()).toBe('бақылауда')
    await shown!.setProps({ appeal: entry({ status: 'execution' }) })
    expect(shown!.find('.watched').exists()).toBe(false)
  })
})
