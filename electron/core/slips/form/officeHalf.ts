import { formatDate } from '#shared/domain'
import type { Face } from '../../paper/faces'
import { fit, widthOf, wrap, type Run } from '../../paper/fit'
import { GREY, mm, paragraph, within, type Block, type Sheet, type TextLine } from '../../paper/Sheet'
import { drawCode } from './answerBox'
import { LEFT, PAGE, RIGHT, sizes, WIDTH, type SlipPage } from './SlipPage'
import { drawScissors } from './scissors'
import { sheetsShort } from './sheetsShort'
import { numberRuns } from './stamp'
import { besideText, secondIn } from '../../paper/voices'

const TEAR = mm(7.6)
const TOP_LINE = mm(6)
const QR = mm(13.6)
const SIGNATURE = mm(9)
const DATE = mm(38)
const GAP = mm(4)
const NAME = [...sizes('PTSans-Regular', [8.5, 1]), ...sizes('PTSansNarrow-Regular', [8.5, 1], [7.5, 1], [7, 2])] as const
// The lines of a name in two, from the common baseline.
const TWO_LINES = [-mm(1.5), mm(1.1)]

/** The lower part, torn off and kept by the office: the applicant signs that the slip was received and the contacts are right (art. 66(4), 94(2)). */
export function officeHalf(page: SlipPage): Block {
  const code = page.codes.office
  const statements = statementColumns(page)
  const middle = Math.max(QR - mm(2), ...statements.map(({ height }) => height))
  const height = TEAR + TOP_LINE + mm(1.6) + middle + mm(0.8) + SIGNATURE
  return {
    height,
    draw(sheet, top) {
      drawTear(sheet, page, top)
      drawTopLine(sheet, page, top + TEAR)
      const below = top + TEAR + TOP_LINE + mm(1.6)
      statements.forEach((text) => text.draw(sheet, below))
      // The code's quiet zone reaches into the margin, so that its dark modules end at the edge of the text.
      const quiet = (QR * 4) / (code.size + 8)
      drawCode(sheet, page, code, { x: RIGHT - QR + quiet, y: below - quiet + mm(0.3), side: QR })
      drawSignatures(sheet, page, top + height - SIGNATURE)
    },
  }
}

function drawTear(sheet: Sheet, { faces, voices }: SlipPage, top: number): void {
  const middle = top + mm(2.2) + mm(1.5)
  drawScissors(sheet, mm(4), middle)
  const text = besideText(voices.say('slip.tear'))
  const x = mm(11)
  sheet.within('H2', () => sheet.text(text, { face: 'PTSans-Regular', size: 7, colour: GREY }, x, middle + mm(0.85)))
  const start = x + faces.width(text, 'PTSans-Regular', 7) + mm(2)
  sheet.rule(start, middle, PAGE.width - start, { width: mm(0.3), dash: mm(0.9) })
}

/** What stands on the top line, in one line or two. */
interface Item {
  lines: Run[][]
  size: number
}

/** Number, moment, applicant, deadline and sheets on one line, evenly spread; the applicant's name gives way: what is beside it is set narrow, and then it takes a second line. */
function drawTopLine(sheet: Sheet, page: SlipPage, top: number): void {
  const { faces, facts } = page
  const number = numberRuns(facts.numberParts)
  const numberSize = Math.min(14, (14 * mm(42)) / widthOf(faces, number, 14))
  const numberWidth = widthOf(faces, number, numberSize)
  const usual = besideNumber(page, numberWidth, false)
  const { items } = usual.whole ? usual : besideNumber(page, numberWidth, true)
  const wide = ({ lines, size }: Item): number => Math.max(...lines.map((runs) => widthOf(faces, runs, size)))
  const space = (WIDTH - numberWidth - items.reduce((sum, item) => sum + wide(item), 0)) / items.length
  const baseline = top + mm(4.1)
  sheet.within('P', () => {
    sheet.runs(number, numberSize, LEFT, baseline)
    let x = LEFT + numberWidth
    for (const item of items) {
      const shifts = item.lines.length === 1 ? [0] : TWO_LINES
      item.lines.forEach((runs, line) => sheet.runs(runs, item.size, x + space, baseline + shifts[line]!))
      x += space + wide(item)
    }
  })
  sheet.rule(LEFT, top + TOP_LINE, WIDTH, mm(0.2))
}

/** What stands after the number; `whole`: the name is in one line. */
function besideNumber(
  { faces, facts, voices }: SlipPage,
  numberWidth: number,
  narrow: boolean,
): { items: Item[]; whole: boolean } {
  const [face, boldFace]: [Face, Face] = narrow
    ? ['PTSansNarrow-Regular', 'PTSansNarrow-Bold']
    : ['PTSans-Regular', 'PTSans-Bold']
  const line = (...runs: Run[]): Item => ({ lines: [runs], size: 8.5 })
  const moment = line({ text: `${formatDate(facts.registeredOn)}${facts.registeredAt && `, ${facts.registeredAt}`}`, face })
  const until = `${voices.say('slip.half.deadline').main} `
  const deadline = line({ text: until, face }, { text: formatDate(facts.term.deadline), face: boldFace })
  const count = voices.say('words.sheets', { count: facts.annexSheets || facts.sheets }).main
  const sheets = line({ text: sheetsShort(facts, count), face })
  const taken = [moment, deadline, sheets].reduce((sum, { lines, size }) => sum + widthOf(faces, lines[0]!, size), numberWidth)
  const name = fit(faces, facts.applicant, WIDTH - taken - 4 * mm(3.5), NAME)
  const named = { lines: name.lines.map((text) => [{ text, face: name.face }]), size: name.size }
  const items = [moment, named, deadline, sheets].filter(({ lines }) => lines.flat().some(({ text }) => text !== ''))
  return { items, whole: name.lines.length === 1 && !name.cut }
}

function statementColumns({ faces, voices, allowance }: SlipPage): Block[] {
  const statement = voices.say('slip.half.received')
  const room = WIDTH - QR - GAP
  const face: Face = allowance.narrow ? 'PTSansNarrow-Regular' : 'PTSans-Regular'
  const set = (run: Pick<Run, 'text' | 'language'>, width: number, size: number, x: number): Block => {
    const lines = wrap(faces, [{ ...run, face }], size, width).map((runs): TextLine => ({ runs, size, height: size * 1.22 }))
    return within('P', paragraph(lines, x))
  }
  if (statement.second === null) return [set({ text: statement.main }, room, 8.5, LEFT)]
  const column = (room - GAP) / 2
  return [
    set({ text: statement.main }, column, 7.5, LEFT),
    set({ text: statement.second, ...secondIn(voices) }, column, 7.5, LEFT + column + GAP),
  ]
}

function drawSignatures(sheet: Sheet, { faces, voices }: SlipPage, top: number): void {
  const line = top + mm(5)
  const baseline = line + mm(0.4) + faces.baseline('PTSans-Regular', 7.5, 9.4)
  const small = { face: 'PTSans-Regular', size: 7.5, colour: GREY } as const
  const date = RIGHT - DATE
  sheet.rule(LEFT, line, WIDTH - DATE - mm(6), mm(0.25))
  sheet.rule(date, line, DATE, mm(0.25))
  sheet.within('P', () => sheet.text(besideText(voices.say('slip.half.signature')), small, LEFT, baseline))
  sheet.within('P', () => sheet.text(besideText(voices.say('slip.half.date')), small, date, baseline))
}
