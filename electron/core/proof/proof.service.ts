import type { View } from '../db/work'
import type { SlipFacts, SlipProof } from '../slips/slipFacts'

/** Slips that prove themselves. */
export class Proof {
  /** Signs what a slip shows. `null` while the key cannot be read: a slip is handed out all the same. */
  async seal(_view: View, _facts: SlipFacts): Promise<SlipProof | null> {
    return null
  }
}
