import type { Face, Faces } from './faces'
import { widthOf, type Run } from './fit'

/** Millimetres in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** What a sheet consists of. Everything in points from its upper left corner; texts stand on their base line. */
export type Mark =
  | { kind: 'text'; text: string; face: Face; size: number; colour: string; x: number; baseline: number }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; width: number; colour: string; dash: number | undefined }
  | { kind: 'box'; x: number; y: number; w: number; h: number; width: number; colour: string }
  | { kind: 'path'; points: readonly (readonly [x: number, y: number])[]; width: number; colour: string }
  | { kind: 'fill'; colour: string; boxes: readonly (readonly [x: number, y: number, w: number, h: number])[] }

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

  constructor(readonly faces: Faces) {}

  /** Writes runs on one base line; `x` is their left edge, their middle or their right edge. */
  runs(runs: readonly Run[], size: number, x: number, baseline: number, align: Align = 'left'): void {
    const width = align === 'left' ? 0 : widthOf(this.faces, runs, size)
    let left = x - (align === 'right' ? width : align === 'centre' ? width / 2 : 0)
    for (const { text, face, colour = INK } of runs) {
      if (text !== '') this.marks.push({ kind: 'text', text, face, size, colour, x: left, baseline })
      left += this.faces.width(text, face, size)
    }
  }

  /** Writes one text on a base line. */
  text(text: string, { face, size, colour }: Writing, x: number, baseline: number, align: Align = 'left'): void {
    this.runs([{ text, face, colour }], size, x, baseline, align)
  }

  /** A level line. */
  rule(x: number, y: number, length: number, pen: Pen): void {
    this.marks.push({ kind: 'line', x1: x, y1: y, x2: x + length, y2: y, ...strokeOf(pen) })
  }

  /** An upright line. */
  upright(x: number, y: number, height: number, pen: Pen): void {
    this.marks.push({ kind: 'line', x1: x, y1: y, x2: x, y2: y + height, ...strokeOf(pen) })
  }

  /** A frame; its line lies inside the given edges. */
  frame(x: number, y: number, w: number, h: number, pen: Pen): void {
    const { width, colour } = strokeOf(pen)
    this.marks.push({ kind: 'box', x: x + width / 2, y: y + width / 2, w: w - width, h: h - width, width, colour })
  }

  /** A line through points. */
  stroke(points: readonly (readonly [number, number])[], width: number, colour = INK): void {
    this.marks.push({ kind: 'path', points, width, colour })
  }

  /** Filled boxes, drawn as one. */
  fill(boxes: readonly (readonly [number, number, number, number])[], colour = INK): void {
    this.marks.push({ kind: 'fill', boxes, colour })
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
