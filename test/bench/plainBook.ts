import type { Face } from '#core/paper/faces'
import type { Mark } from '#core/paper/Sheet'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createRequire } from 'node:module'
import type PDFDocument from 'pdfkit'

type Pdfkit = typeof PDFDocument

const require = createRequire(import.meta.url)
// The very pdfkit that pdfmake uses.
const Pdfkit = createRequire(require.resolve('pdfmake'))('pdfkit') as Pdfkit

/**
 * The peer of a book: its pages drawn by hand with plain pdfkit into a file, where everything stands already known. Milliseconds of drawing and writing; `pages`: marks of each page as JSON, whose
 * reading is not counted.
 */
export async function timeOfPlainBook(
  path: string,
  pages: readonly string[],
  fonts: ReadonlyMap<Face, Uint8Array>,
): Promise<number> {
  let start = performance.now()
  const page = new Pdfkit({ autoFirstPage: false, margin: 0, lang: 'kk-KZ' })
  for (const [name, file] of fonts) page.registerFont(name, file as Buffer)
  const out = createWriteStream(path)
  const written = once(out, 'close')
  page.pipe(out)
  let time = performance.now() - start
  for (const text of pages) {
    const marks = JSON.parse(text) as Mark[]
    start = performance.now()
    page.addPage({ size: [841.89, 595.28], margin: 0 })
    for (const mark of marks) draw(page, mark)
    time += performance.now() - start
    await new Promise((resolve) => setImmediate(resolve))
  }
  start = performance.now()
  page.end()
  await written
  return time + performance.now() - start
}

function draw(page: InstanceType<Pdfkit>, mark: Mark): void {
  if (mark.kind === 'text') {
    page.font(mark.face).fontSize(mark.size).fillColor(mark.colour)
    page.text(mark.text, mark.x, mark.baseline, { lineBreak: false, baseline: 'alphabetic' })
  } else if (mark.kind === 'fill') {
    for (const [x, y, w, h] of mark.boxes) page.rect(x, y, w, h)
    page.fill(mark.colour)
  } else if (mark.kind === 'line') {
    page.lineWidth(mark.width).strokeColor(mark.colour).moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).stroke()
  } else throw new Error(`no ${mark.kind} on the page of a book`)
}
