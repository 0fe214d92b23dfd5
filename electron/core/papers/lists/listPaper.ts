import { setImmediate as breath } from 'node:timers/promises'
import { mm, paragraph, Sheet } from '../../paper/Sheet'
import type { Tag } from '../../paper/tags'
import { besideText, type Said } from '../../paper/voices'
import { keptTogether, pieceOf, tagged, type Piece } from '../form/flow'
import { heading, officeHead, type Span } from '../form/head'
import { pagesOf } from '../form/pages'
import { A4_WIDE, type Paper, type PaperMaker } from '../form/Paper'
import { signatures } from '../form/signatures'
import { BOLD, fitted, REGULAR, steps } from '../form/texts'
import { tableHead, tableRows, type Cells, type Column } from '../form/table'

/** Margins of a list: the left one is wide, for lacing. */
const SPAN: Span = { x: mm(20), width: A4_WIDE.width - mm(32) }
const TOP = mm(11)
const BOTTOM = A4_WIDE.height - mm(13)

/** One table of a list, under a heading of its own where it has one. */
export interface ListPart {
  heading: Said | null
  columns: readonly Column[]
  /** Its rows, each put into words when its turn comes. */
  rows: readonly (() => Cells)[]
  /** Said instead of a table without rows. */
  empty: Said
}

/** What a list is made of. `more`: which one it is, a line each; `days`: what tells its file from another such list. */
export interface List {
  title: Said
  more: readonly Said[]
  parts: readonly ListPart[]
  signers: readonly Said[]
  days: string
}

/** A list on A4 across: its title, its tables with their heads repeated on each page, places to sign, pages counted. It may be long: the thread is free every few rows. */
export async function listPaper(maker: PaperMaker, list: List): Promise<Paper> {
  const title = heading(maker, list.title, SPAN, list.more.map(besideText))
  const tables = list.parts.map((): Tag => ({ role: 'Table' }))
  const heads = list.parts.map(({ columns }, index) => tableHead(maker, columns, SPAN, tables[index]!))
  const tallest = Math.max(...heads.map(({ height }) => height))
  const pieces: Owned[] = [{ piece: pieceOf(officeHead(maker, SPAN), 0) }, { piece: { ...pieceOf(title, mm(3)), keep: true } }]
  for (const [index, part] of list.parts.entries()) pieces.push(...(await partPieces(maker, part, heads[index]!, tables[index]!)))
  pieces.push({ piece: pieceOf(signatures(maker, list.signers, { x: SPAN.x, width: SPAN.width * 0.62 }), mm(5)) })
  const owner = new Map(pieces.map(({ piece, head }) => [piece, head]))
  // Pages after the first keep room for the head of whatever table goes on there.
  const room = { firstTop: TOP, nextTop: TOP + tallest, bottom: BOTTOM }
  const pages = pagesOf(
    maker,
    pieces.map(({ piece }) => piece),
    {
      ...{ size: A4_WIDE, span: SPAN, of: list.title.main, room },
      above: (sheet, { piece, top }) => {
        const head = owner.get(piece)
        // Read aloud, a table has its heads once.
        if (head) drawAside(maker, sheet, head, top - head.height)
      },
    },
  )
  return { size: A4_WIDE, pages, title: `${list.title.main} ${list.days}` }
}

/** Draws a piece as decoration, whatever parts of the paper it names. */
function drawAside({ faces }: PaperMaker, sheet: Sheet, piece: Piece, top: number): void {
  const own = new Sheet(faces)
  piece.draw(own, top)
  sheet.marks.push(...own.marks.map((mark) => ({ ...mark, path: undefined })))
}

/** Rows laid out in one go. */
const PORTION = 10

/** A piece, and the head that a page repeats when it begins with it. */
interface Owned {
  piece: Piece
  head?: Piece
}

async function partPieces(maker: PaperMaker, part: ListPart, head: Piece, table: Tag): Promise<Owned[]> {
  const { faces } = maker
  const name = part.heading ? fitted(faces, besideText(part.heading), SPAN.width, steps(BOLD, [10.5, 1], [9, 2])) : []
  const above: Owned[] = [{ piece: { ...pieceOf(tagged('H2', paragraph(name, SPAN.x)), mm(3)), keep: true } }]
  if (part.rows.length === 0) {
    const nothing = paragraph(fitted(faces, besideText(part.empty), SPAN.width, steps(REGULAR, [9, 2])), SPAN.x)
    return [...above, { piece: pieceOf(tagged('P', nothing), mm(1.5)) }]
  }
  const rows: Piece[] = []
  for (let at = 0; at < part.rows.length; at += PORTION) {
    const cells = part.rows.slice(at, at + PORTION).map((row) => row())
    rows.push(...tableRows(maker, part.columns, cells, SPAN, table))
    await breath()
  }
  const owned = keptTogether(rows).map((piece) => ({ piece, head }))
  return [...above, { piece: { ...head, before: mm(1.5), keep: true } }, ...owned]
}
