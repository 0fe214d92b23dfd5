import { createRequire } from 'node:module'

type Box = readonly [x: number, y: number, w: number, h: number]
interface Measured {
  _canvas: { x: number; y: number; w: number }[]
}
const load = createRequire(import.meta.url)

/** A QR code as rows of dark modules; `size` modules in a row, without the quiet zone. */
export interface QrCode {
  size: number
  /** Runs of dark modules beside each other, one module high: column, row, length. */
  runs: readonly (readonly [column: number, row: number, length: number])[]
}

/** The QR code of a text (error correction M: a quarter of the sheet's wear is forgiven). Throws for a text longer than about 2,000 bytes. */
export function qrCode(text: string): QrCode {
  // pdfmake's own encoder; its node `qr` would draw each module alone and on whole points only.
  const encoder = (load('pdfmake/js/qrEnc.js') as { default: { measure(node: object): Measured } }).default
  const [ground, ...modules] = encoder.measure({ qr: text, eccLevel: 'M' })._canvas
  const step = modules[0]!.w
  const runs: [number, number, number][] = []
  for (const { x, y } of modules) {
    const [column, row] = [x / step, y / step]
    const last = runs.at(-1)
    if (last && last[1] === row && last[0] + last[2] === column) last[2]++
    else runs.push([column, row, 1])
  }
  return { size: ground!.w / step, runs }
}

/** The dark boxes of a QR code in a square field of `side` points, with the quiet zone of four modules that readers ask for. */
export function qrBoxes({ size, runs }: QrCode, x: number, y: number, side: number): Box[] {
  const step = side / (size + 8)
  return runs.map(([column, row, length]) => [x + (column + 4) * step, y + (row + 4) * step, length * step, step])
}
