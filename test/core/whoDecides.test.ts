import { emptyDecision } from '#shared/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ANSWER, officeWithDecisions, type DecisionsOffice } from '../support/decisions'
import { person, refusal, register, signedIn, signInAs, type TestBrowser } from '../support/office'
import { rowsOf } from '../support/raw'

let o: DecisionsOffice
let admin: TestBrowser
beforeEach(async () => {
  o = await officeWithDecisions()
  admin = await signedIn(o.test, 'admin')
})
afterEach(() => o.test.close())

const listed = async (login: string) => (await admin.call.people.list()).find((one) => one.login === login)!
const tasksOf = async (id: number) => (await o.head.call.routing.ofEntry({ id })).flatMap(({ tasks }) => tasks)

describe('who decides', () => {
  it('a deputy signs for himself, never as the head', async () => {
    const deputy = await signInAs(o.test, person('deputy', ['deputy'], 'Омаров'))
    const { id } = await o.draft(await o.inWork(), 'answer', ANSWER)
    const asHead = { id, version: 1, entryVersion: 2, signerId: o.ids['head']!, signedOn: '2026-12-11' }
    expect((await refusal(deputy.call.decisions.sign(asHead))).code).toBe('forbidden')
    const { letters } = await o.sign(id, 1, 2, deputy)
    const [letter] = await rowsOf<{ signer: string }>(
      o.test,
      "SELECT facts ->> '$.signer.name' AS signer FROM letters WHERE id = ?",
      [letters[0]!.id],
    )
    expect(letter!.signer).toBe('Омаров А. Т.')
  })

  it('nobody who left signs or writes a resolution on paper; whoever acts for the head does', async () => {
    await signInAs(o.test, person('acting', ['executor'], 'Нұрланов'))
    const acting = await listed('acting')
    await admin.call.structure.saveAbsence({
      ...{ id: null, version: 0, personId: o.ids['head']!, actingId: acting.id },
      ...{ from: '2026-12-10', to: '2026-12-20', reason: 'leave' },
    })
    const appealId = await o.inWork()
    const { id } = await o.draft(appealId, 'answer', ANSWER)
    const paper = (signerId: number) =>
      o.clerk.call.decisions.sign({ id, version: 1, entryVersion: 2, signerId, signedOn: '2026-12-11' })
    await signInAs(o.test, person('retired', ['head'], 'Зейнетов'))
    const retired = await listed('retired')
    await admin.call.people.change({ ...retired, active: false })
    expect((await refusal(paper(retired.id))).data.fields).toMatchObject([{ path: 'signerId', code: 'person_left' }])
    expect((await paper(acting.id)).appeal.status).toBe('answered')
  })

  it('the chancellery neither refuses an extension nor sends back what lies before the head', async () => {
    const appealId = await o.inWork()
    const { id } = await o.draft(appealId, 'extend', { text: 'Тексеру қажет', until: '2026-12-25' }, o.executor)
    await o.executor.call.decisions.submit({ id, version: 1 })
    const at = { id, version: 2, reason: 'негіз жоқ' }
    for (const call of [o.clerk.call.decisions.refuse(at), o.clerk.call.decisions.sendBack(at)])
      expect((await refusal(call)).code).toBe('forbidden')
    expect((await refusal(o.executor.call.decisions.agree({ id, version: 2, verdict: 'agreed', remark: '' }))).code).toBe(
      'decisions.own',
    )
  })

  it('a role taken away while the write waits in the queue no longer counts', async () => {
    const appealId = await o.inWork()
    const { id } = await o.draft(appealId, 'answer', ANSWER)
    const head = await listed('head')
    const [, signed] = await Promise.allSettled([admin.call.people.change({ ...head, roles: ['executor'] }), o.sign(id, 1, 2)])
    expect(signed).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } })
  })

  it('an executor whose task was given to another sees the letter no more', async () => {
    await signInAs(o.test, person('second', ['executor'], 'Тен'))
    const appealId = await o.inWork()
    const [task] = await tasksOf(appealId)
    const to = (await listed('second')).id
    await o.head.call.routing.replace({ taskId: task!.id, version: 2, personId: to, reason: 'демалыста' })
    expect((await refusal(o.executor.call.register.card({ id: appealId }))).code).toBe('not_found')
  })
})

describe('what follows the letter', () => {
  it('tasks move with an extension, and a void letter leaves no work and no draft', async () => {
    const appealId = await o.inWork()
    await o.decided(appealId, 'extend', { text: 'Тексеру қажет', until: '2026-12-25' })
    expect((await tasksOf(appealId)).map(({ due }) => due)).toEqual(['2026-12-25'])
    const { version } = await o.card(appealId)
    const reason = 'қате тіркелген'
    expect((await refusal(o.clerk.call.register.void({ id: appealId, version, reason }))).code).toBe('register.has_letters')
    const other = await o.inWork()
    await o.draft(other, 'answer', ANSWER, o.executor)
    await o.clerk.call.register.void({ id: other, version: 2, reason })
    expect((await tasksOf(other)).map(({ state }) => state)).toEqual(['ended'])
    expect((await o.head.call.decisions.ofEntry({ id: other })).decisions.map(({ state }) => state)).toEqual(['dropped'])
  })

  it('a correction after the answer moves no term; a corrected kind before it brings tasks within the law', async () => {
    const { id } = await register(o.clerk, { kind: 'application', respondent: null, contested: null })
    const executors = [{ personId: o.ids['executor']!, responsible: true }]
    await o.head.call.routing.resolve({ appealId: id, version: 1, text: 'Қараңыз', executors, due: '2027-01-06', control: false })
    const facts = { ...(await o.card(id)).facts, kind: 'serviceComplaint', respondent: 'provider', contested: 'action' } as const
    const corrected = await o.clerk.call.register.correct({ id, version: 2, reason: 'түрі қате', facts })
    expect([corrected.term.deadline, (await tasksOf(id))[0]!.due]).toEqual(['2026-12-21', '2026-12-21'])
    const { appeal } = await o.decided(id, 'answer', ANSWER)
    const back = { ...facts, kind: 'application' as const, respondent: null, contested: null }
    const after = await o.clerk.call.register.correct({ id, version: appeal.version, reason: 'түрі қате', facts: back })
    expect(after.term.deadline).toBe('2026-12-21')
  })

  it('what belongs to another act does not come into the letters', async () => {
    const appealId = await o.inWork()
    const content = { ...emptyDecision('kk'), text: 'Тексеру қажет', until: '2026-12-25', ground: 'courtAct' as const, bodyId: 1 }
    const saved = await o.clerk.call.decisions.save({ id: null, version: 0, appealId, act: 'extend', content })
    expect(saved.content).toMatchObject({ until: '2026-12-25', ground: null, bodyId: null })
    const application = await register(o.clerk, { kind: 'application', respondent: null, contested: null })
    const { letters } = await o.decided(application.id, 'leave', { ground: 'noEssence' })
    expect(letters).toMatchObject([{ sendBy: '2026-12-17' }])
    const complaint = await o.draft(await o.inWork(), 'leave', { ground: 'noEssence' })
    expect((await refusal(o.clerk.call.decisions.submit({ id: complaint.id, version: 1 }))).data.fields).toMatchObject([
      { path: 'content.ground', code: 'unknown_value' },
    ])
  })
})
