import { GREY, mm, paragraph, Sheet } from '../../paper/Sheet'
import { besideText } from '../../paper/voices'
import { pageOf, type Paper, type PaperMaker } from '../form/Paper'
import { BOLD, fitted, NARROW, REGULAR, steps } from '../form/texts'
import { addressBlock } from './addressBlock'
import type { MailFacts } from './mailFacts'

/** Formats of envelopes and their sizes in millimetres (ISO 269). */
export const ENVELOPES = { c5: [229, 162], dl: [220, 110], c4: [324, 229] } as const
export type EnvelopeSize = keyof typeof ENVELOPES

const MARGIN = 12
/** What the post needs free at the right of the sender for stamps and postmark, in millimetres. */
const STAMPS = 80
/** The field of the addressee and its distance from the right and lower edges, in millimetres. */
const ADDRESSEE = { width: 104, right: 14, bottom: 15 } as const
const PLAIN = { leading: 1.22 } as const

/** Height that the addressee's field may take: what is left under the sender, on a small envelope less. */
const FIELD_HEIGHT: Readonly<Record<EnvelopeSize, number>> = { c5: 78, dl: 56, c4: 90 }

/** An envelope: the sender in the upper left corner, the addressee at the lower right with the boxes of the postal code, room for stamps at the upper right. Long names and addresses are set smaller. */
export function envelope(maker: PaperMaker, { number, to }: MailFacts, size: EnvelopeSize): Paper {
  const [width, height] = ENVELOPES[size]
  const sheet = new Sheet(maker.faces)
  drawSender(sheet, maker, number, Math.min(110, width - STAMPS - MARGIN))
  const x = mm(width - ADDRESSEE.right - ADDRESSEE.width)
  const room = { x, width: mm(ADDRESSEE.width), height: mm(FIELD_HEIGHT[size]) }
  const block = addressBlock(maker, to, room, true)
  block.draw(sheet, mm(height - ADDRESSEE.bottom) - block.height)
  const title = maker.voices.say('papers.mail.envelope', { number }).main
  return { size: pageOf(width, height), pages: [sheet], title }
}

function drawSender(sheet: Sheet, { faces, voices, imprint: { office } }: PaperMaker, number: string, width: number): void {
  const room = mm(width)
  const [name, address] = [voices.of(office.name), voices.of(office.address)]
  const lines = [
    ...fitted(faces, besideText(voices.say('papers.mail.from')), room, steps(REGULAR, [7.5, 1]), { colour: GREY }),
    ...fitted(faces, name.main, room, [...steps(BOLD, [10, 2], [9, 2]), ...steps('PTSansNarrow-Bold', [8, 2])], PLAIN),
    ...fitted(faces, name.second ?? '', room, [...steps(REGULAR, [9, 2], [8.5, 2]), ...steps(NARROW, [8, 2])], PLAIN),
    ...fitted(faces, address.main, room, [...steps(REGULAR, [9, 2]), ...steps(NARROW, [8, 2])], PLAIN),
    ...fitted(faces, `№ ${number}`, room, steps(REGULAR, [9, 1], [7, 1]), { leading: 1.6 }),
  ]
  sheet.within('P', () => paragraph(lines, mm(MARGIN)).draw(sheet, mm(MARGIN - 2)))
}
