import { formatDate } from '#shared/domain'
import { fit } from '../../paper/fit'
import { INK, mm, paragraph, within, type Block } from '../../paper/Sheet'
import { besideText } from '../../paper/voices'
import { drawCode } from '../form/answerBox'
import { drawLogo, sized, typedLines } from '../form/heading'
import { correctionMark, printMark } from '../form/printMarks'
import { ON_SLIP, stampBlock } from '../form/stamp'
import { TEXT, type Large } from './Large'

const LOGO = { width: mm(40), height: mm(18) } as const
const CODE = mm(50)

/** Whose slip it is, the stamp (R7), for whom, who accepted it (R8), and the day of the answer (R9) beside the code. */
export function addFacts(large: Large): void {
  const { column, facts, voices, said } = large
  head(large)
  column.text(said.title.main, { face: 'PTSerif-Bold', size: 26, tag: 'H1' })
  const marks = [printMark({ facts, voices }), correctionMark({ facts, voices })].filter((text) => text !== '')
  for (const mark of marks) column.text(mark, { face: 'PTSans-Bold', size: TEXT })
  const look = { ...ON_SLIP, width: column.look.width, edge: mm(5), number: 44, small: TEXT, moment: TEXT, ink: INK }
  // The other language has its own pages.
  const stamped = { ...facts, office: facts.office.name, russian: facts.own?.stampRussian ?? false }
  column.add(stampBlock(column.faces, voices, stamped, look, column.look.left))
  const name = facts.applicant || voices.say('words.notStated.name').main
  line(large, voices.say('slip.applicant').main, name, 8)
  if (facts.people > 1) column.text(voices.say('slip.people', { count: facts.people }).main, { size: TEXT, gap: 0 })
  line(large, voices.say('slip.rows.acceptedBy').main, facts.acceptedBy.name, 4)
  column.add(postAndSignature(large), 0)
  column.add(answer(large))
}

/** The post of who accepted the letter, and a line to sign on at its right, or beneath a long one. */
function postAndSignature({ column, facts, voices }: Large): Block {
  const { left, width, pen, leading } = column.look
  const { lines } = fit(column.faces, voices.of(facts.acceptedBy.position).main, width, [
    { face: 'PTSans-Regular', size: TEXT, lines: 5 },
  ])
  const texts = within(
    'P',
    paragraph(
      lines.map((text) => ({ runs: [{ text, face: 'PTSans-Regular' as const }], size: TEXT, height: TEXT * leading })),
      left,
    ),
  )
  const taken = lines.length === 1 ? column.faces.width(lines[0]!, 'PTSans-Regular', TEXT) + mm(4) : 0
  const beside = lines.length <= 1 && width - taken >= mm(45)
  const height = texts.height + (beside ? 0 : mm(10))
  return {
    height,
    draw(sheet, top) {
      texts.draw(sheet, top)
      const from = beside ? taken : 0
      sheet.rule(left + from, top + height - mm(1.5), width - from, pen)
    },
  }
}

function head({ column, facts, voices, logo }: Large): void {
  const { left, width, leading } = column.look
  const picture = logo && sized(logo, LOGO)
  const taken = picture ? picture.width + mm(4) : 0
  const typed = facts.own && voices.of(facts.own.heading).main
  const lines = typedLines(typed || voices.of(facts.office.name).main, 5)
  const set = lines.flatMap(
    (text) => fit(column.faces, text, width - taken, [{ face: 'PTSans-Bold', size: TEXT, lines: 5 }]).lines,
  )
  const names = within(
    'P',
    paragraph(
      set.map((text) => ({ runs: [{ text, face: 'PTSans-Bold' as const }], size: TEXT, height: TEXT * leading })),
      left + taken,
    ),
  )
  const height = Math.max(names.height, picture?.height ?? 0)
  column.add({
    height,
    draw(sheet, top) {
      if (picture) drawLogo(sheet, picture, left, top + (height - picture.height) / 2)
      names.draw(sheet, top + (height - names.height) / 2)
    },
  })
}

/** «Қабылдады: **Қасенова А. Т.**» */
export function line({ column }: Large, label: string, value: string, most: number): void {
  if (value === '') return
  const room = column.look.width - column.faces.width(`${label}: `, 'PTSans-Regular', TEXT)
  if (column.faces.width(value, 'PTSans-Bold', TEXT) <= room)
    return column.runs(
      [
        { text: `${label}: `, face: 'PTSans-Regular' },
        { text: value, face: 'PTSans-Bold' },
      ],
      { size: TEXT },
    )
  column.text(`${label}:`, { size: TEXT })
  column.text(value, { face: 'PTSans-Bold', size: TEXT, most, gap: 0 })
}

/** The day of the answer in a frame, and the code at its right. */
function answer(large: Large): Block {
  const { column, facts, voices, said, codes } = large
  const { left, width, leading, pen } = column.look
  const texts = [
    { text: voices.say('slip.deadline').main, face: 'PTSans-Regular', size: TEXT },
    { text: formatDate(facts.term.deadline), face: 'PTSerif-Bold', size: 44 },
    { text: said.day.main, face: 'PTSans-Bold', size: TEXT },
    { text: besideText(said.term), face: 'PTSans-Regular', size: TEXT },
  ] as const
  const lines = texts.map(({ size, ...run }) => ({ runs: [run], size, height: size * leading }))
  const block = within('P', paragraph(lines, left + mm(4)))
  const height = Math.max(block.height + mm(6), CODE)
  return {
    height,
    draw(sheet, top) {
      sheet.frame(left, top, width, height, pen * 1.5)
      block.draw(sheet, top + (height - block.height) / 2)
      drawCode(sheet, large, codes.applicant, { x: left + width - CODE, y: top + (height - CODE) / 2, side: CODE })
    },
  }
}
