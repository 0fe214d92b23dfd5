import { GREY, mm, type Block } from '../../paper/Sheet'
import { besideText, type Said } from '../../paper/voices'
import type { Span } from './head'
import type { PaperMaker } from './Paper'
import { fitted, NARROW, REGULAR, steps } from './texts'

const ROW = mm(13)

/** Places to sign, under each other: who, a line for signature, name and day, and what belongs on the line. */
export function signatures({ faces, voices }: PaperMaker, people: readonly Said[], { x, width }: Span): Block {
  const who = width * 0.38
  const caption = besideText(voices.say('papers.common.sign'))
  return {
    height: people.length * ROW,
    draw(sheet, top) {
      people.forEach((person, index) => {
        const line = top + index * ROW + mm(8.5)
        const lines = fitted(faces, besideText(person), who - mm(3), [
          ...steps(REGULAR, [9, 1], [8.5, 2]),
          ...steps(NARROW, [8, 2]),
        ])
        sheet.within('P', () => {
          lines.forEach(({ runs, size, height }, at) => sheet.runs(runs, size, x, line - (lines.length - 1 - at) * height))
        })
        sheet.rule(x + who, line, width - who, mm(0.2))
        sheet.text(caption, { face: REGULAR, size: 7, colour: GREY }, x + who + (width - who) / 2, line + mm(3.2), 'centre')
      })
    },
  }
}
