import type { Faces } from '../../paper/faces'
import { mm, Sheet, type Block } from '../../paper/Sheet'
import { Voices } from '../../paper/voices'
import { foot } from './foot'
import { heading } from './heading'
import { quarterOf, type Quarter } from './quarter'
import { reasonsOfYear } from './reasons'
import type { YearFacts } from './yearFacts'
import { PAGE, type Allowance, type YearPage } from './YearPage'

const ALL = Number.MAX_SAFE_INTEGER
const WHOLE = { letters: ALL, lines: ALL, pooled: false }
const TIGHT = { ...WHOLE, day: mm(4), narrow: true, pooled: true }

/**
 * From roomy to tight: first the height of the days goes, then the reasons become narrow, then they leave their months and fill the quarter evenly, then they become
 * small, then names and orders that people wrote lose their ends (they stand whole in the program), last whole reasons go, counted.
 */
const ALLOWANCES: readonly [Allowance, ...Allowance[]] = [
  { ...WHOLE, day: mm(5.4), size: 8, narrow: false },
  { ...WHOLE, day: mm(5), size: 8, narrow: false },
  { ...WHOLE, day: mm(5), size: 7.5, narrow: false },
  { ...WHOLE, day: mm(5), size: 8, narrow: true },
  { ...WHOLE, day: mm(4.7), size: 7.5, narrow: true },
  { ...WHOLE, day: mm(4.4), size: 7.5, narrow: true },
  { ...TIGHT, day: mm(4.4), size: 7.5 },
  { ...TIGHT, size: 7.5 },
  { ...TIGHT, size: 7 },
  { ...TIGHT, day: mm(3.8), size: 6.5 },
  ...[140, 100, 70, 50, 30].map((letters) => ({ ...TIGHT, day: mm(3.8), size: 6.5, letters })),
  { ...TIGHT, day: mm(3.7), size: 6.5, letters: 30, lines: 7 },
  { ...TIGHT, day: mm(3.6), size: 6.5, letters: 30, lines: 4 },
]
/** Days grow into spare room up to this height; what is left beyond stands below the quarters. */
const HIGHEST_DAY = mm(6)
const STEP = mm(0.05)

/** The year's page: every mark on it, in reading order. Always one page (see `ALLOWANCES`). */
export function layOut(faces: Faces, facts: YearFacts): Sheet {
  const page = {
    faces,
    facts,
    voices: new Voices(facts.languages),
    listed: new Map(facts.days.map((day) => [day.date, day])),
  }
  let laid = pageWith({ ...page, allowance: ALLOWANCES[0] })
  for (const allowance of ALLOWANCES.slice(1)) {
    if (spareOf(laid, laid.day) >= 0) break
    laid = pageWith({ ...page, allowance })
  }
  const sheet = new Sheet(faces)
  draw(sheet, laid)
  return sheet
}

interface LaidPage {
  head: Block
  quarters: Quarter[]
  foot: Block
  /** Least height of a day. */
  day: number
}

function pageWith(page: YearPage): LaidPage {
  const reasons = reasonsOfYear(page)
  const quarters = [0, 1, 2, 3].map((quarter) => quarterOf(page, quarter, reasons))
  return { head: heading(page), quarters, foot: foot(page), day: page.allowance.day }
}

/** Room that is left with days so high, in points; negative when the year does not fit. */
function spareOf({ head, quarters, foot: end }: LaidPage, dayHeight: number): number {
  const room = PAGE.height - PAGE.top - PAGE.bottom - head.height - end.height
  return room - quarters.reduce((sum, quarter) => sum + quarter.height(dayHeight), 0)
}

function draw(sheet: Sheet, laid: LaidPage): void {
  const { head, quarters, foot: end } = laid
  let dayHeight = laid.day
  while (dayHeight < HIGHEST_DAY && spareOf(laid, dayHeight + STEP) >= 0) dayHeight += STEP
  const below = Math.max(0, spareOf(laid, dayHeight)) / quarters.length
  head.draw(sheet, PAGE.top)
  let y = PAGE.top + head.height
  for (const quarter of quarters) {
    quarter.draw(sheet, y, dayHeight, below)
    y += quarter.height(dayHeight) + below
  }
  end.draw(sheet, PAGE.height - PAGE.bottom - end.height)
}
