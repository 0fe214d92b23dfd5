import { mm, Sheet } from '../../paper/Sheet'
import { pageOf, type Paper, type PaperMaker } from '../form/Paper'
import { addressBlock } from './addressBlock'
import type { MailFacts } from './mailFacts'

/** Sizes of address labels in millimetres. */
export const LABELS = { '70x37': [70, 37], '105x48': [105, 48] } as const
export type LabelSize = keyof typeof LABELS

const MARGIN = 4

/** An address label: name, address, postal code, nothing else; as large as they fit. */
export function label(maker: PaperMaker, { number, to }: MailFacts, size: LabelSize): Paper {
  const [width, height] = LABELS[size]
  const sheet = new Sheet(maker.faces)
  const room = { x: mm(MARGIN), width: mm(width - 2 * MARGIN), height: mm(height - 2 * MARGIN) }
  const block = addressBlock(maker, to, room, false)
  block.draw(sheet, mm(MARGIN) + Math.max(0, (room.height - block.height) / 2))
  const title = maker.voices.say('papers.mail.label', { number }).main
  return { size: pageOf(width, height), pages: [sheet], title }
}
