import type { Faces } from '../paper/faces'
import type { PageSize } from '../paper/pdf'
import type { Mark } from '../paper/Sheet'
import { layOut } from './form/layOut'
import { layOutPair, PAIR } from './form/pair'
import type { Picture } from './form/picture'
import { PAGE } from './form/SlipPage'
import { layOutLarge, LARGE } from './large/layOutLarge'
import { layOutRoll } from './roll/layOutRoll'
import type { SlipFacts } from './slipFacts'

/** A page of a slip: its marks, and its size in points. */
export interface LaidPage {
  marks: readonly Mark[]
  size: PageSize
}

/** The pages of a slip in the format that its facts name; slips of before are A5. */
export function layOutSlip(faces: Faces, facts: SlipFacts, logo: Picture | null = null): LaidPage[] {
  switch (facts.format ?? 'a5') {
    case 'a5':
      return [{ marks: layOut(faces, facts, logo).marks, size: { width: PAGE.width, height: PAGE.height } }]
    case 'a4pair':
      return [{ marks: layOutPair(faces, facts, logo), size: PAIR }]
    case 'roll80':
      return [layOutRoll(faces, facts, logo)]
    case 'large':
      return layOutLarge(faces, facts, logo).map(({ marks }) => ({ marks, size: LARGE }))
  }
}
