import type { SlipFormat, SlipLanguages } from '#shared/contract'
import type { ClockTime, Delivery, IsoDate, Kind, Term } from '#shared/domain'

/** Everything a slip shows, frozen when it is printed (R7–R11, R21–R24; Code 350-VI art. 64(2), 94(2)). The PDF is made from this and nothing else. */
export interface SlipFacts {
  /** 1 = the original; from 2 on the paper is marked as a duplicate. */
  copy: number
  /** Of a preview (copy 0): how many copies were issued before. */
  earlier?: number
  languages: SlipLanguages
  /** Slips of before were all A5. */
  format?: SlipFormat
  /** The signed code and the words for the telephone; slips of before, previews, and slips printed while the key could not be read have none. */
  proof?: SlipProof
  /** Local date and time of this print, and whether the entry was corrected before it. */
  printedOn: IsoDate
  printedAt: ClockTime
  /** The moment of this print (UTC), the file's creation date; without it the local time above is taken for it. */
  printedMoment?: string
  correctedOn: IsoDate | null
  office: {
    name: { kk: string; ru: string }
    address: { kk: string; ru: string }
    phone: string
    contactCentre: string
    /** Opening hours as `9:00–13:00, 14:30–18:30`, and the week they hold for. */
    hours: string
    week: 5 | 6
  }
  number: string
  numberParts: { text: string; isSequence: boolean }[]
  registeredOn: IsoDate
  /** Local time of acceptance. */
  registeredAt: ClockTime
  receivedOn: IsoDate
  receivedAt: ClockTime
  /** Surname and initials, or the legal entity's name; empty when the letter states none. */
  applicant: string
  people: number
  kind: Kind
  subject: string
  sheets: number
  annexSheets: number
  acceptedBy: { name: string; position: { kk: string; ru: string } }
  term: Term
  delivery: Delivery
  answerPlace: { kk: string; ru: string }
  /** Where an answer goes that is not collected by hand: the postal address or e-mail given (R10). Slips of before have none. */
  answerTo?: string
  /** The office's own wording and picture, as they were set then. */
  own?: { heading: { kk: string; ru: string }; note: { kk: string; ru: string }; logo: string | null; stampRussian: boolean }
}

/** By what a slip proves itself. */
export interface SlipProof {
  /** Digits: what the slip states, a digest of everything else on it, the number of the key and the signature. */
  code: string
  /** Three Kazakh words, read out over the telephone. */
  words: readonly string[]
  /** Random, hex; goes into the digest, so that nobody can guess at what the code does not say. Never printed. */
  salt: string
}
