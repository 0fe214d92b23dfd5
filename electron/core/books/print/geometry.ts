import { BOOK_COLUMNS, type PrintedColumn } from '../columns'
import type { Book } from '#shared/contract'
import type { Face } from '../../paper/faces'
import { mm } from '../../paper/Sheet'

/** A4 landscape in points; the left margin is wide, since there the book is laced (at least 20 mm, Order № 236 of 25.08.2023). */
export const PAGE = { width: 841.89, height: 595.28, left: mm(20), right: mm(8), top: mm(9), bottom: mm(8) } as const
export const WIDTH = PAGE.width - PAGE.left - PAGE.right
/** Where tables end: beneath stands the number of the page. */
export const TABLE_BOTTOM = PAGE.height - PAGE.bottom - mm(5)

export const BODY: Face = 'PTSansNarrow-Regular'
export const BOLD: Face = 'PTSansNarrow-Bold'
export const SIZE = 8
export const LINE = 9.5
export const HEAD_SIZE = 7.5
export const HEAD_LINE = 8.8
/** Between a line of the grid and the text, in points. */
export const PAD = { x: 2, y: 1.6 } as const
export const GRID = 0.4

/** A printed column where it stands; in points. */
export interface Column extends PrintedColumn {
  x: number
  w: number
}

/** The columns of a book from margin to margin, their widths in the proportion of the table. */
export function columnsOf(book: Book): Column[] {
  const { printed } = BOOK_COLUMNS[book]
  const whole = printed.reduce((sum, { width }) => sum + width, 0)
  let x: number = PAGE.left
  return printed.map((column) => {
    const w = (column.width / whole) * WIDTH
    const placed = { ...column, x, w }
    x += w
    return placed
  })
}
