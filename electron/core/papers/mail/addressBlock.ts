import { GREY, mm, paragraph, type Block, type Sheet, type TextLine } from '../../paper/Sheet'
import { besideText } from '../../paper/voices'
import type { PaperMaker } from '../form/Paper'
import { BOLD, fitted, NARROW, REGULAR, steps } from '../form/texts'
import type { Addressee } from './mailFacts'

/** The field that an address must not leave, in points. */
export interface Field {
  x: number
  width: number
  height: number
}

/** How large name and address are set, how many lines each may take, and in which face. */
interface Setting {
  name: number
  address: number
  lines: number
  narrow: boolean
}

const SETTINGS: readonly Setting[] = [
  { name: 16, address: 13, lines: 3, narrow: false },
  { name: 14, address: 12, lines: 4, narrow: false },
  { name: 12, address: 11, lines: 9, narrow: false },
  { name: 11, address: 10, lines: 9, narrow: false },
  { name: 10, address: 9, lines: 9, narrow: false },
  { name: 9, address: 8.5, lines: 9, narrow: true },
  { name: 8, address: 8, lines: 9, narrow: true },
  { name: 7, address: 7, lines: 9, narrow: true },
  // For a small label and a text that is too long for it at any size one can read: the most lines that fit, the last ending in «…».
  ...[6, 5, 4, 3, 2, 1].map((lines) => ({ name: 7, address: 7, lines, narrow: true })),
]

/** The size at which texts are cut, in points. */
const SMALLEST = 7

/** A square for one character of the postal code. */
const CELL = { width: mm(6.2), height: mm(8), gap: mm(1.2) } as const
const CAPTION = 7.5

/**
 * Name and address of somebody with the boxes of the postal code under them: as large as they fit whole into the field, never beyond its edges. `captions`: «Кімге», «Мекенжайы» stand above
 * (an envelope); a label has no room for them. Boxes without a code are left to be filled in by hand.
 */
export function addressBlock(maker: PaperMaker, to: Addressee, field: Field, captions: boolean): Block {
  const settings = SETTINGS.filter(({ name }) => captions || name <= 14)
  let cut: Block | null = null
  for (const setting of settings) {
    const block = blockWith(maker, to, { field, captions, setting })
    if (block.height > field.height) continue
    if (!block.cut) return block
    cut ??= setting.name === SMALLEST ? block : null
  }
  return cut ?? blockWith(maker, to, { field, captions, setting: settings.at(-1)! })
}

interface Wanted {
  field: Field
  captions: boolean
  setting: Setting
}

function blockWith(maker: PaperMaker, to: Addressee, wanted: Wanted): Block & { cut: boolean } {
  const { captions, field } = wanted
  const { lines, cut } = linesOf(maker, to, wanted)
  const text = paragraph(lines, field.x)
  const boxes = captions || to.postcode !== '' ? CELL.height * (captions ? 1 : 0.7) + mm(captions ? 2 : 1) : 0
  return {
    cut,
    height: text.height + boxes,
    draw(sheet, top) {
      sheet.within('P', () => text.draw(sheet, top))
      if (boxes > 0)
        sheet.within('P', () => drawPostcode(sheet, maker, to.postcode, { x: field.x, top: top + text.height, captions }))
    },
  }
}

function linesOf(
  maker: PaperMaker,
  to: Addressee,
  { field: { width }, captions, setting }: Wanted,
): { lines: TextLine[]; cut: boolean } {
  const { faces, voices } = maker
  const { name, address, lines: most, narrow } = setting
  const bold = narrow ? 'PTSansNarrow-Bold' : BOLD
  const plain = narrow ? NARROW : REGULAR
  const caption = (key: string): TextLine[] =>
    captions
      ? fitted(faces, besideText(voices.say(`papers.mail.${key}`)), width, steps(REGULAR, [CAPTION, 1]), { colour: GREY })
      : []
  const set = (text: string, face: typeof bold | typeof plain, size: number): TextLine[] =>
    fitted(faces, text, width, steps(face, [size, most]), { leading: 1.2 })
  const parts = [set(to.name, bold, name), ...to.under.map((text) => set(text, plain, address)), set(to.address, plain, address)]
  const cut = parts.some((part) => part.at(-1)?.runs[0]?.text.endsWith('…') === true)
  const [first = [], ...rest] = parts
  const last = rest.pop() ?? []
  // Room to write an address that nobody knows yet by hand.
  if (captions && last.length === 0) last.push({ runs: [], size: address, height: mm(9) })
  const [under, where] = [[...first, ...rest.flat()], caption('address')]
  return { lines: [...caption('to'), ...under, ...where, ...last], cut }
}

function drawPostcode(
  sheet: Sheet,
  { faces, voices }: PaperMaker,
  code: string,
  { x, top, captions }: { x: number; top: number; captions: boolean },
): void {
  const scale = captions ? 1 : 0.7
  const [width, height, gap] = [CELL.width * scale, CELL.height * scale, CELL.gap * scale]
  const y = top + mm(captions ? 2 : 1)
  const cells = Math.max(6, code.length)
  const size = 15 * scale
  for (let index = 0; index < cells; index++) {
    const left = x + index * (width + gap)
    sheet.frame(left, y, width, height, mm(0.3))
    const baseline = y + faces.baseline(BOLD, size, height)
    sheet.text(code[index] ?? '', { face: BOLD, size }, left + width / 2, baseline, 'centre')
  }
  if (!captions) return
  const label = besideText(voices.say('papers.mail.postcode'))
  const right = x + cells * (width + gap) + mm(1)
  sheet.text(label, { face: REGULAR, size: CAPTION, colour: GREY }, right, y + faces.baseline(REGULAR, CAPTION, height))
}
