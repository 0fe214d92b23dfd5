import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { Resolution } from '#shared/contract'
import type { Role } from '#shared/domain'
import { resolutionTree, responsibleOf } from '../../renderer/features/card/resolutionActs'
import { offers } from '../../renderer/features/card/resolutionOffers'
import { caller, resolution, task } from './support/deskHost'
import { press } from './support/officeWindow'
import { buttons, confirm, dialog, host, show, shown, type, useResolutionsTab } from './support/resolutionsTab'
import { entry } from './support/entryHost'

const author = (id: number, name: string) => ({ id, name, position: { kk: 'бөлім басшысы', ru: 'руководитель отдела' } })
/** The head gives it to the head of a department, who divides it between two. */
const DIVIDED: Resolution[] = [
  resolution(1, { tasks: [task(10, { personId: 5, person: 'Жақсыбекова Р. Н.', state: 'accepted' })] }),
  resolution(2, {
    ...{ parentId: 10, author: author(5, 'Жақсыбекова Р. Н.'), text: 'Ауылға барыңыз.', due: '2026-12-17' },
    tasks: [
      task(20, { state: 'ended', endReason: 'еңбек демалысында' }),
      task(21, {
        personId: 12,
        person: 'Тен В. Р.',
        replaces: 20,
        report: 'Келісімшарт тексерілді',
        state: 'done',
        responsible: false,
      }),
    ],
  }),
  resolution(3, {
    ...{ text: 'Танысыңыз.', enteredBy: 'Қасенова А. Т.', tasks: [task(30, { state: 'ended', endReason: 'артық' })] },
    recalled: { at: '2026-12-11T06:00:00Z', by: 'Тілеубергенов Қ. М.', reason: 'артық' },
  }),
]

const write = (text: string) => type(dialog().querySelector('textarea')!, text)

useResolutionsTab()

describe('the resolutions of an entry', () => {
  it('are a tree: tasks under a resolution, and under a task what it was divided into', () => {
    const [first, last] = resolutionTree(DIVIDED)
    expect(first!.tasks[0]!.under[0]!.resolution.id).toBe(2)
    expect(first!.tasks[0]!.under[0]!.tasks.map(({ insteadOf }) => insteadOf)).toEqual([null, 'Бекенов А. Ж.'])
    expect(last!.resolution.id).toBe(3)
    expect(responsibleOf(DIVIDED)).toBe('Жақсыбекова Р. Н.')
    expect(responsibleOf(DIVIDED.slice(2))).toBeNull()
  })

  it('are shown with who wrote, who entered from paper, who reported what, and why one was taken back', () => {
    show('head', 1, DIVIDED)
    const nodes = shown.findAll('.node').map((node) => node.text())
    expect(nodes).toHaveLength(3)
    expect(nodes[1]).toContain('Ауылға барыңыз.')
    expect(nodes[2]).toContain('қағаздан енгізген: Қасенова А. Т.')
    expect(nodes[2]).toContain('себебі: артық')
    expect(shown.findAll('.node.gone')).toHaveLength(1)
    const tasks = shown.findAll('.task').map((one) => one.text())
    expect(tasks[2]).toContain('Келісімшарт тексерілді')
    expect(tasks[2]).toContain('бұрынғы орындаушы: Бекенов А. Ж.')
    expect(tasks[2]).toContain('орындалды')
    expect(shown.find('li li li .task').exists()).toBe(true)
  })
})

describe('what is offered', () => {
  const offered = (role: Role, id: number, taskId: number, change: Parameters<typeof entry>[0] = {}) => {
    const { permissions } = caller(role)
    const found = DIVIDED.flatMap((one) => one.tasks.map((each) => ({ resolution: one, task: each })))
    const chosen = found.find(({ task: each }) => each.id === taskId) ?? null
    const appeal = entry({ status: 'execution', control: false, ...change })
    const asked = { appeal, chosen, may: (one: (typeof permissions)[number]) => permissions.includes(one) }
    return offers({ ...asked, isMine: (personId) => personId === id }).map(({ act }) => act)
  }

  it('depends on the role, on whose task it is and on the state of the entry', () => {
    expect(offered('head', 1, 10)).toEqual(['resolve', 'replace', 'recall', 'control'])
    expect(offered('clerk', 9, 10)).toEqual(['enterPaper'])
    expect(offered('departmentHead', 5, 10)).toEqual(['mark', 'report', 'assign'])
    expect(offered('departmentHead', 5, 21)).toEqual(['recall'])
    expect(offered('executor', 12, 10)).toEqual([])
    expect(offered('head', 1, 30)).toEqual(['resolve', 'control'])
    expect(offered('head', 1, 10, { status: 'answered' })).toEqual([])
    expect(offered('clerk', 9, 0, { status: 'registered' })).toEqual(['send', 'enterPaper'])
    expect(offered('head', 1, 10, { control: true })).toContain('controlOff')
  })
})

