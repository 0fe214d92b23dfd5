import { createRequire } from 'node:module'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { FACES, type Faces } from './faces'
import type { Mark } from './Sheet'

type Pdfmake = typeof import('pdfmake') & { virtualfs: { writeFileSync(name: string, content: Uint8Array): void } }

/** Size of the page in points, and what the file says of itself. */
export interface PdfDetails {
  size: { width: number; height: number }
  language: string
  title: string
  author: string
  createdAt: Date
}

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
    content: marks.map((mark) => contentOf(faces, mark)),
  }
  return printer(faces).createPdf(definition).getBuffer()
}

function contentOf(faces: Faces, mark: Mark): Content {
  if (mark.kind === 'text') {
    const { text, face, size, colour, x, baseline } = mark
    const absolutePosition = { x, y: baseline - faces.ascent(face, size) }
    return { text, font: face, fontSize: size, color: colour, noWrap: true, preserveLeadingSpaces: true, absolutePosition }
  }
  return { canvas: [vectorOf(mark)], absolutePosition: { x: 0, y: 0 } }
}

function vectorOf(mark: Exclude<Mark, { kind: 'text' }>) {
  const dash = 'dash' in mark && mark.dash ? { dash: { length: mark.dash } } : {}
  if (mark.kind === 'line') {
    const { x1, y1, x2, y2, width, colour } = mark
    return { type: 'line' as const, x1, y1, x2, y2, lineWidth: width, lineColor: colour, ...dash }
  }
  if (mark.kind === 'box') {
    const { x, y, w, h, width, colour } = mark
    return { type: 'rect' as const, x, y, w, h, lineWidth: width, lineColor: colour, ...dash }
  }
  const d = mark.boxes.map(([x, y, w, h]) => `M${at(x)} ${at(y)}h${at(w)}v${at(h)}h${at(-w)}z`).join('')
  return { type: 'path' as const, d, color: mark.colour }
}

// A thousandth of a point is finer than any printer.
const at = (points: number): string => String(Math.round(points * 1000) / 1000)
