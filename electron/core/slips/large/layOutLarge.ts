import type { Faces } from '../../paper/faces'
import { mm, Sheet } from '../../paper/Sheet'
import { Voices, type PaperLanguage } from '../../paper/voices'
import { Column } from '../column/Column'
import { saidOf } from '../column/said'
import { codesOf } from '../form/codes'
import type { Picture } from '../form/picture'
import type { SlipFacts } from '../slipFacts'
import { TEXT, type Large } from './Large'
import { addFacts } from './largeFacts'
import { addNext } from './largeNext'

/** A4 upright, in points. */
export const LARGE = { width: 595.28, height: 841.89 } as const
const SIDE = mm(18)
const TOP = mm(13)
const FOOT = mm(20)
/** The slip in large print: 20 pt, black on white, short sentences, Kazakh first; every language begins on a page of its own and takes as many as it needs. */
export function layOutLarge(faces: Faces, facts: SlipFacts, logo: Picture | null): Sheet[] {
  const languages: PaperLanguage[] = facts.languages === 'both' ? ['kk', 'ru'] : [facts.languages]
  const pages = languages.flatMap((language) => {
    const voices = new Voices(language)
    const column = new Column(faces, { left: SIDE, width: LARGE.width - 2 * SIDE, gap: mm(3.4), leading: 1.22, pen: mm(0.5) })
    const large: Large = { column, facts, voices, language, said: saidOf(facts, voices), codes: codesOf(facts), logo }
    addFacts(large)
    addNext(large)
    return pagesOf(column).map((blocks) => ({ blocks, language }))
  })
  return pages.map(({ blocks, language }, index) => {
    const sheet = new Sheet(faces)
    const own = language === facts.languages || language === 'kk' ? {} : { language }
    sheet.within({ role: 'Sect', ...own }, () => blocks.draw(sheet, TOP))
    const foot = new Voices(language).say('slip.large.page', { number: facts.number, page: index + 1, pages: pages.length }).main
    sheet.text(foot, { face: 'PTSans-Regular', size: TEXT }, LARGE.width / 2, LARGE.height - mm(10), 'centre')
    return sheet
  })
}

/** The blocks of a column on pages; none is parted. */
function pagesOf(column: Column): Column[] {
  const room = LARGE.height - TOP - FOOT
  const pages: Column[] = []
  for (const { block, gap } of column.blocks) {
    let page = pages.at(-1)
    if (!page || page.height + gap + block.height > room) {
      page = new Column(column.faces, column.look)
      pages.push(page)
    }
    page.add(block, gap)
  }
  return pages
}
