import { mm, paragraph, type Block, type Sheet, type TextLine } from '../../paper/Sheet'
import { secondRun } from '../../paper/voices'
import { monthGrid } from './monthGrid'
import { quarterReasons } from './reasonLines'
import type { Reason } from './reasons'
import { BOLD, LEFT, monthLeft, NARROW, NUMBERS, WIDTH, type YearPage } from './YearPage'
import { countDays } from './yearCounts'

const ABOVE = mm(1.1)
const BETWEEN = mm(0.9)
const BELOW = mm(1.5)
/** What the quarters are called. */
export const QUARTERS = ['I', 'II', 'III', 'IV'] as const

/** A quarter (0–3): its number and working days at the left, then its three months with the reasons of their days. Heights in points. */
export interface Quarter {
  /** Its height with days so high. */
  height(dayHeight: number): number
  /** Draws it with that much room below. */
  draw(sheet: Sheet, top: number, dayHeight: number, below: number): void
}

/** Lays out a quarter. Reasons stand right beneath their month; where they fill all columns, beneath the longest. */
export function quarterOf(page: YearPage, quarter: number, reasons: readonly Reason[]): Quarter {
  const texts = quarterReasons(page, reasons, quarter)
  const months = (dayHeight: number): Block[] =>
    [0, 1, 2].map((place) => monthGrid(page, quarter * 3 + place, monthLeft(place), dayHeight))
  const ends = (grids: readonly Block[]): number[] => {
    const longest = Math.max(...grids.map(({ height }) => height))
    return grids.map((grid) => (page.allowance.pooled ? longest : grid.height))
  }
  const bottom = (dayHeight: number): number => {
    const grids = months(dayHeight)
    const all = ends(grids).map((end, place) => {
      const text = texts[place]!.height
      return text === 0 ? grids[place]!.height : end + BETWEEN + text
    })
    return ABOVE + Math.max(...all) + BELOW
  }
  return {
    height: bottom,
    draw(sheet, top, dayHeight, below) {
      const grids = months(dayHeight)
      sheet.rule(LEFT, top, WIDTH, mm(0.2))
      sheet.within('H2', () => drawNumber(sheet, page, quarter, top))
      for (const shift of [mm(1.3), mm(0.6)]) sheet.upright(LEFT + NUMBERS - shift, top, bottom(dayHeight) + below, mm(0.2))
      ends(grids).forEach((end, place) => {
        grids[place]!.draw(sheet, top + ABOVE)
        texts[place]!.draw(sheet, top + ABOVE + end + BETWEEN)
      })
    },
  }
}

/** «I», and beneath it «56 ж.к.». */
function drawNumber(sheet: Sheet, { facts, voices }: YearPage, quarter: number, top: number): void {
  const middle = LEFT + (NUMBERS - mm(1.3)) / 2
  const unit = voices.say('yearPaper.unit')
  const { working } = countDays(facts.calendar, facts.year, quarter * 3, quarter * 3 + 3)
  const lines = [
    { runs: [{ text: QUARTERS[quarter]!, face: 'PTSerif-Bold' }], size: 15, height: mm(8) },
    { runs: [{ text: String(working), face: BOLD }], size: 11, height: mm(4.6) },
    { runs: [{ text: unit.main, face: NARROW }], size: 8, height: mm(3.1) },
    { runs: [secondRun(unit.second, NARROW)], size: 8, height: mm(3.1) },
  ] satisfies TextLine[]
  paragraph(lines, middle, 'centre').draw(sheet, top + mm(0.4))
}
