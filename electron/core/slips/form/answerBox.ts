import { formatDate } from '#shared/domain'
import { dayMonth, weekdayName } from '#shared/i18n'
import { fit, widthOf } from '../../paper/fit'
import { qrBoxes, type QrCode } from '../../paper/qr'
import { GREY, mm, paragraph, within, type Block, type Sheet, type TextLine } from '../../paper/Sheet'
import { atMost, fitted, LEFT, sizes, WIDTH, type SlipPage } from './SlipPage'
import { beside, besideText, secondIn, type Said } from '../../paper/voices'

const LINE = mm(0.35)
const PAD = { side: mm(2.4), top: mm(1.4), bottom: mm(1.6) } as const
const DEADLINE = mm(48)
const QR = mm(26)
const PLACE = WIDTH - DEADLINE - QR
const PLAIN = { leading: 1.25 } as const

const LARGE = sizes('PTSerif-Bold', [23, 1], [20, 1], [17, 1], [14, 1], [12, 1], [10.5, 2])
const LARGE_IN_BOTH = sizes('PTSerif-Bold', [20, 1], [17, 1], [14, 1], [12, 1], [10.5, 2])
const SMALL_BOLD = [...sizes('PTSans-Bold', [8, 1]), ...sizes('PTSansNarrow-Bold', [8, 1], [7.5, 4])] as const
const SMALL = [...sizes('PTSans-Regular', [8, 1]), ...sizes('PTSansNarrow-Regular', [8, 1], [7.5, 3])] as const

/** The box that the applicant looks for: until when (R9), where or how the answer is received (R10), and a QR code. */
export function answerBox(page: SlipPage, code: QrCode): Block {
  const deadline = within('P', paragraph(deadlineLines(page), LEFT + PAD.side))
  const place = within('P', paragraph(placeLines(page), LEFT + DEADLINE + PAD.side))
  const height = Math.max(deadline.height + PAD.top + PAD.bottom, place.height + PAD.top + PAD.bottom, QR)
  return {
    height,
    draw(sheet, top) {
      sheet.frame(LEFT, top, WIDTH, height, LINE)
      sheet.upright(LEFT + DEADLINE, top, height, LINE)
      sheet.upright(LEFT + DEADLINE + PLACE, top, height, LINE)
      deadline.draw(sheet, top + centred(height, deadline.height))
      place.draw(sheet, top + centred(height, place.height))
      drawCode(sheet, page, code, { x: LEFT + DEADLINE + PLACE, y: top + (height - QR) / 2, side: QR })
    },
  }
}

/** A code in a square field; to a blind reader it says whose it is. */
export function drawCode(
  sheet: Sheet,
  { facts, voices }: Pick<SlipPage, 'facts' | 'voices'>,
  code: QrCode,
  { x, y, side }: { x: number; y: number; side: number },
): void {
  const alt = voices.say('slip.code', { number: facts.number }).main
  sheet.within({ role: 'Figure', alt }, () => sheet.fill(qrBoxes(code, x, y, side)))
}

const centred = (height: number, content: number): number => PAD.top + (height - PAD.top - PAD.bottom - content) / 2

function label({ faces, allowance, voices }: SlipPage, { main, second }: Said, width: number): TextLine[] {
  const together = beside({ main, second }, 'PTSansNarrow-Regular')
  if (allowance.fieldLines === 1 && widthOf(faces, together, 7.5) <= width) return [{ runs: together, size: 7.5, height: 9.4 }]
  return [
    ...fitted(faces, main, width, sizes('PTSans-Regular', [8, 1], [7.5, 1]), PLAIN),
    ...fitted(faces, second ?? '', width, sizes('PTSans-Regular', [8, 1], [7.5, 1]), {
      ...PLAIN,
      colour: GREY,
      ...secondIn(voices),
    }),
  ]
}

function deadlineLines(page: SlipPage): TextLine[] {
  const { faces, facts, voices } = page
  const { deadline, length, unit } = facts.term
  const width = DEADLINE - 2 * PAD.side
  const day = voices.each((language) => `${dayMonth(language, deadline)}, ${weekdayName(language, deadline)}`)
  return [
    ...label(page, voices.say('slip.deadline'), width),
    ...fitted(faces, formatDate(deadline), width, sizes('PTSerif-Bold', [voices.second === null ? 23 : 20, 1]), {
      leading: 1.15,
    }),
    ...fitted(faces, day.main, width, sizes('PTSans-Bold', [8, 1], [7.5, 1]), PLAIN),
    ...fitted(faces, day.second ?? '', width, sizes('PTSans-Regular', [8, 1], [7.5, 1]), { ...PLAIN, ...secondIn(voices) }),
    ...fitted(faces, besideText(voices.say(`words.${unit}`, { count: length })), width, SMALL, PLAIN),
  ]
}

function placeLines(page: SlipPage): TextLine[] {
  const { faces, facts, voices } = page
  const width = PLACE - 2 * PAD.side
  const lines = page.allowance.fieldLines
  const byHand = facts.delivery === 'inPerson'
  const said = byHand ? voices.of(facts.answerPlace) : voices.say(`words.deliveries.${facts.delivery}`)
  const place = byHand ? partsOf(said.main) : { name: said.main, rest: '' }
  // A name too long to stand large is written with the rest.
  const settings = voices.second === null ? LARGE : LARGE_IN_BOTH
  const large = fit(faces, place.name, width, settings).cut ? '' : place.name
  const { five, six } = { five: voices.say('slip.weeks.five'), six: voices.say('slip.weeks.six') }
  const hours = `${besideText(facts.office.week === 6 ? six : five)} ${facts.office.hours}`
  return [
    ...label(page, voices.say('slip.place'), width),
    ...fitted(faces, large, width, settings, { leading: 1.15 }),
    ...fitted(faces, large === '' ? said.main : place.rest, width, atMost(lines, SMALL_BOLD), PLAIN),
    ...fitted(faces, said.second ?? '', width, atMost(lines, SMALL), { ...PLAIN, ...secondIn(voices) }),
    ...fitted(faces, byHand ? hours : (facts.answerTo ?? ''), width, atMost(lines, SMALL), PLAIN),
  ]
}

/** «303-кабинет, Көкшетау қ., …»: what stands before the first comma is written large. */
function partsOf(place: string): { name: string; rest: string } {
  const comma = place.indexOf(',')
  if (comma < 0) return { name: place, rest: '' }
  return { name: place.slice(0, comma), rest: place.slice(comma + 1).trim() }
}
