import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { emptyChoice, toggleDeputy, toggleExecutor } from '../../renderer/features/desk/choice'
import { useSession } from '../../renderer/stores/session'
import { caller, load } from './support/deskHost'
import { host, keys, number, order, press, show, shown, useHeadDeskWindow } from './support/deskWindow'

useHeadDeskWindow()

describe('the deputy', () => {
  it('is one after the other, and then again whoever was named before', () => {
    let choice = toggleExecutor(emptyChoice(), 11)
    const steps = Array.from({ length: 4 }, () => (choice = toggleDeputy(choice, [7, 8])).executors)
    expect(steps).toEqual([[7, 11], [8, 11], [11], [7, 11]])
    expect(toggleDeputy(toggleExecutor(choice, 8), [7, 8]).executors).toEqual([8, 11])
    expect(toggleDeputy(toggleExecutor(emptyChoice(), 11), []).executors).toEqual([11])
  })

  it('gives the letter to the deputy by P, whatever the layout; another executor works jointly', async () => {
    host.deputies = [12]
    await show()
    keys('Digit1', 'KeyQ')
    await vi.waitFor(() => expect(shown.find('.deputy').exists()).toBe(true))
    press('KeyP', { key: 'з' })
    await flushPromises()
    expect(order()[0]).toBe('Тен В. Р. (жауапты), Рахымжанова Ә. Е.')
    expect(shown.find('.deputy').attributes('aria-pressed')).toBe('true')
    press('Enter')
    await vi.waitFor(() => expect(host.asked('routing/resolve')).toHaveLength(1))
    expect(host.asked('routing/resolve')[0]).toMatchObject({
      executors: [
        { personId: 12, responsible: true },
        { personId: 10, responsible: false },
      ],
    })
  })

  it('goes through several deputies by P, but never to the caller; without any there is no such key', async () => {
    host.deputies = [10, 11, 12]
    useSession().caller = caller('deputy', 11, 'Бекенов А. Ж.')
    await show()
    await vi.waitFor(() => expect(shown.find('.deputy').exists()).toBe(true))
    const named = async () => {
      press('KeyP')
      await flushPromises()
      return order()[0]
    }
    expect([await named(), await named()]).toEqual(['Рахымжанова Ә. Е. (жауапты)', 'Тен В. Р. (жауапты)'])
    host.deputies = [11]
    press('F5')
    await vi.waitFor(() => expect(shown.find('.deputy').exists()).toBe(false))
    keys('Backspace', 'KeyP')
    await flushPromises()
    expect(shown.find('tr.resp').exists()).toBe(false)
  })
})

describe('the sheet of keys', () => {
  const sheet = () => document.querySelector('.k-dialog')
  const lines = () =>
    [...sheet()!.querySelectorAll('dl > div')].map((line) =>
      [[...line.querySelectorAll('kbd')].map((key) => key.textContent).join(' '), line.querySelector('dd')!.textContent].join(
        ': ',
      ),
    )

  it('lists what is bound now, by group: what cannot be done now is not on it', async () => {
    host.executors = Array.from({ length: 12 }, (_, at) => load(at + 10, `Тен ${at}`))
    host.texts = ['Срочно ответить', 'Доложить']
    await show()
    press('F1')
    await flushPromises()
    expect([...sheet()!.querySelectorAll('h3')].map((title) => title.textContent)).toEqual(['Бұрыштама', 'Кезек'])
    const order = ['1 2: Не істеу', 'Q…O Shift+Q…E: Кім', 'A…G: Қашан', 'B: Бақылауға алу', 'F2: Мәтінін өзгерту']
    expect(lines().slice(0, 7)).toEqual([...order, 'Backspace: Таңдауды тазалау', 'Enter Ctrl+Enter: Бұрыштама қою'])
    expect(lines().some((line) => /^(P|Ctrl\+Z):/.test(line))).toBe(false)
    press('F1')
    await flushPromises()
    expect(sheet()).toBeNull()
    host.deputies = [10]
    press('F5')
    await flushPromises()
    keys('Digit1', 'KeyQ', 'Enter')
    await vi.waitFor(() => expect(number()).toBe('Ж-0618/26'))
    press('F1')
    await flushPromises()
    expect(lines()).toContain('Ctrl+Z: Соңғы бұрыштаманы кері алу')
  })

  it('lets no key through to the desk while it is open, and Esc closes the sheet alone', async () => {
    await show()
    shown.find<HTMLElement>('.foot .way').element.click()
    await flushPromises()
    keys('Digit1', 'KeyQ', 'Enter')
    await flushPromises()
    expect(host.asked('routing/resolve')).toEqual([])
    expect(order()[0]).not.toContain('Рахымжанова')
    press('Escape', { key: 'Escape' })
    await flushPromises()
    expect([sheet(), number()]).toEqual([null, 'Ж-0617/26'])
    keys('KeyQ')
    await flushPromises()
    expect(order()[0]).toContain('Рахымжанова')
  })
})
