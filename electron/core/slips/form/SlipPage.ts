import type { Faces } from '../../paper/faces'
import { mm } from '../../paper/Sheet'
import type { SlipFacts } from '../slipFacts'
import type { QrCode } from '../../paper/qr'
import type { Voices } from '../../paper/voices'
import type { Picture } from './picture'

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
  /** Lines of the office's own heading as typed; what is beyond goes onto the last. */
  headingLines?: number
  /** Size of the small print, in points, where there is more room than usual. */
  small?: number
  /** Most lines of any other text that people write: names of offices, addresses, posts. */
  fieldLines: number
}

/** Everything a part of the slip needs to lay itself out. */
export interface SlipPage {
  faces: Faces
  facts: SlipFacts
  voices: Voices
  allowance: Allowance
  /** The office's picture, `null` without one. */
  logo: Picture | null
  codes: SlipCodes
}

/** Codes of a slip: that of the applicant's part, and that of the office's. */
export interface SlipCodes {
  applicant: QrCode
  office: QrCode
}

export { atMost, fitted, sizes } from './settings'
