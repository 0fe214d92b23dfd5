import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import DailyDigest from '../../renderer/features/control/DailyDigest.vue'
import { isDigestDue } from '../../renderer/features/control/digestRule'
import { useSession } from '../../renderer/stores/session'
import { ControlWindow, press, SOON } from './support/controlHost'

let seat: ControlWindow
beforeEach(() => void (seat = new ControlWindow()))
afterEach(() => seat.close())

describe('the digest of the day is due', () => {
  const hours = { isWorking: true, starts: '09:00', ends: '18:30' }
  it.each<[string, string, boolean, string | null, boolean]>([
    ['in the morning, never told before', '09:00', true, null, true],
    ['in the morning after', '09:05', true, '2026-12-10', true],
    ['a second time on the same day', '15:00', true, '2026-12-11', false],
    ['before the office opens', '08:59', true, null, false],
    ['in the last minute', '18:29', true, null, true],
    ['when the office has closed', '18:30', true, null, false],
    ['at night', '00:10', true, null, false],
    ['on a day off', '11:00', false, null, false],
  ])('%s: %s', (_, time, isWorking, told, due) => {
    expect(isDigestDue({ date: '2026-12-11', time }, { ...hours, isWorking }, told)).toBe(due)
  })
})

describe('the daily digest', () => {
  it('tells each part in a sentence, and the system the counts without a name', async () => {
    const panel = await seat.show(DailyDigest, '/journal')
    expect(panel.findAll('li').map((one) => one.text())).toEqual(['Мерзімі өткен хат: 3.', 'Мерзімі жақын хат: 1.'])
    expect(seat.notices).toEqual([{ title: 'Кіріс: бүгінгі істер', body: 'Мерзімі өткен хат: 3.\nМерзімі жақын хат: 1.' }])
    expect(document.activeElement).toBe(document.body)
    press('Escape')
    await seat.settle()
    expect(panel.find('.digest').exists()).toBe(false)
  })

  it('comes once a day to a person, and to each person', async () => {
    await seat.show(DailyDigest, '/journal')
    press('Escape')
    expect((await seat.show(DailyDigest, '/journal')).find('.digest').exists()).toBe(false)
    expect([seat.notices.length, seat.asked.filter(([name]) => name === 'control/digest').length]).toEqual([1, 1])
    expect((await seat.show(DailyDigest, '/journal', 'clerk', 8)).find('.digest').exists()).toBe(true)
    expect([seat.notices.length, localStorage.getItem('kiris.digest.7')]).toEqual([2, '2026-12-11'])
  })

  it('comes again on the morning after, while the program stays open', async () => {
    const panel = await seat.show(DailyDigest, '/journal')
    press('Escape')
    vi.setSystemTime('2026-12-14T03:00:00Z')
    useSession().clockOffset = 3_600_000
    await seat.settle()
    expect([panel.find('.digest').exists(), seat.notices.length]).toEqual([true, 2])
  })

  it.each([
    ['at night', '2026-12-10T20:00:00Z'],
    ['after work', '2026-12-11T14:00:00Z'],
    ['on a Saturday', '2026-12-12T06:00:00Z'],
    ['on a holiday', '2026-12-16T06:00:00Z'],
  ])('does not come %s, and is not asked for', async (_, moment) => {
    vi.setSystemTime(moment)
    expect((await seat.show(DailyDigest, '/journal')).find('.digest').exists()).toBe(false)
    expect([seat.asked, seat.notices]).toEqual([[], []])
  })

  it('does not come when nothing waits, and comes to whoever returns when something does', async () => {
    seat.sections = []
    const panel = await seat.show(DailyDigest, '/journal')
    expect([panel.find('.digest').exists(), seat.notices]).toEqual([false, []])
    seat.sections = [SOON]
    useSession().locked = true
    await seat.settle()
    useSession().locked = false
    await seat.settle()
    expect(panel.find('.digest').exists()).toBe(true)
  })

  it('waits while a dialog is open', async () => {
    const dialog = document.createElement('div')
    dialog.className = 'k-dialog'
    document.body.append(dialog)
    expect((await seat.show(DailyDigest, '/journal')).find('.digest').exists()).toBe(false)
    expect(seat.asked).toEqual([])
  })

  it('asks the browser only when the button is pressed', async () => {
    seat.neverAsked()
    const panel = await seat.show(DailyDigest, '/journal')
    expect([seat.notices, seat.questions]).toEqual([[], 0])
    await panel
      .findAll('button')
      .find((one) => one.text() === 'Жүйелік хабарландыру қосу')!
      .trigger('click')
    await seat.settle()
    expect(seat.notices).toHaveLength(1)
    expect(panel.text()).not.toContain('Жүйелік хабарландыру қосу')
  })
})
