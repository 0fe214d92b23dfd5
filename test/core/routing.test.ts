import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { person, refusal, register, signedIn, signInAs, type TestBrowser } from '../support/office'
import { officeWithRouting, type RoutingOffice } from '../support/routing'

let { test, head, executor, ids, card, history, tasksOf, resolve } = {} as RoutingOffice
beforeEach(async () => {
  ;({ test, head, executor, ids, card, history, tasksOf, resolve } = await officeWithRouting())
})
afterEach(() => test.close())

describe('a resolution', () => {
  it('takes the letter to execution, gives the task, and puts it on control', async () => {
    const { id } = await register(test.clerk)
    const entry = await resolve(id, { control: true })
    expect(entry).toMatchObject({ status: 'execution', control: true, controllerId: ids['head'], version: 2 })
    const [resolution] = await head.call.routing.ofEntry({ id })
    expect(resolution).toMatchObject({
      parentId: null,
      author: { id: ids['head'], name: 'Тілеубергенов А. Т.' },
      text: 'Қарап, жауап беріңіз',
      due: '2026-12-18',
      issuedOn: '2026-12-11',
      enteredBy: null,
      recalled: null,
      tasks: [{ person: 'Бекенов А. Т.', responsible: true, state: 'assigned', due: '2026-12-18' }],
    })
    expect(await history(id)).toEqual(['appeal.registered', 'resolution.issued'])
  })

  it('names the responsible executor first, and the others after', async () => {
    const { id } = await register(test.clerk)
    await resolve(id, {
      executors: [
        { personId: ids['second']!, responsible: false },
        { personId: ids['executor']!, responsible: true },
      ],
    })
    expect((await tasksOf(id)).map(({ person, responsible }) => [person, responsible])).toEqual([
      ['Бекенов А. Т.', true],
      ['Тен А. Т.', false],
    ])
  })

  it('written on paper is entered by the clerk in the name of the head', async () => {
    const { id } = await register(test.clerk)
    const executors = [{ personId: ids['executor']!, responsible: true }]
    const paper = { appealId: id, version: 1, text: 'Тексеріңіз', executors, due: '2026-12-21', control: false }
    await test.clerk.call.routing.enterPaper({ ...paper, authorId: ids['head']!, issuedOn: '2026-12-11' })
    const [resolution] = await head.call.routing.ofEntry({ id })
    expect(resolution).toMatchObject({ author: { name: 'Тілеубергенов А. Т.' }, enteredBy: 'Қасенова А. Т.' })
    const other = await register(test.clerk)
    const forged = { ...paper, appealId: other.id, authorId: ids['executor']!, issuedOn: '2026-12-11' }
    expect((await refusal(test.clerk.call.routing.enterPaper(forged))).data.fields).toMatchObject([
      { path: 'authorId', code: 'not_a_head' },
    ])
  })

  it.each<[string, object, string, string]>([
    ['a day after the deadline', { due: '2026-12-22' }, 'due', 'date_too_late'],
    ['a day before registration', { due: '2026-12-10' }, 'due', 'date_too_soon'],
    ['nobody', { executors: [] }, 'executors', 'required'],
    ['nobody responsible', { executors: [{ personId: 3, responsible: false }] }, 'executors', 'one_responsible'],
    ['no text', { text: ' ' }, 'text', 'required'],
  ])('with %s is refused at its field', async (_, changes, path, code) => {
    const { id } = await register(test.clerk)
    const { code: refused, data } = await refusal(resolve(id, changes))
    expect([refused, data.fields!.map((field) => [field.path, field.code])]).toEqual(['invalid_input', [[path, code]]])
    expect((await card(id)).status).toBe('registered')
  })

  it('for somebody who left, or who executes nothing, is refused', async () => {
    const { id } = await register(test.clerk)
    const code = async (personId: number) =>
      (await refusal(resolve(id, { executors: [{ personId, responsible: true }] }))).data.fields!.map((field) => field.code)
    expect(await code(ids['clerk']!)).toEqual(['unknown_value'])
    const admin = await signedIn(test, 'admin')
    const left = (await admin.call.people.list()).find(({ login }) => login === 'second')!
    await admin.call.people.change({ ...left, active: false })
    expect(await code(ids['second']!)).toEqual(['person_left'])
  })

  it('on a closed entry is refused with its state', async () => {
    const { id, number } = await register(test.clerk)
    await test.clerk.call.register.void({ id, version: 1, reason: 'екі рет тіркелген' })
    expect(await refusal(resolve(id))).toMatchObject({ code: 'register.void_already', data: { params: { number } } })
  })

  it('of two heads at once: the second is told who was faster, and nothing of his is half done', async () => {
    const deputy = await signInAs(test, person('deputy', ['deputy'], 'Жақсыбекова'))
    const { id } = await register(test.clerk)
    await resolve(id)
    const late = {
      appealId: id,
      version: 1,
      text: 'Қараңыз',
      executors: [{ personId: ids['second']!, responsible: true }],
      due: '2026-12-18',
      control: false,
    }
    expect(await refusal(deputy.call.routing.resolve(late))).toMatchObject({
      code: 'conflict.stale',
      data: { params: { who: 'Тілеубергенов А. Т.' } },
    })
    expect(await tasksOf(id)).toHaveLength(1)
  })

  it('is not written by others', async () => {
    const { id } = await register(test.clerk)
    for (const browser of [test.clerk, executor]) expect((await refusal(resolve(id, {}, browser))).code).toBe('forbidden')
  })
})

