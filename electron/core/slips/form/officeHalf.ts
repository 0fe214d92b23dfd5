import { formatDate } from '#shared/domain'
import type { Face } from '../../paper/faces'
import { oneLine, widthOf, wrap, type Run } from '../../paper/fit'
import { GREY, mm, paragraph, within, type Block, type Sheet, type TextLine } from '../../paper/Sheet'
import { drawCode } from './answerBox'
import { LEFT, PAGE, RIGHT, WIDTH, type SlipPage } from './SlipPage'
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

/** Number, moment, applicant, deadline and sheets on one line, evenly spread; the applicant's name gives way. */
function drawTopLine(sheet: Sheet, { faces, facts, voices }: SlipPage, top: number): void {
  const plain = (text: string): Run[] => [{ text, face: 'PTSans-Regular' }]
  const bold = (text: string): Run => ({ text, face: 'PTSans-Bold' })
  const moment = `${formatDate(facts.registeredOn)}${facts.registeredAt && `, ${facts.registeredAt}`}`
  const deadline = [...plain(`${voices.say('slip.half.deadline').main} `), bold(formatDate(facts.term.deadline))]
  const sheets = plain(sheetsShort(facts, voices.say('words.sheets', { count: facts.annexSheets || facts.sheets }).main))
  const number = numberRuns(facts.numberParts)
  const numberSize = Math.min(14, (14 * mm(42)) / widthOf(faces, number, 14))
  const taken =
    widthOf(faces, number, numberSize) +
    [plain(moment), deadline, sheets].reduce((sum, runs) => sum + widthOf(faces, runs, 8.5), 0)
  const room = WIDTH - taken - 4 * mm(3.5)
  const face = faces.width(facts.applicant, 'PTSans-Regular', 8.5) <= room ? 'PTSans-Regular' : 'PTSansNarrow-Regular'
  const name: Run[] = [{ text: oneLine(faces, facts.applicant, face, 8.5, room), face }]
  const items = [plain(moment), name, deadline, sheets].filter((runs) => runs.some(({ text }) => text !== ''))
  const space = (WIDTH - taken - widthOf(faces, name, 8.5)) / items.length
  const baseline = top + mm(4.1)
  sheet.within('P', () => {
    sheet.runs(number, numberSize, LEFT, baseline)
    let x = LEFT + widthOf(faces, number, numberSize)
    for (const runs of items) {
      sheet.runs(runs, 8.5, x + space, baseline)
      x += space + widthOf(faces, runs, 8.5)
    }
  })
  sheet.rule(LEFT, top + TOP_LINE, WIDTH, mm(0.2))
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
