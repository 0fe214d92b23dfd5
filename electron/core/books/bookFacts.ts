import type { BookJob } from '#shared/contract'
import type { BothLanguages, Channel, Character, Delivery, IsoDate, Kind, LetterPurpose, Status } from '#shared/domain'

/** What is asked for; both days count. */
export type BookOrder = Pick<BookJob, 'book' | 'format' | 'language' | 'from' | 'to'>

/** What a book is made of, handed to the worker with its start. */
export interface BookTask extends BookOrder {
  office: BothLanguages
  /** Surname and initials of whoever asked for it. */
  madeBy: string
  /** UTC. */
  madeAt: string
  timeZone: string
  /** Where the file is written; beside it the worker may keep notes under the same name with another ending. */
  file: string
  fontsDir: string
}

/** An entry whose contents the caller may not see: the book stays without gaps, its number and day are no secret. */
export interface HiddenFacts {
  hidden: true
  number: string
  /** Day of registration, of a letter the day of its number. */
  on: IsoDate
  isVoid: boolean
}

/** An incoming entry as the book needs it. What ends in `Json` is a list that the worker reads. */
export interface EntryFacts {
  hidden: false
  number: string
  registeredOn: IsoDate
  receivedOn: IsoDate
  receivedAt: string
  kind: Kind
  channel: Channel
  status: Status
  name: string
  identifier: string
  representative: string
  postalAddress: string
  phone: string
  people: number
  sendersNumber: string
  sendersDate: IsoDate | ''
  externalNumber: string
  subject: string
  summary: string
  serviceJson: string | null
  sheets: number
  annexSheets: number
  deadline: IsoDate
  acceptedBy: string
  caseIndex: string | null
  /** 1: it was joined to an earlier case. */
  repeated: number
  /** Number of that case; `null`: none, or one that the caller does not see. */
  attachedTo: string | null
  /** Number of the applicant's letter before this one, of those that the caller sees. */
  before: string | null
  corrections: number
  voidedAt: string | null
  voidedBy: string | null
  voidReason: string | null
  /** `ResolutionFacts[]` */
  resolutionsJson: string
  /** `TaskFacts[]` */
  tasksJson: string
  /** `AnswerFacts[]` */
  lettersJson: string
  /** `DecisionFacts[]` */
  decisionsJson: string
}

export interface ResolutionFacts {
  text: string
  author: string
  on: IsoDate
}

export interface TaskFacts {
  name: string
  responsible: number
  /** UTC. */
  acceptedAt: string | null
}

export interface AnswerFacts {
  number: string
  on: IsoDate
}

/** What was signed: the character of an answer, or the day until which the term was extended. */
export interface DecisionFacts {
  character: Character | null
  until: IsoDate | '' | null
}

/** An outgoing letter as the book needs it. */
export interface LetterBookFacts {
  hidden: false
  number: string
  signedOn: IsoDate
  recipient: string
  /** The address or the body, a line each. */
  linesJson: string
  purpose: LetterPurpose
  incomingNumber: string
  incomingOn: IsoDate
  subject: string
  signer: string | null
  executor: string | null
  handedHow: Delivery | null
  handedOn: IsoDate | null
  handedTo: string
  tracking: string
  caseIndex: string | null
}

/** One row of a book. */
export type RowFacts = HiddenFacts | EntryFacts | LetterBookFacts

/** Main thread to worker: a portion of rows; an empty one ends the book. */
export interface Portion {
  rows: RowFacts[]
}

/** Worker to main thread. `next`: it has room for another portion; `progress`: so many rows are written. */
export type WorkerWord =
  { kind: 'next' } | { kind: 'progress'; rows: number } | { kind: 'done'; rows: number; pages: number | null }
