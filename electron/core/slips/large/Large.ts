import type { PaperLanguage, Voices } from '../../paper/voices'
import type { Column } from '../column/Column'
import type { ColumnSaid } from '../column/said'
import type { Picture } from '../form/picture'
import type { SlipCodes } from '../form/SlipPage'
import type { SlipFacts } from '../slipFacts'

/** Nothing on it is smaller. */
export const TEXT = 20

/** What the parts of a slip in large print are laid out with: one language after the other. */
export interface Large {
  column: Column
  facts: SlipFacts
  voices: Voices
  language: PaperLanguage
  said: ColumnSaid
  codes: SlipCodes
  logo: Picture | null
}
