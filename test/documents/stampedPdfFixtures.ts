import { FACES } from '#core/paper/faces'
import { facesInUse, useFonts } from '#core/paper/fonts'
import { layOutStamp, type StampFacts } from '#core/slips/stampDocument'
import { splitNumber } from '#shared/domain'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type PdfkitDocument from 'pdfkit'
import { PNG } from 'pngjs'

useFonts(join(process.cwd(), 'resources/fonts'))

const require = createRequire(import.meta.url)
const Pdfkit = createRequire(require.resolve('pdfmake'))('pdfkit') as typeof PdfkitDocument

/** Says whether poppler could read it all: what it writes, and every complaint. */
function poppler(tool: string, args: string[]): string {
  const { stdout, stderr, status, error } = spawnSync(tool, args, { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0 || stderr.trim() !== '') throw new Error(`${tool} ${args.join(' ')}: ${stderr}`)
  return stdout
}

export const textIn = (file: string, page = 1): string =>
  poppler('pdftotext', ['-raw', '-f', `${page}`, '-l', `${page}`, '-enc', 'UTF-8', file, '-'])
    .replace(/\s+/g, ' ')
    .trim()
export const infoOf = (file: string): string => poppler('pdfinfo', [file])
export const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

/** A page as it is seen. */
export function pictureOf(file: string, dpi: number, page = 1): PNG {
  const dir = mkdtempSync(join(tmpdir(), 'kiris-stamp-'))
  try {
    poppler('pdftoppm', [
      '-cropbox',
      '-r',
      `${dpi}`,
      '-f',
      `${page}`,
      '-l',
      `${page}`,
      '-singlefile',
      '-png',
      file,
      join(dir, 'page'),
    ])
    return PNG.sync.read(readFileSync(join(dir, 'page.png')))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Where blue ink lies on a picture, in mm from its left and upper edge; `null` without any. */
export function inkOn(
  { data, width, height }: PNG,
  dpi: number,
): { left: number; top: number; right: number; bottom: number } | null {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4
      if (data[i + 2]! - data[i]! < 40 || data[i + 2]! - data[i + 1]! < 15) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  const mm = (pixels: number): number => (pixels * 25.4) / dpi
  return right < 0 ? null : { left: mm(left), top: mm(top), right: mm(right), bottom: mm(bottom) }
}

/** A PDF drawn with pdfkit; `draw` gets the document with our faces. */
export function pdfkitPdf(options: PDFKit.PDFDocumentOptions, draw: (pdf: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const pdf = new Pdfkit({ margin: 0, ...options })
  for (const face of FACES) pdf.registerFont(face, facesInUse().file(face) as Buffer)
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const made = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))))
  draw(pdf)
  pdf.end()
  return made
}

/** A letter in Kazakh as an office program writes it. */
export const letterPdf = (options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> =>
  pdfkitPdf({ size: 'A4', ...options }, (pdf) =>
    pdf.font('PTSerif-Regular').fontSize(12).text('Өтініш: балабақшаға орын беруді сұраймын', 60, 80),
  )

/** What the stamp of the tests says. */
export const STAMP: StampFacts = {
  office: { kk: '«Ақмола облысының білім басқармасы» ММ', ru: 'ГУ «Управление образования Акмолинской области»' },
  number: 'Ж-0619/26',
  numberParts: splitNumber('Ж-{seq:0000}/{yy}', { seq: 619, year: 2026 }),
  registeredOn: '2026-12-11',
  registeredAt: '11:08',
  sheets: 3,
  annexSheets: 0,
  russian: false,
}

/** Size of that stamp, in mm. */
export function stampSize(): { wide: number; high: number } {
  const { width, height } = layOutStamp(STAMP)
  return { wide: (width / 72) * 25.4, high: (height / 72) * 25.4 }
}
