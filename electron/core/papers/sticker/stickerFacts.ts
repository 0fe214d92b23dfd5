import type { SlipLanguages } from '#shared/contract'
import { encodeEntry, type IsoDate } from '#shared/domain'
import { ownLanguage } from '../mail/mailFacts'
import { imprintOf, type Imprint, type PaperCall } from '../PaperCall'

/** What a number sticker shows. */
export interface StickerFacts {
  imprint: Imprint
  number: string
  numberParts: { text: string; isSequence: boolean }[]
  registeredOn: IsoDate
  /** The digits of its barcode. */
  digits: string
  void: boolean
}

/** What the sticker of an entry shows. Errors: `not_found`. */
export async function stickerOf(call: PaperCall, id: number, languages: SlipLanguages | null): Promise<StickerFacts> {
  const entry = await call.register.seen(call.view, call.caller, id)
  const { number, numberParts, registeredOn, year, seq } = entry
  return {
    imprint: imprintOf(call, languages ?? ownLanguage(entry.facts.language)),
    ...{ number, numberParts, registeredOn },
    digits: encodeEntry({ journal: 'appeals', year, seq }),
    void: entry.status === 'void',
  }
}
