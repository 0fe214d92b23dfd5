import { WorkingCalendar, type WorkWeek } from '#shared/domain'
import { mm, type Block, type Sheet } from '../../paper/Sheet'
import type { Tag } from '../../paper/tags'
import { beside, type Said } from '../../paper/voices'
import { QUARTERS } from './quarter'
import { BOLD, NARROW, REGULAR, saidLine, type YearPage } from './YearPage'
import { countDays, type DayCounts } from './yearCounts'

const ROW = mm(4.45)
const COLUMN = mm(8.2)
const YEAR = mm(10.5)
/** The months of the columns: four quarters and the year. */
const SPANS = [
  [0, 3],
  [3, 6],
  [6, 9],
  [9, 12],
  [0, 12],
] as const

interface TotalsRow {
  label: Said
  counts: number[]
  bold: boolean
}

/** The totals of quarters and year between two edges, as a ledger; the office's own week first, then the other. */
export function totalsTable(page: YearPage, left: number, right: number): Block {
  const rows = rowsOf(page)
  return {
    height: (rows.length + 1) * ROW + mm(0.7),
    draw(sheet, top) {
      const edges = [...[3, 2, 1, 0].map((after) => right - YEAR - after * COLUMN), right]
      const table: Tag = { role: 'Table' }
      sheet.within(table, () => sheet.within('TR', () => drawHead(sheet, page, { left, top, edges })))
      for (const shift of [0, mm(0.6)]) sheet.rule(left, top + ROW + shift, right - left, mm(0.2))
      rows.forEach((row, index) => {
        const y = top + ROW + mm(0.7) + index * ROW
        sheet.within(table, () => sheet.within('TR', () => drawRow(sheet, page, row, { left, top: y, edges })))
        if (index > 0) sheet.rule(left, y, right - left, { width: mm(0.15), colour: '#999999' })
      })
      sheet.upright(right - YEAR + mm(1.2), top, (rows.length + 1) * ROW + mm(0.7), mm(0.2))
    },
  }
}

function rowsOf({ facts, voices }: YearPage): TotalsRow[] {
  const { calendar, year, week, days } = facts
  const other: WorkWeek = week === 5 ? 6 : 5
  const own = SPANS.map(([from, to]) => countDays(calendar, year, from, to))
  const others = SPANS.map(([from, to]) => countDays(new WorkingCalendar(days, other), year, from, to))
  const row = (key: string, counts: readonly DayCounts[], of: keyof DayCounts, bold = false): TotalsRow => ({
    label: voices.say(`yearPaper.totals.${key}`),
    counts: counts.map((each) => each[of]),
    bold,
  })
  return [
    row('days', own, 'days'),
    row('working', own, 'working', true),
    row(other === 6 ? 'workingSix' : 'workingFive', others, 'working'),
    row('off', own, 'off'),
    row('holidays', own, 'holidays'),
  ]
}

interface Place {
  left: number
  top: number
  /** Right edges of the columns of figures. */
  edges: readonly number[]
}

function drawHead(sheet: Sheet, { faces, facts, voices }: YearPage, { left, top, edges }: Place): void {
  const baseline = top + faces.baseline(REGULAR, 8, ROW)
  const inHead = (draw: () => void): void => sheet.within({ role: 'TH', scope: 'Column' }, draw)
  inHead(() => sheet.runs(beside(voices.say('yearPaper.totals.quarter'), NARROW), 8, left, baseline))
  const heads = [...QUARTERS, String(facts.year)]
  heads.forEach((text, index) =>
    inHead(() => sheet.text(text, { face: 'PTSerif-Bold', size: 9 }, edges[index]!, baseline, 'right')),
  )
}

function drawRow(sheet: Sheet, { faces }: YearPage, { label, counts, bold }: TotalsRow, { left, top, edges }: Place): void {
  const room = edges[0]! - COLUMN - left
  const { runs, size } = saidLine(faces, label, room)
  const name = (): void => sheet.runs(runs, size, left, top + faces.baseline(runs[0]!.face, size, ROW))
  sheet.within({ role: 'TH', scope: 'Row' }, name)
  const face = bold ? BOLD : REGULAR
  const baseline = top + faces.baseline(face, 9, ROW)
  counts.forEach((count, index) =>
    sheet.within('TD', () => sheet.text(String(count), { face, size: 9 }, edges[index]!, baseline, 'right')),
  )
}
