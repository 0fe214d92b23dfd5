import type { BothLanguages, IsoDate, LetterLanguage, LetterPurpose } from '#shared/domain'

/** Everything an outgoing letter shows, frozen when it is signed. The paper and the file for Word are made from this and nothing else. */
export interface LetterFacts {
  purpose: LetterPurpose
  language: LetterLanguage
  office: { name: BothLanguages; address: BothLanguages; phone: string; email: string }
  /** Outgoing number. */
  number: string
  /** Empty = a draft: number and day stay as lines to fill in, and the paper is marked across. */
  signedOn: IsoDate | ''
  /** The letter that is answered (requisite 7: reference to the incoming number and day). */
  incoming: { number: string; on: IsoDate }
  /** To whom: the name, and under it the address or the body, a line each. */
  recipient: { name: string; lines: string[] }
  /** The filled template, markdown. */
  body: string
  /** Who signs; `null` = not known yet. */
  signer: { name: string; position: BothLanguages } | null
  /** Who wrote it (requisite 21). */
  executor: { name: string; phone: string } | null
  /** UTC moment of the frozen facts, the files' creation date. */
  createdAt: string
}
