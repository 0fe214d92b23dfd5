import { formatDate } from '#shared/domain'
import { mm, type Block } from '../../paper/Sheet'
import { besideText } from '../../paper/voices'
import { LEFT, RIGHT, WIDTH, type SlipPage } from './SlipPage'

type Marked = Pick<SlipPage, 'facts' | 'voices'>

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
      sheet.within('P', () => {
        sheet.text(first, style, LEFT + PAD, baseline)
        sheet.text(second, style, RIGHT - PAD, baseline, 'right')
      })
    },
  }
}

/** «Телнұсқа № 2, басылды 14.12.2026 09:30», or that this is a preview and of which duplicate, if copies were issued before; empty on an original. */
export function printMark({ facts: { copy, earlier = 0, printedOn, printedAt }, voices }: Marked): string {
  if (copy === 0 && earlier > 0) return besideText(voices.say('slip.marks.next', { copy: earlier + 1 }))
  if (copy === 0) return besideText(voices.say('slip.marks.preview'))
  if (copy === 1) return ''
  const duplicate = besideText(voices.say('slip.marks.duplicate', { copy }))
  return `${duplicate}, ${besideText(voices.say('slip.marks.printed'))} ${formatDate(printedOn)} ${printedAt}`
}

/** «Түзетілді 14.12.2026»; empty for an entry that was never corrected. */
export function correctionMark({ facts: { correctedOn }, voices }: Marked): string {
  return correctedOn === null ? '' : `${besideText(voices.say('slip.marks.corrected'))} ${formatDate(correctedOn)}`
}
