import { mm, paragraph, GREY, within, type Block, type Sheet, type TextLine } from '../../paper/Sheet'
import type { Picture } from './picture'
import { atMost, fitted, LEFT, RIGHT, sizes, WIDTH, type SlipPage } from './SlipPage'

const ADDRESS = mm(46)
const LOGO = { width: mm(22), height: mm(12), gap: mm(3) } as const
/** Where room is short. */
const SMALL_LOGO = { width: mm(12), height: mm(6.5) } as const
const BOLD = [...sizes('PTSans-Bold', [9.5, 1], [9, 1], [8.5, 2]), ...sizes('PTSansNarrow-Bold', [8.5, 2], [7.5, 2])] as const
const REGULAR = [...sizes('PTSans-Regular', [8.5, 1], [8, 2]), ...sizes('PTSansNarrow-Regular', [8, 2], [7.5, 2])] as const
const SMALL = [...sizes('PTSans-Regular', [7.5, 2]), ...sizes('PTSansNarrow-Regular', [7.5, 4])] as const
const PLAIN = { leading: 1.25 } as const

/** The office's name in both languages or what it wrote in place of it, its picture, its address and telephone (R5, R27–R29), over a double line. */
export function heading({ faces, facts, voices, allowance, logo }: SlipPage): Block {
  const { office, own } = facts
  const picture = logo && sized(logo, allowance.fieldLines > 2 ? LOGO : SMALL_LOGO)
  const left = LEFT + (picture ? picture.width + LOGO.gap : 0)
  const width = WIDTH - ADDRESS - mm(4) - (left - LEFT)
  const typed = own && voices.of(own.heading)
  const name = typed?.main ? typed : voices.of(office.name)
  const lines = (text: string, settings: typeof BOLD, language?: string): TextLine[] =>
    typedLines(text, allowance.headingLines ?? 4).flatMap((line) =>
      fitted(faces, line, width, atMost(allowance.fieldLines, settings), { ...PLAIN, language }),
    )
  const names = within(
    'P',
    paragraph([...lines(name.main, BOLD), ...lines(name.second ?? '', REGULAR, voices.second ?? undefined)], left),
  )
  const address = [voices.of(office.address).main, office.phone].flatMap((text) =>
    fitted(faces, text, ADDRESS, atMost(allowance.fieldLines, SMALL), { ...PLAIN, colour: GREY }),
  )
  const place = within('P', paragraph(address, RIGHT, 'right'))
  const height = Math.max(names.height, place.height, picture?.height ?? 0)
  return {
    height: height + mm(2.2),
    draw(sheet, top) {
      if (picture) drawLogo(sheet, picture, LEFT, top + (height - picture.height) / 2)
      names.draw(sheet, top + height - names.height)
      place.draw(sheet, top + height - place.height)
      sheet.rule(LEFT, top + height + mm(1.53), WIDTH, mm(0.27))
      sheet.rule(LEFT, top + height + mm(2.07), WIDTH, mm(0.27))
    },
  }
}

/** Lines as they were typed, without empty ones; what is beyond the last goes onto it. */
export function typedLines(text: string, most: number): string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')]
}

/** A picture as large as a field lets it be, in points. */
export function sized(picture: Picture, field: { width: number; height: number }): Picture {
  const scale = Math.min(field.width / picture.width, field.height / picture.height)
  return { ...picture, width: picture.width * scale, height: picture.height * scale }
}

/** The office's picture. It says nothing that its name beside it does not say, so that nobody reads it aloud. */
export function drawLogo(sheet: Sheet, { bytes, width, height }: Picture, x: number, y: number): void {
  sheet.picture(bytes, x, y, width, height)
}
