import { Sheet } from '../../paper/Sheet'
import { flow, type Piece, type Placed, type Room } from './flow'
import { drawFoot, type Span } from './head'
import type { PageSize, PaperMaker } from './Paper'

/** What the pages of a paper have in common. */
interface Pages {
  size: PageSize
  span: Span
  /** Which paper it is, for the foot. */
  of: string
  room: Room
  /** Draws on a page after the first what it repeats above its first piece. */
  above?: (sheet: Sheet, first: Placed) => void
}

/** Pieces on as many pages as they take, each with its number in the foot; a page is drawn when it is asked for. */
export function* pagesOf(maker: PaperMaker, pieces: readonly Piece[], { size, span, of, room, above }: Pages): Generator<Sheet> {
  const pages = flow(pieces, room)
  for (const [index, page] of pages.entries()) {
    const sheet = new Sheet(maker.faces)
    if (index > 0 && page[0]) above?.(sheet, page[0])
    for (const { piece, top } of page) piece.draw(sheet, top)
    drawFoot(sheet, maker, span, { size, of, page: index + 1, pages: pages.length })
    yield sheet
  }
}
