import type { Face, Faces } from '../../paper/faces'
import { fit, wrap, type Run, type Setting } from '../../paper/fit'
import { INK, paragraph, within, type Align, type Block, type Sheet, type TextLine } from '../../paper/Sheet'
import type { TagLike } from '../../paper/tags'

/** Where a column of blocks stands and how close, in points. */
export interface ColumnLook {
  left: number
  width: number
  /** Space between blocks. */
  gap: number
  /** Height of a line in parts of its size. */
  leading: number
  /** Width of lines and frames. */
  pen: number
}

/** How a text in a column is set. */
export interface ColumnText {
  face?: Face
  size: number
  /** Cut with «…» after so many lines; without it the text stands whole. */
  most?: number
  align?: Align
  tag?: TagLike
  /** Where it is not the paper's (BCP 47). */
  language?: string | undefined
  /** Space above, where it is not the column's. */
  gap?: number
}

/** A block with the space above it. */
export interface Placed {
  block: Block
  gap: number
}

/** Blocks under each other in one column, as on a roll or in large print; black only. */
export class Column {
  readonly blocks: Placed[] = []

  constructor(
    readonly faces: Faces,
    readonly look: ColumnLook,
  ) {}

  /** Height of all blocks with the space between them, in points. */
  get height(): number {
    return this.blocks.reduce((sum, { block, gap }, index) => sum + block.height + (index === 0 ? 0 : gap), 0)
  }

  /** Draws all blocks from `top` downwards. */
  draw(sheet: Sheet, top: number): void {
    let y = top
    this.blocks.forEach(({ block, gap }, index) => {
      if (index > 0) y += gap
      block.draw(sheet, y)
      y += block.height
    })
  }

  add(block: Block, gap = this.look.gap): void {
    if (block.height > 0) this.blocks.push({ block, gap })
  }

  /** A text, wrapped; nothing for an empty one. */
  text(text: string, setting: ColumnText): void {
    const { face = 'PTSans-Regular', most, language } = setting
    if (text === '') return
    if (most === undefined) return this.runs([{ text, face, language }], setting)
    const step: Setting = { face, size: setting.size, lines: most }
    const { lines } = fit(this.faces, text, this.look.width, [step])
    this.#lines(
      lines.map((line) => [{ text: line, face, language }]),
      setting,
    )
  }

  /** Runs as one paragraph, wrapped. */
  runs(runs: readonly Run[], setting: ColumnText): void {
    this.#lines(wrap(this.faces, runs, setting.size, this.look.width), setting)
  }

  #lines(lines: readonly Run[][], { size, align = 'left', tag = 'P', gap }: ColumnText): void {
    const { left, width, leading } = this.look
    const set = lines.map((runs): TextLine => ({ runs, size, height: size * leading }))
    const x = align === 'left' ? left : align === 'centre' ? left + width / 2 : left + width
    this.add(within(tag, paragraph(set, x, align)), gap)
  }

  /** A level line over the whole width. */
  rule(dash?: number): void {
    const { left, width, pen } = this.look
    this.add({ height: pen, draw: (sheet, top) => sheet.rule(left, top + pen / 2, width, { width: pen, dash }) })
  }

  /** An empty line to sign or write on, with so much room above. */
  line(room: number, width = this.look.width): void {
    const { left, pen } = this.look
    this.add({ height: room, draw: (sheet, top) => sheet.rule(left, top + room, width, pen) }, 0)
  }

  /** Texts that no end of a page parts. */
  together(fill: (inner: Column) => void): void {
    const inner = new Column(this.faces, this.look)
    fill(inner)
    this.add({ height: inner.height, draw: (sheet, top) => inner.draw(sheet, top) })
  }

  /** Another column inside a frame; `pad` is the room around it. */
  framed(pad: number, fill: (inner: Column) => void): void {
    const { left, width, pen } = this.look
    const inner = new Column(this.faces, { ...this.look, left: left + pad, width: width - 2 * pad, gap: 0 })
    fill(inner)
    const { height } = inner
    this.add({
      height: height + 2 * pad,
      draw(sheet, top) {
        sheet.frame(left, top, width, height + 2 * pad, { width: pen * 1.5, colour: INK })
        inner.draw(sheet, top + pad)
      },
    })
  }
}
