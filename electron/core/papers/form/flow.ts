import type { Block, Sheet } from '../../paper/Sheet'
import type { TagLike } from '../../paper/tags'

/** A part of the text that is never divided: how high it is and how far from the one above, in points. */
export interface Piece {
  height: number
  /** Space above; falls away at the top of a page. */
  before: number
  /** It stays on one page with the piece after it. */
  keep?: boolean
  draw(sheet: Sheet, top: number): void
}

/** A piece in its place on a page, in points from the upper edge. */
export interface Placed {
  piece: Piece
  top: number
}

/** Where pieces may stand: on the first page, on those after it, and how far down. */
export interface Room {
  firstTop: number
  nextTop: number
  bottom: number
}

/** Puts pieces on pages, in order; there is always a first page. A group of pieces that stay together goes on one page whole, unless it is higher than a page. */
export function flow(pieces: readonly Piece[], { firstTop, nextTop, bottom }: Room): Placed[][] {
  const pages: Placed[][] = [[]]
  let y = firstTop
  for (const group of groupsOf(pieces)) {
    const page = pages.at(-1)!
    if (page.length > 0 && y + heightOf(group) > bottom) {
      pages.push([])
      y = nextTop
    }
    for (const piece of group) {
      if (pages.at(-1)!.length > 0 && y + piece.before + piece.height > bottom) {
        pages.push([])
        y = nextTop
      }
      const top = y + (pages.at(-1)!.length === 0 ? 0 : piece.before)
      pages.at(-1)!.push({ piece, top })
      y = top + piece.height
    }
  }
  return pages
}

function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  let open = false
  for (const piece of pieces) {
    if (open) groups.at(-1)!.push(piece)
    else groups.push([piece])
    open = piece.keep === true
  }
  return groups
}

/** Height of pieces under each other with the space between and above them, in points. */
export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { before, height }) => sum + before + height, 0)
}

/** A block as a piece, so far from the one above (points). */
export function pieceOf({ height, draw }: Block, before = 0): Piece {
  return { height, before, draw }
}

/** A block as one part of the paper. */
export function tagged(tag: TagLike, block: Block): Block {
  return { height: block.height, draw: (sheet, top) => sheet.within(tag, () => block.draw(sheet, top)) }
}

/** Pieces of which the last stays on one page with whatever comes after them: signatures never stand alone. */
export function keptTogether(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => (index === pieces.length - 1 ? { ...piece, keep: true } : piece))
}
