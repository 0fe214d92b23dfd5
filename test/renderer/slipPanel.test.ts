import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Slip, SlipFormat, SlipLanguages } from '#shared/contract'
import PrintDesk from '../../renderer/features/printing/PrintDesk.vue'
import { usualLanguages } from '../../renderer/features/slips/slipChoice'
import SlipPanel from '../../renderer/features/slips/SlipPanel.vue'
import { moved, outline, STAMP_SHEETS, turned, usualPlace, within } from '../../renderer/features/slips/stampPlace'
import { usePrinting } from '../../renderer/stores/printing'
import { plainWay } from '../../renderer/stores/printWays'
import { at, click, press, PrintingDesk, said, settle, type } from './support/printingDesk'
import type { StandInBridge } from './support/standInBridge'

/** The story: the clerk gives the applicant a slip, in the right language on the right paper, and reads its check-words out over the telephone. */

const bridge = await vi.hoisted(async () => {
  const { StandInBridge } = await import('./support/standInBridge')
  const one = new StandInBridge()
  Object.defineProperty(window, 'kiris', { value: one, configurable: true })
  return one as StandInBridge
})

let desk: PrintingDesk
let issued: Slip[]
let language: string
beforeEach(() => {
  bridge.renew()
  issued = []
  language = 'kk'
  desk = new PrintingDesk(bridge)
  desk.answers = {
    'papers/printed': () => ({}),
    'register/card': () => ({ facts: { language } }),
    'slips/list': () => issued,
    'slips/issue': ({ appealId, languages, format }) => {
      const id = 70 + issued.length
      const facts = { languages: languages as SlipLanguages, format: format as SlipFormat, words: ['қайың', 'көпір', 'тоғыз'] }
      const slip = {
        id,
        appealId: appealId as number,
        copy: issued.length + 1,
        printedAt: '2026-12-11T06:08:00Z',
        printedBy: 'Қасенова А. Т.',
      }
      issued = [...issued, { ...slip, ...facts }]
      return issued.at(-1)
    },
  }
})
afterEach(() => desk.close())

