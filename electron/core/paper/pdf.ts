import { createRequire } from 'node:module'
import type * as pdfmakeModule from 'pdfmake'
import type { CanvasElement, Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { FACES, type Faces } from './faces'
import { INK, type Mark } from './Sheet'

type Pdfmake = typeof pdfmakeModule & { virtualfs: { writeFileSync(name: string, content: Uint8Array): void } }

/** Size of the page in points, and what the file says of itself. */
export interface PdfDetails {
  size: { width: number; height: number }
  language: string
  title: string
  author: string
  createdAt: Date
  /** Written pale across the page, over everything. */
  watermark?: string | undefined
}

// Pale enough to read through it, dark enough to come out of a copier.
const WATERMARK = { font: 'PTSans-Regular', fontSize: 58, angle: -54, color: INK, opacity: 0.12 } as const

let ready: { faces: Faces; pdfmake: Pdfmake } | null = null

/** pdfmake with our faces in memory and nothing else in reach: neither files nor addresses (it would read any that a document names). Loaded with the first page. */
function printer(faces: Faces): Pdfmake {
  if (ready?.faces === faces) return ready.pdfmake
  // Its class instance is the module itself, which an import of names does not see.
  const pdfmake = createRequire(import.meta.url)('pdfmake') as Pdfmake
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  for (const face of FACES) pdfmake.virtualfs.writeFileSync(face, faces.file(face))
  pdfmake.setFonts(Object.fromEntries(FACES.map((face) => [face, { normal: face }])))
  ready = { faces, pdfmake }
  return pdfmake
}

/** One page with the given marks as PDF. The same marks and details give the same bytes. */
export async function pdfOf(faces: Faces, marks: readonly Mark[], details: PdfDetails): Promise<Uint8Array> {
  return pdfOfPages(faces, [marks], details)
}

/** Pages of one size with the given marks as PDF, in order. The same marks and details give the same bytes. */
export async function pdfOfPages(faces: Faces, pages: readonly (readonly Mark[])[], details: PdfDetails): Promise<Uint8Array> {
  const definition: TDocumentDefinitions = {
    pageSize: details.size,
    pageMargins: 0,
    language: details.language,
    displayTitle: true,
    info: {
      title: details.title,
      author: details.author,
      creator: 'Kiris',
      producer: 'Kiris, pdfmake',
      creationDate: details.createdAt,
    },
    defaultStyle: { font: 'PTSans-Regular' },
    content: pages.flatMap((marks, index) => [...(index === 0 ? [] : [NEW_PAGE]), ...contentOf(faces, marks)]),
    ...(details.watermark && { watermark: { ...WATERMARK, text: details.watermark } }),
  }
  return printer(faces).createPdf(definition).getBuffer()
}

const NEW_PAGE: Content = { text: '', pageBreak: 'before' }

// All lines and surfaces first, as one drawing, then the texts: a tenth of pdfmake's time, and white text lies on its black ground.
function contentOf(faces: Faces, marks: readonly Mark[]): Content[] {
  const canvas = marks.flatMap((mark) => (mark.kind === 'text' ? [] : [vectorOf(mark)]))
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [textOf(faces, mark)] : []))
  return [{ canvas, absolutePosition: { x: 0, y: 0 } }, ...texts]
}

function textOf(faces: Faces, { text, face, size, colour, x, baseline }: Extract<Mark, { kind: 'text' }>): Content {
  const absolutePosition = { x, y: baseline - faces.ascent(face, size) }
  return { text, font: face, fontSize: size, color: colour, noWrap: true, preserveLeadingSpaces: true, absolutePosition }
}

function vectorOf(mark: Exclude<Mark, { kind: 'text' }>): CanvasElement {
  const dash = 'dash' in mark && mark.dash !== undefined ? { dash: { length: mark.dash } } : {}
  if (mark.kind === 'line') {
    const { x1, y1, x2, y2, width, colour } = mark
    return { type: 'line', x1, y1, x2, y2, lineWidth: width, lineColor: colour, ...dash }
  }
  if (mark.kind === 'box') {
    const { x, y, w, h, width, colour } = mark
    return { type: 'rect', x, y, w, h, lineWidth: width, lineColor: colour, ...dash }
  }
  if (mark.kind === 'path') {
    const { points, width, colour } = mark
    return { type: 'polyline', points: points.map(([x, y]) => ({ x, y })), lineWidth: width, lineColor: colour }
  }
  const d = mark.boxes.map(([x, y, w, h]) => `M${at(x)} ${at(y)}h${at(w)}v${at(h)}h${at(-w)}z`).join('')
  // Known to pdfmake's renderer, not to its types.
  return { type: 'path', d, color: mark.colour } as unknown as CanvasElement
}

// A thousandth of a point is finer than any printer.
const at = (points: number): string => String(Math.round(points * 1000) / 1000)
