import type { Faces } from '../../paper/faces'
import type { PageSize } from '../../paper/pdf'
import { INK, mm, Sheet, type Mark } from '../../paper/Sheet'
import { Voices } from '../../paper/voices'
import { Column } from '../column/Column'
import { saidOf } from '../column/said'
import { codesOf } from '../form/codes'
import type { Picture } from '../form/picture'
import type { SlipFacts } from '../slipFacts'
import type { Roll } from './Roll'
import { addFacts } from './rollFacts'
import { addFoot, addOfficePart } from './rollFoot'
import { addHead } from './rollHead'

/** A roll of 80 mm, of which thermal printers print 72; the page is as long as it needs. In points. */
const WIDTH = mm(80)
const SIDE = mm(4)
const [TOP, BOTTOM] = [mm(3), mm(6)]

/** The slip on an 80 mm roll: one page, black only (203 dpi heads know no grey), no letters below 8.5 pt and no line below two dots. */
export function layOutRoll(faces: Faces, facts: SlipFacts, logo: Picture | null): { marks: readonly Mark[]; size: PageSize } {
  const voices = new Voices(facts.languages)
  const column = new Column(faces, { left: SIDE, width: WIDTH - 2 * SIDE, gap: mm(1.8), leading: 1.2, pen: mm(0.3) })
  const roll: Roll = { column, facts, voices, said: saidOf(facts, voices), codes: codesOf(facts), logo }
  addHead(roll)
  addFacts(roll)
  addFoot(roll)
  addOfficePart(roll)
  const sheet = new Sheet(faces)
  column.draw(sheet, TOP)
  return { marks: sheet.marks.map(black), size: { width: WIDTH, height: TOP + column.height + BOTTOM } }
}

// Whatever a shared part is drawn in elsewhere.
function black(mark: Mark): Mark {
  return mark.kind === 'picture' ? mark : { ...mark, colour: INK }
}
