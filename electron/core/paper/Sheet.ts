import type { Face, Faces } from './faces'
import { widthOf, type Run } from './fit'
import { tagOf, type Tag, type TagLike } from './tags'

/** Millimetres in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** What a sheet consists of. Everything in points from its upper left corner; texts stand on their base line. */
export type Mark = Drawn & {
  /** The part of the paper that it belongs to, from outside inwards; without one it is decoration to whoever reads aloud. */
  path?: readonly Tag[] | undefined
}

type Drawn =
  | { kind: 'text'; text: string; face: Face; size: number; colour: string; x: number; baseline: number }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; width: number; colour: string; dash: number | undefined }
  | { kind: 'box'; x: number; y: number; w: number; h: number; width: number; colour: string }
  | { kind: 'path'; points: readonly (readonly [x: number, y: number])[]; width: number; colour: string }
  | { kind: 'fill'; colour: string; boxes: readonly (readonly [x: number, y: number, w: number, h: number])[] }
  | { kind: 'picture'; bytes: Uint8Array; x: number; y: number; w: number; h: number }

export const INK = '#000000'
/** Second voice: labels and the second language. */
export const GREY = '#3a3a3a'

/** Where a text stands between its edges. */
export type Align = 'left' | 'centre' | 'right'

/** How a text is written. */
export interface Writing {
  face: Face
  size: number
  colour?: string | undefined
}

/** How a line is drawn: its width in points (black and whole), or more about it. */
export type Pen = number | { width: number; colour?: string | undefined; dash?: number | undefined }

function strokeOf(pen: Pen): { width: number; colour: string; dash: number | undefined } {
  if (typeof pen === 'number') return { width: pen, colour: INK, dash: undefined }
  return { width: pen.width, colour: pen.colour ?? INK, dash: pen.dash }
}

/** A sheet of paper while it is being laid out. */
export class Sheet {
  readonly marks: Mark[] = []
  #path: readonly Tag[] | undefined

  constructor(readonly faces: Faces) {}

  /**
   * Everything that is drawn inside belongs to one part of the paper: `sheet.within('H1', () => sheet.text(…))`. Parts may stand within parts; they are read in the order in which they
   * are drawn. A part that goes on elsewhere or on the next sheet is named by the same `Tag` object again.
   */
  within<Result>(tag: TagLike, draw: () => Result): Result {
    const outer = this.#path
    this.#path = [...(outer ?? []), tagOf(tag)]
    try {
      return draw()
    } finally {
      this.#path = outer
    }
  }

  // A text in another language that goes on on the next line is one part, not two.
  #spoken(path: readonly Tag[], language: string): readonly Tag[] {
    const last = this.marks.at(-1)?.path
    const goesOn = last?.length === path.length + 1 && last.at(-1)!.language === language && last.at(-2) === path.at(-1)
    return goesOn ? last : [...path, { role: 'Span', language }]
  }

  // Lines, frames and grounds are decoration wherever they stand; a surface says something only as a figure.
  #put(mark: Drawn, path = this.#path): void {
    const says = mark.kind === 'text' || path?.at(-1)?.role === 'Figure'
    this.marks.push(path && says ? { ...mark, path } : mark)
  }

  /** Writes runs on one base line; `x` is their left edge, their middle or their right edge. */
  runs(runs: readonly Run[], size: number, x: number, baseline: number, align: Align = 'left'): void {
    const width = align === 'left' ? 0 : widthOf(this.faces, runs, size)
    let left = x - (align === 'right' ? width : align === 'centre' ? width / 2 : 0)
    for (const { text, face, colour = INK, language } of runs) {
      const path = this.#path && language ? this.#spoken(this.#path, language) : this.#path
      if (text !== '') this.#put({ kind: 'text', text, face, size, colour, x: left, baseline }, path)
      left += this.faces.width(text, face, size)
    }
  }

  /** Writes one text on a base line. */
  text(text: string, { face, size, colour }: Writing, x: number, baseline: number, align: Align = 'left'): void {
    this.runs([{ text, face, colour }], size, x, baseline, align)
  }

  /** A level line. */
  rule(x: number, y: number, length: number, pen: Pen): void {
    this.#put({ kind: 'line', x1: x, y1: y, x2: x + length, y2: y, ...strokeOf(pen) })
  }

  /** An upright line. */
  upright(x: number, y: number, height: number, pen: Pen): void {
    this.#put({ kind: 'line', x1: x, y1: y, x2: x, y2: y + height, ...strokeOf(pen) })
  }

  /** A frame; its line lies inside the given edges. */
  frame(x: number, y: number, w: number, h: number, pen: Pen): void {
    const { width, colour } = strokeOf(pen)
    this.#put({ kind: 'box', x: x + width / 2, y: y + width / 2, w: w - width, h: h - width, width, colour })
  }

  /** A line through points. */
  stroke(points: readonly (readonly [number, number])[], width: number, colour = INK): void {
    this.#put({ kind: 'path', points, width, colour })
  }

  /** Filled boxes, drawn as one. */
  fill(boxes: readonly (readonly [number, number, number, number])[], colour = INK): void {
    this.#put({ kind: 'fill', boxes, colour })
  }

  /** A picture (the bytes of a PNG or JPEG file) stretched into a box. The same `bytes` object is put into the file once. */
  picture(bytes: Uint8Array, x: number, y: number, w: number, h: number): void {
    this.#put({ kind: 'picture', bytes, x, y, w, h })
  }
}

/** A part of a sheet that knows how high it is before it is drawn. */
export interface Block {
  height: number
  draw(sheet: Sheet, top: number): void
}

/** A line of text in a paragraph: its runs, size, and the height it takes, in points. */
export interface TextLine {
  runs: Run[]
  size: number
  height: number
}

/** A block that is one part of the paper (see `Sheet.within`). */
export function within<Kind extends Block>(tag: TagLike, block: Kind): Kind {
  return { ...block, draw: (sheet: Sheet, top: number) => sheet.within(tag, () => block.draw(sheet, top)) }
}

/** Lines of text under each other. */
export function paragraph(lines: readonly TextLine[], x: number, align: Align = 'left'): Block {
  return {
    height: lines.reduce((sum, line) => sum + line.height, 0),
    draw(sheet, top) {
      let y = top
      for (const { runs, size, height } of lines) {
        const face = runs[0]?.face
        if (face) sheet.runs(runs, size, x, y + sheet.faces.baseline(face, size, height), align)
        y += height
      }
    },
  }
}
