import { callerOf } from '../call'
import { reading, type Procedures } from '../http/pipeline'
import { sightOn } from '../register/sight.service'
import type { Applicants } from './applicants.service'

/** Known applicants, found while the clerk types. */
export function applicantsHandlers({ applicants: contract }: Procedures, applicants: Applicants) {
  return contract.router({
    find: contract.find.handler(reading(({ view }, { text }) => applicants.find(view, text))),
    letters: contract.letters.handler(
      reading((call, { applicantId }) => applicants.letters(call.view, applicantId, sightOn(callerOf(call)))),
    ),
  })
}
