import type { Face } from '../../paper/faces'
import { fit, widthOf, type Run } from '../../paper/fit'
import { INK, mm, paragraph, type Block, type Sheet, type TextLine } from '../../paper/Sheet'
import { beside, secondRun, besideText } from '../../paper/voices'
import { BOLD, LEFT, NARROW, REGULAR, RIGHT, shortened, stepped, WIDTH, type YearPage } from './YearPage'
import { countDays } from './yearCounts'

/** The row of the title and the row beneath it: the title in the second language, and the working week. */
const TITLE = mm(9.3)
const SECOND = mm(5.6)
const SERIF = 'PTSerif-Regular'
const SERIF_BOLD = 'PTSerif-Bold'
/** Letters of a source that fill two lines. */
const MOST_SOURCE = 240
const STATUS_STEPS = [
  { face: REGULAR, size: 8.5 },
  { face: REGULAR, size: 8 },
  { face: NARROW, size: 9 },
  { face: NARROW, size: 8.5 },
  { face: NARROW, size: 8 },
] as const

/** Office, title, the year's working days, and what the calendar rests on; a draft says so beside its title and in a sentence. */
export function heading(page: YearPage): Block {
  const office = officeLines(page)
  const alone = page.voices.second === null
  const status = paragraph(statusLines(page, alone ? WIDTH - mm(52) : WIDTH), LEFT)
  const line = office.height + mm(1.2)
  const titleTop = line + mm(2)
  // In one language the second row is free for the status.
  const statusTop = titleTop + TITLE + (alone ? mm(1.4) : SECOND + mm(1.1))
  return {
    height: Math.max(statusTop + status.height, titleTop + TITLE + SECOND) + mm(1.7),
    draw(sheet, top) {
      sheet.within('P', () => office.draw(sheet, top))
      for (const shift of [0, mm(0.7)]) sheet.rule(LEFT, top + line + shift, WIDTH, mm(0.3))
      drawTitle(sheet, page, top + titleTop)
      drawTotal(sheet, page, top + titleTop)
      sheet.within('P', () => status.draw(sheet, top + statusTop))
    },
  }
}

function officeLines({ faces, facts, voices }: YearPage): Block {
  const name = voices.of(facts.office.name)
  const set = (text: string, [wide, narrow]: readonly [Face, Face], size: number, isSecond = false): TextLine[] => {
    const fitted = fit(faces, text, WIDTH, [
      { face: wide, size, lines: 1 },
      { face: narrow, size, lines: 1 },
      { face: narrow, size: 8, lines: 2 },
    ])
    const height = fitted.size * 1.25
    const { face } = fitted
    return fitted.lines.map((text) => ({ runs: [isSecond ? secondRun(text, face) : { text, face }], size: fitted.size, height }))
  }
  const first = set(name.main, [BOLD, 'PTSansNarrow-Bold'], 9.5)
  return paragraph([...first, ...set(name.second ?? '', [REGULAR, NARROW], 8.5, true)], LEFT)
}

function drawTitle(sheet: Sheet, { faces, facts, voices }: YearPage, top: number): void {
  const title = voices.say('yearPaper.title', { year: facts.year })
  const baseline = top + faces.baseline(SERIF_BOLD, 22, TITLE)
  const second = top + TITLE + faces.baseline(SERIF, 13, SECOND)
  sheet.within('H1', () => {
    sheet.text(title.main, { face: SERIF_BOLD, size: 22 }, LEFT, baseline)
    sheet.runs([secondRun(title.second, SERIF)], 13, LEFT, second)
  })
  if (facts.status !== 'draft') return
  const mark: Run[] = beside(voices.say('yearPaper.draft'), SERIF_BOLD).map((run) => ({ ...run, colour: INK }))
  const x = LEFT + faces.width(title.main, SERIF_BOLD, 22) + mm(4.5)
  const width = widthOf(faces, mark, 12) + mm(5)
  const height = mm(7)
  const y = baseline - mm(6)
  sheet.frame(x, y, width, height, mm(0.5))
  sheet.frame(x + mm(0.9), y + mm(0.9), width - mm(1.8), height - mm(1.8), mm(0.15))
  sheet.within('P', () => sheet.runs(mark, 12, x + width / 2, y + faces.baseline(SERIF_BOLD, 12, height), 'centre'))
}

/** «247 жұмыс күні», and beneath it of which week, at the right edge. */
function drawTotal(sheet: Sheet, { faces, facts, voices }: YearPage, top: number): void {
  const { working } = countDays(facts.calendar, facts.year, 0, 12)
  const unit = voices.say('yearPaper.workingDays', { count: working })
  const week = voices.say(facts.week === 5 ? 'yearPaper.week.five' : 'yearPaper.week.six')
  const wide = Math.max(...[unit.main, unit.second ?? ''].map((text) => faces.width(text, REGULAR, 9)))
  const baseline = top + faces.baseline(SERIF_BOLD, 22, TITLE)
  const lift = unit.second === null ? 0 : mm(3.5)
  sheet.within('P', () => {
    sheet.text(String(working), { face: SERIF_BOLD, size: 25 }, RIGHT - wide - mm(1.6), baseline, 'right')
    sheet.text(unit.main, { face: REGULAR, size: 9 }, RIGHT - wide, baseline - lift)
    sheet.runs([secondRun(unit.second, REGULAR)], 9, RIGHT - wide, baseline)
    sheet.runs(beside(week, NARROW), 8, RIGHT, top + TITLE + faces.baseline(SERIF, 13, SECOND), 'right')
  })
}

/** What the year rests on: its state, then the balance of working time or the order, as the office wrote it. */
function statusLines({ faces, facts, voices }: YearPage, width: number): TextLine[] {
  const state = voices.say(`yearPaper.status.${facts.status}`)
  const label = besideText(voices.say('yearPaper.source'))
  const source = facts.source === '' ? '' : `. ${label}: ${shortened(facts.source, MOST_SOURCE)}`
  return stepped(faces, (face) => [...beside(state, face), { text: source, face }], width, STATUS_STEPS)
}
