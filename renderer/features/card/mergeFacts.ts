import type { AppealFacts } from '#shared/contract'

/** One field in which two people differ from what both began with. */
export interface MetField {
  field: keyof AppealFacts
  before: unknown
  theirs: unknown
  mine: unknown
}

/** Two corrections of one entry, put together. */
export interface MergedFacts {
  /** Both together; where they clash, mine. */
  facts: AppealFacts
  /** Changed by both, differently: somebody must choose. */
  clashes: MetField[]
  /** Changed by the other only, or by both alike: nothing to choose. */
  settled: MetField[]
}

/** The link to the applicant follows from the other facts and is no fact of the letter. */
const NO_FACT: ReadonlySet<keyof AppealFacts> = new Set(['applicantId'])

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The facts in which two versions differ, in the order in which they are kept. */
export function changesOf(
  before: AppealFacts,
  after: AppealFacts,
): { field: keyof AppealFacts; before: unknown; after: unknown }[] {
  return (Object.keys(before) as (keyof AppealFacts)[])
    .filter((field) => !NO_FACT.has(field) && !alike(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

/** Puts two corrections of the same facts together, field by field: what only one changed is taken from that one; what both changed differently is a clash. */
export function mergeFacts(before: AppealFacts, theirs: AppealFacts, mine: AppealFacts): MergedFacts {
  const met = changesOf(before, theirs).map(({ field }) => ({
    field,
    before: before[field],
    theirs: theirs[field],
    mine: mine[field],
  }))
  const clashes = met.filter((one) => !alike(one.mine, one.before) && !alike(one.mine, one.theirs))
  const settled = met.filter((one) => !clashes.includes(one))
  const facts = { ...mine, ...valuesOf(settled, 'theirs'), applicantId: theirs.applicantId }
  return { facts, clashes, settled }
}

/** The chosen side of fields as facts to lay over others. */
export function valuesOf(fields: readonly MetField[], side: 'theirs' | 'mine'): Partial<AppealFacts> {
  return Object.fromEntries(fields.map((one) => [one.field, one[side]]))
}
