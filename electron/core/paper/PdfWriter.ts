import { once } from 'node:events'
import type { Face, Faces } from './faces'
import type { PageSize, PdfDetails } from './pdf'
import { newDocument, type PdfkitDocument } from './pdfkit'
import { INK, type Mark } from './Sheet'
import { StructureTree } from './StructureTree'
import type { Tag } from './tags'

type TextMark = Extract<Mark, { kind: 'text' }>
type PictureMark = Extract<Mark, { kind: 'picture' }>

/** How everything on a page is turned and moved, in points: `[a, b, c, d, e, f]` as in SVG. */
export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

// Pale enough to read through it, dark enough to come out of a copier.
const WATERMARK = { face: 'PTSans-Regular', size: 58, angle: -54, opacity: 0.12 } as const

/**
 * Writes a PDF page by page: what is drawn leaves through `out` at once, and nothing is kept of a finished page but its number. Fonts are embedded as far as they are used, texts can be
 * selected, the same calls give the same bytes. Tagged if marks belong to parts (`Sheet.within`): what belongs to none is then an artifact, which nobody reads aloud.
 */
export class PdfWriter {
  readonly #document: PdfkitDocument
  readonly #fonts = new Set<Face>()
  readonly #pictures = new Map<Uint8Array, object | null>()
  #structure: StructureTree | null = null

  constructor(
    private readonly faces: Faces,
    private readonly details: PdfDetails,
    private readonly out: (chunk: Uint8Array) => void,
  ) {
    this.#document = newDocument(details)
    // Transparency and tags are younger than the version in pdfkit's first line; its switch for that adds metadata as XML, in which it does not escape the title.
    this.#document._root.data['Version'] = '1.7'
  }

  /** Adds a page with the given marks; `size` in points, the details' without it. A picture that cannot be read is left out. */
  page(marks: readonly Mark[], size: PageSize = this.details.size, transform?: Transform): void {
    const page = this.#document
    page.addPage({ size: [size.width, size.height], margin: 0 })
    if (this.#structure === null && marks.some(({ path }) => path !== undefined)) this.#structure = new StructureTree(page)
    const { shift } = this.details
    if (shift && (shift.dx !== 0 || shift.dy !== 0)) page.translate(shift.dx, shift.dy)
    if (transform) page.transform(...transform)
    this.#draw(marks)
    this.#watermark(size)
    this.#structure?.endPage()
    page.flushPages()
    this.#drain()
  }

  /** Writes the fonts and the end of the file. */
  async end(): Promise<void> {
    this.#structure?.end()
    const ended = once(this.#document, 'end')
    this.#document.on('readable', () => this.#drain())
    this.#document.end()
    await ended
  }

  #drain(): void {
    for (let chunk; (chunk = this.#document.read() as Uint8Array | null) !== null;) this.out(chunk)
  }

  // Lines and surfaces that belong to no part first, so that white text lies on its black ground; then the rest, part by part.
  #draw(marks: readonly Mark[]): void {
    const pen = new Pen(this.#document)
    const [ground, rest]: [Mark[], Mark[]] = [[], []]
    for (const mark of marks) (mark.path || mark.kind === 'text' ? rest : ground).push(mark)
    for (const group of [ground, ...grouped(rest)]) {
      if (group.length === 0) continue
      this.#begin(group[0]!.path)
      group.forEach((mark, index) => this.#put(pen, spaced(mark, group[index + 1], this.faces)))
      this.#endContent()
    }
  }

  #put(pen: Pen, mark: Mark): void {
    if (mark.kind === 'text') this.#text(pen, mark)
    else if (mark.kind === 'picture') this.#picture(mark)
    else pen.draw(mark)
  }

  #begin(path: readonly Tag[] | undefined): void {
    if (path) this.#structure?.beginContent(path)
    else this.#structure?.beginArtifact()
  }

  #endContent(): void {
    this.#structure?.endContent()
  }

  #text(pen: Pen, { text, face, size, colour, x, baseline }: TextMark): void {
    this.#font(face)
    pen.fill(colour)
    this.#document.fontSize(size).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
  }

