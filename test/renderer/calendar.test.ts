import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Router } from 'vue-router'
import { useCalendarChange } from '../../renderer/features/calendar/calendarChange'
import { useOffice } from '../../renderer/stores/office'
import type { CalendarHost } from './support/calendarHost'
import {
  CalendarWindow,
  cell,
  confirm,
  dialog,
  field,
  focusedDay,
  open,
  pane,
  press,
  settle,
  transfer,
  type,
  weighed,
} from './support/calendarWindow'

/** The story: on 11 December 2026 an order moves a day off in January. Whoever looks after the calendar enters it and sees what it does before it holds. */

let host: CalendarHost
let show: CalendarWindow['show']
let router: Router
let shown: CalendarWindow

beforeEach(() => {
  shown = new CalendarWindow()
  host = shown.host
  router = shown.router
  show = (...to) => shown.show(...to)
})
afterEach(() => shown.close())

describe('the days by keyboard', () => {
  it('are one focus that crosses months and years; the address follows', async () => {
    await show('/calendar')
    expect(router.currentRoute.value.params['year']).toBe('2026')
    expect(focusedDay()).toBe('2026-12-11')
    await press('End')
    expect(focusedDay()).toBe('2026-12-31')
    await press('ArrowRight')
    expect(focusedDay()).toBe('2027-01-01')
    expect(router.currentRoute.value.params['year']).toBe('2027')
    await press('ArrowUp')
    expect(focusedDay()).toBe('2026-12-25')
    await press('PageDown')
    expect(focusedDay()).toBe('2027-12-25')
    await press('Home')
    expect(focusedDay()).toBe('2027-12-01')
    expect(document.querySelectorAll('[data-date][tabindex="0"]')).toHaveLength(1)
  })

  it('each say date, weekday, what they are and by which law', async () => {
    await show('/calendar/2027')
    const label = (date: string) => cell(date).getAttribute('aria-label')
    expect(label('2027-01-01')).toBe(
      '2027 жылғы 1 қаңтар, жұма: мереке: Жаңа жыл; ҚР «Қазақстан Республикасындағы мерекелер туралы» № 267-II Заңы, 3-бап',
    )
    expect(label('2027-05-16')).toContain('Құрбан айт, күні жарияланбаған; ҚР Еңбек кодексі, 84-бап, 5-тармақ')
    expect(label('2027-01-05')).toBe('2027 жылғы 5 қаңтар, сейсенбі: жұмыс күні')
  })

  it('show a transfer that holds with its order, and the office’s six-day week as it works', async () => {
    await show('/calendar/2025')
    expect(cell('2025-01-03').getAttribute('aria-label')).toContain('№ 436, 21.11.2024')
    expect(cell('2025-01-05').className).not.toContain('we')
    host.week = 6
    await useOffice().load()
    await router.push('/calendar/2026')
    await settle()
    expect(cell('2026-11-21').getAttribute('aria-label')).toBe('2026 жылғы 21 қараша, сенбі: жұмыс күні')
    expect(document.body.textContent).toContain('алты күндік апта')
  })
})

describe('an order entered', () => {
  it('changes both days, asks for its consequences with whole years, and holds only when applied', async () => {
    await show('/calendar/2027')
    await transfer()
    expect(cell('2027-01-08').dataset['turn']).toBe('д')
    expect(cell('2027-01-16').dataset['turn']).toBe('ж')
    expect(pane()).toContain('8 қаңтар, жұмажұмысдемалыс')
    await weighed()
    const [year] = host.sent()
    expect(year).toMatchObject({ year: 2027, status: 'draft' })
    expect(year!.days).toHaveLength(host.days.filter(({ date }) => date.startsWith('2027')).length + 2)
    expect(host.asked('deadlines/apply')).toEqual([])
    await confirm()
    await settle()
    expect(host.asked('deadlines/apply')).toMatchObject([{ digest: 'd', change: { kind: 'calendar', based: 7 } }])
    expect(useCalendarChange().isOpen).toBe(false)
    expect(cell('2027-01-08').className).not.toContain('chg')
    expect(cell('2027-01-08').getAttribute('aria-label')).toContain('№ 436, 10.12.2026')
  })

  it('shows what moves: old and new date, slips, what is doubtful', async () => {
    const row = { before: '2027-01-14', after: '2027-01-15' }
    const moved = Array.from({ length: 17 }, (_, at) => {
      return { ...row, id: at + 1, number: `Ж-06${at + 10}/26`, applicant: 'Смағұлова Қ. Е.', slip: at < 2 ? '2027-01-14' : null }
    })
    const doubts = [{ code: 'past_days' as const, params: { count: 1, first: '2026-12-01' } }]
    host.consequences = { digest: 'd', open: 60, moved, recounted: 4, slips: 2, doubts }
    await show('/calendar/2027')
    await transfer()
    await weighed()
    expect(pane()).toContain('17 ашық мерзім өзгереді')
    expect(pane()).toContain('Тағы 4 мерзімнің күні сол қалпында қалады')
    expect(pane()).toContain('14.0115.01берілген')
    expect(pane()).toContain('Берілген талон: 2.')
    expect(pane()).toContain('01.12.2026')
    expect(document.querySelectorAll('.diff tbody tr')).toHaveLength(12)
    document.querySelector<HTMLElement>('.preview .more .link')!.click()
    await settle()
    expect(document.querySelectorAll('.diff tbody tr')).toHaveLength(17)
  })

  it('is not applied before its own consequences are known', async () => {
    await show('/calendar/2027')
    await transfer()
    await weighed()
    // The consequences on the screen are those of the order, not of what came after it.
    const change = useCalendarChange()
    change.setDay('2027-02-01', { kind: 'holiday', name: 'Demo күні' })
    expect(await change.apply()).toBeNull()
    expect(host.asked('deadlines/apply')).toEqual([])
    await weighed()
    expect(await change.apply()).toBe(0)
    expect(host.asked('deadlines/apply')).toHaveLength(1)
  })

  it('is still there after a visit to another screen, with its order offered again', async () => {
    await show('/calendar/2027')
    await transfer()
    await router.push('/settings')
    await settle()
    await router.push('/calendar')
    await settle()
    expect(router.currentRoute.value.params['year']).toBe('2027')
    expect(cell('2027-01-08').dataset['turn']).toBe('д')
    await open('2027-02-08')
    await press('Digit2')
    expect(field('Бұйрық').value).toBe('№ 436, 10.12.2026')
  })

  it('without its pair is not taken, and nothing typed is lost', async () => {
    await show('/calendar/2027')
    await open('2027-01-08')
    await press('Digit2')
    await type('Бұйрық', '№ 436')
    await confirm()
    expect(dialog()!.textContent).toContain('Ауыстырудың екінші күні жоқ')
    expect(field('Бұйрық').value).toBe('№ 436')
    expect(useCalendarChange().isOpen).toBe(false)
  })
})
