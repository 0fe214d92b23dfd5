import { createRequire } from 'node:module'

type Box = readonly [x: number, y: number, w: number, h: number]
type Encoder = new (data: string, options: object) => { encode(): { data: string } }
const load = createRequire(import.meta.url)

/** Modules of white that readers ask for on each side of a Code 128. */
const QUIET = 10

/** The modules of an even count of digits as Code 128, set C: «1» dark, «0» light. Throws `RangeError` for anything else. */
export function code128(digits: string): string {
  if (!/^(\d\d)+$/.test(digits)) throw new RangeError(`Code 128 C writes pairs of digits, not «${digits}»`)
  const { default: Code128C } = load('jsbarcode/bin/barcodes/CODE128/CODE128C.js') as { default: Encoder }
  return new Code128C(digits, {}).encode().data
}

/** Width of a barcode with its quiet zones, in points. `module`: width of a module in points. */
export function widthOfBars(modules: string, module: number): number {
  return (modules.length + 2 * QUIET) * module
}

/** The dark bars of a barcode; `x` is the left edge of its quiet zone. */
export function bars(modules: string, { x, y, module, height }: { x: number; y: number; module: number; height: number }): Box[] {
  return [...modules.matchAll(/1+/g)].map(({ index, 0: run }) => [x + (QUIET + index) * module, y, run.length * module, height])
}
