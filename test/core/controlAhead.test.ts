import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { officeUnderControl, type ControlOffice } from '../support/control'
import { refusal } from '../support/office'
import { walkTo } from '../support/structure'

let office: ControlOffice
let { head, chief, executor, stranger } = {} as ControlOffice

beforeEach(async () => {
  office = await officeUnderControl()
  ;({ head, chief, executor, stranger } = office)
})
afterEach(() => office.test.close())

describe('the days ahead', () => {
  it('are the present day and fifteen working days, without weekend and holiday', async () => {
    const { days, today } = await head.browser.call.control.ahead()
    expect([today, days.length, days.slice(0, 5), days.at(-1)]).toEqual([
      '2026-12-11',
      16,
      ['2026-12-11', '2026-12-14', '2026-12-15', '2026-12-17', '2026-12-18'],
      '2027-01-06',
    ])
    await walkTo(office.test, '2026-12-16T05:00:00.000Z', office.clerk)
    expect((await office.clerk.call.control.ahead()).days.slice(0, 2)).toEqual(['2026-12-17', '2026-12-18'])
  })

  it('count what is late, due on each day and later; a day off counts on the working day after it', async () => {
    const due = ['2026-12-11', '2026-12-13', '2026-12-14', '2026-12-16', '2027-01-08']
    for (const day of due) await office.resolve((await office.letter('2027-01-15')).id, day)
    const late = await office.letter('2026-12-31', '2026-12-07')
    await office.resolve(late.id, '2026-12-09')
    await office.letter('2026-12-15')
    await office.away(executor.id, '2026-12-17', '2026-12-18')
    const { days, rows } = await head.browser.call.control.ahead()
    expect(rows[0]).toMatchObject({ id: null, open: 1, late: 0, later: 0 })
    expect(rows[0]!.days[days.indexOf('2026-12-15')]).toBe(1)
    const row = rows.find(({ id }) => id === executor.id)!
    expect([row.open, row.late, row.later]).toEqual([6, 1, 1])
    expect(row.days.slice(0, 4)).toEqual([1, 2, 0, 1])
    expect(row.away.slice(0, 6)).toEqual([false, false, false, true, true, false])
    const behind = (from: string, to: string) => head.browser.call.control.behind({ personId: executor.id, from, to })
    expect((await behind('2026-12-12', '2026-12-14')).map(({ due }) => due)).toEqual(['2026-12-13', '2026-12-14'])
    expect((await behind('2000-01-01', '2026-12-10')).map(({ number }) => number)).toEqual([late.number])
  })

  it('show a head of a department the own people only, and nothing to executors', async () => {
    const [ours, theirs] = [await office.letter('2026-12-18'), await office.letter('2026-12-18')]
    await office.letter('2026-12-18')
    await office.resolve(ours.id, '2026-12-15')
    await office.resolve(theirs.id, '2026-12-15', [stranger])
    const { rows } = await chief.browser.call.control.ahead()
    expect(rows.map(({ id, open }) => [id, open])).toEqual([
      [chief.id, 0],
      [executor.id, 1],
    ])
    const behind = (personId: number | null) =>
      chief.browser.call.control.behind({ personId, from: '2026-12-11', to: '2026-12-31' })
    expect([await behind(stranger.id), await behind(null)]).toEqual([[], []])
    expect((await behind(executor.id)).map(({ number }) => number)).toEqual([ours.number])
    for (const call of [executor.browser.call.control.ahead(), executor.browser.call.control.late()])
      expect((await refusal(call)).code).toBe('forbidden')
  })

  it('keep in sight who left with work undone', async () => {
    await office.resolve((await office.letter('2026-12-18')).id, '2026-12-15', [stranger])
    await office.admin.call.people.change({ ...(await office.listed(stranger.id)), active: false })
    const { rows } = await head.browser.call.control.ahead()
    expect(rows.find(({ id }) => id === stranger.id)).toMatchObject({ open: 1 })
  })
})

describe('what is late', () => {
  it('stands under its department, the chancellery or outside, the longest overdue first', async () => {
    const [nobodys, ours, outside, inner] = [
      await office.letter('2026-12-10', '2026-12-07'),
      await office.letter('2026-12-09', '2026-12-07'),
      await office.letter('2026-12-08', '2026-12-07'),
      await office.letter('2026-12-18', '2026-12-07'),
    ]
    await office.resolve(ours.id, '2026-12-09', [executor, stranger])
    await office.resolve(outside.id, '2026-12-08', [stranger])
    await office.resolve(inner.id, '2026-12-10', [chief])
    const groups = await office.clerk.call.control.late()
    expect(groups.map(({ department, unassigned, count }) => [department?.kk, unassigned, count])).toEqual([
      [undefined, false, 1],
      ['Тәрбие бөлімі', false, 2],
      [undefined, true, 1],
    ])
    expect(groups.map(({ lines }) => lines.map(({ number, due, whose }) => [number, due, whose]))).toEqual([
      [[outside.number, '2026-12-08', 'Ыбыраев А. Т.']],
      [
        [ours.number, '2026-12-09', 'Тен А. Т.'],
        [inner.number, '2026-12-10', 'Бекенов А. Т.'],
      ],
      [[nobodys.number, '2026-12-10', '']],
    ])
    expect((await chief.browser.call.control.late()).map(({ count }) => count)).toEqual([2])
  })
})
