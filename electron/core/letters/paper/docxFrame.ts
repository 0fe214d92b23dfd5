import type * as Docx from 'docx'
import { mm } from '../../paper/Sheet'
import { STYLE, twips } from './docxStyles'
import { WIDTH } from './letterSheet'
import type { HeadColumn, LetterWords } from './letterWords'

const ALL = twips(WIDTH)
/** A line to be filled in by hand. */
const BLANK = '_'.repeat(22)

/** Letterhead, number, day, reference and addressee, as tables without lines: what stands beside each other stays so when it is edited. */
export function docxHead(docx: typeof Docx, words: LetterWords): (Docx.Table | Docx.Paragraph)[] {
  const { number, date, reference, recipient } = words
  const line = (style: string, text: string) => paragraph(docx, style, text)
  const rule = { style: docx.BorderStyle.DOUBLE, size: 6, space: 1, color: '000000' }
  return [
    table(docx, [ALL / 2, ALL / 2], [headCell(docx, words.head[0], 'left'), headCell(docx, words.head[1], 'right')]),
    new docx.Paragraph({ style: STYLE.headLine, border: { top: rule }, spacing: { before: 60, after: 300 } }),
    table(docx, twoParts(0.5), [
      [
        line(STYLE.reference, `${number.label}\u00a0${number.value || BLANK}`),
        line(STYLE.reference, date.value || `${date.label} ${BLANK}`),
        line(STYLE.headLine, reference),
      ],
      [line(STYLE.recipientName, recipient.name), ...recipient.lines.map((text) => line(STYLE.recipientLine, text))],
    ]),
    new docx.Paragraph({ style: STYLE.headLine, spacing: { after: 200 } }),
  ]
}

/** Position, a line to sign on, and the name; under it the executor. A row is never parted by the end of a page. */
export function docxFoot(docx: typeof Docx, { signer, executor }: LetterWords): (Docx.Table | Docx.Paragraph)[] {
  const [position, room] = [twips(mm(78)), twips(mm(42))]
  const cells = [signer.position, '_'.repeat(18), signer.name].map((text, index) => [
    paragraph(docx, STYLE.signature, text, index === 2 ? 'right' : index === 1 ? 'center' : 'left'),
  ])
  return [
    new docx.Paragraph({ style: STYLE.headLine, keepNext: true, spacing: { before: 300 } }),
    table(docx, [position, room, ALL - position - room], cells),
    new docx.Paragraph({ style: STYLE.executor, spacing: { before: 400 } }),
    ...executor.map((text) => paragraph(docx, STYLE.executor, text)),
  ]
}

function twoParts(share: number): [number, number] {
  return [Math.round(ALL * share), ALL - Math.round(ALL * share)]
}

function headCell(docx: typeof Docx, { name, lines }: HeadColumn, align: 'left' | 'right'): Docx.Paragraph[] {
  return [paragraph(docx, STYLE.headName, name, align), ...lines.map((text) => paragraph(docx, STYLE.headLine, text, align))]
}

function paragraph(
  docx: typeof Docx,
  style: string,
  text: string,
  alignment: 'left' | 'right' | 'center' = 'left',
): Docx.Paragraph {
  return new docx.Paragraph({ style, alignment, text })
}

/** One row of cells without lines; `widths` in twips. */
function table(docx: typeof Docx, widths: readonly number[], cells: readonly Docx.Paragraph[][]): Docx.Table {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none }
  return new docx.Table({
    width: { size: ALL, type: docx.WidthType.DXA },
    columnWidths: widths.map(Math.round),
    layout: docx.TableLayoutType.FIXED,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: [
      new docx.TableRow({
        cantSplit: true,
        children: cells.map(
          (children, index) =>
            new docx.TableCell({
              children,
              borders,
              width: { size: Math.round(widths[index]!), type: docx.WidthType.DXA },
              verticalAlign: cells.length === 3 ? docx.VerticalAlignTable.BOTTOM : docx.VerticalAlignTable.TOP,
            }),
        ),
      }),
    ],
  })
}
