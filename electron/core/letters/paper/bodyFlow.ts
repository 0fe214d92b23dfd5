import type { Face, Faces } from '../../paper/faces'
import type { Run } from '../../paper/fit'
import { mm } from '../../paper/Sheet'
import type { Tag, TagLike } from '../../paper/tags'
import { BODY, columnLines, LEFT, tagged, WIDTH, type FlowLine } from './letterSheet'
import type { LetterBlock, Piece } from './markdownBlocks'

/** Space above a paragraph, an item of a list and a heading, in points. */
const BEFORE = { paragraph: 4, item: 2, heading: 9 } as const
/** From the mark of an item to its text, and from one depth to the next. */
const ITEM = { points: mm(5), numbers: mm(8), depth: mm(8) } as const

/** Lines that must not be parted by the end of a page. */
export type Chunk = FlowLine[]

/**
 * The body as lines, in chunks: of no paragraph a single line stays behind or goes ahead, a heading and a sentence that announces something («…:») stay with what follows.
 */
export function bodyChunks(faces: Faces, blocks: readonly LetterBlock[]): Chunk[] {
  const chunks: Chunk[] = []
  let announced = false
  let list: Tag | null = null
  for (const block of blocks) {
    // Items beside each other are one list.
    list = block.kind === 'item' ? (list ?? { role: 'L' }) : null
    const [first, ...others] = together(tagged(pathOf(block, list), blockLines(faces, block)))
    if (!first) continue
    if (announced) chunks.at(-1)!.push(...first)
    else chunks.push(first)
    chunks.push(...others)
    announced = block.kind === 'heading' || endsOpen(block)
  }
  return chunks
}

function pathOf({ kind }: LetterBlock, list: Tag | null): TagLike[] {
  if (list) return [list, 'LI', 'LBody']
  return [kind === 'heading' ? 'H2' : 'P']
}

/** The first two lines of a paragraph and its last two; a short one whole. */
function together(lines: FlowLine[]): Chunk[] {
  if (lines.length <= 3) return lines.length === 0 ? [] : [lines]
  return [lines.slice(0, 2), ...lines.slice(2, -2).map((line) => [line]), lines.slice(-2)]
}

function endsOpen({ lines }: LetterBlock): boolean {
  return lines.at(-1)?.at(-1)?.text.trimEnd().endsWith(':') ?? false
}

function blockLines(faces: Faces, block: LetterBlock): FlowLine[] {
  const lines = block.kind === 'item' ? itemLines(faces, block) : plainLines(faces, block)
  const [first, ...others] = lines
  return first ? [{ ...first, before: BEFORE[block.kind] }, ...others] : []
}

function plainLines(faces: Faces, { kind, lines }: LetterBlock): FlowLine[] {
  const column = { x: LEFT, width: WIDTH, size: BODY.size, line: BODY.line }
  return lines.flatMap((pieces) => columnLines(faces, runsOf(pieces, kind === 'heading'), column, BODY.indent))
}

function itemLines(faces: Faces, { lines, item }: LetterBlock): FlowLine[] {
  const { depth, number, first } = item!
  const mark = number ? `${number.value}${number.closing}` : '–'
  const room = number ? Math.max(ITEM.numbers, faces.width(`${mark} `, 'PTSerif-Regular', BODY.size)) : ITEM.points
  // Past the fourth depth a line would have no room left.
  const x = LEFT + BODY.indent + Math.min(depth, 4) * ITEM.depth
  const column = { x: x + room, width: WIDTH - (x + room - LEFT), size: BODY.size, line: BODY.line }
  const [top, ...others] = lines.flatMap((pieces) => columnLines(faces, runsOf(pieces, false), column))
  if (!top || !first) return top ? [top, ...others] : []
  const draw: FlowLine['draw'] = (sheet, y) => {
    sheet.text(mark, { face: 'PTSerif-Regular', size: BODY.size }, x, y + faces.baseline('PTSerif-Regular', BODY.size, BODY.line))
    top.draw(sheet, y)
  }
  return [{ ...top, draw }, ...others]
}

function runsOf(pieces: readonly Piece[], heading: boolean): Run[] {
  return pieces.map(({ text, bold, italic }) => ({ text, face: faceOf(bold || heading, italic) }))
}

// There is no bold italic among the faces of the papers; bold says more.
function faceOf(bold: boolean, italic: boolean): Face {
  if (bold) return 'PTSerif-Bold'
  return italic ? 'PTSerif-Italic' : 'PTSerif-Regular'
}
