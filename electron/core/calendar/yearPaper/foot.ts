import { formatDate } from '#shared/domain'
import { wrap } from '../../paper/fit'
import { GREY, mm, paragraph, type Block, type Sheet } from '../../paper/Sheet'
import { secondRun, besideText } from '../../paper/voices'
import { drawDay, type DaySign } from './daySigns'
import { totalsTable } from './totalsTable'
import { DAY, LEFT, NARROW, REGULAR, RIGHT, saidLine, WIDTH, type YearPage } from './YearPage'

const LEGEND = mm(88)
const ROW = mm(4.6)
const LINE = 7.5 * 1.22

/** What the signs mean, the totals of the year, the laws, and when it was printed. */
export function foot(page: YearPage): Block {
  const legend = legendBlock(page)
  const totals = totalsTable(page, LEFT + LEGEND + mm(4), RIGHT)
  const laws = lawsBlock(page)
  const height = Math.max(legend.height, totals.height)
  return {
    height: mm(1.6) + height + mm(1.4) + laws.height,
    draw(sheet, top) {
      for (const shift of [0, mm(0.7)]) sheet.rule(LEFT, top + shift, WIDTH, mm(0.2))
      legend.draw(sheet, top + mm(1.9))
      totals.draw(sheet, top + mm(1.9))
      laws.draw(sheet, top + mm(1.6) + height + mm(1.4))
    },
  }
}

function legendBlock(page: YearPage): Block {
  const { voices } = page
  const tab = (of: string): string => voices.say(`yearPaper.tabs.${of}`).main
  const plain: DaySign = { field: true, frame: 'none', bold: false, tab: null }
  const rows: { key: string; day: number; sign: DaySign }[] = [
    { key: 'holiday', day: 1, sign: { ...plain, frame: 'whole', bold: true } },
    { key: 'substitute', day: 4, sign: { ...plain, frame: 'dashed' } },
    { key: 'estimated', day: 16, sign: { ...plain, frame: 'dotted', bold: true } },
    { key: 'weekend', day: 9, sign: plain },
    { key: 'off', day: 8, sign: { ...plain, frame: 'whole', bold: true, tab: tab('off') } },
    { key: 'work', day: 17, sign: { field: false, frame: 'whole', bold: true, tab: tab('work') } },
  ]
  return {
    height: rows.length * ROW,
    draw(sheet, top) {
      const drawRow = (index: number): void => {
        const { key, day, sign } = rows[index]!
        const y = top + index * ROW
        sheet.within('Lbl', () => drawDay(sheet, day, sign, { x: LEFT, y, height: ROW }))
        sheet.within('LBody', () => drawLegendText(sheet, page, key, y))
      }
      sheet.within('L', () => rows.forEach((_, index) => sheet.within('LI', () => drawRow(index))))
    },
  }
}

function drawLegendText(sheet: Sheet, { faces, voices }: YearPage, key: string, y: number): void {
  const x = LEFT + DAY + mm(2)
  const { runs, size } = saidLine(faces, voices.say(`yearPaper.legend.${key}`), LEGEND - DAY - mm(2))
  sheet.runs(runs, size, x, y + faces.baseline(runs[0]!.face, size, ROW))
}

function lawsBlock({ faces, facts, voices }: YearPage): Block {
  const laws = voices.say('yearPaper.laws')
  const printed = `${besideText(voices.say('yearPaper.printed'))} ${formatDate(facts.printedOn)}`
  const room = WIDTH - faces.width(printed, NARROW, 7.5) - mm(4)
  const texts = [laws.main, ...(laws.second === null ? [] : [laws.second])]
  const face = texts.every((text) => faces.width(text, REGULAR, 7.5) <= room) ? REGULAR : NARROW
  const lines = texts.flatMap((text, index) =>
    wrap(faces, [index === 0 ? { text, face } : secondRun(text, face)], 7.5, room).map((runs) => ({
      runs,
      size: 7.5,
      height: LINE,
    })),
  )
  const text = paragraph(lines, LEFT)
  return {
    height: text.height + mm(1.2),
    draw(sheet, top) {
      sheet.rule(LEFT, top, WIDTH, mm(0.2))
      sheet.within('P', () => text.draw(sheet, top + mm(1.2)))
      const baseline = top + mm(1.2) + text.height - LINE + faces.baseline(NARROW, 7.5, LINE)
      sheet.within('P', () => sheet.text(printed, { face: NARROW, size: 7.5, colour: GREY }, RIGHT, baseline, 'right'))
    },
  }
}
