import { GREY, mm, paragraph, type Block } from '../../paper/Sheet'
import { atMost, fitted, LEFT, RIGHT, sizes, WIDTH, type SlipPage } from './SlipPage'

const ADDRESS = mm(46)
const NAME = WIDTH - ADDRESS - mm(4)
const BOLD = [...sizes('PTSans-Bold', [9.5, 1], [9, 1], [8.5, 2]), ...sizes('PTSansNarrow-Bold', [8.5, 2], [7.5, 2])] as const
const REGULAR = [...sizes('PTSans-Regular', [8.5, 1], [8, 2]), ...sizes('PTSansNarrow-Regular', [8, 2], [7.5, 2])] as const
const SMALL = [...sizes('PTSans-Regular', [7.5, 2]), ...sizes('PTSansNarrow-Regular', [7.5, 4])] as const
const PLAIN = { leading: 1.25 } as const

/** The office's name in both languages, its address and telephone (R5, R27–R29), over a double line. */
export function heading({ faces, facts: { office }, voices, allowance }: SlipPage): Block {
  const name = voices.of(office.name)
  const names = paragraph(
    [
      ...fitted(faces, name.main, NAME, atMost(allowance.fieldLines, BOLD), PLAIN),
      ...fitted(faces, name.second ?? '', NAME, atMost(allowance.fieldLines, REGULAR), PLAIN),
    ],
    LEFT,
  )
  const place = paragraph(
    [voices.of(office.address).main, office.phone].flatMap((text) =>
      fitted(faces, text, ADDRESS, atMost(allowance.fieldLines, SMALL), { ...PLAIN, colour: GREY }),
    ),
    RIGHT,
    'right',
  )
  const height = Math.max(names.height, place.height)
  return {
    height: height + mm(2.2),
    draw(sheet, top) {
      names.draw(sheet, top + height - names.height)
      place.draw(sheet, top + height - place.height)
      sheet.rule(LEFT, top + height + mm(1.53), WIDTH, mm(0.27))
      sheet.rule(LEFT, top + height + mm(2.07), WIDTH, mm(0.27))
    },
  }
}
