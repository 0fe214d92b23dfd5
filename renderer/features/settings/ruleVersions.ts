import {
  ADDRESSEES,
  KINDS,
  SHORT_PURPOSES,
  addDays,
  type IsoDate,
  type RuleVersion,
  type ShortTermRule,
  type TermRule,
} from '#shared/domain'

/** A version of any rule: of an answer, or of an act with a short term. */
export type AnyRule = TermRule | ShortTermRule

/** First and last day; `null` = open. */
export interface Stretch {
  from: IsoDate | null
  to: IsoDate | null
}

/** A rule with all its versions, newest first. */
export interface RuleLine<T extends RuleVersion> {
  id: string
  versions: T[]
  /** The version whose term letters get today; `undefined` when none does. */
  current: T | undefined
  /** First day of the version that comes into force next, if one waits. */
  nextFrom: IsoDate | null
}

/** How a version stands on a day: in force, not yet, no longer, or wholly replaced by a newer one. */
export type Standing = 'now' | 'ahead' | 'past' | 'replaced'

/** The days for which a version really holds: its own, less those that newer versions claim (as `ruleFor` chooses). */
export function heldBy(version: RuleVersion, versions: readonly RuleVersion[]): Stretch[] {
  const newer = versions.filter((other) => other.version > version.version)
  return newer.reduce<Stretch[]>(
    (left, { validFrom, validTo }) => left.flatMap((stretch) => without(stretch, { from: validFrom, to: validTo })),
    [{ from: version.validFrom, to: version.validTo }],
  )
}

function without(stretch: Stretch, cut: Stretch): Stretch[] {
  const apart = (cut.from !== null && isBefore(stretch.to, cut.from)) || (cut.to !== null && isAfter(stretch.from, cut.to))
  if (apart) return [stretch]
  const left = cut.from !== null && (stretch.from === null || stretch.from < cut.from)
  const right = cut.to !== null && (stretch.to === null || stretch.to > cut.to)
  return [
    ...(left ? [{ from: stretch.from, to: addDays(cut.from!, -1) }] : []),
    ...(right ? [{ from: addDays(cut.to!, 1), to: stretch.to }] : []),
  ]
}

const isBefore = (end: IsoDate | null, day: IsoDate): boolean => end !== null && end < day
const isAfter = (start: IsoDate | null, day: IsoDate): boolean => start !== null && start > day

/** How a version stands among the versions of its rule. */
export function standingOf(version: RuleVersion, versions: readonly RuleVersion[], today: IsoDate): Standing {
  const held = heldBy(version, versions)
  if (held.length === 0) return 'replaced'
  if (held.some(({ from, to }) => !isAfter(from, today) && !isBefore(to, today))) return 'now'
  return held.some(({ from }) => isAfter(from, today)) ? 'ahead' : 'past'
}

/** Rules with their versions, in the order of the first version met. */
export function linesOf<T extends RuleVersion>(rules: readonly T[], today: IsoDate): RuleLine<T>[] {
  const byId = new Map<string, T[]>()
  for (const rule of rules) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule])
  return [...byId].map(([id, unordered]) => {
    const versions = [...unordered].sort((a, b) => b.version - a.version)
    const ahead = versions.flatMap((version) => heldBy(version, versions)).map(({ from }) => from)
    const next = ahead.filter((from): from is IsoDate => isAfter(from, today)).sort()[0]
    const current = versions.find((version) => standingOf(version, versions, today) === 'now')
    return { id, versions, current, nextFrom: next ?? null }
  })
}

/** Terms of answers in the order of the register's kinds and addressees. */
export function answerLines(rules: readonly TermRule[], today: IsoDate): RuleLine<TermRule>[] {
  const order = ({ kind, addressee }: TermRule): number => KINDS.indexOf(kind) * 10 + ADDRESSEES.indexOf(addressee)
  return linesOf(rules, today).sort((a, b) => order(a.versions[0]!) - order(b.versions[0]!))
}

/** Short terms in the order of their acts. */
export function actLines(rules: readonly ShortTermRule[], today: IsoDate): RuleLine<ShortTermRule>[] {
  const order = ({ purpose }: ShortTermRule): number => SHORT_PURPOSES.indexOf(purpose)
  return linesOf(rules, today).sort((a, b) => order(a.versions[0]!) - order(b.versions[0]!))
}
