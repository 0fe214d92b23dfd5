import { oneLine, widthOf, type Run } from '../../paper/fit'
import { mm, paragraph, within, GREY, type Block, type TextLine } from '../../paper/Sheet'
import { beside, secondIn } from '../../paper/voices'
import { typedLines } from './heading'
import { atMost, fitted, LEFT, RIGHT, sizes, WIDTH, type SlipPage } from './SlipPage'

const SIZE = 7.5
const HEIGHT = 9.4
const NOTE = [...sizes('PTSans-Regular', [7.5, 2]), ...sizes('PTSansNarrow-Regular', [7.5, 5])] as const

/** The contact centre's telephones (R23, R31), the words by which the slip is checked over the telephone, and what the office adds, under a line. */
export function contact(page: SlipPage): Block {
  const { faces, facts } = page
  const words = checkWordRuns(page)
  const wordsWidth = widthOf(faces, words, SIZE)
  const label = [...beside(page.voices.say('slip.contactCentre')), { text: ' ', face: 'PTSans-Regular' as const }]
  const labelWidth = widthOf(faces, label, SIZE)
  const whole = labelWidth + faces.width(facts.office.contactCentre, 'PTSans-Bold', SIZE)
  const together = words.length === 0 || whole + mm(4) + wordsWidth <= WIDTH
  const phones = oneLine(faces, facts.office.contactCentre, 'PTSans-Bold', SIZE, WIDTH - labelWidth)
  const first: TextLine = { runs: [...label, { text: phones, face: 'PTSans-Bold' }], size: SIZE, height: HEIGHT }
  const line = within('P', paragraph([first], LEFT))
  const check = within(
    'P',
    paragraph([{ runs: words, size: SIZE, height: HEIGHT }], together ? RIGHT : LEFT, together ? 'right' : 'left'),
  )
  const note = noteBlock(page)
  const above = mm(1.1) + HEIGHT + (together ? 0 : HEIGHT)
  return {
    height: above + note.height,
    draw(sheet, top) {
      sheet.rule(LEFT, top, WIDTH, mm(0.2))
      line.draw(sheet, top + mm(1.1))
      if (words.length > 0) check.draw(sheet, top + mm(1.1) + (together ? 0 : HEIGHT))
      note.draw(sheet, top + above)
    },
  }
}

/** «Тексеру сөздері / Проверка қайың, көпір, тоғыз»; nothing on a slip that proves nothing. */
export function checkWordRuns({ facts: { proof }, voices }: Pick<SlipPage, 'facts' | 'voices'>): Run[] {
  if (!proof) return []
  return [
    ...beside(voices.say('slip.words')),
    { text: ` ${proof.words.join(', ')}`, face: 'PTSans-Bold', ...(voices.main !== 'kk' && { language: 'kk' }) },
  ]
}

function noteBlock({ faces, facts, voices, allowance }: SlipPage): Block {
  const { main, second } = facts.own ? voices.of(facts.own.note) : { main: '', second: null }
  const most = allowance.fieldLines
  const lines = (text: string, look: { colour?: string; language?: string }): TextLine[] =>
    typedLines(text, most).flatMap((line) => fitted(faces, line, WIDTH, atMost(most, NOTE), { leading: 1.2, ...look }))
  const all = [...lines(main, {}), ...lines(second ?? '', { colour: GREY, ...secondIn(voices) })]
  return within('P', paragraph(all, LEFT))
}
