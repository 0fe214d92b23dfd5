import type { Consequences, PastChange, TermsChange } from '#shared/contract'
import { localMoment } from '#shared/i18n'
import { createHash } from 'node:crypto'
import type { History } from '../audit/history.service'
import { yearContent } from '../calendar/calendar.service'
import type { FurtherEvent, WriteCall } from '../call'
import type { View } from '../db/work'
import { Refusal } from '../errors'
import { openTerms, storeTerm } from '../register/register.service'
import type { OfficeState, Settings } from '../settings/settings.service'
import { doubtsOf } from './doubts'
import {
  calendarContents,
  newestVersion,
  planCalendar,
  planCounting,
  plannedRule,
  planRule,
  type Plan,
  type Replaced,
} from './plans'
import { movedDeadline, recountAll, type Recounted, type Recounting } from './recounting'

/** Subject of the events that tell how deadlines are counted. */
const SUBJECT = 'terms'
/** How many past changes are listed. */
const LISTED = 50

interface Weighed {
  plan: Plan
  open: number
  recounting: Recounting
  digest: string
}

/** What the event of a change keeps. */
type Told = Replaced & { source: string; moved: number; takesBack?: number }

/** Changes of what deadlines are counted by: first their consequences, then the change with an event on every entry, and the way back. */
export class Deadlines {
  constructor(
    private readonly settings: Settings,
    private readonly history: History,
    private readonly timeZone: string,
  ) {}

  /** What a change would do. Nothing is done. Errors: `invalid_input`, `conflict.stale`, `terms.no_change`, `terms.not_to_take_back`, `not_found`. */
  async preview(view: View, change: TermsChange, at: string): Promise<Consequences> {
    const office = await this.settings.opened(view)
    const { plan, open, recounting, digest } = await this.#weigh(view, office, change)
    const moved = recounting.moved.map(movedDeadline)
    const today = localMoment(at, this.timeZone).date
    return {
      digest,
      open,
      moved,
      recounted: recounting.explained.length,
      slips: moved.filter(({ slip }) => slip !== null).length,
      doubts: doubtsOf(plan, office, recounting.moved, today),
    }
  }

  /** Applies a change as one unit of work. Errors: as `preview`, and `terms.other_consequences` when they are no longer those of `digest`. */
  async apply(call: WriteCall, { change, digest }: { change: TermsChange; digest: string }) {
    const { work } = call
    const weighed = await this.#weigh(work, await this.settings.opened(work), change)
    const { plan, recounting } = weighed
    if (weighed.digest !== digest) throw new Refusal('terms.other_consequences')
    await plan.write(work, this.settings)
    for (const { entry, term } of [...recounting.moved, ...recounting.explained]) await storeTerm(work, entry, term)
    const [moved, recounted] = [recounting.moved.length, recounting.explained.length]
    const takesBack = change.kind === 'takeBack' ? { takesBack: change.change } : {}
    const told: Told = { ...plan.replaced, source: plan.source, moved, ...takesBack }
    call.tell(SUBJECT, null, { ...told, recounted })
    const cause = { cause: change.kind === 'takeBack' ? ('takenBack' as const) : plan.kind, source: plan.source }
    call.tellEach([
      ...recounting.moved.map((each) => movedEvent(each, cause)),
      ...recounting.explained.map((each) => explainedEvent(each, cause)),
    ])
    return { moved, recounted }
  }

  /** The last changes, newest first, and the version a new one is based on. */
  async changes(view: View): Promise<{ version: number; changes: PastChange[] }> {
    const office = await this.settings.opened(view)
    const events = await this.history.ofKind(view, SUBJECT, LISTED)
    const told = events.map((event) => ({ event, told: JSON.parse(event.details) as Told }))
    const takenBack = new Set(told.map((each) => each.told.takesBack))
    const changes = told.map(({ event: { id, at, actor }, told: { source, moved, takesBack = null, ...replaced } }) => {
      const canTakeBack = !takenBack.has(id) && isStill(replaced as Replaced, office)
      return {
        id,
        at,
        by: actor,
        kind: replaced.kind,
        subject: subjectOf(replaced as Replaced),
        source,
        moved,
        takesBack,
        canTakeBack,
      }
    })
    return { version: events[0]?.id ?? 0, changes }
  }