const open = async (more: object = {}) => {
  await desk.show([PrintDesk], [SlipPanel, { appealId: 9, number: 'Ж-0619/26', ...more }])
  await settle()
}
/** The paper in the frame, or the one that is being drawn beneath it. */
const frame = () => [...document.querySelectorAll('iframe')].at(-1)?.getAttribute('src')?.split('#')[0]
const chosen = () => [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')].map(({ value }) => value)
const print = () => press('KeyP', { ctrlKey: true })

describe('the slip before it is printed', () => {
  it('is shown as it will lie on the paper and in the language that are chosen, by keys too', async () => {
    await open()
    expect(chosen()).toEqual(['a5', 'both'])
    expect(frame()).toBe('/files/slips/preview/9.pdf?languages=both&format=a5')
    await press('Digit3')
    await press('Digit6')
    expect(chosen()).toEqual(['roll80', 'kk'])
    expect(frame()).toBe('/files/slips/preview/9.pdf?languages=kk&format=roll80')
    await print()
    expect(desk.inputs('slips/issue')).toEqual([{ appealId: 9, languages: 'kk', format: 'roll80' }])
    expect(bridge.printed.map(([path]) => path)).toEqual(['/files/slips/70.pdf'])
  })

  it('a digit takes the focus along, so that the arrows go on from there, but not off another field', async () => {
    await open()
    document.querySelector<HTMLInputElement>('[data-choice="a5"]')!.focus()
    await press('Digit3')
    expect(document.activeElement?.getAttribute('data-choice')).toBe('roll80')
    await press('Digit7')
    expect(document.activeElement?.getAttribute('data-choice')).toBe('roll80')
    at('slip-stamp').focus()
    await press('Digit2')
    expect(document.activeElement).toBe(at('slip-stamp'))
    expect(chosen()).toEqual(['a4pair', 'ru'])
  })

  it('says that it will bear no code while the key cannot sign, and nothing while it can or nobody knows', async () => {
    for (const usable of [true, undefined]) {
      desk.answers['proof/keys'] = () => ({ keys: [], usable })
      if (usable === undefined) delete desk.answers['proof/keys']
      await open()
      expect(desk.inputs('proof/keys')).not.toEqual([])
      expect(at('no-code')).toBeNull()
      desk.close()
      desk = new PrintingDesk(bridge)
    }
    desk.answers['proof/keys'] = () => ({ keys: [], usable: false })
    await open()
    expect(at('no-code').textContent).toContain('тексеру кодынсыз басылады')
  })

  it('a digit in the number of copies chooses nothing', async () => {
    await open()
    at('copies').focus()
    await press('Digit3')
    expect(chosen()).toEqual(['a5', 'both'])
  })

  it.each([
    ['kk', 'a5', 'both'],
    ['ru', 'roll80', 'both'],
    ['other', 'a5', 'both'],
    ['kk', 'large', 'kk'],
    ['ru', 'large', 'ru'],
    ['other', 'large', 'both'],
  ] as const)('of a letter in %s on %s begins in %s', (letter, format, usual) => {
    expect(usualLanguages(letter, format)).toBe(usual)
  })

  it('begins with the paper printed last here, and with the language chosen last for letters of that language', async () => {
    await open()
    await press('Digit4')
    await press('Digit5')
    await press('Digit1')
    await press('Digit6')
    await print()
    desk.close()
    const { kept } = usePrinting()
    expect(kept).toMatchObject({ slipFormat: 'a5', slipLanguages: { kk: 'kk' } })
  })

  it('of a Russian letter does not follow what was chosen for Kazakh ones', async () => {
    usePrinting().keepSlip('a4pair', 'kk', 'kk')
    language = 'ru'
    await open()
    expect(chosen()).toEqual(['a4pair', 'both'])
  })
})

describe('printing a slip', () => {
  it('shows the check-words of the newest slip', async () => {
    await open()
    expect(at('check-words')).toBeNull()
    await print()
    expect(at('check-words').textContent).toBe('қайың, көпір, тоғыз')
    expect(said()).toContain('Қасенова А. Т.')
  })

  it('«register and print» goes straight to the remembered printer and paper', async () => {
    usePrinting().keepSlip('a4pair', 'kk', 'both')
    usePrinting().keepWay('slip.a4pair', { ...plainWay(), printer: 'HP_1020', straight: false, copies: 2 })
    await open({ printAtOnce: true })
    expect(desk.inputs('slips/issue')).toEqual([{ appealId: 9, languages: 'both', format: 'a4pair' }])
    const way = { deviceName: 'HP_1020', copies: 2, duplexMode: 'simplex', silent: true }
    expect(bridge.printed).toEqual([['/files/slips/70.pdf', way]])
  })

  it('takes another number of copies this once', async () => {
    await open()
    await type('copies', '3')
    await print()
    expect(bridge.printed[0]![1].copies).toBe(3)
    expect(usePrinting().wayOf('slip.a5').copies).toBe(1)
    await type('copies', '')
    await print()
    expect(bridge.printed).toHaveLength(1)
    expect(at('copies').getAttribute('aria-invalid')).toBe('true')
  })

  it('that failed prints the same slip again, not another copy', async () => {
    bridge.endings = [new Error('failed'), 'cancelled']
    await open()
    await print()
    expect(said()).toContain('Басылмады: Талон, А5: Ж-0619/26')
    await click('print-leave')
    expect(frame()).toBe('/files/slips/70.pdf')
    await print()
    await print()
    expect(bridge.printed.map(([path]) => path)).toEqual(Array(3).fill('/files/slips/70.pdf'))
    expect(desk.inputs('slips/issue')).toHaveLength(1)
    expect(desk.inputs('papers/printed')).toEqual([{ paper: 'slip', entryId: 9, title: 'Ж-0619/26', copies: 1 }])
    await print()
    expect(desk.inputs('slips/issue')).toHaveLength(2)
  })

  it('saves a copy that the next print uses, and says which one', async () => {
    await open()
    expect(said()).toContain('әлі берілген жоқ')
    expect(at('slip-copy').textContent).toContain('жаңа дана береді: 1-дана')
    const save = () => press('KeyS', { ctrlKey: true })
    await save()
    await save()
    expect(at('slip-copy').textContent).toContain('1-дана алынады')
    await print()
    expect(desk.inputs('slips/issue')).toHaveLength(1)
    expect(bridge.printed.map(([path]) => path)).toEqual(['/files/slips/70.pdf'])
    expect(at('slip-copy').textContent).toContain('2-дана')
    // The preview is drawn anew: now it is that of a duplicate.
    expect(frame()).toBe('/files/slips/preview/9.pdf?languages=both&format=a5&after=1')
  })

  it('saves a copy under its number, in the language of the slip', async () => {
    const save = vi.spyOn(bridge, 'saveFile')
    await open()
    await press('Digit6')
    await press('KeyS', { ctrlKey: true })
    expect(save.mock.calls).toEqual([['/files/slips/70.pdf', 'Талон Ж-0619-26, 1.pdf']])
    save.mockRestore()
  })

  it('names the last copy and how many there are, however many were issued', async () => {
    await open()
    for (let copy = 1; copy <= 4; copy++) await print()
    const facts = document.querySelector('dl.facts')!.textContent
    expect(facts).toContain('Берілді: 4')
    expect(facts).toContain('4-дана')
    expect(facts).not.toContain('3-дана')
  })

  it('whose file is not there says so, and that the letter is registered', async () => {
    desk.status = (path) => (path === '/files/slips/70.pdf' ? 500 : 200)
    await open()
    await print()
    expect(document.querySelector('.pa [role="alert"]')!.textContent).toContain('Талон басылмады. Ж-0619/26 тіркелген.')
    expect(bridge.printed).toEqual([])
  })
})

describe('the stamp on the letter itself', () => {
  it('is printed alone where it was put by hand, and begins there the next time', async () => {
    await open()
    await press('KeyM', { altKey: true })
    const outlined = at('stamp-outline')
    outlined.focus()
    await press('ArrowUp')
    await press('ArrowLeft', { shiftKey: true })
    const { x, y } = usualPlace()
    await print()
    expect(bridge.printed.map(([path]) => path)).toEqual([
      `/files/slips/stamp/9.pdf?sheet=a4&x=${x - 1}&y=${y - 5}&turn=0&russian=false`,
    ])
    expect(desk.inputs('slips/issue')).toEqual([])
    expect(desk.inputs('papers/printed')).toMatchObject([{ paper: 'stamp', entryId: 9 }])
    expect(usePrinting().kept.stamp).toEqual({ ...usualPlace(), x: x - 1, y: y - 5 })
  })

  it('never leaves the sheet, turned or moved', () => {
    for (const sheet of ['a4', 'a5'] as const) {
      let place = usualPlace(sheet)
      for (const [right, down] of [
        [500, 500],
        [-900, 0],
        [0, -900],
        [30, 999],
      ] as const) {
        place = turned(moved(place, right, down))
        const { width, height } = outline(place)
        expect(place.x - width / 2).toBeGreaterThanOrEqual(0)
        expect(place.y - height / 2).toBeGreaterThanOrEqual(0)
        expect(place.x + width / 2).toBeLessThanOrEqual(STAMP_SHEETS[sheet].width)
        expect(place.y + height / 2).toBeLessThanOrEqual(STAMP_SHEETS[sheet].height)
        expect(within(place)).toEqual(place)
      }
      expect(place.turn).toBe(0)
    }
  })
})
