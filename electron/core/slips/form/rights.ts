import { namedAs } from './crown'
import type { Face } from '../../paper/faces'
import { oneLine, widthOf, wrap, type Run } from '../../paper/fit'
import { mm, paragraph, type Block, type TextLine } from '../../paper/Sheet'
import { LEFT, WIDTH, type SlipPage } from './SlipPage'
import { beside } from '../../paper/voices'

const GAP = mm(4.5)
/** How much of the width the first column may take where room is short; Kazakh is often a little shorter than Russian. */
const SHARES = [0.5, 0.48, 0.46, 0.44, 0.52, 0.54]

/**
 * What the applicant may do next (R21–R24; Code 350-VI art. 64(9), 89(2), 91, 94(2)): one language beside the other, or in one language the way of
 * appeal beside the rights during consideration.
 */
export function rights(page: SlipPage): Block {
  const { facts, voices } = page
  const key = `slip.rights.${facts.kind === 'serviceComplaint' ? 'serviceComplaint' : namedAs(facts.kind)}`
  const [lead, appeal, file] = [voices.say(`${key}.lead`), voices.say(`${key}.appeal`), voices.say(`${key}.file`)]
  const regular: Face = page.allowance.narrow ? 'PTSansNarrow-Regular' : 'PTSans-Regular'
  const bold: Face = page.allowance.narrow ? 'PTSansNarrow-Bold' : 'PTSans-Bold'
  const first: Run[] = [
    { text: `${lead.main} `, face: bold },
    { text: appeal.main, face: regular },
  ]
  const plain = (text: string): Run[] => [{ text, face: regular }]
  const translated: Run[] = [{ text: `${lead.second} `, face: bold }, ...plain(appeal.second ?? '')]
  const alone = voices.second === null
  const left = alone ? [first] : [first, plain(file.main)]
  const right = alone ? [plain(file.main)] : [translated, plain(file.second ?? '')]
  const size = page.allowance.narrow ? 7.5 : alone ? 9 : 7.6
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
  const between: TextLine = { runs: [], size, height: mm(0.8) }
  const lines = paragraphs.flatMap((runs, index) => [
    ...(index > 0 ? [between] : []),
    ...wrap(faces, runs, size, width).map((line) => ({ runs: line, size, height: size * 1.24 })),
  ])
  return paragraph(lines, x)
}

/** The contact centre's telephones (R23, R31) under a line. */
export function contact({ faces, facts, voices }: SlipPage): Block {
  const label = [...beside(voices.say('slip.contactCentre')), { text: ' ', face: 'PTSans-Regular' as const }]
  const room = WIDTH - widthOf(faces, label, 7.5)
  const phones = oneLine(faces, facts.office.contactCentre, 'PTSans-Bold', 7.5, room)
  const line = paragraph([{ runs: [...label, { text: phones, face: 'PTSans-Bold' }], size: 7.5, height: 9.4 }], LEFT)
  return {
    height: line.height + mm(1.1),
    draw(sheet, top) {
      sheet.rule(LEFT, top, WIDTH, mm(0.2))
      line.draw(sheet, top + mm(1.1))
    },
  }
}
