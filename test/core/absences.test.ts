import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { refusal } from '../support/office'
import { eventsAbout, officeWithStructure, START, TODAY, walkTo, type StructureOffice } from '../support/structure'

let office: StructureOffice
beforeAll(async () => void (office = await officeWithStructure()))
afterAll(() => office.test.close())
afterEach(() => office.test.clock.set(START))

describe('absences', () => {
  it('are listed by their first day while they are not over', async () => {
    const [a, b] = [await office.somebody(['executor']), await office.somebody(['executor'])]
    const late = await office.away(a.id, '2027-01-11', '2027-01-15')
    const now = await office.away(b.id, '2026-12-01', TODAY)
    const over = await office.away(b.id, '2026-11-02', '2026-11-30')
    const ids = (await office.clerk.call.structure.state()).absences.map(({ id }) => id)
    expect(ids.indexOf(now.id)).toBeLessThan(ids.indexOf(late.id))
    expect(ids).not.toContain(over.id)
    expect(ids).toContain(now.id)
    // 23:59 and 00:00 in Almaty, five hours ahead.
    const lists = async (moment: string): Promise<number[]> => {
      await walkTo(office.test, moment, office.clerk)
      return (await office.clerk.call.structure.state()).absences.map(({ id }) => id)
    }
    expect(await lists('2026-12-11T18:59:00.000Z')).toContain(now.id)
    expect(await lists('2026-12-11T19:00:00.000Z')).not.toContain(now.id)
  })

  it.each([
    ['the same days', '2026-12-14', '2026-12-18'],
    ['the last day', '2026-12-18', '2026-12-20'],
    ['the first day', '2026-12-10', '2026-12-14'],
    ['days around', '2026-12-01', '2026-12-31'],
    ['days within', '2026-12-15', '2026-12-16'],
  ])('of one person do not share %s', async (_, from, to) => {
    const { id } = await office.somebody(['executor'])
    await office.away(id, '2026-12-14', '2026-12-18')
    expect(await refusal(office.away(id, from, to))).toMatchObject({
      code: 'structure.absent_already',
      data: { params: { from: '2026-12-14', to: '2026-12-18' } },
    })
    await office.away(id, '2026-12-19', '2026-12-19')
    await office.away(id, '2026-12-13', '2026-12-13')
  })

  it('need an acting person who is there, on every day of both', async () => {
    const [boss, actor] = [await office.somebody(['departmentHead'], 'Ахметов'), await office.somebody(['executor'], 'Бекова')]
    await office.away(actor.id, '2026-12-18', '2026-12-25')
    const fault = await refusal(office.away(boss.id, '2026-12-14', '2026-12-18', actor.id))
    expect(fault).toMatchObject({ code: 'structure.acting_absent', data: { params: { name: 'Бекова А. Т.' } } })
    await office.away(boss.id, '2026-12-14', '2026-12-17', actor.id)
    const other = await refusal(office.away(actor.id, '2026-12-17', '2026-12-17'))
    expect(other).toMatchObject({
      code: 'structure.acts_already',
      data: { params: { name: 'Ахметов А. Т.', from: '2026-12-14', to: '2026-12-17' } },
    })
  })

  it.each([
    ['to', { to: '2026-12-13' }, 'date_too_soon'],
    ['from', { from: '2026-02-30' }, 'not_a_date'],
    ['reason', { reason: '' as 'leave' }, 'required'],
    ['personId', { personId: 9999 }, 'unknown_value'],
    ['actingId', { actingId: 9999 }, 'unknown_value'],
  ])('%s is checked', async (path, changes, code) => {
    const { id } = await office.somebody(['executor'])
    const days = { personId: id, from: '2026-12-14', to: '2026-12-18', reason: 'leave' as const, actingId: null }
    const fault = await refusal(office.admin.call.structure.saveAbsence({ id: null, version: 0, ...days, ...changes }))
    expect(fault.data.fields).toMatchObject([{ path, code }])
  })

  it('name neither the same person twice nor one who left', async () => {
    const [boss, gone] = [await office.somebody(['departmentHead']), await office.somebody(['executor'])]
    const self = await office.listed(gone.id)
    await office.admin.call.people.change({ ...self, active: false })
    for (const [actingId, code] of [
      [boss.id, 'unknown_value'],
      [gone.id, 'person_left'],
    ] as const) {
      const fault = await refusal(office.away(boss.id, '2026-12-14', '2026-12-18', actingId))
      expect(fault.data.fields).toMatchObject([{ path: 'actingId', code }])
    }
    expect((await refusal(office.away(gone.id, '2026-12-14', '2026-12-18'))).data.fields).toMatchObject([
      { path: 'personId', code: 'person_left' },
    ])
  })

  it('changed by two, or taken back meanwhile: the second learns who', async () => {
    const { id } = await office.somebody(['executor'])
    const first = await office.away(id, '2026-12-14', '2026-12-18', null, office.clerk)
    const second = await office.clerk.call.structure.saveAbsence({ ...first, to: '2026-12-19' })
    expect(await refusal(office.admin.call.structure.saveAbsence({ ...first, to: '2026-12-20' }))).toMatchObject({
      code: 'conflict.stale',
      data: { params: { who: 'Қасенова А. Т.' } },
    })
    expect((await refusal(office.admin.call.structure.cancelAbsence(first))).code).toBe('conflict.stale')
    await office.clerk.call.structure.cancelAbsence(second)
    const current = { ...second, version: 3 }
    expect((await refusal(office.admin.call.structure.saveAbsence(current))).code).toBe('conflict.stale')
    expect((await refusal(office.admin.call.structure.cancelAbsence(current))).code).toBe('conflict.stale')
    // The days are free again.
    await office.away(id, '2026-12-14', '2026-12-18')
  })

  it('keep their person', async () => {
    const [a, b] = [await office.somebody(['executor']), await office.somebody(['executor'])]
    const made = await office.away(a.id, '2026-12-14', '2026-12-18')
    const fault = await refusal(office.admin.call.structure.saveAbsence({ ...made, personId: b.id }))
    expect(fault.data.fields).toMatchObject([{ path: 'personId', code: 'unknown_value' }])
  })

  it('written down by two at once for the same days: one of them', async () => {
    const { id } = await office.somebody(['executor'])
    const both = await Promise.allSettled([1, 2, 3].map(() => office.away(id, '2026-12-14', '2026-12-18')))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  })

  it('tell the history who, when, and who acts', async () => {
    const [a, b] = [await office.somebody(['executor'], 'Ахметов'), await office.somebody(['executor'], 'Бекова')]
    const made = await office.away(a.id, '2026-12-14', '2026-12-18', b.id)
    const changed = await office.admin.call.structure.saveAbsence({ ...made, to: '2026-12-16', actingId: null })
    await office.admin.call.structure.cancelAbsence(changed)
    expect(await eventsAbout(office.test, 'absence', made.id)).toMatchObject([
      { action: 'absence.saved', details: { person: 'Ахметов А. Т.', acting: 'Бекова А. Т.', to: '2026-12-18' } },
      { action: 'absence.saved', details: { acting: '', to: '2026-12-16', before: { to: '2026-12-18', actingId: b.id } } },
      { action: 'absence.cancelled', details: { person: 'Ахметов А. Т.', from: '2026-12-14', to: '2026-12-16' } },
    ])
  })
})
