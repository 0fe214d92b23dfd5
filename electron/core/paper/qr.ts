import encodeQr, { type ErrorCorrection } from 'qr'

type Box = readonly [x: number, y: number, w: number, h: number]

/** A QR code as rows of dark modules; `size` modules in a row, without the quiet zone. */
export interface QrCode {
  size: number
  /** Runs of dark modules beside each other, one module high: column, row, length. */
  runs: readonly (readonly [column: number, row: number, length: number])[]
}

/**
 * The QR code of a text (ISO/IEC 18004), the smallest that holds it: digits alone take a third of a byte each. `correction`: how much wear is forgiven; `medium` is a seventh of the
 * code. Throws for a text longer than about 2,000 bytes.
 */
export function qrCode(text: string, correction: ErrorCorrection = 'medium'): QrCode {
  // The encoder draws a border of at least one module; it is taken off again.
  const rows = encodeQr(text, 'raw', { ecc: correction, border: 1 })
    .slice(1, -1)
    .map((modules) => modules.slice(1, -1))
  const runs: [number, number, number][] = []
  rows.forEach((modules, row) =>
    modules.forEach((dark, column) => {
      if (!dark) return
      const last = runs.at(-1)
      if (last && last[1] === row && last[0] + last[2] === column) last[2]++
      else runs.push([column, row, 1])
    }),
  )
  return { size: rows.length, runs }
}

/** The dark boxes of a QR code in a square field of `side` points, with the quiet zone of four modules that readers ask for. */
export function qrBoxes({ size, runs }: QrCode, x: number, y: number, side: number): Box[] {
  const step = side / (size + 8)
  return runs.map(([column, row, length]) => [x + (column + 4) * step, y + (row + 4) * step, length * step, step])
}
