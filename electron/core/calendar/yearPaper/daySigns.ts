import { isWorkingState, type CalendarDay, type DayState } from '#shared/domain'
import { mm, type Sheet } from '../../paper/Sheet'
import { BOLD, DAY, REGULAR } from './YearPage'

// As pale as a laser printer still prints as an even field.
const FIELD = '#dcdcdc'
const LINE = mm(0.32)
const GAP = mm(0.3)
const TAB = { width: mm(2.5), height: mm(2.8), size: 7.5 } as const
/** About how long a dash and the gap after it are together. */
const STEPS = { dashed: mm(1.7), dotted: mm(0.85) } as const

/** What a day looks like: each kind by its shape, none by colour alone. */
export interface DaySign {
  field: boolean
  frame: 'none' | 'whole' | 'dashed' | 'dotted'
  bold: boolean
  /** Letter of a moved day. */
  tab: string | null
}

/** The sign of a day. `tabs`: the letters of a working day that is off and of a day off that is worked. */
export function signOf(state: DayState, listed: CalendarDay | undefined, tabs: { off: string; work: string }): DaySign {
  const field = !isWorkingState(state)
  const kept = state === 'holiday' || state === 'religious' || state === 'substitute'
  if (kept && listed?.status === 'estimated') return { field, frame: 'dotted', bold: true, tab: null }
  if (state === 'substitute') return { field, frame: 'dashed', bold: false, tab: null }
  if (kept) return { field, frame: 'whole', bold: true, tab: null }
  const tab = state === 'transfer-off' ? tabs.off : state === 'transfer-work' ? tabs.work : null
  return { field, frame: tab === null ? 'none' : 'whole', bold: tab !== null, tab }
}

/** Draws a day with its left upper corner at `x`, `y`. */
export function drawDay(
  sheet: Sheet,
  day: number,
  sign: DaySign,
  { x, y, height }: { x: number; y: number; height: number },
): void {
  const edges = { x: x + GAP, y: y + GAP, w: DAY - 2 * GAP, h: height - 2 * GAP }
  if (sign.field) sheet.fill([[edges.x, edges.y, edges.w, edges.h]], FIELD)
  drawFrame(sheet, sign.frame, edges)
  const size = Math.min(sign.tab === null ? 11.5 : 10, (height / mm(1)) * 2.1)
  const face = sign.bold ? BOLD : REGULAR
  // A figure moves aside for what stands beside it.
  const aside = sign.tab !== null ? TAB.width / 2 : sign.frame === 'dotted' ? mm(0.8) : 0
  sheet.text(String(day), { face, size }, x + DAY / 2 - aside, y + sheet.faces.baseline(face, size, height), 'centre')
  const right = edges.x + edges.w
  if (sign.frame === 'dotted') {
    sheet.text('?', { face: BOLD, size: 8 }, right - mm(0.6), edges.y + mm(0.3) + sheet.faces.baseline(BOLD, 8, mm(2.8)), 'right')
  }
  if (sign.tab !== null) drawTab(sheet, sign.tab, right - TAB.width, edges.y)
}

interface Edges {
  x: number
  y: number
  w: number
  h: number
}

/** Sides of dashes are drawn one by one, each from a dash to a dash, so that the corners are whole. */
function drawFrame(sheet: Sheet, frame: DaySign['frame'], { x, y, w, h }: Edges): void {
  if (frame === 'none') return
  if (frame === 'whole') return sheet.frame(x, y, w, h, LINE)
  const dash = (length: number): number => length / (2 * Math.round(length / STEPS[frame]) + 1)
  const half = LINE / 2
  for (const level of [y + half, y + h - half]) sheet.rule(x, level, w, { width: LINE, dash: dash(w) })
  for (const upright of [x + half, x + w - half]) sheet.upright(upright, y, h, { width: LINE, dash: dash(h) })
}

function drawTab(sheet: Sheet, letter: string, x: number, y: number): void {
  sheet.fill([[x, y, TAB.width, TAB.height]])
  const baseline = y + sheet.faces.baseline(BOLD, TAB.size, TAB.height) - mm(0.1)
  sheet.text(letter, { face: BOLD, size: TAB.size, colour: '#ffffff' }, x + TAB.width / 2, baseline, 'centre')
}
