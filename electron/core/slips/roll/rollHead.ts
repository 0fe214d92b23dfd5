import { mm } from '../../paper/Sheet'
import { secondIn } from '../../paper/voices'
import { drawLogo, sized, typedLines } from '../form/heading'
import { correctionMark, printMark } from '../form/printMarks'
import { ON_SLIP, stampBlock } from '../form/stamp'
import type { Roll } from './Roll'

const LOGO = { width: mm(40), height: mm(15) } as const

/** Picture, office, title, marks and the stamp (R7, R27–R29). */
export function addHead({ column, facts, voices, said, logo }: Roll): void {
  const { left, width } = column.look
  if (logo) {
    const picture = sized(logo, LOGO)
    column.add({
      height: picture.height,
      draw: (sheet, top) => drawLogo(sheet, picture, left + (width - picture.width) / 2, top),
    })
  }
  const typed = facts.own && voices.of(facts.own.heading)
  const name = typed?.main ? typed : voices.of(facts.office.name)
  const centre = { align: 'centre', most: 4, gap: 0 } as const
  for (const line of typedLines(name.main, 6)) column.text(line, { ...centre, face: 'PTSans-Bold', size: 10.5 })
  for (const line of typedLines(name.second ?? '', 6)) column.text(line, { ...centre, size: 9, ...secondIn(voices) })
  column.text(voices.of(facts.office.address).main, { ...centre, size: 8.5 })
  column.text(facts.office.phone, { ...centre, size: 8.5 })
  column.rule()
  column.text(said.title.main, { ...centre, face: 'PTSerif-Bold', size: 13, tag: 'H1', gap: mm(1.4) })
  column.text(said.title.second ?? '', { ...centre, size: 9, ...secondIn(voices) })
  const marks = [printMark({ facts, voices }), correctionMark({ facts, voices })].filter((text) => text !== '')
  if (marks.length > 0)
    column.framed(mm(1), (inner) => marks.forEach((text) => inner.text(text, { ...centre, face: 'PTSans-Bold', size: 9 })))
  const look = { ...ON_SLIP, width, edge: mm(3.4), number: 32, small: 8.5, moment: 10 }
  const stamped = { ...facts, office: facts.office.name, russian: facts.own?.stampRussian ?? false }
  column.add(stampBlock(column.faces, voices, stamped, look, left))
}
