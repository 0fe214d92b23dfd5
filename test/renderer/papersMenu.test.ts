import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ControlListDialog from '../../renderer/features/papers/ControlListDialog.vue'
import EntryPapers from '../../renderer/features/papers/EntryPapers.vue'
import HandedOverDialog from '../../renderer/features/papers/HandedOverDialog.vue'
import LetterPapers from '../../renderer/features/papers/LetterPapers.vue'
import { usePrinting } from '../../renderer/stores/printing'
import { plainWay } from '../../renderer/stores/printWays'
import { choose, click, press, PrintingDesk, said, settle, type } from './support/printingDesk'
import type { StandInBridge } from './support/standInBridge'

/** The story: an entry and an outgoing letter have their papers behind one button; each is looked at, printed and noted. */

const bridge = await vi.hoisted(async () => {
  const { StandInBridge } = await import('./support/standInBridge')
  const one = new StandInBridge()
  Object.defineProperty(window, 'kiris', { value: one, configurable: true })
  return one as StandInBridge
})

let desk: PrintingDesk
const begin = (may: readonly string[] = ['papers.print', 'slips.issue', 'register.read']) => {
  desk = new PrintingDesk(bridge, { may })
  desk.answers = {
    'papers/printed': () => ({}),
    'structure/state': () => ({
      departments: [{ id: 4, name: { kk: 'Мектеп бөлімі', ru: 'Отдел школ' }, headId: null, active: true, version: 1 }],
      ...{ people: [], absences: [] },
    }),
  }
}
beforeEach(() => {
  bridge.renew()
  begin()
})
afterEach(() => desk.close())

