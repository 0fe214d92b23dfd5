import type { Faces, Face } from '../../paper/faces'
import { fit, type Setting } from '../../paper/fit'
import { mm, type TextLine } from '../../paper/Sheet'
import type { SlipFacts } from '../slipFacts'
import type { Voices } from '../../paper/voices'

/** A5 upright (148 × 210 mm, as ISO sizes are rounded in PDF), its margins and the width between them, in points. */
export const PAGE = { width: 419.53, height: 595.28, top: mm(7), side: mm(8), bottom: mm(6.5) } as const
export const LEFT = PAGE.side
export const WIDTH = PAGE.width - 2 * PAGE.side
export const RIGHT = LEFT + WIDTH
/** Rows of facts: their names, then their values. */
export const LABEL = mm(31)
export const VALUE = WIDTH - LABEL

/** How much room the long texts may take. A slip is tried with the first allowance, then with the next, until the page holds it. */
export interface Allowance {
  /** Least space between the blocks, in points. */
  gap: number
  subjectLines: number
  /** Languages stand beside each other where they can, and small print is set in the narrow face. */
  narrow: boolean
  applicantLines: number
  /** Most lines of any other text that people write: names of offices, addresses, posts. */
  fieldLines: number
}

/** Everything a part of the slip needs to lay itself out. */
export interface SlipPage {
  faces: Faces
  facts: SlipFacts
  voices: Voices
  allowance: Allowance
}

/** A text fitted into a width as lines of a paragraph; `leading` is the height of a line in parts of its size. */
export function fitted(
  faces: Faces,
  text: string,
  width: number,
  settings: readonly [Setting, ...Setting[]],
  look: { leading: number; colour?: string },
): TextLine[] {
  const { face, size, lines } = fit(faces, text, width, settings)
  return lines.map((line) => ({ runs: [{ text: line, face, colour: look.colour }], size, height: size * look.leading }))
}

/** The same settings with no more than so many lines in each. */
export function atMost(lines: number, [first, ...rest]: readonly [Setting, ...Setting[]]): [Setting, ...Setting[]] {
  const capped = (setting: Setting): Setting => ({ ...setting, lines: Math.min(setting.lines, lines) })
  return [capped(first), ...rest.map(capped)]
}

/** Sizes of one face from the largest to the smallest, each with the number of lines it may take. */
export function sizes(
  face: Face,
  ...steps: [[size: number, lines: number], ...[size: number, lines: number][]]
): [Setting, ...Setting[]] {
  return steps.map(([size, lines]) => ({ face, size, lines })) as [Setting, ...Setting[]]
}
