import { FACES, type Faces } from '../paper/faces'
import { facesInUse } from '../paper/fonts'
import { pdfOf, type PageSize, type PdfDetails } from '../paper/pdf'
import { INK, mm, Sheet } from '../paper/Sheet'
import { Voices } from '../paper/voices'

/** Sheets a printer is tried with, in points. */
export const TEST_SHEETS = {
  a4: { width: 595.28, height: 841.89 },
  a5: { width: 419.53, height: 595.28 },
  roll80: { width: mm(80), height: mm(200) },
} as const
export type TestSheet = keyof typeof TEST_SHEETS

const LETTERS = 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі № 0123456789'
const GREYS = ['#ffffff', '#d9d9d9', '#b3b3b3', '#8c8c8c', '#666666', '#404040', '#000000'] as const
const PLAIN = 'PTSansNarrow-Regular'

/**
 * The test page: rulers in millimetres along all four edges, a square of 100 mm (60 mm on a roll), steps of grey and the letters of every face. By what the square's corner misses, the
 * printer prints askew. Tagged. The same arguments give the same bytes. Errors: the file system's, when the fonts cannot be read.
 */
export async function renderTestPage(name: TestSheet, shift?: PdfDetails['shift']): Promise<Uint8Array> {
  const faces = facesInUse()
  const voices = new Voices('both')
  const size = TEST_SHEETS[name]
  const sheet = new Sheet(faces)
  drawRulers(sheet, size)
  const square = mm(name === 'roll80' ? 60 : 100)
  const left = (size.width - square) / 2
  const bottom = drawSquare(sheet, voices, left, square)
  drawGreys(sheet, left, bottom + mm(5), square)
  drawLetters(sheet, faces, left, bottom + mm(17), square)
  return pdfOf(faces, sheet.marks, {
    ...{ size, shift, language: voices.main, author: 'Kiris', createdAt: new Date(0) },
    title: voices.say('slip.test.title').main,
  })
}

function drawRulers(sheet: Sheet, { width, height }: PageSize): void {
  const tick = (at: number): number => mm(at % 10 === 0 ? 6 : at % 5 === 0 ? 4 : 2.5)
  const number = { face: PLAIN, size: 7, colour: INK } as const
  for (let at = 1; mm(at) < width; at++) {
    sheet.upright(mm(at), 0, tick(at), 0.3)
    sheet.upright(mm(at), height - tick(at), tick(at), 0.3)
    if (at % 10 !== 0 || mm(at) > width - mm(8)) continue
    sheet.text(String(at), number, mm(at), mm(9), 'centre')
    sheet.text(String(at), number, mm(at), height - mm(7), 'centre')
  }
  for (let at = 1; mm(at) < height; at++) {
    sheet.rule(0, mm(at), tick(at), 0.3)
    sheet.rule(width - tick(at), mm(at), tick(at), 0.3)
    if (at % 10 !== 0 || at < 20 || mm(at) > height - mm(12)) continue
    sheet.text(String(at), number, mm(7), mm(at) + 2.4)
    sheet.text(String(at), number, width - mm(7), mm(at) + 2.4, 'right')
  }
}

/** The square with its title above and what to measure below; where that ends. */
function drawSquare(sheet: Sheet, voices: Voices, left: number, side: number): number {
  const top = mm(24)
  const title = voices.say('slip.test.title')
  const measure = voices.say('slip.test.measure', { side: Math.round((side * 25.4) / 72) })
  sheet.within('H1', () => sheet.text(title.main, { face: 'PTSerif-Bold', size: 13 }, left, mm(15)))
  const second = { role: 'P', language: 'ru' } as const
  sheet.within(second, () => sheet.text(title.second ?? '', { face: 'PTSans-Regular', size: 9 }, left, mm(20)))
  sheet.frame(left, top, side, side, 0.5)
  for (const part of [0.25, 0.5, 0.75]) {
    sheet.rule(left, top + side * part, side, { width: 0.25, dash: 1.5 })
    sheet.upright(left + side * part, top, side, { width: 0.25, dash: 1.5 })
  }
  const below = top + side
  sheet.within('P', () => sheet.text(measure.main, { face: PLAIN, size: 9 }, left, below + mm(4)))
  sheet.within(second, () => sheet.text(measure.second ?? '', { face: PLAIN, size: 9 }, left, below + mm(8)))
  return below + mm(8)
}

function drawGreys(sheet: Sheet, left: number, top: number, width: number): void {
  const step = width / GREYS.length
  GREYS.forEach((colour, index) => sheet.fill([[left + index * step, top, step, mm(8)]], colour))
  sheet.frame(left, top, width, mm(8), 0.3)
}

function drawLetters(sheet: Sheet, faces: Faces, left: number, top: number, width: number): void {
  sheet.within('L', () =>
    FACES.forEach((face, index) => {
      const line = top + index * mm(6.4)
      const size = Math.min(11, (11 * width) / faces.width(LETTERS, face, 11))
      sheet.within('LI', () =>
        sheet.within('LBody', () => {
          sheet.text(face, { face: PLAIN, size: 6 }, left, line)
          sheet.text(LETTERS, { face, size }, left, line + mm(3.8))
        }),
      )
    }),
  )
}
