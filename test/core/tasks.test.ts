import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { person, refusal, register, signInAs } from '../support/office'
import { eventsOf } from '../support/raw'
import { idsOf, officeWithRouting, type RoutingOffice } from '../support/routing'

let { test, head, executor, second, ids, history, tasksOf, resolve } = {} as RoutingOffice
beforeEach(async () => {
  ;({ test, head, executor, second, ids, history, tasksOf, resolve } = await officeWithRouting())
})
afterEach(() => test.close())

describe('a task', () => {
  it('is taken up, marked and reported by whom it was given, and by nobody else', async () => {
    const { id } = await register(test.clerk)
    await resolve(id)
    const taskId = (await tasksOf(id))[0]!.id
    expect((await refusal(second.call.routing.accept({ taskId }))).code).toBe('routing.not_yours')
    await executor.call.routing.accept({ taskId })
    await executor.call.routing.mark({ taskId, text: 'Аудандық бөлімнен сұратылды' })
    expect(await executor.call.routing.tasks({ done: false })).toMatchObject([
      { taskId, state: 'accepted', report: 'Аудандық бөлімнен сұратылды' },
    ])
    await executor.call.routing.report({ taskId, text: 'Жауап жобасы дайын' })
    expect(await executor.call.routing.tasks({ done: false })).toEqual([])
    expect(await executor.call.routing.tasks({ done: true })).toMatchObject([{ taskId, state: 'done' }])
    expect((await refusal(executor.call.routing.report({ taskId, text: 'тағы' }))).code).toBe('routing.task_over')
    expect(await history(id)).toEqual(['appeal.registered', 'resolution.issued', 'task.accepted', 'task.marked', 'task.done'])
  })

  it('is given to somebody else with a reason; the first keeps it in the record', async () => {
    const { id } = await register(test.clerk)
    await resolve(id)
    const taskId = (await tasksOf(id))[0]!.id
    await head.call.routing.replace({ taskId, version: 2, personId: ids['second']!, reason: 'еңбек демалысында' })
    expect((await tasksOf(id)).map(({ person, state, replaces }) => [person, state, replaces])).toEqual([
      ['Бекенов А. Т.', 'ended', null],
      ['Тен А. Т.', 'assigned', taskId],
    ])
    const again = { taskId, version: 3, personId: ids['second']!, reason: 'тағы' }
    expect((await refusal(head.call.routing.replace(again))).code).toBe('routing.task_over')
  })

  it('is divided further by whom it was given, never beyond its own day', async () => {
    const manager = await signInAs(test, person('manager', ['departmentHead'], 'Сәрсенова'))
    ids = await idsOf(test)
    const { id } = await register(test.clerk)
    await resolve(id, { executors: [{ personId: ids['manager']!, responsible: true }] })
    const taskId = (await tasksOf(id))[0]!.id
    const executors = [{ personId: ids['executor']!, responsible: true }]
    const part = { taskId, appealId: id, version: 2, text: 'Дайындаңыз', executors, due: '2026-12-21', control: false }
    expect((await refusal(manager.call.routing.assign(part))).data.fields).toMatchObject([{ path: 'due', code: 'date_too_late' }])
    await manager.call.routing.assign({ ...part, due: '2026-12-17' })
    const [root, under] = await head.call.routing.ofEntry({ id })
    expect(under).toMatchObject({ parentId: taskId, author: { name: 'Сәрсенова А. Т.' }, tasks: [{ person: 'Бекенов А. Т.' }] })
    await head.call.routing.recall({ resolutionId: root!.id, version: 3, reason: 'басқаша' })
    expect((await tasksOf(id)).map(({ state }) => state)).toEqual(['ended', 'ended'])
  })
})

describe('somebody who leaves with thirty open tasks', () => {
  it('gives them all over in one command, with an event on each entry', async () => {
    const entries = []
    for (let at = 0; at < 30; at++) entries.push(await register(test.clerk))
    for (const { id } of entries) await resolve(id)
    const before = (await eventsOf(test)).length
    const { moved } = await head.call.routing.handOver({
      fromId: ids['executor']!,
      toId: ids['second']!,
      reason: 'жұмыстан шықты',
    })
    expect(moved).toBe(30)
    expect(await executor.call.routing.tasks({ done: false })).toEqual([])
    expect(await second.call.routing.tasks({ done: false })).toHaveLength(30)
    const told = (await eventsOf(test)).slice(before).map(({ action }) => action)
    expect(told).toEqual(['tasks.handed_over', ...Array.from({ length: 30 }, () => 'task.replaced')])
    const again = { fromId: ids['executor']!, toId: ids['second']!, reason: 'тағы' }
    expect((await refusal(head.call.routing.handOver(again))).code).toBe('routing.no_tasks')
  })
})
