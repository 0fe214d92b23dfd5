import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { Colleague } from '#shared/contract'
import type { Role } from '#shared/domain'
import { resolution } from './support/deskHost'
import { press } from './support/officeWindow'
import { buttons, confirm, dialog, host, show, shown, type, useResolutionsTab } from './support/resolutionsTab'
import { entry } from './support/entryHost'

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

useResolutionsTab()

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
    await shown.setProps({ appeal: entry({ status: 'execution', version: 4, control: true, controllerId: 1 }) })
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
    expect(dialog().textContent).toContain('Тізімнен таңдаңыз.')
    await vi.waitFor(() => expect(listed()).toEqual(['Омарова Д. С.маман']))
    for (const code of ['ArrowDown', 'Enter']) {
      input.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true }))
      await flushPromises()
    }
    host.refuseNext('routing/control', 'conflict.stale', 409, { params: { who: 'Тен В. Р.', when: '2026-12-11T05:31:00Z' } })
    confirm()
    await vi.waitFor(() => expect(shown.emitted('moved')).toHaveLength(1))
    expect(host.asked('routing/control')[0]).toMatchObject({ control: true, controllerId: 4 })
    expect(dialog().querySelector('input')!.value).toBe('Омарова Д. С.')
  })

  it('who watches is told, and may take the entry off, whatever the role', async () => {
    colleaguesAre(colleague(12, 'Тен В. Р.', 'executor'))
    show('executor', 12, [resolution(1)], { control: true, controllerId: 12 })
    await vi.waitFor(() => expect(shown.find('.watched').text()).toBe('бақылауда, бақылаушы: Тен В. Р.'))
    expect(buttons()).toEqual(['Бақылаудан алуB'])
    await shown.setProps({ appeal: entry({ status: 'execution', control: true, controllerId: 99 }) })
    expect(shown.find('.watched').text()).toBe('бақылауда')
    await shown.setProps({ appeal: entry({ status: 'execution' }) })
    expect(shown.find('.watched').exists()).toBe(false)
  })
})
