import type { DigestSection } from '#shared/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digest, officeUnderControl, part, type ControlOffice } from '../support/control'
import { register, type TestBrowser } from '../support/office'
import { walkTo } from '../support/structure'

/** Two working days ahead (as shipped) reach Tuesday the 15th. */
let office: ControlOffice
let { head, chief, executor, stranger } = {} as ControlOffice

beforeEach(async () => {
  office = await officeUnderControl()
  ;({ head, chief, executor, stranger } = office)
})
afterEach(() => office.test.close())

const names = (sections: DigestSection[]) => sections.map(({ name }) => name)

describe('the digest of a clerk', () => {
  it('is empty while nothing is near', async () => {
    await office.letter('2026-12-25')
    expect(await office.clerk.call.control.digest()).toEqual({ today: '2026-12-11', sections: [] })
  })

  it('tells what is late, due today and due soon, each letter once, the most urgent first', async () => {
    const late = await office.letter('2026-12-10', '2026-12-07')
    const today = await office.letter('2026-12-11')
    const monday = await office.letter('2026-12-14')
    const tuesday = await office.letter('2026-12-15')
    await office.letter('2026-12-17')
    const { reminders: _, ...told } = await digest(office.clerk)
    expect(told).toEqual({
      late: [1, [late.number]],
      today: [1, [today.number]],
      soon: [2, [monday.number, tuesday.number]],
    })
  })

  it('reaches over a holiday and a weekend by working days', async () => {
    const [thursday, friday] = [await office.letter('2026-12-17'), await office.letter('2026-12-18')]
    await walkTo(office.test, '2026-12-14T05:00:00.000Z', office.clerk)
    expect((await digest(office.clerk))['soon']).toEqual([1, [thursday.number]])
    await walkTo(office.test, '2026-12-15T05:00:00.000Z', office.clerk)
    expect((await digest(office.clerk))['soon']).toEqual([2, [thursday.number, friday.number]])
    await walkTo(office.test, '2026-12-17T19:00:00.000Z', office.clerk)
    expect(await digest(office.clerk)).toMatchObject({ late: [1, [thursday.number]], today: [1, [friday.number]] })
  })

  it('keeps to as many days ahead as the office set', async () => {
    await office.letter('2026-12-14')
    const thursday = await office.letter('2026-12-17')
    const soon = async (remindAhead: number) => {
      const { version, details, rules } = await office.admin.call.office.state()
      await office.admin.call.office.change({ version, details, rules: { ...rules, remindAhead } })
      return (await digest(office.clerk))['soon']?.[0] ?? 0
    }
    expect([await soon(0), await soon(1), await soon(2), await soon(3)]).toEqual([0, 1, 1, 2])
    expect((await digest(office.clerk))['soon']![1]).toContain(thursday.number)
  })

  it('counts all and shows the twenty most urgent', async () => {
    for (let at = 0; at < 23; at++) await office.letter('2026-12-14')
    const urgent = await office.letter('2026-12-11')
    const { soon, today } = await digest(office.clerk)
    expect([soon![0], soon![1].length, today]).toEqual([23, 20, [1, [urgent.number]]])
  })

  it('has signed letters that were not handed over, earliest last day first, of what they are and who wrote them', async () => {
    const [first, second] = [await office.letter('2026-12-25'), await office.letter('2026-12-25')]
    await office.signed(first.id, 1, null)
    await office.signed(second.id, 2, '2026-12-16')
    const section = await part(office.clerk, 'handOver')
    expect(section).toMatchObject({
      count: 2,
      lines: [
        { id: second.id, due: '2026-12-16', whose: 'Тен А. Т.', what: ['extensionNotice'], outgoing: 'Ш-0002/26' },
        { id: first.id, due: null, outgoing: 'Ш-0001/26' },
      ],
    })
    expect(names((await head.browser.call.control.digest()).sections)).not.toContain('handOver')
  })

  it('reminds of redirect, return and the point of art. 91(4) while the letter lies at the chancellery', async () => {
    const { id } = await register(office.clerk)
    expect(await part(office.clerk, 'reminders')).toBeUndefined()
    await walkTo(office.test, '2026-12-14T05:00:00.000Z', office.clerk)
    const told = async () => (await part(office.clerk, 'reminders'))?.lines.map(({ due, what }) => [due, [...what].sort()])
    const { term } = await office.clerk.call.register.card({ id })
    expect(term.checkpoint?.date).toBe('2026-12-17')
    expect(await told()).toEqual([['2026-12-17', ['checkpoint', 'redirect', 'return']]])
    await office.again(head)
    await office.resolve(id, '2026-12-21')
    expect(await told()).toEqual([['2026-12-17', ['checkpoint']]])
    await walkTo(office.test, '2026-12-18T05:00:00.000Z', office.clerk)
    expect(await told()).toEqual([['2026-12-18', ['control']]])
  })
})

