import type { Addressee, Kind } from './appeals'
import { addDays, type IsoDate } from './dates'

/** Working days, or calendar days of which only the last must be a working day. */
export type TermUnit = 'workingDays' | 'calendarDays'

/** Which day counts as the first: the day after registration (Code 350-VI art. 76(2), the default) or the registration day itself. */
export type CountingStart = 'nextDay' | 'registrationDay'

/** A text in both languages of the office. */
export interface BothLanguages {
  kk: string
  ru: string
}

/** What every versioned rule of the office carries. A version is never changed or deleted, only followed by a newer one. */
export interface RuleVersion {
  /** Stable name of the rule, e.g. `service-complaint-provider`. */
  id: string
  version: number
  /** First and last registration date the version holds for; `null` = open. A newer version ends an older one on the day before its own first. */
  validFrom: IsoDate | null
  validTo: IsoDate | null
  length: number
  unit: TermUnit
  /** Law and article, as printed on the slip. */
  basis: BothLanguages
  /** Why the version reads as it does: its doubts and sources. Not printed. */
  note?: string | undefined
}

/** Who may decide that a term is extended: the head, a deputy, or whoever gave the term in the first place (official letters). */
export type ExtensionBy = 'head' | 'deputy' | 'issuer'

/** Whether and how a term may be extended. */
export interface ExtensionRule {
  /** The most that may be added; `null` = the law sets no limit. */
  length: number | null
  unit: TermUnit | 'months'
  /** Whether the limit counts from the end of the term or from the day of the decision. */
  from: 'deadline' | 'decision'
  by: readonly ExtensionBy[]
  /** Working days from the decision within which the applicant is told, with the reasons; `null` = nobody need be told. */
  noticeDays: number | null
  /** What the law accepts as grounds. */
  grounds: BothLanguages
  basis: BothLanguages
}

/** One version of the rule that gives a kind of letter its term. Rows of `resources/data/terms.json`. */
export interface TermRule extends RuleVersion {
  kind: Kind
  addressee: Addressee
  /** Where the rule itself counts the registration day; an office that counts it for all terms does so anyway. Default `nextDay`. */
  countingStart?: CountingStart | undefined
  /** A three-working-day control point inside the term (Code 350-VI art. 91(4)), or 0. */
  checkpointDays: number
  /** What must be done by the control point, in words; present when `checkpointDays` is not 0. */
  checkpoint?: BothLanguages | undefined
  /** `null` or absent: the law allows no extension. */
  extension?: ExtensionRule | null | undefined
}

/** Acts that have a short term of their own. */
export const SHORT_PURPOSES = ['redirect', 'return', 'terminationNotice', 'unconsideredNotice', 'fileAccess'] as const
export type ShortPurpose = (typeof SHORT_PURPOSES)[number]

/** One version of a short term: within how many days an act must be done. Rows of `resources/data/short-terms.json`. */
export interface ShortTermRule extends RuleVersion {
  purpose: ShortPurpose
  /** Kinds of letters it is about; `null` = all. */
  kinds: readonly Kind[] | null
  /** The day after which it counts. `act`: the decision, request or finding that calls for it. */
  countsFrom: 'receipt' | 'registration' | 'act'
}

/** The rule for a kind, an addressee and a registration date; `undefined` when no version holds. A rule of the addressee `provider` serves the others as well. */
export function ruleFor(
  rules: readonly TermRule[],
  { kind, addressee, registeredOn }: { kind: Kind; addressee: Addressee; registeredOn: IsoDate },
): TermRule | undefined {
  let own: TermRule | undefined
  let general: TermRule | undefined
  for (const rule of rules) {
    if (rule.kind !== kind || !holdsOn(rule, registeredOn)) continue
    if (rule.addressee === addressee && rule.version > (own?.version ?? 0)) own = rule
    if (rule.addressee === 'provider' && rule.version > (general?.version ?? 0)) general = rule
  }
  return own ?? general
}

