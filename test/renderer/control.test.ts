import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ControlScreen from '../../renderer/features/control/ControlScreen.vue'
import { awaySpans } from '../../renderer/features/control/handOver'
import { cellsOf } from '../../renderer/features/control/matrix'
import { useToasts } from '../../renderer/ui'
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

describe('handing over all tasks of somebody who leaves', () => {
  const dialog = () => document.querySelector<HTMLElement>('.k-dialog')
  const area = () => dialog()!.querySelector('textarea')!
  const handOvers = () => seat.asked.filter(([name]) => name === 'routing/handOver').map(([, input]) => input)
  const readings = () => seat.asked.filter(([name]) => name === 'control/ahead').length

  async function open(): Promise<void> {
    await seat.show(ControlScreen, '/control?part=ahead', 'head', 1)
    press('ArrowDown')
    await seat.settle()
    press('KeyI', { altKey: true, key: 'ш' })
    await vi.waitFor(() => expect(dialog()!.querySelectorAll('[role="radio"]')).toHaveLength(1))
  }
  async function confirm(): Promise<void> {
    press('Enter', { ctrlKey: true })
    await seat.settle()
  }
  async function write(reason: string): Promise<void> {
    area().value = reason
    area().dispatchEvent(new Event('input'))
    await seat.settle()
  }

  it('names how many, offers the others with their load, and says of whom one chose when he or she is away', async () => {
    await open()
    expect(dialog()!.textContent).toContain('Тапсырмаларын беру: Тен 12')
    expect(dialog()!.textContent).toContain('Ашық тапсырма саны: 9.')
    await confirm()
    expect([...dialog()!.querySelectorAll('.hint.bad')].map((one) => one.textContent!.trim())).toEqual([
      ...['Қызметкерді таңдаңыз.', 'Толтырыңыз.'],
    ])
    expect(handOvers()).toEqual([])
    press('ArrowDown')
    await seat.settle()
    expect(dialog()!.querySelector('[role="radio"]')!.getAttribute('aria-checked')).toBe('true')
    expect(dialog()!.querySelector('.hint.warn')!.textContent).toContain('Бекенов А. Ж.: жұмыста болмайды, 14.12–17.12, 22.12.')
  })

  it('tells who has such a task already and loses nothing; then moves all, tells how many and reads the days anew', async () => {
    await open()
    press('ArrowDown')
    await write('Басқа жұмысқа ауысты')
    seat.refusal = { code: 'routing.has_task', params: { name: 'Бекенов А. Ж.' } }
    await confirm()
    expect(dialog()!.querySelector('[role="alert"]')!.textContent).toContain('Бекенов А. Ж.: осы бұрыштамалардың бірі')
    expect([area().value, dialog()!.querySelectorAll('[aria-checked="true"]').length]).toEqual(['Басқа жұмысқа ауысты', 1])
    seat.refusal = null
    const before = readings()
    seat.rows = [load(12, [0, 0, 0, 0]), load(13, [0, 2, 0, 5])]
    await confirm()
    expect(dialog()).toBeNull()
    expect(handOvers().at(-1)).toEqual({ fromId: 12, toId: 13, reason: 'Басқа жұмысқа ауысты' })
    expect(readings()).toBe(before + 1)
    const { lead, text } = useToasts().toasts.value.at(-1)!
    expect([lead, text]).toEqual(['Тен 12', 'Енді орындаушы Бекенов А. Ж., берілген тапсырма саны: 9.'])
    expect(document.querySelector('.matrix tbody tr .sum')!.textContent).toBe('0')
  })

  it('shows at its field that the person chosen has left meanwhile, and in words that nothing is open any more', async () => {
    await open()
    press('ArrowDown')
    await write('Демалысқа шықты')
    seat.refusal = { code: 'invalid_input', fields: [{ path: 'toId', code: 'person_left', params: {} }] }
    await confirm()
    expect(dialog()!.querySelector('.hint.bad')!.textContent).toContain('енді жұмыс істемейді')
    seat.refusal = { code: 'routing.no_tasks', params: { name: 'Тен 12' } }
    await confirm()
    expect(dialog()!.querySelector('[role="alert"]')!.textContent).toContain('Тен 12')
    expect(area().value).toBe('Демалысқа шықты')
  })

  it('is offered neither for letters without an executor nor to those who may not', async () => {
    const screen = await seat.show(ControlScreen, '/control?part=ahead', 'head', 1)
    expect(screen.find('.behind .acts').exists()).toBe(false)
    press('KeyI', { altKey: true })
    press('ArrowDown')
    await seat.settle()
    expect([screen.find('.behind .acts').exists(), dialog()]).toEqual([true, null])
    const clerks = await seat.show(ControlScreen, '/control?part=ahead')
    press('ArrowDown')
    press('KeyI', { altKey: true })
    await seat.settle()
    expect([clerks.find('.behind .acts').exists(), dialog()]).toEqual([false, null])
  })

  it('says of days that follow each other from when to when', () => {
    const away = [true, true, false, true]
    expect(awaySpans({ away }, DAYS)).toEqual([
      { from: '2026-12-11', to: '2026-12-14' },
      { from: '2026-12-17', to: '2026-12-17' },
    ])
  })
})

describe('the keys of control', () => {
  it('are those of the part that is shown', async () => {
    await seat.show(ControlScreen, '/control')
    const titles = async () => {
      press('F1')
      await seat.settle()
      const found = [...document.querySelectorAll('.k-dialog h3')].map((one) => one.textContent)
      press('F1')
      await seat.settle()
      return found
    }
    expect(await titles()).toEqual(['Бақылау', 'Бүгін'])
    press('Digit2')
    await seat.settle()
    expect(await titles()).toEqual(['Бақылау', 'Алдағы күндер'])
  })
})
