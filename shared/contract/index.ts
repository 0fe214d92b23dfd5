import { applicants } from './applicants.contract'
import { attachments } from './attachments.contract'
import { books } from './books.contract'
import { closings } from './closings.contract'
import { control } from './control.contract'
import { deadlines } from './deadlines.contract'
import { decisions } from './decisions.contract'
import { directory } from './directory.contract'
import { drafts, office } from './office.contract'
import { filing } from './filing.contract'
import { papers } from './papers.contract'
import { people } from './people.contract'
import { proof } from './proof.contract'
import { register } from './register.contract'
import { routing } from './routing.contract'
import { session } from './session.contract'
import { slips } from './slips.contract'
import { structure } from './structure.contract'

/** The whole programming interface of Kiris, as data. */
export const contract = {
  ...{ session, office, people, register, applicants, slips, drafts, deadlines, structure, routing },
  ...{ decisions, filing, directory, control },
  ...{ attachments, papers, proof, books, closings },
}
export type Contract = typeof contract

export type { Applicant, EarlierLetter } from './applicants.contract'
export {
  FILE_CONDITIONS,
  FILE_KINDS,
  FILE_ROLES,
  LARGEST_FILE,
  NAME_NOTICES,
  type Attachment,
  type FileCondition,
  type FileKind,
  type FileRole,
  type NameNotice,
  type Scan,
  type StagedFile,
  type StagedForEntry,
  type StampPlace,
} from './attachments.contract'
export { BOOK_FORMATS, BOOKS, type Book, type BookFormat, type BookJob } from './books.contract'
export { CLOSING_VERDICTS, type Closing } from './closings.contract'
export { PAPER_KINDS, type PaperKind, type PaperSettings } from './papers.contract'
export { PROOF_VERDICTS, type ProofKey, type ProofVerdict, type StatedBySlip } from './proof.contract'
export type { Appeal, AppealFacts, JournalRow, Registered } from './appeal.schema'
export {
  DIGEST_SECTIONS,
  type AheadRow,
  type ControlLine,
  type DigestSection,
  type DigestSectionName,
  type LateGroup,
} from './control.contract'
export type {
  ChangeDoubt,
  Consequences,
  MovedDeadline,
  NewRuleVersion,
  PastChange,
  ReadYear,
  RowFault,
  TermsChange,
  TermsChangeKind,
} from './deadlines.contract'
export {
  CHECKS,
  type Agreement,
  type Check,
  type CheckName,
  type Decision,
  type Letter,
  type OutgoingRow,
  type ToSign,
} from './decisions.contract'
export type { Body, CaseOfFiles, TemplateState } from './directory.contract'
export type { PaperMove } from './filing.contract'
export type { OfficeDetails, OfficeRules, PublicService } from './office.contract'
export type { Person, PersonFields } from './people.contract'
export { JOURNAL_STATES, type HistoryEvent, type JournalState } from './register.contract'
export type { Caller, Start } from './session.contract'
export type { DeskLetter, DeskTask, ExecutorLoad, Resolution, Task } from './routing.contract'
export { ABSENCE_REASONS, type Absence, type Colleague, type Department } from './structure.contract'
export { SLIP_FORMATS, SLIP_LANGUAGES, type Slip, type SlipFormat, type SlipLanguages } from './slips.contract'
export * from './errors'
export type { ProcedureMeta } from './procedure'
