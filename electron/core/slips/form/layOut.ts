import { qrCode, type QrCode } from '../../paper/qr'
import type { Faces } from '../../paper/faces'
import { mm, Sheet, type Block } from '../../paper/Sheet'
import type { SlipFacts } from '../slipFacts'
import { answerBox } from './answerBox'
import { crown } from './crown'
import { heading } from './heading'
import { officeHalf } from './officeHalf'
import { printMarks } from './printMarks'
import { qrText } from './qrText'
import { contact, rights } from './rights'
import { rows } from './rows'
import { PAGE, type Allowance, type SlipPage } from './SlipPage'
import { strip } from './strip'
import { Voices } from '../../paper/voices'

/**
 * From roomy to tight: first the space between the blocks goes, then the small print becomes narrow, then lines of the subject go (it stands whole in the
 * register), last lines of the names, addresses and posts.
 */
const ALLOWANCES: readonly Allowance[] = [
  { gap: mm(2.2), subjectLines: 3, applicantLines: 6, fieldLines: 4, narrow: false },
  { gap: mm(1.6), subjectLines: 3, applicantLines: 6, fieldLines: 4, narrow: false },
  { gap: mm(1.3), subjectLines: 3, applicantLines: 6, fieldLines: 4, narrow: false },
  { gap: mm(1.6), subjectLines: 3, applicantLines: 6, fieldLines: 4, narrow: true },
  { gap: mm(1.2), subjectLines: 3, applicantLines: 6, fieldLines: 4, narrow: true },
  { gap: mm(1.2), subjectLines: 2, applicantLines: 6, fieldLines: 3, narrow: true },
  { gap: mm(1.1), subjectLines: 1, applicantLines: 5, fieldLines: 3, narrow: true },
  { gap: mm(1), subjectLines: 1, applicantLines: 4, fieldLines: 2, narrow: true },
  { gap: mm(0.8), subjectLines: 1, applicantLines: 1, fieldLines: 1, narrow: true },
]
/** Spare room goes between the blocks up to this much each; what is left stands round the rights. */
const MOST_EXTRA = mm(2.8)

/** The slip's page: every mark on it, in reading order. Always one page: long texts are set smaller, then cut with «…» (see `Allowance`). */
export function layOut(faces: Faces, facts: SlipFacts): Sheet {
  const voices = new Voices(facts.languages)
  const code = qrCode(qrText(facts))
  let laid = pageWith({ faces, facts, voices, allowance: ALLOWANCES[0]! }, code)
  for (const allowance of ALLOWANCES.slice(1)) {
    if (laid.spare >= 0) break
    laid = pageWith({ faces, facts, voices, allowance }, code)
  }
  const sheet = new Sheet(faces)
  drawUpper(sheet, laid)
  laid.half.draw(sheet, PAGE.height - PAGE.bottom - laid.half.height)
  return sheet
}

interface LaidPage {
  upper: Block[]
  half: Block
  gap: number
  /** Room that is left, in points; negative when the blocks do not fit. */
  spare: number
}

function pageWith(page: SlipPage, code: QrCode): LaidPage {
  const { gap } = page.allowance
  const half = officeHalf(page, code)
  const marks = printMarks(page)
  const upper = [
    heading(page),
    ...(marks ? [marks] : []),
    crown(page),
    rows(page),
    answerBox(page, code),
    strip(page),
    rights(page),
    contact(page),
  ]
  const room = PAGE.height - PAGE.bottom - half.height - PAGE.top
  const spare = room - upper.reduce((sum, { height }) => sum + height, 0) - gap * (upper.length - 1)
  return { upper, half, gap, spare }
}

function drawUpper(sheet: Sheet, { upper: blocks, gap, spare }: LaidPage): void {
  const extra = Math.min(MOST_EXTRA, spare / (blocks.length - 1))
  const round = (spare - extra * (blocks.length - 1)) / 2
  let y = PAGE.top as number
  blocks.forEach((block, index) => {
    // The last two are the rights and the contact centre: what room is left stands before and after the rights.
    if (index >= blocks.length - 2) y += round
    block.draw(sheet, y)
    y += block.height + gap + extra
  })
}
