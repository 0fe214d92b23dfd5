import { applicantsHandlers } from '../applicants/applicants.handlers'
import type { Applicants } from '../applicants/applicants.service'
import { booksHandlers } from '../books/books.handlers'
import type { Books } from '../books/books.service'
import { attachmentsHandlers, type AttachmentsParts } from '../attachments/attachments.handlers'
import { closingsHandlers } from '../closings/closings.handlers'
import type { Closings } from '../closings/closings.service'
import { controlHandlers } from '../control/control.handlers'
import type { Control } from '../control/control.service'
import { deadlinesHandlers, type DeadlinesParts } from '../deadlines/deadlines.handlers'
import { decisionsHandlers, type DecisionsParts } from '../decisions/decisions.handlers'
import { directoryHandlers, type DirectoryParts } from '../directory/directory.handlers'
import { draftsHandlers } from '../drafts/drafts.handlers'
import type { Drafts } from '../drafts/drafts.service'
import { filingHandlers } from '../filing/filing.handlers'
import type { Filing } from '../filing/filing.service'
import { papersHandlers } from '../papers/papers.handlers'
import type { Papers } from '../papers/papers.service'
import { peopleHandlers, type PeopleParts } from '../people/people.handlers'
import { proofHandlers } from '../proof/proof.handlers'
import type { Proof } from '../proof/proof.service'
import { registerHandlers, type RegisterParts } from '../register/register.handlers'
import { routingHandlers, type RoutingParts } from '../routing/routing.handlers'
import { sessionHandlers, type SessionParts } from '../session/session.handlers'
import { officeHandlers, type OfficeParts } from '../settings/office.handlers'
import { slipsHandlers } from '../slips/slips.handlers'
import type { Slips } from '../slips/slips.service'
import { structureHandlers } from '../structure/structure.handlers'
import { procedures } from './pipeline'

/** All services the procedures work with. */
export interface RouterParts
  extends
    SessionParts,
    OfficeParts,
    PeopleParts,
    RegisterParts,
    DeadlinesParts,
    RoutingParts,
    DecisionsParts,
    DirectoryParts,
    AttachmentsParts {
  applicants: Applicants
  papers: Papers
  slips: Slips
  drafts: Drafts
  control: Control
  filing: Filing
  proof: Proof
  closings: Closings
  books: Books
}

/** Every procedure of the contract with its handler; a missing one does not compile. */
export function officeRouter(parts: RouterParts) {
  return procedures.router({
    session: sessionHandlers(procedures, parts),
    office: officeHandlers(procedures, parts, parts.host.listPeople),
    papers: papersHandlers(procedures, parts.papers),
    people: peopleHandlers(procedures, parts),
    register: registerHandlers(procedures, parts),
    applicants: applicantsHandlers(procedures, parts.applicants),
    slips: slipsHandlers(procedures, parts.slips),
    drafts: draftsHandlers(procedures, parts.drafts),
    deadlines: deadlinesHandlers(procedures, parts),
    structure: structureHandlers(procedures, parts.structure, parts.timeZone),
    routing: routingHandlers(procedures, parts),
    decisions: decisionsHandlers(procedures, parts),
    filing: filingHandlers(procedures, parts.filing),
    directory: directoryHandlers(procedures, parts),
    control: controlHandlers(procedures, parts),
    attachments: attachmentsHandlers(procedures, parts),
    proof: proofHandlers(procedures, parts.proof),
    closings: closingsHandlers(procedures, parts.closings),
    books: booksHandlers(procedures, parts.books),
  })
}

export type OfficeRouter = ReturnType<typeof officeRouter>
