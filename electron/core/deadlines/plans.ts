import type { NewRuleVersion, TermsChange, TermsChangeKind } from '#shared/contract'
import {
  calendarOf,
  dayFaults,
  pairTransfers,
  ruleFaults,
  yearOf,
  type CalendarDay,
  type CountingStart,
  type KeptCalendar,
  type RuleFault,
  type ShortTermRule,
  type TermRule,
  type WorkWeek,
} from '#shared/domain'
import { replaceYear, yearContent, type YearContent } from '../calendar/calendar.service'
import type { Work } from '../db/work'
import { Refusal, refuseField } from '../errors'
import type { OfficeState, Settings } from '../settings/settings.service'
import { addVersion } from '../terms/terms.service'
import type { NewCount } from './recounting'

/** What a change has put in the place of what, as its event keeps it: enough to take it back. */
export type Replaced =
  | { kind: 'calendar'; years: { year: number; before: YearContent | null; after: YearContent | null }[] }
  | { kind: 'counting'; before: Counting; after: Counting }
  | { kind: 'rule'; before: TermRule | ShortTermRule; after: TermRule | ShortTermRule }

interface Counting {
  week: WorkWeek
  countingStart: CountingStart
}

/** A change, checked, with what deadlines would be counted by after it. */
export interface Plan {
  kind: TermsChangeKind
  replaced: Replaced
  after: NewCount
  /** Order, balance or law behind it, for lists. */
  source: string
  write(work: Work, settings: Settings): Promise<void>
}

type Content<Kind extends TermsChangeKind> = Omit<Extract<TermsChange, { kind: Kind }>, 'kind' | 'based'>

/** Other content for years of the calendar; `null` content forgets a year. Errors: `invalid_input` with the path of the day at fault, `terms.no_change`. */
export function planCalendar(office: OfficeState, given: readonly { year: number; content: YearContent | null }[]): Plan {
  const kept: KeptCalendar = { days: office.days, years: office.years }
  const contents = given.map(({ year, content }) => ({ year, content: content && { ...content, days: inOrder(content.days) } }))
  const after = contents.reduce((calendar, { year, content }) => withYear(calendar, year, content), kept)
  // As they were sent: a fault names the day by its place.
  given.forEach(({ year, content }, at) => content && refuseFaults(year, content, after.days, at))
  const years = contents.map(({ year, content }) => ({ year, before: yearContent(kept, year), after: content }))
  if (years.every((each) => JSON.stringify(each.before) === JSON.stringify(each.after))) throw new Refusal('terms.no_change')
  return {
    kind: 'calendar',
    replaced: { kind: 'calendar', years },
    after: {
      calendar: calendarOf(after, office.rules.week, office.law),
      countingStart: office.rules.countingStart,
      rules: office.terms,
    },
    source: sourceOf(years),
    async write(work) {
      for (const { year, content } of contents) await replaceYear(work, year, content)
    },
  }
}

/** Content of years as the screen sends it, with its moved days bound to each other. */
export function calendarContents({ years }: Content<'calendar'>): { year: number; content: YearContent }[] {
  return years.map(({ year, status, source, days }) => {
    const listed = days.map(
      (day) => Object.fromEntries(Object.entries(day).filter(([, value]) => value)) as unknown as CalendarDay,
    )
    return { year, content: { year, status, source, days: pairTransfers(listed) } }
  })
}

function inOrder(days: readonly CalendarDay[]): CalendarDay[] {
  return [...days].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function withYear({ days, years }: KeptCalendar, year: number, content: YearContent | null): KeptCalendar {
  const [otherDays, otherYears] = [days.filter(({ date }) => yearOf(date) !== year), years.filter((each) => each.year !== year)]
  if (!content) return { days: otherDays, years: otherYears }
  return {
    days: inOrder([...otherDays, ...content.days]),
    years: [...otherYears, { year, status: content.status, source: content.source }].sort((a, b) => a.year - b.year),
  }
}

function refuseFaults(year: number, { days, status, source }: YearContent, all: readonly CalendarDay[], at: number): void {
  const others = all.filter(({ date }) => yearOf(date) !== year)
  const faults = dayFaults(year, days, others).map(({ at: day, code, params }) => ({
    path: `change.years.${at}.days.${day}.date`,
    code,
    params,
  }))
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults)
  if (status === 'official' && source === '') throw refuseField(`change.years.${at}.source`, 'required')
}

