import type { CalendarDay, IsoDate } from '#shared/domain'
import type { Faces, Face } from '../../paper/faces'
import { widthOf, wrap, type Run } from '../../paper/fit'
import { mm, type TextLine } from '../../paper/Sheet'
import { beside, type Said, type Voices } from '../../paper/voices'
import type { YearFacts } from './yearFacts'

/** A4 upright, its margins and the width between them, in points. */
export const PAGE = { width: 595.28, height: 841.89, top: mm(10), side: mm(12), bottom: mm(9) } as const
export const LEFT = PAGE.side
export const WIDTH = PAGE.width - 2 * PAGE.side
export const RIGHT = LEFT + WIDTH
/** The column of the quarters' numbers at the left edge, up to its double line. */
export const NUMBERS = mm(11.5)
const GAP = mm(5)
/** Width of a month, three of which stand beside each other. */
export const MONTH = (WIDTH - NUMBERS - mm(3.5) - 2 * GAP) / 3
/** Width of a day, seven of which fill a month. */
export const DAY = MONTH / 7

/** Left edge of the first, second or third month of a quarter. */
export const monthLeft = (place: number): number => RIGHT - MONTH - (2 - place) * (MONTH + GAP)

export const REGULAR = 'PTSans-Regular'
export const BOLD = 'PTSans-Bold'
export const NARROW = 'PTSansNarrow-Regular'
const NARROW_BOLD = 'PTSansNarrow-Bold'

/** How much room days and reasons may take. A year is tried with the first allowance, then with the next, until the page holds it. */
export interface Allowance {
  /** Least height of a day, in points; spare room makes it higher. */
  day: number
  /** The reasons: size in points, and whether in the narrow face. */
  size: number
  narrow: boolean
  /** The reasons of a quarter flow through its three columns, instead of each month's beneath it. */
  pooled: boolean
  /** Most letters of a name or order that people wrote; longer ones end in «…». */
  letters: number
  /** Most lines of reasons in a column. */
  lines: number
}

/** Everything a part of the calendar needs to lay itself out. */
export interface YearPage {
  faces: Faces
  facts: YearFacts
  voices: Voices
  allowance: Allowance
  /** The year's listed days by date. */
  listed: ReadonlyMap<IsoDate, CalendarDay>
}

/** The faces of the reasons: plain and bold. */
export function reasonFaces({ narrow }: Allowance): { plain: Face; bold: Face } {
  return narrow ? { plain: NARROW, bold: NARROW_BOLD } : { plain: REGULAR, bold: BOLD }
}

/** One way to set a text of both languages. */
export interface Step {
  face: Face
  size: number
}

const STEPS: readonly [Step, ...Step[]] = [
  { face: REGULAR, size: 8 },
  { face: REGULAR, size: 7.5 },
  { face: NARROW, size: 8 },
  { face: NARROW, size: 7.5 },
]

/** A text on one line no wider than `width` points: in the first of the steps in which it fits, else in as many lines of the last as it takes. */
export function stepped(faces: Faces, text: (face: Face) => Run[], width: number, steps: readonly [Step, ...Step[]]): TextLine[] {
  const { face, size } = steps.find((step) => widthOf(faces, text(step.face), step.size) <= width) ?? steps.at(-1)!
  return wrap(faces, text(face), size, width).map((runs) => ({ runs, size, height: size * 1.22 }))
}

/** A text of both languages on one line of small size. */
export function saidLine(faces: Faces, said: Said, width: number): TextLine {
  return stepped(faces, (face) => beside(said, face), width, STEPS)[0]!
}

/** A text no longer than so many letters; a longer one ends in «…». */
export function shortened(text: string, letters: number): string {
  // No-break spaces stay.
  const plain = text.replace(/[ \t\r\n]+/g, ' ').trim()
  return plain.length <= letters ? plain : `${plain.slice(0, letters - 1).replace(/[\s,.;:–—-]+$/, '')}…`
}

/** The text with its first letter large. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