  async #weigh(view: View, office: OfficeState, change: TermsChange): Promise<Weighed> {
    const [last] = await this.history.ofKind(view, SUBJECT, 1)
    const version = last?.id ?? 0
    if (change.based !== version) throw new Refusal('conflict.stale', { who: last?.actor ?? '', when: last?.at ?? '' })
    const plan = await this.#plan(view, office, change)
    const open = await openTerms(view)
    const recounting = recountAll(open, plan.after)
    return { plan, open: open.length, recounting, digest: digestOf(version, plan.replaced, recounting) }
  }

  async #plan(view: View, office: OfficeState, change: TermsChange): Promise<Plan> {
    if (change.kind === 'calendar') return planCalendar(office, calendarContents(change))
    if (change.kind === 'counting') return planCounting(office, change)
    if (change.kind === 'rule') return planRule(office, change.rule)
    const { plan, source } = await this.#wayBack(view, office, change.change)
    return { ...plan, source }
  }

  /** The change that undoes another, and the source of that other: what was taken back is told, not what holds again. */
  async #wayBack(view: View, office: OfficeState, id: number): Promise<{ plan: Plan; source: string }> {
    const events = await this.history.ofKind(view, SUBJECT, LISTED)
    const told = events.map((event) => ({ id: event.id, ...(JSON.parse(event.details) as Told) }))
    const replaced = told.find((each) => each.id === id)
    if (!replaced || told.some(({ takesBack }) => takesBack === id) || !isStill(replaced, office)) {
      throw new Refusal('terms.not_to_take_back')
    }
    return { plan: undoing(office, replaced), source: replaced.source }
  }
}

function undoing(office: OfficeState, replaced: Replaced): Plan {
  if (replaced.kind === 'calendar') {
    const years = replaced.years.map(({ year, before }) => ({ year, content: before }))
    return planCalendar(office, years)
  }
  if (replaced.kind === 'counting') return planCounting(office, replaced.before)
  // A version is never deleted: the one before comes again, in the place of the withdrawn one.
  const { before, after } = replaced
  return plannedRule(office, after, { ...before, version: after.version + 1, validFrom: after.validFrom, validTo: null })
}

/** Whether what a change left still stands as it left it. */
function isStill(replaced: Replaced, office: OfficeState): boolean {
  if (replaced.kind === 'calendar') {
    return replaced.years.every(({ year, after }) => JSON.stringify(yearContent(office, year)) === JSON.stringify(after))
  }
  const { after } = replaced
  if (replaced.kind === 'counting') {
    return office.rules.week === replaced.after.week && office.rules.countingStart === replaced.after.countingStart
  }
  return 'version' in after && newestVersion(office, after.id)?.version === after.version
}

function subjectOf(replaced: Replaced): PastChange['subject'] {
  if (replaced.kind === 'calendar') return { years: replaced.years.map(({ year }) => year) }
  if (replaced.kind === 'counting') return replaced.after
  return { ruleId: replaced.after.id, version: replaced.after.version }
}

/** Why a deadline was moved: what kind of thing changed, or that a change was taken back, and the order behind it. */
interface Cause {
  cause: Plan['kind'] | 'takenBack'
  source: string
}

function movedEvent({ entry, term }: Recounted, cause: Cause): FurtherEvent {
  const { number, slip, term: before } = entry
  const details = { number, deadlineBefore: before.deadline, deadlineAfter: term.deadline, ...cause, slip }
  return { action: 'appeal.deadline_moved', subjectKind: 'appeal', subjectId: entry.id, details }
}

function explainedEvent({ entry, term }: Recounted, cause: Cause): FurtherEvent {
  const details = { number: entry.number, deadline: term.deadline, ...cause }
  return { action: 'appeal.recounted', subjectKind: 'appeal', subjectId: entry.id, details }
}

function digestOf(version: number, replaced: Replaced, { moved, explained }: Recounting): string {
  const brief = (list: readonly Recounted[]) => list.map(({ entry, term }) => [entry.id, term.deadline])
  return createHash('sha256')
    .update(JSON.stringify([version, replaced, brief(moved), brief(explained)]))
    .digest('hex')
}
