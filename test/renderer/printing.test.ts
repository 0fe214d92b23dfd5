import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useEventWords } from '../../renderer/features/card/eventWords'
import PrintDesk from '../../renderer/features/printing/PrintDesk.vue'
import PrintersPart from '../../renderer/features/settings/PrintersPart.vue'
import { printPaper } from '../../renderer/stores/paper'
import { usePrinting } from '../../renderer/stores/printing'
import { packed, plainPrinting, plainWay, unpacked, WAY_NAMES } from '../../renderer/stores/printWays'
import { at, choose, click, press, PrintingDesk, said, settle, type } from './support/printingDesk'
import type { StandInBridge } from './support/standInBridge'

// The story: each paper has its printer at this desk. A printer that fails costs nobody anything, and what came out is noted.
const bridge = await vi.hoisted(async () => {
  const { StandInBridge } = await import('./support/standInBridge')
  const value = new StandInBridge()
  Object.defineProperty(window, 'kiris', { value, configurable: true })
  return value as StandInBridge
})

let desk: PrintingDesk
beforeEach(() => {
  bridge.renew()
  desk = new PrintingDesk(bridge)
  desk.answers['papers/printed'] = () => ({})
})
afterEach(() => desk.close())

const LETTER = { kind: 'letter', title: '03-12/7', entryId: 5 } as const
const remembered = () => JSON.parse(localStorage.getItem('kiris.printing') ?? 'null') as Record<string, unknown>

describe('a paper', () => {
  it('that nobody has settled goes through the dialog of the system, and is noted in the history of its entry', async () => {
    expect(await printPaper('/files/letters/7.pdf', LETTER)).toBe('printed')
    expect(bridge.printed).toEqual([
      ['/files/letters/7.pdf', { deviceName: '', copies: 1, duplexMode: 'simplex', silent: false }],
    ])
    await settle()
    expect(desk.inputs('papers/printed')).toEqual([{ paper: 'letter', entryId: 5, title: '03-12/7', copies: 1 }])
  })

  it('goes straight to the printer remembered for its kind, and moved where the printer prints askew', async () => {
    const way = { ...plainWay(), printer: 'XP_80', copies: 2, sides: 'longEdge', dx: 1.5, dy: -2 } as const
    usePrinting().keepWay('slip.roll80', way)
    usePrinting().keepWay('letter', { ...way, straight: false })
    await printPaper('/files/slips/3.pdf', { kind: 'slip', format: 'roll80', title: 'Ж-1' })
    await printPaper('/files/slips/3.pdf', { kind: 'slip', format: 'a5', title: 'Ж-1' })
    await printPaper('/files/letters/7.pdf?v=2', LETTER)
    const told = { deviceName: 'XP_80', copies: 2, duplexMode: 'longEdge' }
    expect(bridge.printed).toEqual([
      ['/files/slips/3.pdf?dx=1.5&dy=-2', { ...told, silent: true }],
      ['/files/slips/3.pdf', { deviceName: '', copies: 1, duplexMode: 'simplex', silent: false }],
      // A letter is not moved on its sheet, and this one is asked about first.
      ['/files/letters/7.pdf?v=2', { ...told, silent: false }],
    ])
  })

  it('that was not printed is not noted, and one that was printed stays so when the note does not arrive', async () => {
    bridge.endings = ['cancelled']
    expect(await printPaper('/files/letters/7.pdf', LETTER)).toBe('cancelled')
    expect(desk.inputs('papers/printed')).toEqual([])
    delete desk.answers['papers/printed']
    expect(await printPaper('/files/letters/7.pdf', LETTER)).toBe('printed')
    await settle()
    expect(desk.inputs('papers/printed')).toHaveLength(1)
  })

  it('that is not there is no matter of the printer', async () => {
    desk.status = () => 404
    await expect(printPaper('/files/letters/7.pdf', LETTER)).rejects.toMatchObject({ code: 'not_found' })
    expect(bridge.printed).toEqual([])
  })

  it('is not noted for somebody who may not', async () => {
    desk.close()
    desk = new PrintingDesk(bridge, { may: [] })
    await printPaper('/files/calendar/2027.pdf?language=kk', { kind: 'calendar', title: '2027' })
    expect(desk.sent).toEqual([])
  })
})