describe('a recalled resolution', () => {
  it('ends its tasks with the reason, and the letter waits for another', async () => {
    const { id } = await register(test.clerk)
    await resolve(id)
    const resolutionId = (await head.call.routing.ofEntry({ id }))[0]!.id
    const entry = await head.call.routing.recall({ resolutionId, version: 2, reason: 'басқа бөлімге' })
    expect(entry).toMatchObject({ status: 'resolution', version: 3 })
    expect(await tasksOf(id)).toMatchObject([{ state: 'ended', endReason: 'басқа бөлімге' }])
    expect((await refusal(head.call.routing.recall({ resolutionId, version: 3, reason: 'тағы' }))).code).toBe('life.not_possible')
    await resolve(id, { executors: [{ personId: ids['second']!, responsible: true }] })
    expect((await refusal(head.call.routing.recall({ resolutionId, version: 4, reason: 'тағы' }))).code).toBe(
      'routing.recalled_already',
    )
    expect((await card(id)).status).toBe('execution')
  })

  it('leaves the letter in execution when another resolution holds', async () => {
    const { id } = await register(test.clerk)
    await resolve(id)
    await resolve(id, { executors: [{ personId: ids['second']!, responsible: true }] })
    const [first] = await head.call.routing.ofEntry({ id })
    expect((await head.call.routing.recall({ resolutionId: first!.id, version: 3, reason: 'артық' })).status).toBe('execution')
    expect((await tasksOf(id)).map(({ state }) => state)).toEqual(['ended', 'assigned'])
  })
})

describe('what a person sees', () => {
  it('an executor only the own, once it is assigned; the clerk and the head all', async () => {
    const mine = await register(test.clerk)
    const other = await register(test.clerk)
    const query = { year: 2026, state: 'all', search: '', after: null, limit: 50 } as const
    const seenBy = async (browser: TestBrowser) => (await browser.call.register.journal(query)).rows.map(({ id }) => id)
    expect(await seenBy(executor)).toEqual([])
    await resolve(mine.id)
    expect(await seenBy(executor)).toEqual([mine.id])
    expect(await seenBy(head)).toEqual([other.id, mine.id])
    expect((await executor.call.register.overview({ year: 2026 })).counts.all).toBe(1)
    expect((await executor.call.register.card({ id: mine.id })).id).toBe(mine.id)
    for (const call of [
      executor.call.register.card({ id: other.id }),
      executor.call.register.history({ id: other.id }),
      executor.call.routing.ofEntry({ id: other.id }),
      executor.call.slips.list({ appealId: other.id }),
    ]) {
      expect((await refusal(call)).code).toBe('not_found')
    }
  })
})

describe('the desk of the head', () => {
  it('shows what waits, most urgent first, and what everybody has on hand', async () => {
    const late = await register(test.clerk, { kind: 'application', respondent: null, contested: null })
    const soon = await register(test.clerk)
    const done = await register(test.clerk)
    await resolve(done.id)
    await head.call.routing.saveTexts({ texts: ['Қарап, жауап беріңіз', '', 'Тексеріңіз'] })
    const desk = await head.call.routing.desk()
    expect(desk.letters.map(({ id }) => id)).toEqual([soon.id, late.id])
    expect(desk.days).toEqual([
      '2026-12-14',
      '2026-12-15',
      '2026-12-17',
      '2026-12-18',
      '2026-12-21',
      '2026-12-22',
      '2026-12-23',
      '2026-12-24',
      '2026-12-25',
      '2026-12-28',
    ])
    expect(desk.executors.find(({ id }) => id === ids['executor'])).toMatchObject({
      name: 'Бекенов А. Т.',
      open: 1,
      late: 0,
      days: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
      free: 9,
    })
    expect(desk.texts).toEqual(['Қарап, жауап беріңіз', 'Тексеріңіз'])
  })
})
