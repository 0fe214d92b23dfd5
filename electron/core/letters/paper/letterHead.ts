import type { Faces } from '../../paper/faces'
import { GREY, mm, type Block, type Sheet } from '../../paper/Sheet'
import { columnLines, LEFT, RIGHT, SHEET, tagged, WIDTH, type FlowLine } from './letterSheet'
import type { HeadColumn, LetterWords } from './letterWords'

const HALF = (WIDTH - mm(6)) / 2
// One line where it can be, smaller if need be; a longer name takes as many as it needs.
const NAME_SIZES = [11.5, 11, 10.5] as const
const RECIPIENT = mm(78)
const REFERENCE = WIDTH - RECIPIENT - mm(8)
/** A line to be filled in by hand. */
const BLANK = { length: mm(38), pen: 0.6 } as const

/** What stands above the body: the letterhead in both languages over a double line (requisite 2, 3), number and day (5, 6), the reference (7) and the addressee (10). */
export function letterHead(faces: Faces, words: LetterWords): Block {
  const left = tagged(['P'], headLines(faces, words.head[0], LEFT, 'left'))
  const right = tagged(['P'], headLines(faces, words.head[1], RIGHT - HALF, 'right'))
  const crown = Math.max(heightOf(left), heightOf(right))
  const numbers = tagged(['P'], referenceLines(faces, words))
  const recipient = tagged(['P'], recipientLines(faces, words))
  const below = crown + mm(10)
  return {
    height: below + Math.max(heightOf(numbers), heightOf(recipient)) + mm(9),
    draw(sheet, top) {
      drawLines(sheet, left, top)
      drawLines(sheet, right, top)
      sheet.rule(LEFT, top + crown + mm(2), WIDTH, mm(0.27))
      sheet.rule(LEFT, top + crown + mm(2.54), WIDTH, mm(0.27))
      drawLines(sheet, numbers, top + below)
      drawLines(sheet, recipient, top + below)
    },
  }
}

function headLines(faces: Faces, { name, lines }: HeadColumn, x: number, align: 'left' | 'right'): FlowLine[] {
  const small = { x, width: HALF, size: 8.5, line: 11, align }
  const size = NAME_SIZES.find((size) => faces.width(name, 'PTSans-Bold', size) <= HALF) ?? 11
  return [
    ...columnLines(faces, [{ text: name, face: 'PTSans-Bold' }], { x, width: HALF, size, line: 14.5, align }),
    ...lines.flatMap((text, index) =>
      spaced(columnLines(faces, [{ text, face: 'PTSans-Regular', colour: GREY }], small), index === 0 ? 2 : 0),
    ),
  ]
}

function referenceLines(faces: Faces, { number, date, reference }: LetterWords): FlowLine[] {
  const large = { x: LEFT, width: REFERENCE, size: 11.5, line: 16 }
  const small = { x: LEFT, width: REFERENCE, size: 9.5, line: 12.5 }
  return [
    ...(number.value === ''
      ? [blankLine(faces, number.label)]
      : columnLines(faces, [{ text: `${number.label}\u00a0${number.value}`, face: 'PTSans-Bold' }], large)),
    ...(date.value === ''
      ? [blankLine(faces, date.label)]
      : columnLines(faces, [{ text: date.value, face: 'PTSans-Regular' }], large)),
    ...spaced(columnLines(faces, [{ text: bindNumber(reference), face: 'PTSans-Regular', colour: GREY }], small), 4),
  ]
}

const bindNumber = (text: string): string => text.replace(/№ /g, '№\u00a0')

function blankLine(faces: Faces, label: string): FlowLine {
  const writing = { face: 'PTSans-Regular', size: 11.5 } as const
  const from = LEFT + mm(12)
  return {
    height: 19,
    before: 0,
    draw(sheet, top) {
      const baseline = top + faces.baseline(writing.face, writing.size, 19)
      sheet.text(label, writing, LEFT, baseline)
      sheet.rule(from, baseline + 1.5, BLANK.length, BLANK.pen)
    },
  }
}

function recipientLines(faces: Faces, { recipient }: LetterWords): FlowLine[] {
  const column = { x: RIGHT - RECIPIENT, width: RECIPIENT, size: 12, line: 15.5 }
  return [
    ...columnLines(faces, [{ text: recipient.name, face: 'PTSerif-Bold' }], column),
    ...recipient.lines.flatMap((text, index) =>
      spaced(columnLines(faces, [{ text, face: 'PTSerif-Regular' }], { ...column, size: 11, line: 14 }), index === 0 ? 3 : 0),
    ),
  ]
}

function spaced([first, ...others]: FlowLine[], before: number): FlowLine[] {
  return first ? [{ ...first, before }, ...others] : []
}

/** Height of lines under each other with the space between them, in points. */
export function heightOf(lines: readonly FlowLine[]): number {
  return lines.reduce((sum, { height, before }) => sum + height + before, 0)
}

/** Draws lines under each other. */
export function drawLines(sheet: Sheet, lines: readonly FlowLine[], top: number): void {
  let y = top
  for (const { height, before, draw } of lines) {
    draw(sheet, y + before)
    y += before + height
  }
}

/** Where the head begins on the first page. */
export const HEAD_TOP = SHEET.top
