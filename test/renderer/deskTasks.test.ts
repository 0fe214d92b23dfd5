import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import type { Role } from '#shared/domain'
import TasksScreen from '../../renderer/features/desk/TasksScreen.vue'
import { i18n } from '../../renderer/i18n'
import { useSession } from '../../renderer/stores/session'
import { caller, deskTask, DeskHost, load } from './support/deskHost'
import { closeOfficeWindow, openOfficeWindow, press } from './support/officeWindow'

let host: DeskHost
let shown: VueWrapper
let router: Router

async function show(role: Role, id: number, name = 'Бекенов А. Ж.'): Promise<void> {
  useSession().caller = caller(role, id, name)
  const routes = ['journal', 'desk', 'tasks', 'register', 'settings'].map((place) => ({
    path: `/${place}`,
    name: place,
    component: {},
  }))
  router = createRouter({
    history: createMemoryHistory(),
    routes: [...routes, { path: '/letters/:id', name: 'card', component: {} }, { path: '/', redirect: '/journal' }],
  })
  await router.push('/tasks')
  shown = mount(TasksScreen, { global: { plugins: [i18n, router] }, attachTo: document.body })
  await flushPromises()
  await vi.waitFor(() => expect(shown.find('tr[aria-selected], .calm').exists()).toBe(true))
}
const chosen = () => shown.find('tr[aria-selected="true"] .no').text()
const dialog = () => document.querySelector<HTMLElement>('.k-dialog')!

beforeEach(() => {
  host = new DeskHost()
  host.executors = [load(11, 'Бекенов А. Ж.'), load(12, 'Тен В. Р.')]
  openOfficeWindow(host)
})
afterEach(() => closeOfficeWindow(shown))

describe('the executor’s desk', () => {
  it('shows what is due with mark and words, and moves by the arrows', async () => {
    host.tasks = [deskTask(1, { due: '2026-12-09' }), deskTask(2, { due: '2026-12-11' }), deskTask(3)]
    await show('executor', 11)
    expect(shown.findAll('tbody .st').map((state) => state.text())).toEqual(['2 ж.к. өтті', 'бүгін', '4 ж.к. қалды'])
    expect(chosen()).toBe('Ж-0601/26')
    press('ArrowDown')
    press('ArrowDown')
    press('ArrowDown')
    await flushPromises()
    expect(chosen()).toBe('Ж-0603/26')
    press('Enter')
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/letters/603?tab=resolutions'))
  })

  it('accepts, notes and reports by keys, under a Cyrillic layout too', async () => {
    host.tasks = [deskTask(1)]
    await show('executor', 11)
    expect(shown.findAll('.pane .acts button').map((one) => one.text())).toEqual([
      ...['ҚабылдауA', 'Белгі қоюM', 'ОрындалдыR', 'Карточканы ашуEnter'],
    ])
    press('KeyA', { key: 'ф' })
    await vi.waitFor(() => expect(host.asked('routing/accept')).toEqual([{ taskId: 1 }]))
    host.tasks = [deskTask(1, { state: 'accepted' })]
    await flushPromises()
    press('KeyM', { key: 'ь' })
    await flushPromises()
    const area = dialog().querySelector('textarea')!
    area.value = 'Сұратылды'
    area.dispatchEvent(new Event('input'))
    host.refuseNext('routing/mark', 'routing.task_over', 409)
    dialog().querySelector<HTMLElement>('.btn.first')!.click()
    await vi.waitFor(() => expect(dialog().textContent).toContain('Бұл тапсырма аяқталған немесе кері алынған.'))
    expect(dialog().querySelector('textarea')!.value).toBe('Сұратылды')
    dialog().querySelector<HTMLElement>('.btn.first')!.click()
    await vi.waitFor(() => expect(host.asked('routing/mark')).toHaveLength(2))
    expect(host.asked('routing/mark')[1]).toEqual({ taskId: 1, text: 'Сұратылды' })
  })

  it('tells by F1 the keys of the chosen task as they are now', async () => {
    host.tasks = [deskTask(1), deskTask(2, { state: 'accepted' })]
    await show('executor', 11)
    const told = async () => {
      press('F1')
      await flushPromises()
      const [first] = dialog().querySelectorAll('section')
      const lines = [...first!.querySelectorAll('dl > div')].map((line) => line.textContent!.trim())
      press('F1')
      await flushPromises()
      return lines
    }
    expect(await told()).toEqual(['AҚабылдау', 'MБелгі қою', 'RОрындалды', 'EnterКарточканы ашу'])
    press('ArrowDown')
    await flushPromises()
    expect(await told()).toEqual(['MБелгі қою', 'RОрындалды', 'EnterКарточканы ашу'])
  })

  it('keeps to what is open until the finished are asked for', async () => {
    host.tasks = [deskTask(1), deskTask(2, { state: 'done' })]
    await show('executor', 11)
    expect(shown.findAll('tr[aria-selected]')).toHaveLength(1)
    press('KeyD')
    await vi.waitFor(() => expect(shown.findAll('tr[aria-selected]')).toHaveLength(2))
    press('End')
    await flushPromises()
    expect(shown.findAll('.pane .acts button')).toHaveLength(1)
  })

  it('is calm when there is nothing to do', async () => {
    await show('executor', 11)
    expect(shown.text()).toContain('Ашық тапсырма жоқ')
    expect(shown.find('.pane').exists()).toBe(false)
  })
})

describe('the desk of the head of a department', () => {
  it('has the own tasks first, then those of the people; only those one gave can be given to another', async () => {
    host.tasks = [
      deskTask(1, { personId: 11 }),
      deskTask(2, { personId: 5, person: 'Сәрсенова Г. Б.' }),
      deskTask(3, { personId: 12, authorId: 5, author: 'Сәрсенова Г. Б.' }),
    ]
    await show('departmentHead', 5, 'Сәрсенова Г. Б.')
    expect(shown.findAll('.group').map((one) => one.text())).toEqual(['Маған берілген 1', 'Бөлімге берілген 2'])
    expect(chosen()).toBe('Ж-0602/26')
    expect(shown.findAll('.pane .acts button').map((one) => one.text())).toContain('Орындауға беруI')
    press('ArrowDown')
    await flushPromises()
    expect(shown.findAll('.pane .acts button')).toHaveLength(1)
    press('ArrowDown')
    await flushPromises()
    press('KeyI', { altKey: true })
    await flushPromises()
    expect(dialog().textContent).toContain('Орындаушыны ауыстыру: Бекенов А. Ж.')
  })

  it('hands on with text, executors and a day not after the own', async () => {
    host.tasks = [deskTask(2, { personId: 5, due: '2026-12-17' })]
    await show('departmentHead', 5, 'Сәрсенова Г. Б.')
    press('KeyI')
    await flushPromises()
    const area = dialog().querySelector('textarea')!
    area.value = 'Дайындаңыз'
    area.dispatchEvent(new Event('input'))
    dialog().querySelectorAll<HTMLElement>('.who-t [role="checkbox"]')[0]!.click()
    dialog().querySelector<HTMLElement>('.btn.first')!.click()
    await vi.waitFor(() => expect(host.asked('routing/assign')).toHaveLength(1))
    expect(host.asked('routing/assign')[0]).toEqual({
      ...{ taskId: 2, appealId: 602, version: 1, text: 'Дайындаңыз', due: '2026-12-17', control: false },
      executors: [{ personId: 11, responsible: true }],
    })
  })
})