  #font(face: Face): void {
    if (!this.#fonts.has(face)) {
      this.#fonts.add(face)
      this.#document.registerFont(face, this.faces.file(face) as Buffer)
    }
    this.#document.font(face)
  }

  #picture({ bytes, x, y, w, h }: PictureMark): void {
    let opened = this.#pictures.get(bytes)
    if (opened === undefined) {
      opened = this.#open(bytes)
      this.#pictures.set(bytes, opened)
    }
    // What is opened is drawn like a file, which the types do not say.
    if (opened) this.#document.image(opened as Buffer, x, y, { width: w, height: h })
  }

  #open(bytes: Uint8Array): object | null {
    try {
      return this.#document.openImage(Buffer.from(bytes))
    } catch {
      return null
    }
  }

  #watermark({ width, height }: PageSize): void {
    const text = this.details.watermark
    if (!text) return
    const { face, size, angle, opacity } = WATERMARK
    this.#font(face)
    this.#begin(undefined)
    const page = this.#document.save().rotate(angle, { origin: [width / 2, height / 2] })
    page.fillColor(INK).fillOpacity(opacity).fontSize(size)
    const left = (width - this.faces.width(text, face, size)) / 2
    page.text(text, left, height / 2 + this.faces.baseline(face, size, 0), { lineBreak: false, baseline: 'alphabetic' })
    page.restore()
    this.#endContent()
  }
}

/** Marks beside each other that belong to the same part. */
function grouped(marks: readonly Mark[]): Mark[][] {
  const groups: Mark[][] = []
  for (const mark of marks) {
    const last = groups.at(-1)
    if (last && samePath(last[0]!.path, mark.path)) last.push(mark)
    else groups.push([mark])
  }
  return groups
}

/**
 * A text of a part with the space that stood between it and the next, at the end of a line or between columns: whoever reads aloud does not see the gap. After a hyphen or slash a word
 * goes on.
 */
function spaced(mark: Mark, next: Mark | undefined, faces: Faces): Mark {
  if (mark.kind !== 'text' || next?.kind !== 'text' || !mark.path || /[ \-–/]$/.test(mark.text) || next.text.startsWith(' '))
    return mark
  const { text, face, size, x, baseline } = mark
  const beside = next.baseline === baseline && Math.abs(next.x - x - faces.width(text, face, size)) < size * 0.05
  return beside ? mark : { ...mark, text: `${text} ` }
}

function samePath(one: readonly Tag[] | undefined, other: readonly Tag[] | undefined): boolean {
  return one === other || one?.at(-1) === other?.at(-1)
}

/** Draws lines and surfaces of one page, and remembers the colours and widths in force, so that they are written only where they change. */
class Pen {
  #fill = ''
  #stroke = ''
  #width = -1

  constructor(private readonly page: PdfkitDocument) {}

  fill(colour: string): void {
    if (colour !== this.#fill) this.page.fillColor(colour)
    this.#fill = colour
  }

  draw(mark: Exclude<Mark, TextMark | PictureMark>): void {
    const { page } = this
    if (mark.kind === 'fill') {
      this.fill(mark.colour)
      for (const [x, y, w, h] of mark.boxes) page.rect(x, y, w, h)
      page.fill()
      return
    }
    this.#pen(mark.colour, mark.width)
    const dash = mark.kind === 'line' ? mark.dash : undefined
    if (dash !== undefined) page.dash(dash, {})
    if (mark.kind === 'line') page.moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2)
    else if (mark.kind === 'box') page.rect(mark.x, mark.y, mark.w, mark.h)
    else mark.points.forEach(([x, y], index) => (index === 0 ? page.moveTo(x, y) : page.lineTo(x, y)))
    page.stroke()
    if (dash !== undefined) page.undash()
  }

  #pen(colour: string, width: number): void {
    if (colour !== this.#stroke) this.page.strokeColor(colour)
    if (width !== this.#width) this.page.lineWidth(width)
    this.#stroke = colour
    this.#width = width
  }
}
