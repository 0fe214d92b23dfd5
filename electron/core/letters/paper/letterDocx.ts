import type * as Docx from 'docx'
import { mm } from '../../paper/Sheet'
import { bodyParagraphs } from './docxBody'
import { docxFoot, docxHead } from './docxFrame'
import { coreProperties, fontTable } from './docxProperties'
import { bodyNumbering, letterStyles, STYLE, twips } from './docxStyles'
import { withoutMoments } from './fixedZip'
import type { LetterFacts } from './letterFacts'
import { SHEET } from './letterSheet'
import { letterWords, type LetterWords } from './letterWords'

/**
 * The same letter as `renderLetterPdf` for Word and LibreOffice: A4, the same margins, styles that an office can change, real tables and lists, the letter's language, title and author. Fonts
 * are named, not embedded, with what stands in for them. A draft is marked in the header of every page. The same facts give the same bytes.
 */
export async function renderLetterDocx(facts: LetterFacts): Promise<Uint8Array> {
  // Half a megabyte that only this needs.
  const docx = await import('docx')
  const words = letterWords(facts)
  const { blocks, config } = bodyNumbering(facts.body)
  const file = new docx.Document({
    styles: letterStyles(facts.language),
    numbering: config,
    sections: [
      {
        properties: pageOf(docx),
        headers: headersOf(docx, words),
        children: [...docxHead(docx, words), ...bodyParagraphs(docx, blocks), ...docxFoot(docx, words)],
      },
    ],
  })
  const packed = await docx.Packer.toBuffer(file, undefined, [coreProperties(facts, words), fontTable()])
  return withoutMoments(packed)
}

function pageOf(docx: typeof Docx): Docx.ISectionPropertiesOptions {
  return {
    titlePage: true,
    page: {
      size: { width: 11906, height: 16838, orientation: docx.PageOrientation.PORTRAIT },
      margin: {
        ...{ left: twips(SHEET.left), right: twips(SHEET.right), top: twips(SHEET.top), bottom: twips(mm(20)) },
        header: twips(mm(8)),
        footer: twips(mm(8)),
      },
    },
  }
}

/** Pages after the first are numbered «2 / 3»; every page of a draft says so. */
function headersOf(docx: typeof Docx, { draft }: LetterWords): { first: Docx.Header; default: Docx.Header } {
  const mark = () =>
    new docx.Paragraph({
      alignment: 'right',
      children: [new docx.TextRun({ text: draft ?? '', bold: true, color: '808080', size: 28 })],
    })
  const number = new docx.Paragraph({
    style: STYLE.executor,
    alignment: 'center',
    children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT, ' / ', docx.PageNumber.TOTAL_PAGES] })],
  })
  return {
    first: new docx.Header({ children: draft === null ? [new docx.Paragraph({ text: '' })] : [mark()] }),
    default: new docx.Header({ children: draft === null ? [number] : [number, mark()] }),
  }
}