/** What stands behind a change of the calendar: the orders it brings, or else what confirms the year. */
function sourceOf(years: Extract<Replaced, { kind: 'calendar' }>['years']): string {
  const known = new Set(years.flatMap(({ before }) => before?.days ?? []).map(({ source }) => source))
  const orders = new Set(years.flatMap(({ after }) => after?.days ?? []).map(({ source }) => source))
  const fresh = [...orders].filter((order) => order && !known.has(order))
  return fresh.length > 0 ? fresh.join('; ') : (years.find(({ after }) => after?.source)?.after?.source ?? '')
}

/** Another week or another way of counting. Errors: `terms.no_change`. */
export function planCounting(office: OfficeState, { week, countingStart }: Counting): Plan {
  const { rules, days, years, law, terms } = office
  const before = { week: rules.week, countingStart: rules.countingStart }
  if (before.week === week && before.countingStart === countingStart) throw new Refusal('terms.no_change')
  return {
    kind: 'counting',
    replaced: { kind: 'counting', before, after: { week, countingStart } },
    after: { calendar: calendarOf({ days, years }, week, law), countingStart, rules: terms },
    source: '',
    write: (work, settings) => settings.setCounting(work, { week, countingStart }),
  }
}

/** The next version of a rule. Errors: `not_found`, `invalid_input` (`rule_overlap`, `rule_gap`, a length that is none), `terms.no_change`. */
export function planRule(office: OfficeState, next: NewRuleVersion): Plan {
  const before = newestVersion(office, next.ruleId)
  if (!before) throw new Refusal('not_found')
  const { validFrom, validTo, length, basis, note } = next
  const base = { ...before, version: before.version + 1, validFrom, validTo, length, basis, note: note || undefined }
  if ('purpose' in before) return plannedRule(office, before, base)
  const { unit, countingStart, checkpointDays, checkpoint, extension } = next
  if (checkpointDays > length && unit === 'workingDays') {
    throw refuseField('change.rule.checkpointDays', 'out_of_range', { min: 0, max: length })
  }
  if (checkpointDays > 0 && (checkpoint.kk === '' || checkpoint.ru === '')) {
    throw refuseField(`change.rule.checkpoint.${checkpoint.kk === '' ? 'kk' : 'ru'}`, 'required')
  }
  const point = checkpointDays > 0 ? { checkpointDays, checkpoint } : { checkpointDays: 0, checkpoint: undefined }
  const strict = countingStart === 'registrationDay' ? { countingStart } : { countingStart: undefined }
  return plannedRule(office, before, { ...base, unit, ...strict, extension, ...point })
}

/** A version of a rule as given, put after the one in force. */
export function plannedRule(office: OfficeState, before: TermRule | ShortTermRule, after: TermRule | ShortTermRule): Plan {
  const [fault] = ruleFaults([...versionsOf(office, after.id), after])
  if (fault) throw refusedRule(fault)
  if (sameRule(before, after)) throw new Refusal('terms.no_change')
  const rules = 'purpose' in after ? office.terms : [...office.terms, after]
  const { calendar, rules: counting } = office
  return {
    kind: 'rule',
    replaced: { kind: 'rule', before, after },
    after: { calendar, countingStart: counting.countingStart, rules, newest: after },
    source: `${after.basis.kk} / ${after.basis.ru}`,
    write: (work) => addVersion(work, after),
  }
}

const versionsOf = ({ terms, shortTerms }: OfficeState, ruleId: string): (TermRule | ShortTermRule)[] =>
  [...terms, ...shortTerms].filter(({ id }) => id === ruleId)

/** The version of a rule that was added last. */
export function newestVersion(office: OfficeState, ruleId: string): TermRule | ShortTermRule | undefined {
  return versionsOf(office, ruleId).sort((a, b) => b.version - a.version)[0]
}

function sameRule(before: TermRule | ShortTermRule, after: TermRule | ShortTermRule): boolean {
  const content = (rule: TermRule | ShortTermRule): string =>
    JSON.stringify(
      Object.entries({ ...rule, version: 0 })
        .filter(([, value]) => value !== undefined)
        .sort(),
    )
  return content(before) === content(after)
}

function refusedRule({ code, other, from = '' }: RuleFault): Refusal {
  if (code === 'overlap') return refuseField('change.rule.validFrom', 'rule_overlap', { version: other ?? 0, from })
  if (code === 'gap') return refuseField('change.rule.validFrom', 'rule_gap', { from })
  if (code === 'order') return refuseField('change.rule.validTo', 'date_too_soon', { min: from })
  return refuseField('change.rule.length', 'out_of_range', { min: 1, max: 999 })
}
