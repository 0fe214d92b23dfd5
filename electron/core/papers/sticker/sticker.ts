import { formatDate } from '#shared/domain'
import { oneLine, widthOf, type Run } from '../../paper/fit'
import { mm, Sheet } from '../../paper/Sheet'
import { bars, code128, widthOfBars } from '../form/code128'
import { A4, pageOf, type Paper, type PaperMaker } from '../form/Paper'
import { BOLD, NARROW, REGULAR } from '../form/texts'
import type { StickerFacts } from './stickerFacts'

/** A roll of stickers 58 × 30 mm, or an A4 sheet of 3 × 8 stickers 70 × 37 mm. */
export const STICKERS = { '58x30': [58, 30], sheet: [70, 37] } as const
export type StickerSize = keyof typeof STICKERS

const COLUMNS = 3
const ON_SHEET = 24
/** A narrow bar: three dots of a 203-dpi label printer, to the dot. */
const MODULE = mm(0.375)
const MARGIN = mm(2)

/** Number stickers: the office, the number large, the day, and a barcode of digits with the digits under it. A void number is crossed out. `copies`: how many. */
export function stickers(maker: PaperMaker, facts: StickerFacts, { size, copies }: { size: StickerSize; copies: number }): Paper {
  const [width, height] = STICKERS[size]
  const title = maker.voices.say('papers.sticker.title', { number: facts.number }).main
  const all = Array.from({ length: copies }, (_, index) => index)
  const field = { width: mm(width), height: mm(height) }
  if (size === '58x30') {
    const pages = all.map(() => {
      const sheet = new Sheet(maker.faces)
      drawSticker(sheet, maker, facts, { x: 0, y: 0, ...field })
      return sheet
    })
    return { size: pageOf(width, height), pages, title }
  }
  const sheets = Array.from({ length: Math.ceil(copies / ON_SHEET) }, () => new Sheet(maker.faces))
  for (const index of all) {
    const place = index % ON_SHEET
    const x = (place % COLUMNS) * field.width
    const y = Math.floor(place / COLUMNS) * field.height + (A4.height - 8 * field.height) / 2
    const sheet = sheets[Math.floor(index / ON_SHEET)]!
    drawSticker(sheet, maker, facts, { x, y, ...field })
  }
  return { size: A4, pages: sheets, title }
}

interface Field {
  x: number
  y: number
  width: number
  height: number
}

function drawSticker(sheet: Sheet, { faces, voices, imprint }: PaperMaker, facts: StickerFacts, field: Field): void {
  const { x, width } = field
  // Drawn as high as the roll's, in the middle of a higher sticker: printers leave the edge of a sheet blank.
  const height = mm(STICKERS['58x30'][1])
  const y = field.y + (field.height - height) / 2
  const [room, middle] = [width - 2 * MARGIN, x + width / 2]
  const office = oneLine(faces, voices.of(imprint.office.name).main, NARROW, 7, room)
  const write = (text: string, face: typeof NARROW | typeof REGULAR, at: number, points: number): void =>
    sheet.within('P', () => sheet.text(text, { face, size: points }, middle, at, 'centre'))
  write(office, NARROW, y + mm(4.4), 7)
  const runs: Run[] = facts.numberParts.map(({ text, isSequence }) => ({ text, face: isSequence ? BOLD : REGULAR }))
  const size = Math.min(22, (22 * room) / widthOf(faces, runs, 22))
  const baseline = y + height * 0.39
  sheet.within('P', () => sheet.runs(runs, size, middle, baseline, 'centre'))
  if (facts.void) {
    const half = widthOf(faces, runs, size) / 2
    sheet.rule(middle - half, baseline - size * 0.24, 2 * half, 1.4)
  }
  const day = formatDate(facts.registeredOn)
  const written = facts.void ? `${day} · ${voices.say('words.statuses.void').main}` : day
  write(written, REGULAR, baseline + mm(4), 8)
  const modules = code128(facts.digits)
  const top = baseline + mm(5.4)
  const barsHeight = y + height - mm(4.6) - top
  const left = middle - widthOfBars(modules, MODULE) / 2
  sheet.fill(bars(modules, { x: left, y: top, module: MODULE, height: barsHeight }))
  const digits = facts.digits.replace(/^(\d)(\d{4})(\d{6})(\d)$/, '$1 $2 $3 $4')
  write(digits, REGULAR, y + height - mm(1.9), 7.5)
}
