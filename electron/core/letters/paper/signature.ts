import type { Faces } from '../../paper/faces'
import { oneLine } from '../../paper/fit'
import { GREY, mm, type Sheet } from '../../paper/Sheet'
import { drawLines, heightOf } from './letterHead'
import { BODY, columnLines, LEFT, RIGHT, SHEET, tagged, WIDTH, type FlowLine } from './letterSheet'
import type { LetterWords } from './letterWords'

const POSITION = mm(78)
const NAME = mm(50)
const LINE = { size: BODY.size, line: 15.5 } as const
const SMALL = { face: 'PTSans-Regular', size: 9, colour: GREY } as const

/** Position, a line to sign on, and the name (requisite 17), as one line of the flow: it is never parted. */
export function signature(faces: Faces, { signer }: LetterWords): FlowLine {
  const signed = { role: 'P' } as const
  const posts = columnLines(faces, [{ text: signer.position, face: 'PTSerif-Bold' }], { ...LINE, x: LEFT, width: POSITION })
  const names = columnLines(faces, [{ text: signer.name, face: 'PTSerif-Bold' }], {
    ...LINE,
    x: RIGHT - NAME,
    width: NAME,
    align: 'right',
  })
  const [position, name] = [tagged([signed], posts), tagged([signed], names)]
  const nameWidth = Math.min(NAME, faces.width(signer.name, 'PTSerif-Bold', LINE.size))
  const height = Math.max(heightOf(position), heightOf(name))
  return {
    height,
    before: mm(11),
    draw(sheet, top) {
      drawLines(sheet, position, top + height - heightOf(position))
      drawLines(sheet, name, top + height - heightOf(name))
      const from = LEFT + POSITION + mm(3)
      const baseline = top + height - LINE.line + faces.baseline('PTSerif-Bold', LINE.size, LINE.line)
      sheet.rule(from, baseline + 1.5, RIGHT - nameWidth - mm(4) - from, 0.6)
    },
  }
}

/** Who wrote the letter and the telephone, at the foot of its last page (requisite 21). */
export function drawExecutor(sheet: Sheet, { executor }: LetterWords): void {
  const last = SHEET.height - mm(11)
  executor.forEach((text, index) => {
    const line = oneLine(sheet.faces, text, SMALL.face, SMALL.size, WIDTH)
    sheet.within('P', () => sheet.text(line, SMALL, LEFT, last - (executor.length - 1 - index) * 11.5))
  })
}
