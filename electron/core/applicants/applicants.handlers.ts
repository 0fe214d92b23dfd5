import { reading, type Procedures } from '../http/pipeline'
import type { Applicants } from './applicants.service'

/** Known applicants, found while the clerk types. */
export function applicantsHandlers({ applicants: contract }: Procedures, applicants: Applicants) {
  return contract.router({
    find: contract.find.handler(reading(({ view }, { text }) => applicants.find(view, text))),
    letters: contract.letters.handler(reading(({ view }, { applicantId }) => applicants.letters(view, applicantId))),
  })
}
