import { isComplaint, type Kind } from '#shared/domain'
import { GREY, mm, paragraph, within, type Block, type TextLine } from '../../paper/Sheet'
import { atMost, fitted, LEFT, RIGHT, sizes, WIDTH, type SlipPage } from './SlipPage'
import { ON_SLIP, stampBlock } from './stamp'
import { beside, besideText, secondIn, type Said } from '../../paper/voices'

const NAME = [
  ...sizes('PTSans-Bold', [12, 2], [11, 2], [10, 3]),
  ...sizes('PTSansNarrow-Bold', [9.5, 4], [8.5, 5], [7.5, 6]),
] as const

/** The word for the letter that the slip speaks of: a complaint (R11), an appeal (Code 350-VI art. 4(16)), or a letter that is neither. */
export function namedAs(kind: Kind): 'complaint' | 'appeal' | 'letter' {
  if (isComplaint(kind)) return 'complaint'
  return kind === 'officialLetter' || kind === 'thanks' ? 'letter' : 'appeal'
}

/** What the slip is and for whom, beside the stamp; `title` is what it is. */
export function crown(page: SlipPage, title: Said = page.voices.say(`slip.headings.${namedAs(page.facts.kind)}`)): Block {
  const mark = stampOf(page)
  const width = WIDTH - mark.width - mm(5)
  const titles = within('H1', paragraph(titleLines(page, title, width), LEFT))
  const applicant = within('P', paragraph(applicantLines(page, width), LEFT))
  const height = Math.max(mark.height, titles.height + applicant.height + mm(3))
  return {
    height,
    draw(sheet, top) {
      titles.draw(sheet, top)
      mark.draw(sheet, top)
      sheet.rule(LEFT, top + height - applicant.height - mm(1), width, mm(0.2))
      applicant.draw(sheet, top + height - applicant.height)
    },
  }
}

function stampOf({ faces, facts, voices, allowance }: SlipPage): ReturnType<typeof stampBlock> {
  const look = { ...ON_SLIP, nameLines: allowance.fieldLines }
  const stamped = { ...facts, office: facts.office.name, russian: facts.own?.stampRussian ?? false }
  return stampBlock(faces, voices, stamped, look, RIGHT - look.width)
}

function titleLines({ faces, voices }: SlipPage, title: Said, width: number): TextLine[] {
  const second = title.second ?? ''
  return [
    ...fitted(faces, title.main, width, sizes('PTSerif-Bold', [13, 2], [12, 3]), { leading: 1.15 }),
    ...fitted(faces, second, width, sizes('PTSerif-Regular', [9, 2]), { leading: 1.25, colour: GREY, ...secondIn(voices) }),
  ]
}

function applicantLines({ faces, facts, voices, allowance }: SlipPage, width: number): TextLine[] {
  const name = facts.applicant || besideText(voices.say('words.notStated.name'))
  const label = beside(voices.say('slip.applicant'))
  const people = facts.people > 1 ? besideText(voices.say('slip.people', { count: facts.people })) : ''
  return [
    { runs: label, size: 8.5, height: 8.5 * 1.25 },
    ...fitted(faces, name, width, atMost(allowance.applicantLines, NAME), { leading: 1.25 }),
    ...fitted(faces, people, width, sizes('PTSans-Regular', [8, 1], [7.5, 1]), { leading: 1.25 }),
  ]
}
