import type { Faces } from '../../paper/faces'
import { fit, widthOf, wrap, type Run, type Setting } from '../../paper/fit'
import { GREY, INK, mm, paragraph, within, type Block, type Sheet, type TextLine } from '../../paper/Sheet'
import { fitted, LEFT, sizes, WIDTH, type SlipPage } from './SlipPage'
import { secondIn } from '../../paper/voices'
import { GROUPINGS, stripCells, type StripCell } from './stripCells'

/** More cells than this are put together (a term of one week with a holiday has eleven). */
const MOST_CELLS = 12
/** Lines beneath a date; a cell that needs more is put together with others. */
const MOST_NOTES = 5
const PAD = mm(0.8)
const LEAST = mm(7)
const WEEKDAYS = mm(3.4)
const DATES = mm(4.4)
const NOTE = mm(2.85)
const LEAST_NOTES = mm(6.4)
const LINE = mm(0.2)
const NARROW = 'PTSansNarrow-Regular'
const SMALL = 7.5

interface SetCell {
  cell: StripCell
  width: number
  notes: string[]
}

/** The way to the deadline, day by day, and the rule behind it. A long term is put together into runs of days, then weeks, so that it stays one strip. */
export function strip(page: SlipPage): Block {
  const cells = setCells(page)
  const cellHeight = WEEKDAYS + DATES + Math.max(LEAST_NOTES, ...cells.map(({ notes }) => notes.length * NOTE + mm(0.5)))
  const basis = within('P', paragraph(basisLines(page), LEFT))
  return {
    height: cellHeight + mm(0.9) + basis.height,
    draw(sheet, top) {
      let x = LEFT
      sheet.within('L', () => {
        for (const set of cells) {
          sheet.within('LI', () => sheet.within('LBody', () => drawCell(sheet, set, x, top, cellHeight)))
          x += set.width
        }
      })
      cells.reduce((left, { cell, width }, index) => {
        drawEdges(sheet, { x: left, top, width, height: cellHeight, dashed: cell.look === 'off', first: index === 0 })
        return left + width
      }, LEFT)
      basis.draw(sheet, top + cellHeight + mm(0.9))
    },
  }
}

function setCells({ faces, facts, voices }: SlipPage): SetCell[] {
  let set: { cell: StripCell; width: number }[] = []
  search: for (const grouping of GROUPINGS) {
    const cells = stripCells(facts.term, voices, grouping)
    if (grouping !== 'span' && cells.length > (grouping === 'days' ? MOST_CELLS : MOST_CELLS + 3)) continue
    for (const noteLines of [1, 2]) {
      set = cells.map((cell) => ({ cell, width: naturalWidth(faces, cell, noteLines) }))
      if (total(set) <= WIDTH && Math.max(...set.map(({ cell }) => textsOf(cell).length)) * noteLines <= MOST_NOTES) break search
    }
  }
  const spare = (WIDTH - total(set)) / set.length
  return set.map(({ cell, width }) => {
    const room = width + spare - 2 * PAD
    const notes = textsOf(cell).flatMap((text) => fit(faces, text, room, sizes(NARROW, [SMALL, 3])).lines)
    return { cell, width: width + spare, notes }
  })
}

const total = (cells: readonly { width: number }[]): number => cells.reduce((sum, { width }) => sum + width, 0)

const textsOf = ({ notes }: StripCell): string[] =>
  notes.flatMap(({ main, second }) => (second === null ? [main] : [main, second]))

function naturalWidth(faces: Faces, cell: StripCell, noteLines: number): number {
  const { face, size } = dateStyle(cell)
  const dates = faces.width(cell.dates, face, size)
  let width = Math.max(dates, faces.width(cell.weekdays, NARROW, SMALL))
  for (const text of textsOf(cell)) {
    if (noteLines === 1) width = Math.max(width, faces.width(text, NARROW, SMALL))
    else while (wrap(faces, [{ text, face: NARROW }], SMALL, width).length > noteLines) width += 1
    for (const word of text.split(' ')) width = Math.max(width, faces.width(word, NARROW, SMALL))
  }
  return Math.max(LEAST, width + 2 * PAD)
}

function dateStyle({ look }: StripCell) {
  return look === 'off' ? ({ face: 'PTSans-Regular', size: 9 } as const) : ({ face: 'PTSans-Bold', size: 10 } as const)
}

function drawCell(sheet: Sheet, { cell, width, notes }: SetCell, x: number, top: number, height: number): void {
  const colour = cell.look === 'due' ? '#ffffff' : INK
  if (cell.look === 'due') sheet.fill([[x, top, width, height]])
  const middle = x + width / 2
  const small = { face: NARROW, size: SMALL, colour } as const
  const { faces } = sheet
  sheet.text(cell.weekdays, small, middle, top + mm(0.2) + faces.baseline(NARROW, SMALL, WEEKDAYS), 'centre')
  const date = dateStyle(cell)
  sheet.text(cell.dates, { ...date, colour }, middle, top + WEEKDAYS + faces.baseline(date.face, date.size, DATES), 'centre')
  const field = height - WEEKDAYS - DATES
  notes.forEach((text, line) => {
    const y = top + WEEKDAYS + DATES + (field - notes.length * NOTE) / 2 + line * NOTE
    sheet.text(text, small, middle, y + faces.baseline(NARROW, SMALL, NOTE), 'centre')
  })
}

interface Edges {
  x: number
  top: number
  width: number
  height: number
  dashed: boolean
  first: boolean
}

/** A day off has dashed edges above, below and to its right; the edge to its left belongs to the day before. */
function drawEdges(sheet: Sheet, { x, top, width, height, dashed, first }: Edges): void {
  const dash = dashed ? mm(0.7) : undefined
  const inset = LINE / 2
  sheet.rule(x, top + inset, width, { width: LINE, dash: dash })
  sheet.rule(x, top + height - inset, width, { width: LINE, dash: dash })
  if (first) sheet.upright(x + inset, top, height, LINE)
  sheet.upright(x + width - inset, top, height, { width: LINE, dash: dash })
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** «Тіркелген күн саналмайды. № 88-V Заң 25 (2); ӘРПК 76 (2).» Both languages on one line where they fit. */
function basisLines({ faces, facts: { term }, voices }: SlipPage): TextLine[] {
  const counting = voices.say(`slip.counting.${term.countingStart}`)
  const basis = voices.of(term.basis)
  const main = `${counting.main} ${capital(basis.main)}.`
  const second = counting.second === null ? '' : `${counting.second} ${capital(basis.second ?? '')}`.trim().replace(/\.?$/, '.')
  for (const face of ['PTSans-Regular', NARROW] as const) {
    const runs: Run[] = [
      { text: `${main} `, face },
      { text: second, face, colour: GREY, ...secondIn(voices) },
    ]
    if (widthOf(faces, runs, 7.5) <= WIDTH) return [{ runs, size: 7.5, height: 9.4 }]
  }
  const settings: [Setting, ...Setting[]] = [...sizes('PTSans-Regular', [7.5, 1]), ...sizes(NARROW, [7.5, 2])]
  return [
    ...fitted(faces, main, WIDTH, settings, { leading: 1.25 }),
    ...fitted(faces, second, WIDTH, settings, { leading: 1.25, colour: GREY, ...secondIn(voices) }),
  ]
}
