import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ControlScreen from '../../renderer/features/control/ControlScreen.vue'
import { cellsOf } from '../../renderer/features/control/matrix'
import { ControlWindow, DAYS, load, press } from './support/controlHost'

let seat: ControlWindow
beforeEach(() => void (seat = new ControlWindow()))
afterEach(() => seat.close())

describe('the figures of the days ahead', () => {
  it('cover every day once: late, day by day with the days off before it, later', () => {
    const cells = cellsOf(load(12, [0, 2, 0, 5], { late: 1, later: 4 }), DAYS, '2026-12-11')
    expect(cells.map(({ kind, from, to, count, load }) => [kind, from, to, count, load])).toEqual([
      ['late', '2000-01-01', '2026-12-10', 1, 3],
      ['day', '2026-12-11', '2026-12-11', 0, 0],
      ['day', '2026-12-12', '2026-12-14', 2, 1],
      ['day', '2026-12-15', '2026-12-15', 0, 0],
      ['day', '2026-12-16', '2026-12-17', 5, 3],
      ['later', '2026-12-18', '2999-12-31', 4, 1],
    ])
  })
})

describe('the screen of control', () => {
  it('shows the digest and opens a card by Enter', async () => {
    const screen = await seat.show(ControlScreen, '/control')
    expect(screen.findAll('.group th').map((one) => one.text())).toEqual(['Мерзімі өткен 3', 'Мерзімі жақын 1'])
    expect(screen.find('.more').text()).toBe('тағы 2')
    press('ArrowDown')
    press('Enter')
    await vi.waitFor(() => expect(seat.router.currentRoute.value.fullPath).toBe('/letters/602'))
  })

  it('shows the days ahead: arrows choose a figure, Enter goes to its letters, Esc back', async () => {
    const screen = await seat.show(ControlScreen, '/control')
    press('Digit2')
    await seat.settle()
    for (const code of ['ArrowDown', 'ArrowRight', 'ArrowRight']) press(code)
    await vi.waitFor(() => expect(screen.findAll('.behind li')).toHaveLength(2))
    expect(seat.asked.at(-1)).toEqual(['control/behind', { personId: 12, from: '2026-12-12', to: '2026-12-14' }])
    expect(screen.find('td[aria-selected="true"]').text()).toContain('14 желтоқсан')
    expect(screen.find('td.away').text()).toContain('жұмыста болмайды')
    press('Enter')
    expect(document.activeElement?.getAttribute('href')).toBe('/letters/611')
    press('ArrowDown')
    expect(document.activeElement?.getAttribute('href')).toBe('/letters/612')
    press('Escape')
    await seat.settle()
    expect(document.activeElement?.className).toBe('matrix')
    expect(seat.router.currentRoute.value.fullPath).toBe('/control?part=ahead')
    press('Escape')
    await vi.waitFor(() => expect(seat.router.currentRoute.value.name).toBe('journal'))
  })

  it('shows what is late under its department, and what nobody works on', async () => {
    const screen = await seat.show(ControlScreen, '/control')
    press('Digit3')
    await seat.settle()
    expect(screen.find('.group').text()).toBe('Кеңсе: орындаушысы жоқ 1')
    expect(screen.find('tr[aria-selected="true"]').text()).toMatch(/2 ж\.к\. өтті.*орындаушысы жоқ/)
  })

  it('has one part for executors', async () => {
    const screen = await seat.show(ControlScreen, '/control', 'executor', 12)
    expect(screen.findAll('[role="tab"]')).toHaveLength(1)
    press('Digit2')
    await seat.settle()
    expect(seat.asked.map(([name]) => name)).not.toContain('control/ahead')
  })

  it('is not told of itself, but the system is', async () => {
    const screen = await seat.show(ControlScreen, '/control')
    expect([screen.find('.digest').exists(), seat.notices.length]).toEqual([false, 1])
  })

  it('is calm when nothing waits', async () => {
    seat.sections = []
    expect((await seat.show(ControlScreen, '/control')).text()).toContain('Бүгін кезек күттірмейтін іс жоқ')
  })
})
