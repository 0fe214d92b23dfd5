import type { Kind } from '#shared/domain'
import { namedAs } from './crown'
import type { Face } from '../../paper/faces'
import { wrap, type Run } from '../../paper/fit'
import { mm, paragraph, within, type Block, type TextLine } from '../../paper/Sheet'
import { LEFT, WIDTH, type SlipPage } from './SlipPage'
import { secondIn, type Said, type Voices } from '../../paper/voices'

const GAP = mm(4.5)
/** How much of the width the first column may take where room is short; Kazakh is often a little shorter than Russian. */
const SHARES = [0.5, 0.48, 0.46, 0.44, 0.52, 0.54]

/** Whose rights a letter of a kind brings. */
export function rightsKey(kind: Kind): 'serviceComplaint' | ReturnType<typeof namedAs> {
  return kind === 'serviceComplaint' ? kind : namedAs(kind)
}

/** The rights in words: how to appeal, and what may be done meanwhile. */
export function rightsOf({ kind }: Pick<SlipPage['facts'], 'kind'>, voices: Voices): { lead: Said; appeal: Said; file: Said } {
  const key = `slip.rights.${rightsKey(kind)}`
  return { lead: voices.say(`${key}.lead`), appeal: voices.say(`${key}.appeal`), file: voices.say(`${key}.file`) }
}

/**
 * What the applicant may do next (R21–R24; Code 350-VI art. 64(9), 89(2), 91, 94(2)): one language beside the other, or in one language the way of
 * appeal beside the rights during consideration.
 */
export function rights(page: SlipPage): Block {
  const { facts, voices } = page
  const { lead, appeal, file } = rightsOf(facts, voices)
  const regular: Face = page.allowance.narrow ? 'PTSansNarrow-Regular' : 'PTSans-Regular'
  const bold: Face = page.allowance.narrow ? 'PTSansNarrow-Bold' : 'PTSans-Bold'
  const first: Run[] = [
    { text: `${lead.main} `, face: bold },
    { text: appeal.main, face: regular },
  ]
  const plain = (text: string): Run[] => [{ text, face: regular }]
  const inSecond = secondIn(voices)
  const translated: Run[] = [
    { text: `${lead.second} `, face: bold, ...inSecond },
    { text: appeal.second ?? '', face: regular, ...inSecond },
  ]
  const alone = voices.second === null
  const left = alone ? [first] : [first, plain(file.main)]
  const right = alone ? [plain(file.main)] : [translated, [{ text: file.second ?? '', face: regular, ...inSecond }]]
  const size = page.allowance.small ?? (page.allowance.narrow ? 7.5 : alone ? 9 : 7.6)
  return balanced(page.allowance.narrow && !alone ? SHARES : [0.5], (share) => {
    const width = (WIDTH - GAP) * share
    return [column(page, left, size, LEFT, width), column(page, right, size, LEFT + width + GAP, WIDTH - GAP - width)]
  })
}

/** Two columns in the division of the width that makes them lowest; the first of equals. */
function balanced(shares: readonly number[], columns: (share: number) => Block[]): Block {
  const tried = shares.map((share) => {
    const blocks = columns(share)
    return { blocks, height: Math.max(...blocks.map((block) => block.height)) }
  })
  const lowest = tried.reduce((best, next) => (next.height < best.height ? next : best))
  return { height: lowest.height, draw: (sheet, top) => lowest.blocks.forEach((text) => text.draw(sheet, top)) }
}

function column({ faces }: SlipPage, paragraphs: readonly Run[][], size: number, x: number, width: number): Block {
  const between = mm(0.8)
  const blocks = paragraphs.map((runs) => {
    const lines = wrap(faces, runs, size, width).map((line): TextLine => ({ runs: line, size, height: size * 1.24 }))
    return within('P', paragraph(lines, x))
  })
  return stacked(blocks, between)
}

/** Blocks under each other with so much between them. */
function stacked(blocks: readonly Block[], between: number): Block {
  return {
    height: blocks.reduce((sum, { height }) => sum + height, between * (blocks.length - 1)),
    draw(sheet, top) {
      let y = top
      for (const block of blocks) {
        block.draw(sheet, y)
        y += block.height + between
      }
    },
  }
}
