import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import type { Face, Faces } from '../../paper/faces'
import type { PdfDetails } from '../../paper/pdf'
import { newDocument, type PdfkitDocument } from '../../paper/pdfkit'
import type { Mark } from '../../paper/Sheet'

/** What pdfkit does not tell of its font and page: how a text is encoded for the part of the font that is embedded. Its version is fixed with pdfmake's. */
interface Inside {
  _font: { id: string; encode(text: string): [codes: string[], positions: unknown[]]; ref(): unknown }
  page: { fonts: Record<string, unknown>; write(content: string): void }
}

/** A face in the document, with the codes of the characters that were used. */
interface Embedded {
  font: Inside['_font']
  codes: Map<string, string>
}

/**
 * A long PDF of texts, lines and fields, written page by page into a file; what is drawn leaves the memory. As `PdfWriter` of the papers, but for tables of thousands of pages: pdfkit shapes each
 * text anew, which takes most of its time; the office's faces have neither kerning nor ligatures, so the code of each character is asked for once and texts are put on the page as codes.
 */
export class PdfPages {
  readonly #faces = new Map<Face, Embedded>()
  readonly #inside: Inside

  private constructor(
    private readonly document: PdfkitDocument,
    private readonly out: WriteStream,
    private readonly faces: Faces,
    private readonly closed: Promise<void>,
    private readonly size: PdfDetails['size'],
  ) {
    this.#inside = document as unknown as Inside
  }

  /** Begins a file. Rejects with the file system's error at `end`. */
  static async open(path: string, faces: Faces, details: PdfDetails): Promise<PdfPages> {
    const document = newDocument(details)
    const out = createWriteStream(path, { mode: 0o600 })
    const closed = new Promise<void>((resolve, reject) => out.once('close', resolve).once('error', reject))
    closed.catch(() => {})
    document.pipe(out)
    return new PdfPages(document, out, faces, closed, details.size)
  }

  /** Adds a page. Resolves when there is room for the next. */
  async add(marks: readonly Mark[]): Promise<void> {
    this.document.addPage({ size: [this.size.width, this.size.height], margin: 0 })
    const drawn = marks.map((mark) => (mark.kind === 'text' ? '' : vectorOf(mark))).join('')
    this.#inside.page.write(`${drawn}${this.#texts(marks)}`)
    if (this.out.writableNeedDrain) await Promise.race([once(this.out, 'drain'), this.closed])
  }

  /** Finishes the file. */
  async end(): Promise<void> {
    this.document.end()
    await this.closed
  }

  /** pdfkit turns the page over, so that y runs down; letters must stand upright again. */
  #texts(marks: readonly Mark[]): string {
    const { height } = this.size
    const parts = [`q 1 0 0 -1 0 ${at(height)} cm BT`]
    let [face, size, colour]: [Face | '', number, string] = ['', 0, '']
    for (const mark of marks) {
      if (mark.kind !== 'text') continue
      const embedded = this.#embedded(mark.face)
      if (mark.face !== face || mark.size !== size) {
        ;({ face, size } = mark)
        this.#inside.page.fonts[embedded.font.id] ??= embedded.font.ref()
        parts.push(`/${embedded.font.id} ${at(size)} Tf`)
      }
      if (mark.colour !== colour) parts.push(`${rgb((colour = mark.colour))} rg`)
      parts.push(`1 0 0 1 ${at(mark.x)} ${at(height - mark.baseline)} Tm <${codesOf(mark.text, embedded)}> Tj`)
    }
    return `${parts.join('\n')}\nET Q`
  }

  #embedded(face: Face): Embedded {
    const known = this.#faces.get(face)
    if (known) return known
    this.document.registerFont(face, this.faces.file(face) as Buffer).font(face)
    const embedded = { font: this.#inside._font, codes: new Map<string, string>() }
    this.#faces.set(face, embedded)
    return embedded
  }
}

function codesOf(text: string, { font, codes }: Embedded): string {
  let written = ''
  for (const character of text) {
    let code = codes.get(character)
    if (code === undefined) codes.set(character, (code = font.encode(character)[0].join('')))
    written += code
  }
  return written
}

/** Pages of a book consist of texts, lines and fields; nothing else is drawn on them. */
function vectorOf(mark: Exclude<Mark, { kind: 'text' }>): string {
  if (mark.kind === 'fill') {
    const boxes = mark.boxes.map(([x, y, w, h]) => `${at(x)} ${at(y)} ${at(w)} ${at(h)} re`)
    return `${rgb(mark.colour)} rg ${boxes.join(' ')} f\n`
  }
  if (mark.kind !== 'line') throw new Error(`no ${mark.kind} on the page of a book`)
  const { x1, y1, x2, y2, width, colour } = mark
  return `${at(width)} w ${rgb(colour)} RG ${at(x1)} ${at(y1)} m ${at(x2)} ${at(y2)} l S\n`
}

/** `#ececec` as parts of one. */
function rgb(colour: string): string {
  return [1, 3, 5].map((from) => at(Number.parseInt(colour.slice(from, from + 2), 16) / 255)).join(' ')
}

// A thousandth of a point is finer than any printer.
const at = (points: number): string => String(Math.round(points * 1000) / 1000)
