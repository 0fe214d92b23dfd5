import { emptyDecision } from '#shared/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ANSWER, officeWithDecisions, type DecisionsOffice } from '../support/decisions'
import { person, refusal, signInAs, type TestBrowser } from '../support/office'

let o: DecisionsOffice
beforeEach(async () => {
  o = await officeWithDecisions()
})
afterEach(() => o.test.close())

describe('an answer', () => {
  it('goes from the executor’s draft over agreement and signature to the applicant’s hand', async () => {
    const appealId = await o.inWork()
    const { id } = await o.draft(appealId, 'answer', ANSWER, o.executor)
    await o.clerk.call.decisions.agree({ id, version: 1, verdict: 'agreed', remark: '' })
    await o.executor.call.decisions.submit({ id, version: 1 })
    expect((await o.head.call.decisions.toSign()).map(({ decisionId, act }) => ({ decisionId, act }))).toEqual([
      { decisionId: id, act: 'answer' },
    ])
    const { appeal, letters } = await o.sign(id, 2, 2)
    expect(appeal).toMatchObject({ status: 'answered', closedOn: '2026-12-11', version: 3 })
    expect(letters).toMatchObject([
      { purpose: 'answer', number: 'Ш-0001/26', signedOn: '2026-12-11', recipient: 'Сейтқали Айгүл Маратқызы', handed: null },
    ])
    const [task] = (await o.head.call.routing.ofEntry({ id: appealId })).flatMap(({ tasks }) => tasks)
    expect(task).toMatchObject({ state: 'done', report: 'Ш-0001/26' })
    const handed = await o.clerk.call.decisions.handOver({
      letterId: letters[0]!.id,
      how: 'inPerson',
      on: '2026-12-11',
      to: 'Сейтқали А. М.',
      tracking: '',
    })
    expect(handed.handed).toMatchObject({ on: '2026-12-11', how: 'inPerson', to: 'Сейтқали А. М.', by: 'Қасенова А. Т.' })
    const { decisions } = await o.executor.call.decisions.ofEntry({ id: appealId })
    expect(decisions[0]).toMatchObject({
      state: 'signed',
      agreements: [{ verdict: 'agreed', outdated: false }],
      signed: { on: '2026-12-11', by: { name: 'Тілеубергенов А. Т.' }, enteredBy: null, due: '2026-12-21', inTime: true },
    })
  })

  it('asked twice gets its number once: the second is told it', async () => {
    const appealId = await o.inWork()
    const { letters } = await o.decided(appealId, 'answer', ANSWER)
    const { decisionId } = letters[0]!
    const again = await refusal(
      o.head.call.decisions.sign({ id: decisionId, version: 2, entryVersion: 2, signerId: null, signedOn: null }),
    )
    expect(again).toMatchObject({ code: 'decisions.signed_already', data: { params: { number: 'Ш-0001/26' } } })
    expect((await o.clerk.call.decisions.outgoing({ year: 2026, waiting: false, after: null, limit: 9 })).rows).toHaveLength(1)
  })

  it('two heads who sign at once: one signs, the other is told the number', async () => {
    const second = await signInAs(o.test, person('deputy', ['deputy'], 'Омаров'))
    const appealId = await o.inWork()
    const { id } = await o.draft(appealId, 'answer', ANSWER)
    const sign = { id, version: 1, entryVersion: 2, signerId: null, signedOn: null }
    const both = await Promise.allSettled([o.head.call.decisions.sign(sign), second.call.decisions.sign(sign)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'decisions.signed_already' } })
    const { rows, gapless } = await o.head.call.decisions.outgoing({ year: 2026, waiting: false, after: null, limit: 9 })
    expect([rows.length, gapless]).toEqual([1, true])
  })

  it('cannot be signed before the letter was registered, nor in the future; what was typed stays', async () => {
    const appealId = await o.inWork()
    const { id } = await o.draft(appealId, 'answer', ANSWER)
    const sign = (signedOn: string) =>
      o.clerk.call.decisions.sign({ id, version: 1, entryVersion: 2, signerId: o.ids['head']!, signedOn })
    expect((await refusal(sign('2026-12-10'))).data.fields).toMatchObject([{ path: 'signedOn', code: 'date_too_soon' }])
    expect((await refusal(sign('2026-12-12'))).data.fields).toMatchObject([{ path: 'signedOn', code: 'date_in_future' }])
    const { appeal } = await sign('2026-12-11')
    expect(appeal.status).toBe('answered')
    const [decision] = (await o.head.call.decisions.ofEntry({ id: appealId })).decisions
    expect(decision!.signed).toMatchObject({ by: { name: 'Тілеубергенов А. Т.' }, enteredBy: 'Қасенова А. Т.' })
  })

  it('a clerk alone signs nothing', async () => {
    const { id } = await o.draft(await o.inWork(), 'answer', ANSWER)
    const sign = { id, version: 1, entryVersion: 2, signedOn: null }
    expect((await refusal(o.clerk.call.decisions.sign({ ...sign, signerId: null }))).data.fields).toMatchObject([
      { path: 'signerId', code: 'required' },
    ])
    expect((await refusal(o.clerk.call.decisions.sign({ ...sign, signerId: o.ids['clerk']! }))).data.fields).toMatchObject([
      { path: 'signerId', code: 'not_a_head' },
    ])
  })

  it('that says nothing yet is not laid before the head: every missing part is named', async () => {
    const { id } = await o.draft(await o.inWork(), 'answer', {})
    const { code, data } = await refusal(o.clerk.call.decisions.submit({ id, version: 1 }))
    expect([code, data.fields?.map(({ path }) => path)]).toEqual(['invalid_input', ['content.text', 'content.character']])
  })

  it('is warned of before signing, and nothing is blocked', async () => {
    const appealId = await o.inWork({
      language: 'ru',
      respondentName: 'Тілеубергеновтің әрекеті',
      postalAddress: 'x',
      delivery: 'post',
    })
    const { id } = await o.draft(appealId, 'answer', { ...ANSWER, character: 'refused', remedy: false })
    await o.executor.call.decisions.agree({ id, version: 1, verdict: 'objected', remark: 'Сан қате' })
    const failed = (await o.head.call.decisions.checks({ id })).filter(({ ok }) => !ok).map(({ check }) => check)
    expect(failed).toEqual(['language', 'character', 'remedy', 'agreed', 'reported', 'notComplainedOf'])
    const { appeal } = await o.sign(id, 1, 2)
    expect(appeal.status).toBe('answered')
  })

  it('changed after an agreement shows that the agreement was to another text', async () => {
    const appealId = await o.inWork()
    const { id } = await o.draft(appealId, 'answer', ANSWER)
    await o.executor.call.decisions.agree({ id, version: 1, verdict: 'agreed', remark: '' })
    const content = { ...emptyDecision('kk'), ...ANSWER, text: 'Басқа мәтін.' }
    const changed = await o.clerk.call.decisions.save({ id, version: 1, appealId, act: 'answer', content })
    expect(changed.agreements).toMatchObject([{ outdated: true }])
  })

  it('drafted by two at once: the second is told whose draft there is, and of a stale text who changed it', async () => {
    const appealId = await o.inWork()
    const { id } = await o.draft(appealId, 'answer', ANSWER, o.executor)
    expect(await refusal(o.draft(appealId, 'answer', ANSWER))).toMatchObject({
      code: 'decisions.drafted_already',
      data: { params: { author: 'Бекенов А. Т.' } },
    })
    const save = (text: string, by: TestBrowser) =>
      by.call.decisions.save({ id, version: 1, appealId, act: 'answer', content: { ...emptyDecision('kk'), ...ANSWER, text } })
    await save('Бірінші', o.clerk)
    expect(await refusal(save('Екінші', o.executor))).toMatchObject({
      code: 'conflict.stale',
      data: { params: { who: 'Қасенова А. Т.' } },
    })
  })

  it('saved again and again in one sitting is one event; somebody else’s change is another', async () => {
    const appealId = await o.inWork()
    const { id } = await o.draft(appealId, 'answer', {}, o.executor)
    const save = (version: number, text: string, by: TestBrowser) =>
      by.call.decisions.save({ id, version, appealId, act: 'answer', content: { ...emptyDecision('kk'), text } })
    for (const version of [1, 2, 3]) await save(version, `Мәтін ${version}`, o.executor)
    await save(4, 'Кеңсе түзетті', o.clerk)
    const { version } = await save(5, 'Қайта жаздым', o.executor)
    const drafted = (await o.clerk.call.register.history({ id: appealId })).filter(({ action }) => action === 'decision.drafted')
    expect(drafted.map(({ actor }) => actor)).toEqual(['Бекенов А. Т.', 'Қасенова А. Т.', 'Бекенов А. Т.'])
    expect(version).toBe(6)
  })
})
