import { widthOf, wrap, type Run } from '../../paper/fit'
import type { Faces } from '../../paper/faces'
import { mm, type Sheet } from '../../paper/Sheet'
import { tagOf, type Tag, type TagLike } from '../../paper/tags'

/** A4 upright and the margins of official letters, in points. */
export const SHEET = { width: 595.28, height: 841.89, left: mm(25), right: mm(15), top: mm(15), bottom: mm(24) } as const
/** Where the text of the pages after the first begins; their number stands above. */
export const NEXT_TOP = mm(22)
export const NUMBER_BASELINE = mm(14)
export const LEFT = SHEET.left
export const WIDTH = SHEET.width - SHEET.left - SHEET.right
export const RIGHT = LEFT + WIDTH
/** The last point that the body may reach; below it stands the executor. */
export const BOTTOM = SHEET.height - SHEET.bottom

/** The body's type, in points. */
export const BODY = { size: 12, line: 16.4, indent: mm(12.5) } as const

/** A line of the flowing text: what it is, how high, and how far from the line above, in points. */
export interface FlowLine {
  height: number
  /** Space above; falls away at the top of a page. */
  before: number
  draw(sheet: Sheet, top: number): void
}

/** Where wrapped lines stand and how high each is. */
export interface Column {
  x: number
  width: number
  size: number
  line: number
  align?: 'left' | 'right'
}

/** The same lines, all of one part of the letter (see `Sheet.within`): one `Tag` object for lines that a page may part. */
export function tagged(path: readonly TagLike[], lines: readonly FlowLine[]): FlowLine[] {
  const tags = path.map(tagOf)
  return lines.map((line) => ({ ...line, draw: (sheet, top) => inside(sheet, tags, () => line.draw(sheet, top)) }))
}

function inside(sheet: Sheet, [tag, ...inner]: readonly Tag[], draw: () => void): void {
  if (tag) sheet.within(tag, () => inside(sheet, inner, draw))
  else draw()
}

/** Runs broken into the lines of a column; `indent` moves the first of them to the right. */
export function columnLines(faces: Faces, runs: readonly Run[], column: Column, indent = 0): FlowLine[] {
  const { x, width, size, line, align = 'left' } = column
  const face = runs[0]?.face
  if (!face) return [{ height: line, before: 0, draw: () => undefined }]
  // The indent is set as no-break spaces before the first word, so that the breaking of lines reckons with it, and taken off again.
  const blank = faces.width(NO_BREAK, face, size)
  const filler = NO_BREAK.repeat(Math.round(indent / blank))
  const [first, ...others] = wrap(faces, filler === '' ? runs : [{ text: filler, face }, ...runs], size, width)
  const start = { runs: unfilled(first ?? [], filler.length), by: filler.length * blank }
  return [start, ...others.map((runs) => ({ runs, by: 0 }))].map(({ runs, by }) => ({
    height: line,
    before: 0,
    draw(sheet, top) {
      const left = align === 'right' ? x + width - widthOf(faces, runs, size) : x + by
      sheet.runs(runs, size, left, top + faces.baseline(runs[0]?.face ?? face, size, line))
    },
  }))
}

const NO_BREAK = '\u00a0'

function unfilled([first, ...others]: Run[], length: number): Run[] {
  if (!first || length === 0) return first ? [first, ...others] : []
  return [{ ...first, text: first.text.slice(length) }, ...others].filter(({ text }) => text !== '')
}
