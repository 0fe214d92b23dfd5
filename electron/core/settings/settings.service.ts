import type { OfficeDetails, OfficeRules, PublicService } from '#shared/contract'
import {
  calendarOf,
  compareTexts,
  type BothLanguages,
  type CalendarDay,
  type CalendarYear,
  type HolidayLaw,
  type ShortTermRule,
  type TermBook,
  type TermRule,
  type WorkingCalendar,
} from '#shared/domain'
import type { History } from '../audit/history.service'
import type { WriteCall } from '../call'
import { keptCalendar } from '../calendar/calendar.service'
import type { View, Work } from '../db/work'
import { Refusal, refuseField } from '../errors'
import { keptRules } from '../terms/terms.service'
import { OfficeEntity } from './Office.entity'
import { PublicServiceEntity } from './PublicService.entity'

/** What every registration needs of the office, read once and kept until something of it changes. */
export interface OfficeState {
  details: OfficeDetails
  rules: OfficeRules
  version: number
  calendar: WorkingCalendar
  days: CalendarDay[]
  years: CalendarYear[]
  law: HolidayLaw
  terms: TermRule[]
  shortTerms: ShortTermRule[]
  services: PublicService[]
}

/** A public service as the administrator writes it down; `id` null = a new one. */
type ServiceChange = Omit<PublicService, 'id'> & { id: number | null }

/** What terms are counted by in an office. */
export function termBookOf({ calendar, terms, shortTerms, rules }: OfficeState): TermBook {
  return { calendar, rules: terms, shortRules: shortTerms, dayEnds: rules.dayEnds, countingStart: rules.countingStart }
}

/** Particulars and rules of the office. */
export class Settings {
  #kept: OfficeState | undefined
  #changes = 0

  /** `law`: what years that nobody filled in are drafted from. */
  constructor(
    private readonly history: History,
    private readonly law: HolidayLaw,
  ) {}

  /** Everything of the office, or `null` before the first start. */
  async state(view: View): Promise<OfficeState | null> {
    if (this.#kept) return this.#kept
    const changes = this.#changes
    const office = await view.one(OfficeEntity, { where: { id: 1 } })
    if (!office) return null
    const kept = await keptCalendar(view)
    const state: OfficeState = {
      details: office.details,
      rules: office.rules,
      version: office.version,
      calendar: calendarOf(kept, office.rules.week, this.law),
      ...kept,
      law: this.law,
      ...(await keptRules(view)),
      services: await this.#services(view),
    }
    // What was read while somebody changed the office is old already.
    if (changes === this.#changes) this.#kept = state
    return state
  }

  /** As `state`, for procedures that need an office. Errors: `setup.needed`. */
  async opened(view: View): Promise<OfficeState> {
    const state = await this.state(view)
    if (!state) throw new Refusal('setup.needed')
    return state
  }

  /** Forgets what is kept; called after every commit that changed something of the office. */
  forget(): void {
    this.#kept = undefined
    this.#changes++
  }

  /** Opens the office with its particulars. Errors: `setup.done_already`. */
  async open(call: WriteCall, details: OfficeDetails, rules: OfficeRules): Promise<void> {
    if (await call.work.one(OfficeEntity, { where: { id: 1 } })) throw new Refusal('setup.done_already')
    await call.work.insert(OfficeEntity, { id: 1, details, rules, version: 1 })
  }

  /** Changes particulars and rules. Errors: `conflict.stale`, `invalid_input`. */
  async change(call: WriteCall, change: { version: number; details: OfficeDetails; rules: OfficeRules }): Promise<number> {
    const version = change.version + 1
    const { details, rules } = change
    const before = await this.opened(call.work)
    // Whatever moves deadlines goes through their preview (`Deadlines`).
    if (rules.week !== before.rules.week) throw refuseField('rules.week', 'set_in_calendar')
    if (rules.countingStart !== before.rules.countingStart) throw refuseField('rules.countingStart', 'set_in_calendar')
    const changed = await call.work.update(OfficeEntity, { id: 1, version: change.version }, { details, rules, version })
    if (changed === 0) throw new Refusal('conflict.stale', await this.history.lastChange(call.work, 'office', 1))
    call.tell('office', 1, { before: { details: before.details, rules: before.rules }, after: { details, rules } })
    return version
  }

  /** Sets the week and the way of counting; called only with its consequences. */
  async setCounting(work: Work, counting: Pick<OfficeRules, 'week' | 'countingStart'>): Promise<void> {
    const office = await work.one(OfficeEntity, { where: { id: 1 } })
    if (!office) throw new Refusal('setup.needed')
    const { rules, version } = office
    await work.update(OfficeEntity, { id: 1 }, { rules: { ...rules, ...counting }, version: version + 1 })
  }

  /** Adds, renames or retires a public service; `id` null = a new one. Errors: `not_found`, `conflict.stale`. */
  async saveService(call: WriteCall, service: ServiceChange): Promise<PublicService> {
    const { id, name, active } = service
    const before = id === null ? null : await call.work.one(PublicServiceEntity, { where: { id } })
    if (id !== null && !before) throw new Refusal('not_found')
    if (before && before.version !== service.version)
      throw new Refusal('conflict.stale', await this.history.lastChange(call.work, 'service', before.id))
    const after = { name, active, version: (before?.version ?? 0) + 1 }
    if (before) await call.work.update(PublicServiceEntity, { id: before.id }, after)
    const saved = { ...after, id: before?.id ?? (await call.work.insert(PublicServiceEntity, after)) }
    call.tell('service', saved.id, { name, active })
    return saved
  }

  /** Puts the shipped pick-list of public services into a new office. */
  async fillServices(work: Work, names: readonly BothLanguages[]): Promise<void> {
    for (const name of names) await work.insert(PublicServiceEntity, { name, active: true, version: 1 })
  }

  async #services(view: View): Promise<PublicService[]> {
    const rows = await view.many(PublicServiceEntity, {})
    return rows.sort((a, b) => compareTexts(a.name.kk, b.name.kk))
  }
}
