import { dayMonthYear } from '#shared/i18n'
import { fit, widthOf, type Run } from '../../paper/fit'
import { mm, type Block, type Sheet } from '../../paper/Sheet'
import { atMost, RIGHT, sizes, type SlipPage } from './SlipPage'
import { besideText } from '../../paper/voices'

export const STAMP_INK = '#2b3f8c'
const STAMP = { width: mm(66), edge: mm(4.1), top: mm(3.1), bottom: mm(2.9) } as const
const INNER = STAMP.width - 2 * STAMP.edge
const NAME_LINE = 7.5 * 1.25
const NUMBER = 29

/** The registration stamp (R7): office, incoming number, date and time in a double frame of stamp ink. A state body's stamp is in the state language, whatever the slip's. */
export function stamp(page: SlipPage): Block & { width: number } {
  const { faces, facts } = page
  const name = fit(
    faces,
    facts.office.name.kk || facts.office.name.ru,
    INNER,
    atMost(page.allowance.fieldLines, sizes('PTSerif-Regular', [7.5, 3])),
  )
  const nameHeight = name.lines.length * NAME_LINE
  const height = STAMP.top + nameHeight + mm(2) + NAME_LINE + NUMBER * 1.1 + mm(1.9) + 8.5 * 1.25 + STAMP.bottom
  const left = RIGHT - STAMP.width
  return {
    width: STAMP.width,
    height,
    draw(sheet, top) {
      sheet.frame(left, top, STAMP.width, height, { width: mm(0.7), colour: STAMP_INK })
      sheet.frame(left + mm(1.25), top + mm(1.25), STAMP.width - mm(2.5), height - mm(2.5), {
        width: mm(0.25),
        colour: STAMP_INK,
      })
      name.lines.forEach((text, line) => {
        const y = top + STAMP.top + line * NAME_LINE + faces.baseline('PTSerif-Regular', 7.5, NAME_LINE)
        sheet.text(text, { face: 'PTSerif-Regular', size: 7.5, colour: STAMP_INK }, left + STAMP.width / 2, y, 'centre')
      })
      drawNumber(sheet, page, left + STAMP.edge, top + STAMP.top + nameHeight + mm(0.9))
      drawMoment(sheet, page, left + STAMP.edge, top + height - STAMP.bottom - 8.5 * 1.25)
    },
  }
}

function drawNumber(sheet: Sheet, { faces, facts, voices }: SlipPage, x: number, top: number): void {
  sheet.rule(x, top, INNER, { width: mm(0.2), colour: STAMP_INK })
  const label = besideText(voices.say('slip.stamp.number'))
  const labelTop = top + mm(0.9)
  const small = { face: 'PTSerif-Regular', size: 7.5, colour: STAMP_INK } as const
  sheet.text(label, small, x, labelTop + faces.baseline(small.face, small.size, NAME_LINE))
  const runs = numberRuns(facts.numberParts)
  const size = Math.min(NUMBER, (NUMBER * INNER) / widthOf(faces, runs, NUMBER))
  const baseline = labelTop + NAME_LINE + faces.baseline('PTSerif-Bold', NUMBER, NUMBER * 1.1)
  sheet.runs(runs, size, x + INNER / 2, baseline, 'centre')
}

function drawMoment(sheet: Sheet, { faces, facts, voices }: SlipPage, x: number, top: number): void {
  sheet.rule(x, top - mm(0.9), INNER, { width: mm(0.2), colour: STAMP_INK })
  const baseline = top + faces.baseline('PTSerif-Regular', 8.5, 8.5 * 1.25)
  const date = voices.each((language) => dayMonthYear(language, facts.registeredOn)).main
  sheet.text(voices.say('slip.stamp.date', { date }).main, { face: 'PTSerif-Regular', size: 8.5 }, x, baseline)
  if (facts.registeredAt === '') return
  const time = [
    { text: `${voices.say('slip.stamp.time').main} `, face: 'PTSerif-Regular' as const },
    { text: facts.registeredAt, face: 'PTSerif-Bold' as const },
  ]
  sheet.runs(time, 8.5, x + INNER, baseline, 'right')
}

/** The incoming number with its sequence in bold. */
export function numberRuns(parts: readonly { text: string; isSequence: boolean }[]): Run[] {
  return parts.map(({ text, isSequence }) => ({ text, face: isSequence ? 'PTSerif-Bold' : 'PTSerif-Regular', colour: STAMP_INK }))
}
