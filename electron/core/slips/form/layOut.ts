import type { Faces } from '../../paper/faces'
import { mm, Sheet, type Block } from '../../paper/Sheet'
import { Voices } from '../../paper/voices'
import type { SlipFacts } from '../slipFacts'
import { answerBox } from './answerBox'
import { codesOf } from './codes'
import { contact } from './contact'
import { crown } from './crown'
import { heading } from './heading'
import { officeHalf } from './officeHalf'
import type { Picture } from './picture'
import { printMarks } from './printMarks'
import { rights } from './rights'
import { rows } from './rows'
import type { Allowance, SlipPage } from './SlipPage'
import { drawStack } from './stack'
import { strip } from './strip'

/**
 * From roomy to tight: first the space between the blocks goes, then the small print becomes narrow, then lines of the subject go (it stands whole in the
 * register), last lines of the names, addresses and posts.
 */
export const ALLOWANCES: readonly Allowance[] = [
  { gap: mm(2.2), subjectLines: 3, applicantLines: 6, fieldLines: 4, narrow: false },
  { gap: mm(1.6), subjectLines: 3, applicantLines: 6, fieldLines: 4, narrow: false },
  { gap: mm(1.3), subjectLines: 3, applicantLines: 6, fieldLines: 4, narrow: false },
  { gap: mm(1.6), subjectLines: 3, applicantLines: 6, fieldLines: 4, narrow: true },
  { gap: mm(1.2), subjectLines: 3, applicantLines: 6, fieldLines: 4, narrow: true },
  { gap: mm(1.2), subjectLines: 2, applicantLines: 6, fieldLines: 3, narrow: true },
  { gap: mm(1.1), subjectLines: 1, applicantLines: 5, fieldLines: 3, narrow: true },
  { gap: mm(1), subjectLines: 1, applicantLines: 4, fieldLines: 2, narrow: true },
  { gap: mm(0.8), subjectLines: 1, applicantLines: 1, fieldLines: 1, narrow: true },
  { gap: mm(0.8), subjectLines: 1, applicantLines: 1, fieldLines: 1, narrow: true, headingLines: 1 },
]

/** The A5 slip: every mark on it, in reading order. Always one page: long texts are set smaller, then cut with «…» (see `Allowance`). */
export function layOut(faces: Faces, facts: SlipFacts, logo: Picture | null = null): Sheet {
  const sheet = new Sheet(faces)
  const page = { faces, facts, voices: new Voices(facts.languages), logo, codes: codesOf(facts) }
  drawStack(sheet, page, ALLOWANCES, (tried) => ({ upper: applicantBlocks(tried), foot: officeHalf(tried), spare: 'round' }))
  return sheet
}

/** What the applicant takes home, block by block. */
export function applicantBlocks(page: SlipPage): Block[] {
  const marks = printMarks(page)
  return [
    heading(page),
    ...(marks ? [marks] : []),
    crown(page),
    rows(page),
    answerBox(page, page.codes.applicant),
    strip(page),
    rights(page),
    contact(page),
  ]
}
