import { applicantsHandlers } from '../applicants/applicants.handlers'
import type { Applicants } from '../applicants/applicants.service'
import { deadlinesHandlers, type DeadlinesParts } from '../deadlines/deadlines.handlers'
import { draftsHandlers } from '../drafts/drafts.handlers'
import type { Drafts } from '../drafts/drafts.service'
import { peopleHandlers, type PeopleParts } from '../people/people.handlers'
import { registerHandlers, type RegisterParts } from '../register/register.handlers'
import { routingHandlers, type RoutingParts } from '../routing/routing.handlers'
import { sessionHandlers, type SessionParts } from '../session/session.handlers'
import { officeHandlers, type OfficeParts } from '../settings/office.handlers'
import { slipsHandlers } from '../slips/slips.handlers'
import type { Slips } from '../slips/slips.service'
import { structureHandlers } from '../structure/structure.handlers'
import { procedures } from './pipeline'

/** All services the procedures work with. */
export interface RouterParts extends SessionParts, OfficeParts, PeopleParts, RegisterParts, DeadlinesParts, RoutingParts {
  applicants: Applicants
  slips: Slips
  drafts: Drafts
}

/** Every procedure of the contract with its handler; a missing one does not compile. */
export function officeRouter(parts: RouterParts) {
  return procedures.router({
    session: sessionHandlers(procedures, parts),
    office: officeHandlers(procedures, parts, parts.host.listPeople),
    people: peopleHandlers(procedures, parts),
    register: registerHandlers(procedures, parts),
    applicants: applicantsHandlers(procedures, parts.applicants),
    slips: slipsHandlers(procedures, parts.slips),
    drafts: draftsHandlers(procedures, parts.drafts),
    deadlines: deadlinesHandlers(procedures, parts),
    structure: structureHandlers(procedures, parts.structure, parts.timeZone),
    routing: routingHandlers(procedures, parts),
  })
}

export type OfficeRouter = ReturnType<typeof officeRouter>
