import { PDFArray, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib'
import type { FoundPage } from '../pdf/pageTree'
import type { PdfDocument } from '../pdf/PdfDocument'
import type { PageShape } from './placing'

type Box = PageShape['box']

// What readers take for a page that states no size.
const LETTER: Box = { left: 0, bottom: 0, right: 612, top: 792 }

/** How a page is seen: its crop box inside its media box, its turn, its unit (ISO 32000-1 §7.7.3.3, §14.11.2). Broken entries count as missing. Errors: `PdfFault`. */
export function pageShape(document: PdfDocument, page: FoundPage): PageShape {
  const media = boxOf(document, page.inherited('MediaBox')) ?? LETTER
  const crop = boxOf(document, page.inherited('CropBox'))
  const turn = numberOf(document, page.inherited('Rotate')) ?? 0
  const unit = numberOf(document, page.dict.get(PDFName.of('UserUnit'))) ?? 1
  return { box: (crop && common(media, crop)) ?? media, rotate: quarterOf(turn), unit: unit > 0 ? unit : 1 }
}

function quarterOf(turn: number): PageShape['rotate'] {
  const quarter = ((turn % 360) + 360) % 360
  return quarter === 90 || quarter === 180 || quarter === 270 ? quarter : 0
}

function numberOf(document: PdfDocument, object: PDFObject | undefined): number | null {
  const found = document.resolve(object)
  return found instanceof PDFNumber ? found.asNumber() : null
}

function boxOf(document: PdfDocument, object: PDFObject | undefined): Box | null {
  const list = document.resolve(object)
  if (!(list instanceof PDFArray) || list.size() !== 4) return null
  const corners: number[] = []
  for (const item of list.asArray()) {
    const number = numberOf(document, item)
    if (number === null) return null
    corners.push(number)
  }
  const [x1, y1, x2, y2] = corners as [number, number, number, number]
  return sound({ left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) })
}

const sound = (box: Box): Box | null => (box.right - box.left >= 1 && box.top - box.bottom >= 1 ? box : null)

const common = (one: Box, other: Box): Box | null =>
  sound({
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  })
