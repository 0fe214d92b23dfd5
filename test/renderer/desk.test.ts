import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { WorkingCalendar, type CalendarDay } from '#shared/domain'
import calendarFile from '../../resources/data/calendar-kz.json'
import { emptyChoice, textOf, toggleExecutor, toggleText, whenOptions } from '../../renderer/features/desk/choice'
import { useLocale } from '../../renderer/i18n'
import { letter, resolution } from './support/deskHost'
import { host, keys, number, order, press, show, shown, useHeadDeskWindow } from './support/deskWindow'

useHeadDeskWindow()

describe('a choice', () => {
  it('names first who is responsible, and reads in the order of pressing', () => {
    let choice = toggleExecutor(toggleExecutor(toggleExecutor(emptyChoice(), 5), 7), 5)
    expect(toggleExecutor(choice, 5).executors).toEqual([7, 5])
    choice = toggleText(toggleText(choice, 'Тексеріңіз'), 'Маған баяндаңыз')
    expect(textOf(choice)).toBe('Тексеріңіз. Маған баяндаңыз.')
    expect(textOf(toggleText(choice, 'Тексеріңіз'))).toBe('Маған баяндаңыз.')
  })

  it('keeps what was written by hand when a typical text is put in or out', () => {
    const choice = { ...emptyChoice(), own: 'Бүгін қараңыз.' }
    const more = toggleText(choice, 'Тексеріңіз')
    expect(textOf(more)).toBe('Бүгін қараңыз. Тексеріңіз.')
    expect(textOf(toggleText(more, 'Тексеріңіз'))).toBe('Бүгін қараңыз.')
  })

  it('is never due after the deadline; only a letter that is late anyway has days beyond it', () => {
    const calendar = new WorkingCalendar(calendarFile.days as CalendarDay[])
    const dates = (deadline: string) => whenOptions(deadline, '2026-12-11', calendar).map(({ date }) => date)
    expect(dates('2027-01-14')).toEqual(['2027-01-14', '2026-12-17', '2026-12-21', '2026-12-28', null])
    expect(dates('2026-12-18')).toEqual(['2026-12-18', '2026-12-17', '2026-12-18', '2026-12-18', null])
    expect(dates('2026-12-08')).toEqual(['2026-12-08', '2026-12-17', '2026-12-21', '2026-12-28', null])
  })
})