/** The version of the rule a term stands under; `undefined` when the rules at hand do not hold it. */
export function ruleUnder(
  rules: readonly TermRule[],
  { ruleId, ruleVersion }: { ruleId: string; ruleVersion: number },
): TermRule | undefined {
  return rules.find(({ id, version }) => id === ruleId && version === ruleVersion)
}

/** The short term of an act for a kind of letter on a day, in its newest version; `undefined` when none holds. */
export function shortTermFor(
  rules: readonly ShortTermRule[],
  { purpose, kind, on }: { purpose: ShortPurpose; kind: Kind; on: IsoDate },
): ShortTermRule | undefined {
  let found: ShortTermRule | undefined
  for (const rule of rules) {
    const concerns = rule.purpose === purpose && (rule.kinds === null || rule.kinds.includes(kind))
    if (concerns && holdsOn(rule, on) && rule.version > (found?.version ?? 0)) found = rule
  }
  return found
}

function holdsOn({ validFrom, validTo }: RuleVersion, day: IsoDate): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
}

/** Why a set of versions cannot stand. `overlap`: two versions claim a day and neither follows the other; `gap`: a day between two has no rule; `length`: no term. */
export interface RuleFault {
  code: 'overlap' | 'gap' | 'length' | 'order'
  id: string
  version: number
  /** The version it collides with, and the days concerned. */
  other?: number
  from?: IsoDate
  to?: IsoDate
}

/** The shortest and the longest term a rule may give, in days. */
export const TERM_LENGTHS = { min: 1, max: 999 } as const

/** Whether a number of days can be a term: 1 to 999 whole days. */
export function isTermLength(length: number): boolean {
  return Number.isInteger(length) && length >= TERM_LENGTHS.min && length <= TERM_LENGTHS.max
}

/**
 * Faults in the versions of the rules, by their ids. A version whose first day is the same as that of the version before replaces it (a mistake put right); otherwise it must begin after
 * it, and on the very next day where the one before has an end of its own.
 */
export function ruleFaults(rules: readonly RuleVersion[]): RuleFault[] {
  const byId = new Map<string, RuleVersion[]>()
  for (const rule of rules) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule])
  return [...byId.values()].flatMap((versions) => {
    const inOrder = [...versions].sort((a, b) => a.version - b.version)
    const faults = inOrder.flatMap((rule, at) => [...ownFaults(rule), ...followFaults(inOrder.slice(0, at), rule)])
    return [...faults, ...endFaults(inOrder)]
  })
}

function ownFaults({ id, version, length, validFrom, validTo }: RuleVersion): RuleFault[] {
  const faults: RuleFault[] = []
  if (!isTermLength(length)) faults.push({ code: 'length', id, version })
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    faults.push({ code: 'order', id, version, from: validFrom, to: validTo })
  }
  return faults
}

/** Letters go on coming: some version must hold from now on for ever. */
function endFaults(versions: readonly RuleVersion[]): RuleFault[] {
  const ends = versions.map(({ validTo }) => validTo)
  const last = versions.at(-1)!
  if (ends.includes(null)) return []
  const end = (ends as IsoDate[]).reduce((a, b) => (a > b ? a : b))
  return [{ code: 'gap', id: last.id, version: last.version, from: addDays(end, 1) }]
}

function followFaults(earlier: readonly RuleVersion[], { id, version, validFrom }: RuleVersion): RuleFault[] {
  const before = earlier.at(-1)
  if (!before) return []
  if (validFrom === before.validFrom) return []
  const other = before.version
  if (validFrom === null || (before.validFrom !== null && validFrom < before.validFrom)) {
    return [{ code: 'overlap', id, version, other, ...(before.validFrom && { from: before.validFrom }) }]
  }
  if (before.validTo === null) return []
  const next = addDays(before.validTo, 1)
  if (validFrom < next) return [{ code: 'overlap', id, version, other, from: validFrom, to: before.validTo }]
  // After a version for a while an older one holds again, if there is one.
  const isHeld = earlier.some((older) => holdsOn(older, next))
  if (validFrom > next && !isHeld) return [{ code: 'gap', id, version, other, from: next, to: addDays(validFrom, -1) }]
  return []
}
