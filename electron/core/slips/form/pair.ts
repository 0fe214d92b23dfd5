import type { Faces } from '../../paper/faces'
import { wrap } from '../../paper/fit'
import { moved } from '../../paper/moved'
import { GREY, mm, paragraph, Sheet, within, type Block, type Mark, type TextLine } from '../../paper/Sheet'
import { besideText, secondIn, Voices } from '../../paper/voices'
import type { SlipFacts } from '../slipFacts'
import { answerBox } from './answerBox'
import { codesOf } from './codes'
import { crown } from './crown'
import { heading } from './heading'
import { ALLOWANCES, applicantBlocks } from './layOut'
import type { Picture } from './picture'
import { printMarks } from './printMarks'
import { rows } from './rows'
import { drawScissors } from './scissors'
import { LEFT, PAGE, RIGHT, WIDTH, type Allowance, type SlipPage } from './SlipPage'
import { drawStack, type Stack } from './stack'
import { strip } from './strip'

/** A4 on its side: two A5 halves, the cut between them. In points. */
export const PAIR = { width: 841.89, height: 595.28 } as const
const SIGNATURE = mm(60)
const DATE = mm(34)
/** Room to write by hand above a line. */
const HAND = mm(11)

// Without the torn-off part the rights may stand larger.
const ROOMY: readonly Allowance[] = [10, 9.2, 8.4].map((small) => ({ ...ALLOWANCES[0]!, small }))

/** The slip on A4: the applicant's half to take home on the left, on the right the office's, which the applicant signs (Code 350-VI art. 66(4), 94(2)). Always one page. */
export function layOutPair(faces: Faces, facts: SlipFacts, logo: Picture | null = null): Mark[] {
  const page = { faces, facts, voices: new Voices(facts.languages), logo, codes: codesOf(facts) }
  const allowances = [...ROOMY, ...ALLOWANCES]
  const [own, office, cut] = [new Sheet(faces), new Sheet(faces), new Sheet(faces)]
  own.within('Sect', () =>
    drawStack(own, page, allowances, (tried) => ({ upper: applicantBlocks(tried), foot: null, spare: 'round' })),
  )
  office.within('Sect', () => drawStack(office, page, allowances, officeBlocks))
  const middle = PAIR.width / 2
  drawScissors(cut, middle, mm(3.5), { down: true })
  cut.upright(middle, mm(10), PAIR.height - mm(10), { width: mm(0.3), dash: mm(0.9) })
  return [...own.marks, ...moved(office.marks, PAIR.width - PAGE.width, 0), ...cut.marks]
}

function officeBlocks(page: SlipPage): Stack {
  const marks = printMarks(page)
  const title = page.voices.say('slip.half.copy')
  const upper = [
    heading(page),
    ...(marks ? [marks] : []),
    crown(page, title),
    rows(page),
    answerBox(page, page.codes.office),
    strip(page),
  ]
  return { upper, foot: signed(page), spare: 'below' }
}

/** What the applicant states, and where the applicant signs. */
function signed({ faces, voices, allowance }: SlipPage): Block {
  const statement = voices.say('slip.half.received')
  const size = allowance.narrow ? 8 : 9.5
  const lines = (text: string, look: { colour?: string; language?: string }): TextLine[] =>
    wrap(faces, [{ text, face: 'PTSans-Regular', ...look }], size, WIDTH).map((runs) => ({ runs, size, height: size * 1.25 }))
  const main = within('P', paragraph(lines(statement.main, {}), LEFT))
  const second = within('P', paragraph(lines(statement.second ?? '', { colour: GREY, ...secondIn(voices) }), LEFT))
  const between = second.height > 0 ? mm(1) : 0
  const texts = main.height + between + second.height
  return {
    height: texts + HAND + mm(5),
    draw(sheet, top) {
      main.draw(sheet, top)
      second.draw(sheet, top + main.height + between)
      const line = top + texts + HAND
      const baseline = line + mm(0.4) + faces.baseline('PTSans-Regular', 7.5, 9.4)
      const small = { face: 'PTSans-Regular', size: 7.5, colour: GREY } as const
      const under: [text: string, x: number, width: number][] = [
        [besideText(voices.say('slip.half.signature')), LEFT, SIGNATURE],
        [besideText(voices.say('slip.half.date')), RIGHT - DATE, DATE],
      ]
      for (const [text, x, width] of under) {
        sheet.rule(x, line, width, mm(0.25))
        sheet.within('P', () => sheet.text(text, small, x, baseline))
      }
    },
  }
}