describe('acts on the card', () => {
  it('an executor accepts, notes and reports the own task by keys', async () => {
    show('executor', 11, [resolution(1)])
    expect(buttons()).toEqual(['ҚабылдауA', 'Белгі қоюM', 'ОрындалдыR'])
    press('KeyA', { key: 'ф' })
    await vi.waitFor(() => expect(host.asked('routing/accept')).toEqual([{ taskId: 10 }]))
    await flushPromises()
    expect(shown.emitted('done')![0]![1]).toBe('тапсырма қабылданды.')
    press('KeyR', { key: 'к' })
    await flushPromises()
    confirm()
    await flushPromises()
    expect(dialog().textContent).toContain('Толтырыңыз.')
    await write('Жауап жобасы дайын')
    confirm()
    await vi.waitFor(() => expect(host.asked('routing/report')).toEqual([{ taskId: 10, text: 'Жауап жобасы дайын' }]))
  })

  it('the head takes a resolution back with a reason; a refusal keeps it and has the entry read anew', async () => {
    show('head', 1, [resolution(1)])
    press('KeyZ', { altKey: true })
    await flushPromises()
    await write('басқа бөлімге')
    host.refuseNext('routing/recall', 'conflict.stale', 409, { params: { who: 'Тен В. Р.', when: '2026-12-11T05:31:00Z' } })
    confirm()
    await vi.waitFor(() => expect(shown.emitted('moved')).toHaveLength(1))
    expect(dialog().textContent).toContain('Жазбаны Тен В. Р. өзгертті (11.12.2026, 10:31).')
    expect(dialog().querySelector('textarea')!.value).toBe('басқа бөлімге')
    await shown.setProps({ appeal: entry({ status: 'execution', version: 4, control: false }) })
    confirm()
    await vi.waitFor(() => expect(host.asked('routing/recall')).toHaveLength(2))
    expect(host.asked('routing/recall')[1]).toEqual({ resolutionId: 1, version: 4, reason: 'басқа бөлімге' })
  })

  it('the clerk enters what the head wrote on paper, and must say who signed', async () => {
    show('clerk', 9, [], { status: 'registered', version: 1 })
    press('Insert')
    await flushPromises()
    await write('Тексеріңіз')
    const people = dialog().querySelectorAll<HTMLElement>('.who-t [role="checkbox"]')
    people[1]!.click()
    people[0]!.click()
    confirm()
    await flushPromises()
    expect(host.asked('routing/enterPaper')).toEqual([])
    expect(dialog().textContent).toContain('Толтырыңыз.')
    // The list chooses by the first letter.
    const letter = { key: 'Т', code: 'KeyN', bubbles: true, cancelable: true }
    dialog().querySelector('[role="combobox"]')!.dispatchEvent(new KeyboardEvent('keydown', letter))
    await flushPromises()
    confirm()
    await vi.waitFor(() => expect(host.asked('routing/enterPaper')).toHaveLength(1))
    expect(host.asked('routing/enterPaper')[0]).toEqual({
      ...{
        appealId: 612,
        version: 1,
        text: 'Тексеріңіз',
        due: '2026-12-18',
        control: false,
        authorId: 1,
        issuedOn: '2026-12-11',
      },
      executors: [
        { personId: 12, responsible: true },
        { personId: 11, responsible: false },
      ],
    })
  })

  it('a department head hands on, never beyond the day of the own task; faults stand at their fields', async () => {
    show('departmentHead', 11, [resolution(1, { tasks: [task(10, { due: '2026-12-15' })] })])
    press('KeyI')
    await flushPromises()
    expect(dialog().textContent).toContain('Ең кеш күні 15.12.2026')
    await write('Дайындаңыз')
    const fields = [{ path: 'executors', code: 'required', params: {} }]
    host.refuseNext('routing/assign', 'invalid_input', 422, { fields })
    confirm()
    await vi.waitFor(() => expect(dialog().textContent).toContain('Толтырыңыз.'))
    expect(host.asked('routing/assign')[0]).toMatchObject({ taskId: 10, due: '2026-12-15', text: 'Дайындаңыз', executors: [] })
    expect(dialog().querySelector('textarea')!.value).toBe('Дайындаңыз')
  })
})