describe('the head’s desk', () => {
  it('issues by keys exactly what was chosen, and the next letter is there at once', async () => {
    await show()
    expect(number()).toBe('Ж-0617/26')
    keys('Digit6', 'Digit3', 'KeyW', 'KeyQ', 'KeyF', 'KeyB')
    await flushPromises()
    expect(order()).toEqual([
      'Бекенов А. Ж. (жауапты), Рахымжанова Ә. Е.',
      'Комиссия құрып, орнына барып тексеріңіз. Нәтижесін маған баяндаңыз.',
      'Мерзімі 28 желтоқсан 2026 · бақылаудаҚ. Тілеубергенов, 11.12.2026',
    ])
    press('Enter')
    await vi.waitFor(() => expect(number()).toBe('Ж-0618/26'))
    expect(host.asked('routing/resolve')).toEqual([
      {
        ...{ appealId: 617, version: 1, due: '2026-12-28', control: true },
        text: 'Комиссия құрып, орнына барып тексеріңіз. Нәтижесін маған баяндаңыз.',
        executors: [
          { personId: 11, responsible: true },
          { personId: 10, responsible: false },
        ],
      },
    ])
    expect(order()).toHaveLength(1)
    // What was just given stands in the tally already.
    expect(shown.findAll('.ld .num').map((count) => count.text())).toEqual(['1', '9', '0'])
  })

  it('knows its keys by place: under a Cyrillic layout they are the same', async () => {
    await show()
    press('Digit1', { key: '1' })
    press('KeyE', { key: 'у' })
    press('KeyS', { key: 'ы' })
    press('NumpadEnter', { key: 'Enter' })
    await vi.waitFor(() => expect(host.asked('routing/resolve')).toHaveLength(1))
    expect(host.asked('routing/resolve')[0]).toMatchObject({
      due: '2026-12-17',
      executors: [{ personId: 12, responsible: true }],
      text: 'Қарап, заңды мерзімде жауап беріңіз.',
    })
    press('KeyJ', { key: 'о' })
    await vi.waitFor(() => expect(number()).toBe('Ж-0619/26'))
  })

  it('clears twenty letters with three keys each', async () => {
    host.letters = Array.from({ length: 20 }, (_, at) => letter(at + 1))
    await show()
    for (let at = 1; at <= 20; at++) {
      keys('Digit1', 'KeyQ', 'Enter')
      await vi.waitFor(() => expect(host.asked('routing/resolve')).toHaveLength(at))
      await flushPromises()
    }
    expect(host.asked('routing/resolve').map(({ appealId }) => appealId)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
    expect(shown.text()).toContain('Бұрыштама күтіп тұрған хат жоқ')
  })

  it('says what lacks and sends nothing; a date after the deadline is not sent either', async () => {
    await show()
    press('Enter')
    await flushPromises()
    expect(shown.findAll('.said.bad').map((one) => one.text())).toEqual(['Не істеу керегін таңдаңыз.', 'Орындаушыны таңдаңыз.'])
    keys('Digit1', 'KeyQ', 'KeyG')
    await flushPromises()
    const date = shown.find('.when input')
    await date.setValue('15.01.2027')
    await date.trigger('blur')
    press('Enter')
    await flushPromises()
    expect(shown.find('.said.bad').text()).toBe('Орындау мерзімі заңды мерзімнен кеш болмайды.')
    expect(host.asked('routing/resolve')).toEqual([])
    await date.setValue('30.12.2026')
    await date.trigger('blur')
    press('Enter')
    await vi.waitFor(() => expect(host.asked('routing/resolve')).toMatchObject([{ due: '2026-12-30' }]))
  })

  it('takes the last one back, control and all; the letter lies on top with its choice', async () => {
    await show()
    keys('Digit2', 'KeyQ', 'KeyB', 'Enter')
    await vi.waitFor(() => expect(number()).toBe('Ж-0618/26'))
    expect(shown.find('.undo').text()).toContain('Ж-0617/26: Рахымжанова Ә. Е., 14.01')
    host.resolutions = [resolution(4), resolution(5, { author: { id: 9, name: 'Басқа', position: { kk: '', ru: '' } } })]
    host.versions.set(617, 2)
    press('KeyZ', { ctrlKey: true })
    await vi.waitFor(() => expect(number()).toBe('Ж-0617/26'))
    expect(host.asked('routing/recall')).toMatchObject([{ resolutionId: 4, reason: 'Қойылған бойда кері алынды' }])
    expect(host.asked('routing/control')).toMatchObject([{ id: 617, control: false }])
    expect(order()[1]).toBe('Мән-жайды толық тексеріңіз.')
    press('KeyZ', { ctrlKey: true })
    await flushPromises()
    expect(host.asked('routing/recall')).toHaveLength(1)
  })

  it('who was slower is told who was faster, keeps the choice, and can go on from the new state', async () => {
    await show()
    keys('Digit4', 'KeyW')
    host.refuseNext('routing/resolve', 'conflict.stale', 409, {
      params: { who: 'Жақсыбекова Р. Н.', when: '2026-12-11T05:31:00Z' },
    })
    host.versions.set(617, 2)
    press('Enter')
    await vi.waitFor(() => expect(shown.find('.said.bad').exists()).toBe(true))
    expect(shown.find('.said.bad').text()).toBe(
      'Хатты Жақсыбекова Р. Н. бұрынырақ өзгертті (11.12.2026, 10:31). Қазіргі күйі: орындауда. Таңдағаныңыз сақталды.',
    )
    expect(number()).toBe('Ж-0617/26')
    press('Enter')
    await vi.waitFor(() => expect(host.asked('routing/resolve')).toHaveLength(2))
    expect(host.asked('routing/resolve')[1]).toMatchObject({ version: 2, executors: [{ personId: 11 }] })
  })

  it('keeps choices by letter, puts a letter off, clears, and keeps the letter at hand when others act', async () => {
    await show()
    keys('Digit1', 'KeyJ')
    await vi.waitFor(() => expect(number()).toBe('Ж-0618/26'))
    keys('KeyK')
    await vi.waitFor(() => expect(order()[0]).toBe('Қарап, заңды мерзімде жауап беріңіз.'))
    keys('Backspace', 'KeyL')
    await vi.waitFor(() => expect(number()).toBe('Ж-0618/26'))
    host.letters = host.letters.filter(({ id }) => id !== 618)
    press('F5')
    await flushPromises()
    expect(number()).toBe('Ж-0618/26')
    keys('KeyJ', 'KeyJ')
    await vi.waitFor(() => expect(number()).toBe('Ж-0617/26'))
  })

  it('lets the text be changed by hand, where letters are letters', async () => {
    await show()
    keys('Digit1', 'KeyQ', 'F2')
    await flushPromises()
    const area = shown.find('textarea')
    await area.setValue('Бүгін қараңыз.')
    area.element.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyW', key: 'ц', bubbles: true }))
    area.element.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', ctrlKey: true, bubbles: true }))
    await vi.waitFor(() => expect(host.asked('routing/resolve')).toHaveLength(1))
    expect(host.asked('routing/resolve')[0]).toMatchObject({
      text: 'Бүгін қараңыз.',
      executors: [{ personId: 10, responsible: true }],
    })
  })

  it('warns, and only warns, when the complaint names the executor', async () => {
    host.respondentName = 'бас маман Бекеновтің әрекеті'
    await show()
    keys('Digit1', 'KeyW')
    await flushPromises()
    expect(shown.find('.said.warn').text()).toContain('Бекенов А. Ж.')
    press('Enter')
    await vi.waitFor(() => expect(host.asked('routing/resolve')).toHaveLength(1))
  })

  it('has the typical texts in the language of the screen until there are own ones', async () => {
    await show()
    useLocale().choose('ru')
    await flushPromises()
    expect(shown.findAll('.what li')).toHaveLength(9)
    expect(shown.find('.what li').text()).toContain('Рассмотреть')
    host.texts = ['Срочно ответить']
    press('F5')
    await flushPromises()
    expect(shown.findAll('.what li').map((line) => line.text())).toEqual(['1Срочно ответить'])
  })
})