describe('a printer that fails', () => {
  it('is named, and prints the same again', async () => {
    usePrinting().keepWay('letter', { ...plainWay(), printer: 'HP_1020' })
    await usePrinting().findPrinters()
    bridge.endings = [new Error('failed')]
    await desk.show([PrintDesk])
    const outcome = printPaper('/files/letters/7.pdf', LETTER)
    await settle()
    expect(said()).toContain('Басылмады: Хат: 03-12/7')
    expect(said()).toContain('Кеңсе, HP 1020')
    await press('Enter', { ctrlKey: true })
    expect(await outcome).toBe('printed')
    expect(bridge.printed.map(([, { deviceName }]) => deviceName)).toEqual(['HP_1020', 'HP_1020'])
    expect(document.querySelector('[role="alertdialog"]')).toBeNull()
  })

  it('that is gone gives way to another, which is remembered', async () => {
    usePrinting().keepWay('letter', { ...plainWay(), printer: 'Canon' })
    bridge.endings = [new Error('no_printer')]
    await desk.show([PrintDesk])
    const outcome = printPaper('/files/letters/7.pdf', LETTER)
    await settle()
    expect(said()).toContain('бұл компьютерде жоқ: Canon')
    await choose('other-printer', 'XPrinter')
    await click('print-again')
    expect(await outcome).toBe('printed')
    expect(bridge.printed.at(-1)).toMatchObject(['/files/letters/7.pdf', { deviceName: 'XP_80', silent: true }])
    expect(usePrinting().wayOf('letter').printer).toBe('XP_80')
  })

  it('can be left for later: nothing is printed, noted or remembered', async () => {
    bridge.endings = [new Error('failed')]
    await desk.show([PrintDesk])
    const outcome = printPaper('/files/letters/7.pdf', LETTER)
    await settle()
    await click('print-leave')
    expect(await outcome).toBe('cancelled')
    expect(desk.inputs('papers/printed')).toEqual([])
    expect(remembered()).toBeNull()
  })

  it('is its caller’s where nobody stands by', async () => {
    bridge.endings = [new Error('failed')]
    await expect(printPaper('/files/letters/7.pdf', LETTER)).rejects.toMatchObject({ code: 'internal' })
  })
})

it('the tray that a hand must choose is said before printing', async () => {
  usePrinting().keepWay('letter', { ...plainWay(), tray: 'төменгі, бланк' })
  await desk.show([PrintDesk])
  await printPaper('/files/letters/7.pdf', LETTER)
  await settle()
  expect(said()).toContain('Қағаз науасы: төменгі, бланк.')
})

it('the history tells which paper it was', async () => {
  const Told = defineComponent(() => {
    const { tell } = useEventWords()
    const details = { paper: 'handedOver', title: '11.12.2026', copies: 2 }
    const { title, details: text } = tell({ action: 'paper.printed', details } as never)
    return () => h('p', `${title}. ${text}`)
  })
  await desk.show([Told])
  expect(said()).toContain('Басып шығарылды. Берілген құжаттар тізілімі: 11.12.2026, 2 дана')
})

