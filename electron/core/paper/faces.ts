import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The faces of the office's papers; each is a file `<face>.ttf` in `resources/fonts`. */
export const FACES = [
  'PTSans-Regular',
  'PTSans-Bold',
  'PTSansNarrow-Regular',
  'PTSansNarrow-Bold',
  'PTSerif-Regular',
  'PTSerif-Bold',
  'PTSerif-Italic',
] as const
export type Face = (typeof FACES)[number]

interface WrittenWidths {
  ranges: [number, number][]
  faces: Record<Face, { unitsPerEm: number; ascent: number; descent: number; advances: number[] }>
}

/** How high and wide a face is, in parts of the size. `descent` is positive. */
interface Measures {
  ascent: number
  descent: number
  /** By code unit; 1 (a full square) for characters that the face lacks. */
  advances: Float64Array
}

/** The office's typefaces: their files, and how wide texts are. The files carry no kerning, so a text is exactly as wide as its characters. */
export class Faces {
  readonly #measures: ReadonlyMap<Face, Measures>
  readonly #files = new Map<Face, Uint8Array>()

  /** Reads the measures (`widths.json`) from the folder of the fonts. Throws the file system's error when it cannot be read. */
  constructor(private readonly dir: string) {
    const { ranges, faces } = JSON.parse(readFileSync(join(dir, 'widths.json'), 'utf8')) as WrittenWidths
    const codes = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
    this.#measures = new Map(
      FACES.map((face) => {
        const { unitsPerEm, ascent, descent, advances } = faces[face]
        const byCode = new Float64Array(Math.max(...codes) + 1).fill(1)
        codes.forEach((code, index) => (byCode[code] = advances[index]! / unitsPerEm))
        return [face, { ascent: ascent / unitsPerEm, descent: descent / unitsPerEm, advances: byCode }]
      }),
    )
  }

  /** The face's file, read once. */
  file(face: Face): Uint8Array {
    let file = this.#files.get(face)
    if (!file) {
      file = readFileSync(join(this.dir, `${face}.ttf`))
      this.#files.set(face, file)
    }
    return file
  }

  /** Width of a text in points at a size in points. */
  width(text: string, face: Face, size: number): number {
    const { advances } = this.#measures.get(face)!
    let width = 0
    for (let at = 0; at < text.length; at++) width += advances[text.charCodeAt(at)] ?? 1
    return width * size
  }

  /** From the top of the letters to the base line, in points. */
  ascent(face: Face, size: number): number {
    return this.#measures.get(face)!.ascent * size
  }

  /** From the top of a line of the given height to its base line: the letters stand in its middle, as in CSS. */
  baseline(face: Face, size: number, lineHeight: number): number {
    const { ascent, descent } = this.#measures.get(face)!
    return (lineHeight - (ascent + descent) * size) / 2 + ascent * size
  }
}
