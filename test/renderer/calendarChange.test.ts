import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PastChange } from '#shared/contract'
import { useCalendarChange } from '../../renderer/features/calendar/calendarChange'
import type { CalendarHost } from './support/calendarHost'
import {
  CalendarWindow,
  cell,
  confirm,
  dialog,
  field,
  open,
  pane,
  press,
  settle,
  transfer,
  type,
  weighed,
} from './support/calendarWindow'

/** The story: what can go wrong with a change of the calendar, how it is given up or taken back, years from files, and those who only read. */

let host: CalendarHost
let show: CalendarWindow['show']
let shown: CalendarWindow

beforeEach(() => {
  shown = new CalendarWindow()
  host = shown.host
  show = (...to) => shown.show(...to)
})
afterEach(() => shown.close())

describe('what the register refuses', () => {
  it('is said at the day, and what was edited stays', async () => {
    await show('/calendar/2026')
    // A file can bring half a transfer; the editor cannot.
    const half = { date: '2026-12-24', kind: 'transfer-off' as const, source: '№ 9' }
    const change = useCalendarChange()
    const content = change.contentOf(2026)
    change.put([{ ...content, days: [...content.days, half] }])
    await weighed()
    expect(cell('2026-12-24').getAttribute('aria-invalid')).toBe('true')
    expect(pane()).toContain('Ауыстырудың екінші күні жоқ')
    expect(change.isOpen).toBe(true)
    await confirm()
    expect(host.asked('deadlines/apply')).toEqual([])
  })

  it('as stale can be brought onto the new state without typing it again', async () => {
    await show('/calendar/2027')
    await transfer()
    host.version = 8
    host.days = [...host.days, { date: '2027-07-05', kind: 'holiday', name: 'Demo күні' }]
    await weighed()
    expect(pane()).toContain('Омарова Д. С.')
    await press('F5')
    await weighed()
    expect(host.asked('deadlines/preview').at(-1)).toMatchObject({ change: { based: 8 } })
    const dates = host.sent()[0]!.days.map(({ date }) => date)
    expect(dates).toEqual(expect.arrayContaining(['2027-01-08', '2027-01-16', '2027-07-05']))
    expect(pane()).not.toContain('Омарова Д. С.')
  })
})

describe('giving up', () => {
  it('takes two days back at once, and asks when it is many', async () => {
    await show('/calendar/2027')
    await transfer()
    await press('Escape')
    expect(useCalendarChange().isOpen).toBe(false)
    for (const day of ['2027-02-01', '2027-02-02', '2027-02-03', '2027-02-04']) {
      await open(day)
      await press('Digit4')
      await type('Мереке', 'Demo күні')
      await confirm()
      await vi.waitFor(() => expect(dialog()).toBeNull())
    }
    await press('Escape')
    await vi.waitFor(() => expect(dialog()).not.toBeNull())
    expect(dialog()!.textContent).toContain('Өзгерістен бас тартасыз ба?')
    expect(useCalendarChange().isOpen).toBe(true)
    await confirm()
    expect(useCalendarChange().isOpen).toBe(false)
  })
})

describe('a past change', () => {
  it('is taken back through the same preview', async () => {
    const past: PastChange = {
      ...{ id: 5, at: '2026-11-21T06:00:00Z', by: 'Тілеубергенов Қ. М.', kind: 'calendar', takesBack: null },
      ...{ subject: { years: [2027] }, source: '№ 436', moved: 3, canTakeBack: true },
    }
    host.past = [past]
    await show('/calendar/2027')
    expect(document.querySelector('.foot')!.textContent).toContain('Соңғы өзгеріс: 21.11.2026, Тілеубергенов Қ. М.')
    document.querySelector<HTMLElement>('.past .back')!.click()
    await weighed()
    expect(host.asked('deadlines/preview')).toMatchObject([{ change: { kind: 'takeBack', change: 5, based: 7 } }])
    await confirm()
    await settle()
    expect(host.asked('deadlines/apply')).toMatchObject([{ change: { kind: 'takeBack', change: 5 } }])
    expect(useCalendarChange().isOpen).toBe(false)
  })
})

describe('a year', () => {
  it('becomes official with its source, through the preview', async () => {
    await show('/calendar/2027')
    document.querySelector<HTMLElement>('.tool .btn')!.click()
    await settle()
    // Nobody has read the document that confirms the year but who types it.
    expect(field('Негізі').value).toBe('')
    await type('Негізі', 'Баланс, 2027')
    await confirm()
    await weighed()
    expect(host.sent()).toMatchObject([{ year: 2027, status: 'official', source: expect.stringContaining('2027') as string }])
  })

  it('from a file becomes the change; a file with a fault changes nothing and says the row', async () => {
    const choose = async (file: File) => {
      const picker = document.querySelector<HTMLInputElement>('input[type="file"]')!
      Object.defineProperty(picker, 'files', { value: [file], configurable: true })
      picker.dispatchEvent(new Event('change'))
      await settle(50)
    }
    await show('/calendar/2027')
    const params = { column: 'күні', value: '24/11/27', example: '24.11.2027' }
    host.read = { year: 2027, format: 'csv', content: null, faults: [{ row: 3, code: 'date_short_year', params }], notes: [] }
    await choose(new File(['күні;түрі\n'], 'y.csv'))
    expect(host.asked('deadlines/readYearFile')).toEqual([
      { year: 2027, name: 'y.csv', content: btoa(unescape(encodeURIComponent('күні;түрі\n'))) },
    ])
    expect(pane()).toContain('3-жол. «күні» ұяшығында «24/11/27» тұр')
    expect(useCalendarChange().isOpen).toBe(false)
    const content = useCalendarChange().contentOf(2027)
    const days = content.days.filter(({ date }) => date !== '2027-05-16')
    host.read = { year: 2027, format: 'csv', content: { ...content, days }, faults: [], notes: [] }
    await choose(new File(['x'], 'y.csv'))
    await weighed()
    expect(host.sent()[0]!.days).toHaveLength(days.length)
    expect(pane()).toContain('16 мамыр, жексенбі')
  })
})

describe('who may not change the calendar', () => {
  it('reads each day with its law, and nothing else', async () => {
    await show('/calendar/2025', ['office.read', 'register.read'])
    await press('PageUp')
    await press('PageDown')
    cell('2025-01-03').click()
    await settle()
    expect(dialog()).toBeNull()
    await press('Enter')
    expect(dialog()!.textContent).toContain('ҚР Еңбек кодексі, 85-бап, 3-тармақ')
    expect(dialog()!.textContent).toContain('№ 436, 21.11.2024')
    expect(dialog()!.querySelector('[role="radio"]')).toBeNull()
    expect(document.querySelector('input[type="file"]')).toBeNull()
    expect(pane()).not.toContain('Ресми деп растау')
  })
})