describe('the digest of the head', () => {
  it('has what waits for a resolution and for the signature, and what is on the own control', async () => {
    const [waits, given] = [await office.letter('2026-12-25'), await office.letter('2026-12-24')]
    await office.resolve(given.id, '2026-12-18', [executor], true)
    await office.submitted(given.id)
    const { sections } = await head.browser.call.control.digest()
    expect(sections).toMatchObject([
      { name: 'resolution', count: 1, lines: [{ number: waits.number, whose: '' }] },
      { name: 'signature', count: 1, lines: [{ number: given.number, what: ['answer'], whose: 'Тен А. Т.' }] },
      { name: 'watched', count: 1, lines: [{ number: given.number, due: '2026-12-24' }] },
    ])
    expect(names((await office.clerk.call.control.digest()).sections)).toEqual([])
  })

  it('of a deputy with a task goes by the earlier of task and deadline, once', async () => {
    const deputy = await office.somebody(['deputy'], 'Жақсыбекова')
    const { id, number } = await office.letter('2026-12-15')
    await office.resolve(id, '2026-12-11', [deputy])
    const told = await digest(deputy.browser)
    expect([told['today'], told['soon']]).toEqual([[1, [number]], undefined])
  })
})

describe('the digest of who executes', () => {
  it('goes by the day of the task, and tells what is not accepted yet', async () => {
    const { id, number } = await office.letter('2026-12-25')
    await office.resolve(id, '2026-12-14')
    expect(await digest(executor.browser)).toEqual({ soon: [1, [number]], accept: [1, [number]] })
    const [task] = await executor.browser.call.routing.tasks({ done: false })
    await executor.browser.call.routing.accept({ taskId: task!.taskId })
    expect(await digest(executor.browser)).toEqual({ soon: [1, [number]] })
    await executor.browser.call.routing.report({ taskId: task!.taskId, text: 'Дайын' })
    expect(await digest(executor.browser)).toEqual({})
    expect(await digest(stranger.browser)).toEqual({})
  })

  it('of a department: each letter once, by the earliest of its tasks', async () => {
    const [ours, theirs] = [await office.letter('2026-12-25'), await office.letter('2026-12-25')]
    await office.resolve(ours.id, '2026-12-14', [chief])
    const [task] = await chief.browser.call.routing.tasks({ done: false })
    const executors = [{ personId: executor.id, responsible: true }]
    const further = { appealId: ours.id, version: 2, text: 'Дайындаңыз', executors, due: '2026-12-11', control: false }
    await chief.browser.call.routing.assign({ ...further, taskId: task!.taskId })
    await office.resolve(theirs.id, '2026-12-11', [stranger])
    expect(await digest(chief.browser)).toEqual({ today: [1, [ours.number]], accept: [2, [ours.number, ours.number]] })
    expect((await part(chief.browser, 'today'))!.lines).toMatchObject([{ whose: 'Тен А. Т.', due: '2026-12-11' }])
  })
})

describe('a confidential letter', () => {
  it('is neither shown nor counted but for those named', async () => {
    const { id } = await office.letter('2026-12-10', '2026-12-07')
    const other = await office.somebody(['clerk'], 'Жұмабаева')
    expect((await digest(other.browser))['late']?.[0]).toBe(1)
    await office.clerk.call.register.confine({ id, version: 1, readers: [] })
    for (const { browser } of [other, head]) {
      expect(await digest(browser)).toEqual({})
      expect(await browser.call.control.late()).toEqual([])
      expect((await browser.call.control.ahead()).rows.every(({ open }) => open === 0)).toBe(true)
      expect(await browser.call.control.behind({ personId: null, from: '2000-01-01', to: '2999-12-31' })).toEqual([])
    }
    expect((await digest(office.clerk))['late']?.[0]).toBe(1)
    expect(await office.clerk.call.control.late()).toHaveLength(1)
  })

  it('given to an executor is no figure for a head who is not named', async () => {
    const { id } = await office.letter('2026-12-18')
    await office.resolve(id, '2026-12-15')
    const openOf = async (browser: TestBrowser) =>
      (await browser.call.control.ahead()).rows.find((row) => row.id === executor.id)?.open
    expect(await openOf(head.browser)).toBe(1)
    const { version } = await office.clerk.call.register.card({ id })
    await office.clerk.call.register.confine({ id, version, readers: [] })
    expect([await openOf(head.browser), await openOf(office.clerk)]).toEqual([0, 1])
    expect((await digest(executor.browser))['soon']?.[0]).toBe(1)
  })
})
