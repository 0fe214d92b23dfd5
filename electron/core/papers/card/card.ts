import { formatDate } from '#shared/domain'
import { widthOf, type Run } from '../../paper/fit'
import { mm, type Block, type Sheet } from '../../paper/Sheet'
import { besideText } from '../../paper/voices'
import { keptTogether, pieceOf, type Piece, type Room } from '../form/flow'
import { heading, officeHead, type Span } from '../form/head'
import { pagesOf } from '../form/pages'
import { A4, A5, type Paper, type PaperMaker } from '../form/Paper'
import { rowPieces } from '../form/rows'
import { signatures } from '../form/signatures'
import { BOLD, REGULAR } from '../form/texts'
import type { CardFacts } from './cardFacts'
import { cardRows } from './cardRows'

/** Formats of the card. */
export const CARDS = { a5: A5, a4: A4 } as const
export type CardSize = keyof typeof CARDS

const SIDE = { a5: mm(10), a4: mm(20) } as const
const TOP = mm(9)
const BOTTOM = mm(13)
const NUMBER = { width: mm(44), pad: mm(2) } as const

/** The registration-control card (РКК, appendix of the model rules; domain §3): on both sides of a sheet, or on more where the letter had a long life. */
export async function card(maker: PaperMaker, facts: CardFacts, format: CardSize): Promise<Paper> {
  const { voices } = maker
  const size = CARDS[format]
  const span: Span = { x: SIDE[format], width: size.width - 2 * SIDE[format] }
  const title = voices.say('papers.card.title')
  const first: Piece[] = [
    pieceOf(officeHead(maker, span)),
    { ...pieceOf(crown(maker, facts, span)), before: mm(3) },
    ...keptTogether(await rowPieces(maker, cardRows(facts, voices), span)).map((piece, index) =>
      index === 0 ? { ...piece, before: mm(2) } : piece,
    ),
    { ...pieceOf(signatures(maker, [voices.say('papers.card.offControl')], span)), before: mm(4) },
  ]
  const of = `${title.main} ${facts.entry.number}`
  const room: Room = { firstTop: TOP, nextTop: TOP, bottom: size.height - BOTTOM }
  return { size, pages: pagesOf(maker, first, { size, span, of, room }), title: of }
}

/** What it is, and the number and day in a frame; a void one is crossed out and says so. */
function crown(maker: PaperMaker, { entry, voided }: CardFacts, { x, width }: Span): Block {
  const { faces, voices } = maker
  const void_ = voided ? [besideText(voices.say('words.statuses.void')).toUpperCase()] : []
  const text = heading(maker, voices.say('papers.card.title'), { x, width: width - NUMBER.width - mm(4) }, void_)
  const runs: Run[] = entry.numberParts.map(({ text: part, isSequence }) => ({ text: part, face: isSequence ? BOLD : REGULAR }))
  const room = NUMBER.width - 2 * NUMBER.pad
  const size = Math.min(18, (18 * room) / widthOf(faces, runs, 18))
  const box = mm(18)
  const left = x + width - NUMBER.width
  const drawNumber = (sheet: Sheet, top: number): void => {
    const label = besideText(voices.say('papers.card.number'))
    sheet.text(label, { face: REGULAR, size: 7.5 }, left + NUMBER.pad, top + mm(3.8))
    const middle = left + NUMBER.width / 2
    sheet.runs(runs, size, middle, top + mm(11), 'centre')
    if (voided) sheet.rule(middle - room / 2, top + mm(11) - size * 0.24, room, 1.2)
    sheet.text(formatDate(entry.registeredOn), { face: REGULAR, size: 9 }, middle, top + mm(15.8), 'centre')
  }
  return {
    height: Math.max(text.height, box),
    draw(sheet, top) {
      text.draw(sheet, top)
      sheet.frame(left, top, NUMBER.width, box, mm(0.35))
      sheet.within('P', () => drawNumber(sheet, top))
    },
  }
}
