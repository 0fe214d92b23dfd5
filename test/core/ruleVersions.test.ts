import type { NewRuleVersion, TermsChange } from '#shared/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { officeWithClerk, PASSWORD, refusal, register, signedIn, type ClerksOffice, type TestBrowser } from '../support/office'
import { rowsOf } from '../support/raw'

let test: ClerksOffice
let admin: TestBrowser
beforeEach(async () => {
  test = await officeWithClerk()
  admin = await signedIn(test, 'admin')
})
afterEach(() => test.close())

const MEDIA: NewRuleVersion = {
  ruleId: 'media-request',
  validFrom: '2026-12-01',
  validTo: null,
  length: 5,
  unit: 'workingDays',
  countingStart: 'nextDay',
  checkpointDays: 0,
  checkpoint: { kk: '', ru: '' },
  extension: null,
  basis: { kk: '№ 93-VIII Заң 36 (1)', ru: 'Закон № 93-VIII 36 (1)' },
  note: '',
}

async function changeTo(rule: Partial<NewRuleVersion>): Promise<TermsChange> {
  return { kind: 'rule', based: (await admin.call.deadlines.changes()).version, rule: { ...MEDIA, ...rule } }
}

async function applied(change: TermsChange) {
  const { digest } = await admin.call.deadlines.preview({ change })
  return admin.call.deadlines.apply({ change, digest })
}

const media = (receivedOn = '2026-12-11') =>
  register(test.clerk, { kind: 'mediaRequest', receivedOn, respondent: null, contested: null })
const card = (id: number) => test.clerk.call.register.card({ id })

describe('a new version of a rule', () => {
  it('holds for letters from its first day on; an entry keeps the version it was made under', async () => {
    const before = await media()
    expect(before.deadline).toBe('2026-12-23')
    const from = await changeTo({ validFrom: '2026-12-12' })
    expect(await admin.call.deadlines.preview({ change: from })).toMatchObject({ open: 1, moved: [], recounted: 0 })
    await applied(from)
    expect((await card(before.id)).term).toMatchObject({ ruleVersion: 1, length: 7, deadline: '2026-12-23' })
    test.clock.set('2026-12-14T06:08:00.000Z')
    await test.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    const after = await media('2026-12-14')
    expect((await card(after.id)).term).toMatchObject({ ruleVersion: 2, length: 5, deadline: '2026-12-22', basis: MEDIA.basis })
  })

  it('that begins in the past first shows the entries registered since, then takes them over with an event each', async () => {
    const { id, number } = await media()
    const change = await changeTo({})
    const { moved } = await admin.call.deadlines.preview({ change })
    expect(moved).toMatchObject([{ id, number, before: '2026-12-23', after: '2026-12-21', slip: null }])
    await applied(change)
    expect((await card(id)).term).toMatchObject({ ruleVersion: 2, length: 5, deadline: '2026-12-21' })
    const [, last] = await test.clerk.call.register.history({ id })
    expect(last).toMatchObject({
      action: 'appeal.deadline_moved',
      details: { deadlineBefore: '2026-12-23', deadlineAfter: '2026-12-21', cause: 'rule' },
    })
  })

  it('is taken back by the version before coming again: every date is restored, no version is deleted', async () => {
    const { id } = await media()
    const { deadline, days } = (await card(id)).term
    await applied(await changeTo({}))
    const { version: based, changes } = await admin.call.deadlines.changes()
    await applied({ kind: 'takeBack', based, change: changes[0]!.id })
    expect((await card(id)).term).toMatchObject({ ruleVersion: 3, length: 7, deadline, days })
    const versions = await rowsOf<{ version: number }>(test, "SELECT version FROM term_rules WHERE rule_id = 'media-request'")
    expect(versions).toEqual([{ version: 1 }, { version: 2 }, { version: 3 }])
  })

  it('for a while gives way to the one before when its time is over', async () => {
    await applied(await changeTo({ validFrom: '2026-12-01', validTo: '2026-12-31' }))
    test.clock.set('2027-01-06T06:08:00.000Z')
    await test.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    expect((await card((await media('2027-01-06')).id)).term).toMatchObject({ ruleVersion: 1, length: 7 })
  })

  it('of a short term is used by letters registered afterwards', async () => {
    const redirect = { ruleId: 'redirect', validFrom: '2026-12-01', length: 5, basis: { kk: 'ӘРПК 65', ru: 'АППК 65' } }
    const before = await register(test.clerk)
    await applied(await changeTo(redirect))
    const after = await register(test.clerk)
    const due = async (id: number) => (await card(id)).term.shortTerms?.find(({ purpose }) => purpose === 'redirect')?.date
    expect([await due(before.id), await due(after.id)]).toEqual(['2026-12-17', '2026-12-21'])
  })
})

describe('a version that cannot stand is refused at its field, and nothing is added', () => {
  it.each<[string, Partial<NewRuleVersion>, string, string]>([
    ['a term of 0 days', { length: 0 }, 'change.rule.length', 'out_of_range'],
    ['a term of 1,000 days', { length: 1000 }, 'change.rule.length', 'out_of_range'],
    ['half a day', { length: 2.5 }, 'change.rule.length', 'not_a_number'],
    ['a first day that is none', { validFrom: '2026-02-30' }, 'change.rule.validFrom', 'not_a_date'],
    ['a last day before the first', { validTo: '2026-11-30' }, 'change.rule.validTo', 'date_too_soon'],
    ['no legal basis', { basis: { kk: '', ru: 'Закон' } }, 'change.rule.basis.kk', 'required'],
    ['a control point without words', { checkpointDays: 3 }, 'change.rule.checkpoint.kk', 'required'],
    [
      'a control point after the end',
      { checkpointDays: 9, checkpoint: { kk: 'а', ru: 'а' } },
      'change.rule.checkpointDays',
      'out_of_range',
    ],
    [
      'days that an earlier version has',
      { ruleId: 'complaint', validFrom: '2021-06-01' },
      'change.rule.validFrom',
      'rule_overlap',
    ],
  ])('%s', async (_, rule, path, code) => {
    const { code: refused, data } = await refusal(admin.call.deadlines.preview({ change: await changeTo(rule) }))
    expect([refused, data.fields!.map((field) => [field.path, field.code])]).toEqual(['invalid_input', [[path, code]]])
    expect((await admin.call.deadlines.changes()).changes).toEqual([])
  })

  it('a rule that does not exist, and a version that changes nothing', async () => {
    expect((await refusal(admin.call.deadlines.preview({ change: await changeTo({ ruleId: 'nothing' }) }))).code).toBe(
      'not_found',
    )
    await applied(await changeTo({}))
    expect((await refusal(admin.call.deadlines.preview({ change: await changeTo({}) }))).code).toBe('terms.no_change')
  })
})
