import { applicants } from './applicants.contract'
import { deadlines } from './deadlines.contract'
import { drafts, office } from './office.contract'
import { people } from './people.contract'
import { register } from './register.contract'
import { routing } from './routing.contract'
import { session } from './session.contract'
import { slips } from './slips.contract'
import { structure } from './structure.contract'

/** The whole programming interface of Kiris, as data. */
export const contract = { session, office, people, register, applicants, slips, drafts, deadlines, structure, routing }
export type Contract = typeof contract

export type { Applicant, EarlierLetter } from './applicants.contract'
export type { Appeal, AppealFacts, JournalRow, Registered } from './appeal.schema'
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
export type { OfficeDetails, OfficeRules, PublicService } from './office.contract'
export type { Person, PersonFields } from './people.contract'
export { JOURNAL_STATES, type HistoryEvent, type JournalState } from './register.contract'
export type { Caller, Start } from './session.contract'
export type { DeskLetter, DeskTask, ExecutorLoad, Resolution, Task } from './routing.contract'
export { ABSENCE_REASONS, type Absence, type Colleague, type Department } from './structure.contract'
export { SLIP_LANGUAGES, type Slip, type SlipLanguages } from './slips.contract'
export * from './errors'
export type { ProcedureMeta } from './procedure'
