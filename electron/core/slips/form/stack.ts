import type { Block, Sheet } from '../../paper/Sheet'
import { PAGE, type Allowance, type SlipPage } from './SlipPage'

/** Spare room goes between the blocks up to this much each (2.8 mm); what is left stands round the last but one. */
const MOST_EXTRA = (2.8 * 72) / 25.4

/** What stands on an A5 page: blocks from above, and one that stands at the foot. */
export interface Stack {
  upper: Block[]
  foot: Block | null
  /** Where the room goes that is left: round the last but one of the upper blocks, or below them all. */
  spare: 'round' | 'below'
}

interface LaidStack {
  stack: Stack
  gap: number
  /** Room that is left, in points; negative when the blocks do not fit. */
  room: number
}

/** Draws the blocks of an A5 page with the first allowance in which they fit, or with the last. */
export function drawStack(
  sheet: Sheet,
  page: Omit<SlipPage, 'allowance'>,
  allowances: readonly Allowance[],
  blocksOf: (page: SlipPage) => Stack,
): void {
  let laid: LaidStack | null = null
  for (const allowance of allowances) {
    laid = measured(blocksOf({ ...page, allowance }), allowance.gap)
    if (laid.room >= 0) break
  }
  if (laid) draw(sheet, laid)
}

function measured(stack: Stack, gap: number): LaidStack {
  const { upper, foot } = stack
  const room = PAGE.height - PAGE.bottom - (foot?.height ?? 0) - PAGE.top
  const taken = upper.reduce((sum, { height }) => sum + height, 0) + gap * (upper.length - 1)
  return { stack, gap, room: room - taken }
}

function draw(sheet: Sheet, { stack: { upper, foot, spare }, gap, room }: LaidStack): void {
  const extra = Math.min(MOST_EXTRA, room / (upper.length - 1))
  const round = spare === 'round' ? (room - extra * (upper.length - 1)) / 2 : 0
  let y = PAGE.top as number
  upper.forEach((block, index) => {
    // The last two are the rights and the contact centre: what room is left stands before and after the rights.
    if (index >= upper.length - 2) y += round
    block.draw(sheet, y)
    y += block.height + gap + extra
  })
  foot?.draw(sheet, PAGE.height - PAGE.bottom - foot.height)
}
