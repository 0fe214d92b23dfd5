import type { LaidPage } from '#core/slips/slipLayout'
import type { Mark } from '#core/paper/Sheet'
import { createRequire } from 'node:module'

/** As much of pdfkit as the peer needs; it comes with pdfmake and has no types of its own. */
interface PdfkitDocument {
  registerFont(name: string, file: Uint8Array): this
  font(name: string): this
  fontSize(size: number): this
  fillColor(colour: string): this
  strokeColor(colour: string): this
  lineWidth(width: number): this
  dash(length: number): this
  undash(): this
  moveTo(x: number, y: number): this
  lineTo(x: number, y: number): this
  rect(x: number, y: number, width: number, height: number): this
  stroke(): this
  fill(colour: string): this
  addPage(options: { size: [number, number]; margin: number }): this
  text(text: string, x: number, y: number, options: { lineBreak: false; baseline: 'alphabetic' }): this
  on(event: 'data', listener: (chunk: Uint8Array) => void): this
  on(event: 'end', listener: () => void): this
  end(): void
}
type Pdfkit = new (options: object) => PdfkitDocument

const require = createRequire(import.meta.url)
// The very pdfkit that pdfmake uses.
const Pdfkit = createRequire(require.resolve('pdfmake'))('pdfkit') as Pdfkit

/** The same pages drawn by hand with plain pdfkit: the same texts, lines, boxes and code in the same fonts, where they stand already known. */
export function plainPdf(
  pages: readonly LaidPage[],
  fonts: ReadonlyMap<string, Uint8Array>,
  details: object,
): Promise<Uint8Array> {
  const document = new Pdfkit({ autoFirstPage: false, ...details })
  for (const [name, file] of fonts) document.registerFont(name, file)
  const chunks: Uint8Array[] = []
  document.on('data', (chunk) => chunks.push(chunk))
  const made = new Promise<Uint8Array>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))))
  for (const { marks, size } of pages) {
    document.addPage({ size: [size.width, size.height], margin: 0 })
    for (const mark of marks) draw(document, mark)
  }
  document.end()
  return made
}

function draw(page: PdfkitDocument, mark: Mark): void {
  if (mark.kind === 'text') {
    page.font(mark.face).fontSize(mark.size).fillColor(mark.colour)
    page.text(mark.text, mark.x, mark.baseline, { lineBreak: false, baseline: 'alphabetic' })
  } else if (mark.kind === 'fill') {
    for (const [x, y, w, h] of mark.boxes) page.rect(x, y, w, h)
    page.fill(mark.colour)
  } else if (mark.kind !== 'picture') {
    page.lineWidth(mark.width).strokeColor(mark.colour)
    const dash = mark.kind === 'line' ? mark.dash : undefined
    if (dash) page.dash(dash)
    if (mark.kind === 'line') page.moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2)
    else if (mark.kind === 'path') mark.points.forEach(([x, y], i) => (i === 0 ? page.moveTo(x, y) : page.lineTo(x, y)))
    else page.rect(mark.x, mark.y, mark.w, mark.h)
    page.stroke()
    if (dash) page.undash()
  }
}