describe('what is remembered', () => {
  it('comes back as it was written', () => {
    const kept = plainPrinting()
    kept.ways = { envelope: { ...plainWay(), printer: 'HP', dx: -0.5, tray: 'қолмен' } }
    kept.slipFormat = 'large'
    kept.slipLanguages = { kk: 'kk', 'ru.large': 'both' }
    kept.stamp = { sheet: 'a5', x: 100, y: 180, turn: 90, russian: true }
    expect(unpacked(packed(kept))).toEqual(kept)
  })

  it.each([
    null,
    '',
    '{',
    'null',
    '[]',
    '"a"',
    '{"version":2,"slipFormat":"large"}',
    '{"version":1,"ways":[],"slipFormat":"a3","slipLanguages":5,"stamp":{"x":"1"}}',
    '{"version":1,"ways":{"poster":{},"letter":7},"slipLanguages":{"kk":"en"},"stamp":{"sheet":"a4","x":1,"y":9999,"turn":45}}',
  ])('is nothing when it is not what was written: %s', (stored) => {
    expect(unpacked(stored)).toEqual(plainPrinting())
  })

  it('keeps what is good of a way that is half spoilt', () => {
    const stored = { version: 1, ways: { letter: { printer: 'HP', copies: 1000, sides: 'round', dx: 'x', dy: 99, tray: 5 } } }
    expect(unpacked(JSON.stringify(stored)).ways).toEqual({ letter: { ...plainWay(), printer: 'HP' } })
  })

  it('by one window is not lost by another', () => {
    const mine = usePrinting()
    localStorage.setItem('kiris.printing', packed({ ...plainPrinting(), slipFormat: 'roll80' }))
    mine.keepWay('letter', { ...plainWay(), printer: 'HP_1020' })
    expect(remembered()).toMatchObject({ slipFormat: 'roll80', ways: { letter: { printer: 'HP_1020' } } })
  })
})

describe('the settings of the desk', () => {
  it('tell each paper, keep what is chosen for one, and bring the focus back to its row', async () => {
    await desk.show([PrintersPart])
    expect(document.querySelectorAll('[data-way]')).toHaveLength(WAY_NAMES.length)
    document.querySelector<HTMLElement>('[data-way="slip.a5"]')!.click()
    await settle()
    await choose('way-printer', 'HP 1020')
    await type('way-copies', '2')
    await press('Enter', { ctrlKey: true })
    expect(usePrinting().wayOf('slip.a5')).toEqual({ ...plainWay(), printer: 'HP_1020', copies: 2 })
    const row = document.querySelector<HTMLElement>('[data-way="slip.a5"]')!
    expect(row.closest('tr')!.textContent).toContain('Кеңсе, HP 1020')
    expect(document.activeElement).toBe(row)
  })

  it('refuse a number of copies that cannot be', async () => {
    await desk.show([PrintersPart])
    document.querySelector<HTMLElement>('[data-way="letter"]')!.click()
    await settle()
    await type('way-copies', '0')
    await press('Enter', { ctrlKey: true })
    expect(at('way-copies').getAttribute('aria-invalid')).toBe('true')
    expect(remembered()).toBeNull()
  })

  it('measure a printer that prints askew: what is read off the test page becomes the offset', async () => {
    await desk.show([PrintersPart])
    document.querySelector<HTMLElement>('[data-way="slip.a5"]')!.click()
    await settle()
    await choose('way-printer', 'HP 1020')
    await press('KeyP', { ctrlKey: true })
    expect(bridge.printed.map(([path, { deviceName }]) => [path, deviceName])).toEqual([
      ['/files/slips/test.pdf?size=a5', 'HP_1020'],
    ])
    expect(desk.inputs('papers/printed')).toEqual([])
    await type('measured-left', '18,5')
    await type('measured-top', '21')
    expect([(at('dx') as HTMLInputElement).value, (at('dy') as HTMLInputElement).value]).toEqual(['1,5', '−1'])
    await press('KeyP', { ctrlKey: true })
    expect(bridge.printed.at(-1)![0]).toBe('/files/slips/test.pdf?size=a5&dx=1.5&dy=-1')
    await press('Enter', { ctrlKey: true })
    expect(usePrinting().wayOf('slip.a5')).toMatchObject({ dx: 1.5, dy: -1 })
  })
})
