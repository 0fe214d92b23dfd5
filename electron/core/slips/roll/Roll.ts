import type { Voices } from '../../paper/voices'
import type { Column } from '../column/Column'
import type { ColumnSaid } from '../column/said'
import type { Picture } from '../form/picture'
import type { SlipCodes } from '../form/SlipPage'
import type { SlipFacts } from '../slipFacts'

/** What the parts of a roll are laid out with. */
export interface Roll {
  column: Column
  facts: SlipFacts
  voices: Voices
  said: ColumnSaid
  codes: SlipCodes
  logo: Picture | null
}