const ENTRY = { id: 9, number: 'Ж-0619/26', status: 'registered' }
const LETTER = { id: 43, number: '03-12/43', appealId: 9 }
const items = () => [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')]
const names = () => items().map((item) => item.querySelector('span')!.textContent)
async function open(name: string): Promise<void> {
  await press('F7')
  items()
    .find((item) => item.textContent!.startsWith(name))!
    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  await settle(400)
}
const frame = () => [...document.querySelectorAll('iframe')].at(-1)?.getAttribute('src')?.split('#')[0]

describe('the papers of an entry', () => {
  it('open by F7: the slip and the stamp for the clerk, the rest for whoever may print', async () => {
    await desk.show([EntryPapers, ENTRY])
    await press('F7')
    expect(names()).toEqual([
      ...['Талон', 'Хаттағы мөртабан', 'Тіркеу-бақылау карточкасы', 'Конверт', 'Мекенжай жапсырмасы', 'Нөмір жапсырмасы'],
    ])
    desk.close()
    begin(['papers.print', 'register.read'])
    await desk.show([EntryPapers, ENTRY])
    await press('F7')
    expect(names()[0]).toBe('Тіркеу-бақылау карточкасы')
    expect(names()).toHaveLength(4)
  })

  it('of a void entry are only those that still tell of it', async () => {
    await desk.show([EntryPapers, { ...ENTRY, status: 'void' }])
    await press('F7')
    expect(names()).toEqual(['Тіркеу-бақылау карточкасы', 'Нөмір жапсырмасы'])
  })

  it('on the card are also those of its letters that wait to be handed over', async () => {
    const letters = [
      { id: 43, number: '03-12/43', handed: null },
      { id: 40, number: '03-12/40', handed: { on: '2026-12-10' } },
    ]
    await desk.show([EntryPapers, { ...ENTRY, letters }])
    await open('Салым тізімдемесі: 03-12/43')
    expect(frame()).toBe('/files/papers/inventory/43.pdf')
    await press('Escape')
    await press('F7')
    expect(names().join()).not.toContain('03-12/40')
  })

  it('are not offered to who may not print', async () => {
    desk.close()
    begin(['register.read'])
    await desk.show([EntryPapers, ENTRY])
    expect(document.querySelector('[data-test="papers"]')).toBeNull()
  })

  it('an envelope is shown in the size and language chosen, printed and noted with its entry', async () => {
    await desk.show([EntryPapers, ENTRY])
    await open('Конверт')
    expect(frame()).toBe('/files/papers/envelope/c5/entry-9.pdf')
    await press('Digit2')
    await press('Digit7')
    await settle(400)
    expect(frame()).toBe('/files/papers/envelope/dl/entry-9.pdf?language=ru')
    await press('KeyP', { ctrlKey: true })
    expect(bridge.printed.map(([path]) => path)).toEqual(['/files/papers/envelope/dl/entry-9.pdf?language=ru'])
    expect(desk.inputs('papers/printed')).toEqual([{ paper: 'envelope', entryId: 9, title: 'Ж-0619/26', copies: 1 }])
    // The next envelope is of the same size.
    await press('Escape')
    await open('Конверт')
    expect(frame()).toBe('/files/papers/envelope/dl/entry-9.pdf?language=ru')
  })

  it('stickers are as many as typed, moved as this desk needs it, and never a number that is none', async () => {
    usePrinting().keepWay('sticker', { ...plainWay(), dx: 1, dy: -0.5 })
    await desk.show([EntryPapers, ENTRY])
    await open('Нөмір жапсырмасы')
    await type('stickers', '3')
    await press('KeyP', { ctrlKey: true })
    expect(bridge.printed.map(([path]) => path)).toEqual(['/files/papers/sticker/9.pdf?size=58x30&copies=3&dx=1&dy=-0.5'])
    await type('stickers', '30')
    expect(said()).toContain('Сан: ең азы 1, ең көбі 20.')
    await press('KeyP', { ctrlKey: true })
    expect(bridge.printed).toHaveLength(1)
  })

  it('a paper that cannot be had says so; what was chosen stays', async () => {
    await desk.show([EntryPapers, ENTRY])
    await open('Конверт')
    await press('Digit3')
    desk.status = () => 404
    await press('KeyP', { ctrlKey: true })
    expect(said()).toContain('Қағаз шықпады.')
    expect(bridge.printed).toEqual([])
    expect(document.querySelector<HTMLInputElement>('[data-choice="c4"]')!.checked).toBe(true)
  })
})

describe('the papers of an outgoing letter', () => {
  it('are envelope, label and inventory of the letter, noted with its entry', async () => {
    await desk.show([LetterPapers, { letter: LETTER }])
    await open('Салым тізімдемесі')
    expect(frame()).toBe('/files/papers/inventory/43.pdf')
    await press('KeyP', { ctrlKey: true })
    expect(desk.inputs('papers/printed')).toEqual([{ paper: 'inventory', entryId: 9, title: '03-12/43', copies: 1 }])
    await press('Escape')
    await open('Конверт')
    expect(frame()).toBe('/files/papers/envelope/c5/letter-43.pdf')
  })

  it('without a letter are the register of what was handed over', async () => {
    await desk.show([LetterPapers, { letter: null }])
    await press('F7')
    expect(names()).toEqual(['Берілген құжаттар тізілімі'])
  })
})

describe('lists', () => {
  it('of handed-over documents take two days that fit, and say what is wrong with others', async () => {
    await desk.show([HandedOverDialog])
    await type('from', '01.12.2026')
    await type('to', '10.12.2026')
    await settle(400)
    expect(frame()).toBe('/files/papers/handed-over.pdf?from=2026-12-01&to=2026-12-10&language=both')
    await type('to', '10.11.2026')
    expect(said()).toContain('Соңғы күн алғашқы күннен бұрын тұр.')
    await press('KeyP', { ctrlKey: true })
    expect(bridge.printed).toEqual([])
  })

  it('of control are of all departments or of one, up to a day', async () => {
    await desk.show([ControlListDialog])
    await settle(400)
    expect(frame()).toBe('/files/papers/control-list.pdf?language=both')
    await choose('department', 'Мектеп бөлімі')
    await type('until', '20.12.2026')
    await click('paper-print')
    expect(bridge.printed.map(([path]) => path)).toEqual([
      '/files/papers/control-list.pdf?department=4&until=2026-12-20&language=both',
    ])
    expect(desk.inputs('papers/printed')).toEqual([
      { paper: 'controlList', entryId: null, title: 'Мектеп бөлімі, 20.12.2026', copies: 1 },
    ])
  })
})
