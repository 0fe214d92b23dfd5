import { PdfWriter } from '../paper/PdfWriter'
import type { PdfDetails } from '../paper/pdf'
import { mm } from '../paper/Sheet'
import type { StampFacts } from './form/stamp'
import { layOutStamp, stampedAt } from './stampDocument'

/** Sheets that a stamp is printed onto, upright, in points. */
export const STAMP_SHEETS = { a4: { width: 595.28, height: 841.89 }, a5: { width: 419.53, height: 595.28 } } as const
export type StampSheet = keyof typeof STAMP_SHEETS

/** Where a stamp stands: its centre in mm from the left and upper edge, its turn clockwise in degrees. */
export interface StampSpot {
  x: number
  y: number
  turn: number
}

/** From the edges of the sheet where nobody chose a place, and the least a printer leaves white, in points. */
const MARGIN = mm(8)
const EDGE = mm(4)

/**
 * The stamp alone on an otherwise empty sheet, to be printed onto the letter itself; without a place at the lower right, 8 mm from the edges (usual for requisite 24). It is kept on the sheet.
 * `shift` as with slips. Errors: the file system's, when the fonts cannot be read.
 */
export async function renderStampSheet(
  facts: StampFacts,
  sheetName: StampSheet,
  spot: StampSpot | null,
  shift?: PdfDetails['shift'],
): Promise<Uint8Array> {
  const { sheet, width, height, voices } = layOutStamp(facts)
  const size = STAMP_SHEETS[sheetName]
  const angle = ((spot?.turn ?? 0) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const reach = {
    x: (Math.abs(cos) * width + Math.abs(sin) * height) / 2,
    y: (Math.abs(sin) * width + Math.abs(cos) * height) / 2,
  }
  const x = between(spot ? mm(spot.x) : size.width - MARGIN - reach.x, reach.x + EDGE, size.width - reach.x - EDGE)
  const y = between(spot ? mm(spot.y) : size.height - MARGIN - reach.y, reach.y + EDGE, size.height - reach.y - EDGE)
  const chunks: Uint8Array[] = []
  const details = {
    ...{ size, shift, language: voices.main, createdAt: stampedAt(facts) },
    title: voices.say('slip.stamp.title', { number: facts.number }).main,
    author: voices.of(facts.office).main,
  }
  const writer = new PdfWriter(sheet.faces, details, (chunk) => chunks.push(chunk))
  const [left, top] = [x - (cos * width - sin * height) / 2, y - (sin * width + cos * height) / 2]
  writer.page(sheet.marks, size, [cos, sin, -sin, cos, left, top])
  await writer.end()
  return Buffer.concat(chunks)
}

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), Math.max(least, most))
