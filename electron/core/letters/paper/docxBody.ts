import type * as Docx from 'docx'
import { itemIndent, listName, STYLE } from './docxStyles'
import type { LetterBlock, Piece } from './markdownBlocks'

// Word keeps the last lines of a paragraph with the next one; two paragraphs, because the last may be of one line.
const WITH_SIGNATURE = 2

/** The body as paragraphs that Word can edit: headings, real lists, bold and italic. */
export function bodyParagraphs(docx: typeof Docx, blocks: readonly LetterBlock[]): Docx.Paragraph[] {
  return blocks.map((block, index) => {
    const keepNext = index >= blocks.length - WITH_SIGNATURE || block.kind === 'heading' || endsOpen(block)
    return new docx.Paragraph({
      ...{ style: styleOf(block), children: runs(docx, block.lines), ...placeOf(block) },
      ...(keepNext && { keepNext: true }),
    })
  })
}

function endsOpen({ lines }: LetterBlock): boolean {
  return lines.at(-1)?.at(-1)?.text.trimEnd().endsWith(':') ?? false
}

function styleOf({ kind }: LetterBlock): string {
  if (kind === 'item') return STYLE.item
  return kind === 'heading' ? STYLE.heading : STYLE.body
}

function placeOf(block: LetterBlock): Docx.IParagraphOptions {
  if (!block.item) return {}
  const indent = itemIndent(block)
  // A further paragraph of an item stands under its text, without a mark.
  return block.item.first ? { numbering: { reference: listName(block), level: 0 }, indent } : { indent: { left: indent.left } }
}

function runs(docx: typeof Docx, lines: readonly Piece[][]): Docx.TextRun[] {
  return lines.flatMap((pieces, index) =>
    pieces.map(({ text, bold, italic }, at) => {
      const look = { ...(bold && { bold }), ...(italic && { italics: italic }) }
      return new docx.TextRun({ text, ...look, ...(index > 0 && at === 0 && { break: 1 }) })
    }),
  )
}
