import { emptyDecision, type DecisionContent } from '#shared/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ANSWER, officeWithDecisions, type DecisionsOffice } from '../support/decisions'
import { refusal, register, signedIn } from '../support/office'
import { rowsOf } from '../support/raw'

let o: DecisionsOffice
beforeEach(async () => {
  o = await officeWithDecisions()
})
afterEach(() => o.test.close())

/** What a signed letter says. */
async function bodyOfLetter(id: number): Promise<string> {
  const [letter] = await rowsOf<{ body: string }>(o.test, "SELECT facts ->> '$.body' AS body FROM letters WHERE id = ?", [id])
  return letter!.body
}

describe('an extension', () => {
  const longer = { text: 'Қосымша тексеру қажет.', until: '2026-12-25' }

  it('asked by the executor and granted moves the deadline and makes the notice with its own last day', async () => {
    const appealId = await o.inWork()
    const { id } = await o.draft(appealId, 'extend', longer, o.executor)
    await o.executor.call.decisions.submit({ id, version: 1 })
    const { appeal, letters } = await o.sign(id, 2, 2)
    expect(appeal).toMatchObject({
      status: 'execution',
      closedOn: null,
      term: { deadline: '2026-12-25', extension: { until: '2026-12-25' } },
    })
    expect(letters).toMatchObject([{ purpose: 'extensionNotice', sendBy: '2026-12-17' }])
    expect(await bodyOfLetter(letters[0]!.id)).toMatch(/№ 88-V Заң 25 .?\(4/)
    expect((await refusal(o.decided(appealId, 'extend', { ...longer, until: '2026-12-29' }))).code).toBe('terms.extension_again')
  })

  it('later than the law allows, or not longer, is refused at the day', async () => {
    const appealId = await o.inWork()
    expect((await refusal(o.decided(appealId, 'extend', { ...longer, until: '2027-06-01' }))).data.fields).toMatchObject([
      { path: 'content.until', code: 'date_too_late' },
    ])
    const { id, version } = (await o.head.call.decisions.ofEntry({ id: appealId })).decisions[0]!
    const content = { ...emptyDecision('kk'), ...longer, until: '2026-12-21' }
    const changed = await o.clerk.call.decisions.save({ id, version, appealId, act: 'extend', content })
    const sign = { id, version: changed.version, entryVersion: 2, signerId: null, signedOn: null }
    expect((await refusal(o.head.call.decisions.sign(sign))).data.fields).toMatchObject([
      { path: 'content.until', code: 'date_too_soon' },
    ])
  })

  it('is refused with a reason; the term stays', async () => {
    const appealId = await o.inWork()
    const { id } = await o.draft(appealId, 'extend', longer, o.executor)
    await o.executor.call.decisions.submit({ id, version: 1 })
    const refused = await o.head.call.decisions.refuse({ id, version: 2, reason: 'негіз жеткіліксіз' })
    expect(refused).toMatchObject({ state: 'refused', remark: 'негіз жеткіліксіз' })
    expect((await o.card(appealId)).term.deadline).toBe('2026-12-21')
    const answer = await o.draft(appealId, 'answer', ANSWER)
    expect((await refusal(o.head.call.decisions.refuse({ id: answer.id, version: 1, reason: 'жоқ, болмайды' }))).code).toBe(
      'decisions.not_to_refuse',
    )
  })

  it('stays when the kind of the letter is corrected afterwards', async () => {
    const appealId = await o.inWork()
    const { appeal } = await o.decided(appealId, 'extend', longer)
    const facts = { ...appeal.facts, kind: 'application' as const, respondent: null, contested: null }
    const corrected = await o.clerk.call.register.correct({
      id: appealId,
      version: appeal.version,
      reason: 'түрі қате',
      facts,
    })
    expect(corrected.term).toMatchObject({ length: 15, extension: { until: '2026-12-25' } })
  })
})

describe('what leaves the office otherwise', () => {
  it('a redirect of a part leaves the rest open in the same term, with two letters', async () => {
    const appealId = await o.inWork()
    const bodyId = await o.bodyOf('corporation')
    const { appeal, letters } = await o.decided(appealId, 'redirectPart', { bodyId, part: 'ХҚКО қызметкері туралы' })
    expect(appeal).toMatchObject({ status: 'execution', closedOn: null, term: { deadline: '2026-12-21' } })
    expect(letters.map(({ purpose, number }) => [purpose, number])).toEqual([
      ['redirectCover', 'Ш-0001/26'],
      ['redirectNotice', 'Ш-0002/26'],
    ])
    expect(letters[0]!.recipient).toContain('Азаматтарға арналған үкімет')
  })

  it('a redirect of the whole ends it, and the tasks with it; a court takes none', async () => {
    const appealId = await o.inWork()
    const bodyId = await o.bodyOf('court')
    expect((await refusal(o.decided(appealId, 'redirectWhole', { bodyId }))).data.fields).toMatchObject([
      { path: 'content.bodyId' },
    ])
    const other = await o.inWork()
    const { appeal } = await o.decided(other, 'redirectWhole', { bodyId: await o.bodyOf('district') })
    expect(appeal).toMatchObject({ status: 'redirected', closedOn: '2026-12-11' })
    const [task] = (await o.head.call.routing.ofEntry({ id: other })).flatMap(({ tasks }) => tasks)
    expect(task).toMatchObject({ state: 'ended', endReason: 'Ш-0001/26, Ш-0002/26' })
    const [decision] = (await o.head.call.decisions.ofEntry({ id: other })).decisions
    expect(decision!.signed).toMatchObject({ due: '2026-12-17', inTime: true })
  })

  it.each([
    ['return', { missing: ['address', 'signature'] }, 'returned', 'returnNotice', null],
    ['withdraw', {}, 'withdrawn', 'terminationNotice', '2026-12-17'],
    ['leave', { ground: 'courtClaim' }, 'unconsidered', 'unconsideredNotice', '2026-12-17'],
  ] as const)('%s', async (act, content, status, purpose, sendBy) => {
    const { appeal, letters } = await o.decided(await o.inWork(), act, content as Partial<DecisionContent>)
    expect(appeal.status).toBe(status)
    expect(letters).toMatchObject([{ purpose, sendBy }])
    if (act === 'leave') expect(await bodyOfLetter(letters[0]!.id)).toContain('кодексінің 95-бабы')
  })

  it('a repeat is joined to the earlier case and needs no answer; never to a later one or to itself', async () => {
    const first = await register(o.clerk)
    const second = await register(o.clerk)
    const attach = (id: number, number: string) =>
      o.head.call.decisions.attach({ id, version: 1, number, reason: 'жаңа дәлелі жоқ' })
    expect((await refusal(attach(first.id, second.number))).data.fields).toMatchObject([{ path: 'number', code: 'not_earlier' }])
    expect((await refusal(attach(first.id, first.number))).data.fields).toMatchObject([{ path: 'number', code: 'unknown_value' }])
    expect((await attach(second.id, first.number)).status).toBe('attached')
    expect(await o.head.call.filing.ofEntry({ id: first.id })).toMatchObject({ attached: [{ number: second.number }] })
    expect(await o.head.call.filing.ofEntry({ id: second.id })).toMatchObject({ attachedTo: { number: first.number } })
  })

  it('other drafts of a closed letter are taken away, and nothing more can be decided about it', async () => {
    const appealId = await o.inWork()
    await o.draft(appealId, 'extend', {}, o.executor)
    await o.decided(appealId, 'answer', ANSWER)
    const { decisions } = await o.head.call.decisions.ofEntry({ id: appealId })
    expect(decisions.map(({ act, state }) => [act, state])).toEqual([
      ['extend', 'dropped'],
      ['answer', 'signed'],
    ])
    expect((await refusal(o.draft(appealId, 'withdraw', {}))).code).toBe('life.not_possible')
  })
})

describe('the end', () => {
  it('off control, paper back, into the case', async () => {
    const { id } = await register(o.clerk)
    await o.head.call.routing.control({ id, version: 1, control: true, controllerId: null })
    const { appeal, letters } = await o.decided(id, 'answer', ANSWER)
    const { cases } = await o.clerk.call.directory.all()
    const file = (version: number) => o.clerk.call.filing.file({ id, version, caseId: cases[0]!.id })
    expect((await refusal(file(appeal.version))).code).toBe('life.on_control')
    const off = await o.head.call.routing.control({ id, version: appeal.version, control: false, controllerId: null })
    await o.clerk.call.filing.giveOut({ id, holderId: o.ids['executor']! })
    expect((await refusal(file(off.version))).code).toBe('life.paper_out')
    expect((await refusal(o.clerk.call.filing.giveOut({ id, holderId: o.ids['head']! }))).code).toBe('life.paper_out')
    await o.clerk.call.filing.takeBack({ id })
    expect((await refusal(file(off.version))).code).toBe('life.letter_waiting')
    await o.clerk.call.decisions.handOver({ letterId: letters[0]!.id, how: 'post', on: '2026-12-11', to: '', tracking: 'KZ1' })
    expect(await file(off.version)).toMatchObject({
      status: 'filed',
      filed: { caseId: cases[0]!.id, on: '2026-12-11' },
      closedOn: '2026-12-11',
    })
    expect((await o.clerk.call.filing.ofEntry({ id })).paper).toMatchObject([
      { holder: { name: 'Бекенов А. Т.' }, returned: { by: 'Қасенова А. Т.' } },
    ])
  })

  it('the named controller takes off control, and puts nothing on', async () => {
    const { id } = await register(o.clerk)
    const { control } = o.clerk.call.routing
    const off = { id, control: false, controllerId: null }
    expect((await refusal(control({ ...off, version: 1, control: true }))).code).toBe('forbidden')
    await o.head.call.routing.control({ id, version: 1, control: true, controllerId: o.ids['clerk']! })
    expect((await refusal(o.executor.call.routing.control({ ...off, version: 2 }))).code).toBe('not_found')
    expect((await control({ ...off, version: 2 })).control).toBe(false)
    // An executor who watches over an entry sees it, a confidential one too.
    await o.head.call.register.confine({ id, version: 3, readers: [] }).catch(() => null)
    await o.head.call.routing.control({ id, version: 3, control: true, controllerId: o.ids['executor']! })
    expect((await o.executor.call.routing.control({ ...off, version: 4 })).control).toBe(false)
  })

  it('the outgoing journal goes on from a paper one, and begins only once', async () => {
    const admin = await signedIn(o.test, 'admin')
    expect(await admin.call.office.outgoing()).toEqual({ year: 2026, next: 1, begun: false })
    expect(await admin.call.office.beginOutgoing({ firstNumber: 512 })).toEqual({ year: 2026, next: 512, begun: true })
    const page = { year: 2026, waiting: false, after: null, limit: 9 }
    expect((await o.head.call.decisions.outgoing(page)).gapless).toBe(true)
    expect(await refusal(admin.call.office.beginOutgoing({ firstNumber: 1 }))).toMatchObject({ code: 'letters.begun_already' })
    expect((await o.decided(await o.inWork(), 'withdraw', {})).letters).toMatchObject([{ number: 'Ш-0512/26' }])
    expect((await o.head.call.decisions.outgoing(page)).gapless).toBe(true)
  })

  it('the outgoing journal runs without a gap, also over refused signatures', async () => {
    for (const act of ['withdraw', 'answer', 'withdraw'] as const) {
      const appealId = await o.inWork()
      await refusal(o.decided(appealId, 'extend', { text: 'Ұзақ', until: '2029-01-01' }))
      await o.decided(appealId, act, act === 'answer' ? ANSWER : {})
    }
    const { rows, gapless, waiting } = await o.head.call.decisions.outgoing({ year: 2026, waiting: true, after: null, limit: 9 })
    expect(rows.map(({ number }) => number)).toEqual(['Ш-0003/26', 'Ш-0002/26', 'Ш-0001/26'])
    expect([gapless, waiting]).toEqual([true, 3])
  })
})
