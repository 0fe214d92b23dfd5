import type { AppealFacts } from '#shared/contract'

/** One corrected field, before and after. */
export interface ChangedFact {
  field: keyof AppealFacts
  before: unknown
  after: unknown
}

/** The fields in which two versions of an entry's facts differ, in the order of the form. The link to the applicant is no fact of the letter. */
export function changedFacts(before: AppealFacts, after: AppealFacts): ChangedFact[] {
  return (Object.keys(after) as (keyof AppealFacts)[])
    .filter((field) => field !== 'applicantId' && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}
