import { formatDate } from '#shared/domain'
import { mm, type Block } from '../../paper/Sheet'
import { LEFT, RIGHT, WIDTH, type SlipPage } from './SlipPage'
import { besideText } from '../../paper/voices'

const HEIGHT = mm(5)
const PAD = mm(2.4)
const GAP = mm(4)
const STYLES = [
  { face: 'PTSans-Bold', size: 8.5 },
  { face: 'PTSansNarrow-Bold', size: 8.5 },
  { face: 'PTSansNarrow-Bold', size: 7.5 },
] as const

/** «Телнұсқа № 2 …» and «Түзетілді …» in a frame; `null` for an original that was never corrected. Neither is ever cut. */
export function printMarks(page: SlipPage): Block | null {
  const { faces } = page
  const texts = [printMark(page), correctionMark(page)].filter((text) => text !== '')
  if (texts.length === 0) return null
  const room = WIDTH - 2 * PAD - (texts.length - 1) * GAP
  const wide = ({ face, size }: (typeof STYLES)[number]): number =>
    texts.reduce((sum, text) => sum + faces.width(text, face, size), 0)
  const style = STYLES.find((style) => wide(style) <= room) ?? STYLES[2]
  const [first = '', second = ''] = texts
  return {
    height: HEIGHT,
    draw(sheet, top) {
      sheet.frame(LEFT, top, WIDTH, HEIGHT, mm(0.35))
      const baseline = top + faces.baseline(style.face, style.size, HEIGHT)
      sheet.text(first, style, LEFT + PAD, baseline)
      sheet.text(second, style, RIGHT - PAD, baseline, 'right')
    },
  }
}

function printMark({ facts: { copy, printedOn, printedAt }, voices }: SlipPage): string {
  if (copy === 0) return besideText(voices.say('slip.marks.preview'))
  if (copy === 1) return ''
  const duplicate = besideText(voices.say('slip.marks.duplicate', { copy }))
  return `${duplicate}, ${besideText(voices.say('slip.marks.printed'))} ${formatDate(printedOn)} ${printedAt}`
}

function correctionMark({ facts: { correctedOn }, voices }: SlipPage): string {
  return correctedOn === null ? '' : `${besideText(voices.say('slip.marks.corrected'))} ${formatDate(correctedOn)}`
}
