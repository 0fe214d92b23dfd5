import { translatorFor } from '#shared/i18n'
import { facesInUse } from '../../paper/fonts'
import type { Faces } from '../../paper/faces'
import { pdfOfPages } from '../../paper/pdf'
import { GREY, Sheet } from '../../paper/Sheet'
import { bodyChunks } from './bodyFlow'
import type { LetterFacts } from './letterFacts'
import { HEAD_TOP, letterHead } from './letterHead'
import { BOTTOM, LEFT, NEXT_TOP, NUMBER_BASELINE, SHEET, WIDTH } from './letterSheet'
import { letterWords } from './letterWords'
import { markdownBlocks } from './markdownBlocks'
import { paginate } from './pages'
import { drawExecutor, signature } from './signature'

/**
 * An outgoing letter as PDF: A4, fonts embedded, text selectable, language, title and author set; pages after the first are numbered. A draft is marked across every page. The same facts give
 * the same bytes. Tagged. Errors: the file system's, when the fonts cannot be read.
 */
export async function renderLetterPdf(facts: LetterFacts): Promise<Uint8Array> {
  const faces = facesInUse()
  const words = letterWords(facts)
  return pdfOfPages(
    faces,
    sheetsOf(faces, facts).map(({ marks }) => marks),
    {
      size: SHEET,
      language: facts.language === 'kk' ? 'kk-KZ' : 'ru-RU',
      title: words.title,
      author: words.author,
      createdAt: new Date(facts.createdAt),
      watermark: words.draft ?? undefined,
    },
  )
}

function sheetsOf(faces: Faces, facts: LetterFacts): Sheet[] {
  const words = letterWords(facts)
  const head = letterHead(faces, words)
  const room = { firstTop: HEAD_TOP + head.height, nextTop: NEXT_TOP, bottom: BOTTOM }
  const pages = paginate(bodyChunks(faces, markdownBlocks(facts.body)), signature(faces, words), room)
  const t = translatorFor(facts.language)
  return pages.map((lines, index) => {
    const sheet = new Sheet(faces)
    if (index === 0) head.draw(sheet, HEAD_TOP)
    else {
      const number = t('letterPaper.page', { page: index + 1, pages: pages.length })
      sheet.text(number, { face: 'PTSans-Regular', size: 9, colour: GREY }, LEFT + WIDTH / 2, NUMBER_BASELINE, 'centre')
    }
    for (const { line, top } of lines) line.draw(sheet, top)
    if (index === pages.length - 1) drawExecutor(sheet, words)
    return sheet
  })
}
