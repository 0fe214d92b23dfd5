import type { Appeal, AppealFacts, HistoryEvent, Registered } from '#shared/contract'
import { after, extended, isOpen, isPossible, sightOf, yearOf, type Act, type BothLanguages } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import type { Applicants } from '../applicants/applicants.service'
import type { History } from '../audit/history.service'
import { callerOf, type Call, type SignedIn, type WriteCall } from '../call'
import type { View } from '../db/work'
import { refuseField, Refusal } from '../errors'
import type { OfficeState, Settings } from '../settings/settings.service'
import { AppealEntity, type AppealRow } from './Appeal.entity'
import { cardOf, registeredOf, type IssuedSlips } from './appealAnswers'
import { appealColumns, appealWords } from './appealColumns'
import { dayOfRegistration, termOf } from './appealTerm'
import { sightOn } from './sight.service'
import { changedFacts } from './changedFacts'
import { entryMark } from './entryMarks'
import { moveTasks } from './openTerms'
import { APPEALS, takeNumber } from './numbering.service'

export type { AppealRow }
export { entryMarks } from './entryMarks'
export { IS_OPEN, IS_OPEN_TASK } from './isOpen'
export { openTerms, storeTerm, type OpenTerm } from './openTerms'

/** What an act can change of an entry besides its state. */
type Steered = Partial<
  Pick<AppealRow, 'confidential' | 'control' | 'controllerId' | 'closedOn' | 'caseId' | 'filedOn' | 'attachedTo' | 'term'>
>

/** Why an entry is voided; `first`: number of the entry that was registered before of the same letter. */
interface Voiding {
  id: number
  version: number
  reason: string
  first?: string | null
}

/** The register: entries come in, are corrected or voided, and never go. */
export class Register {
  constructor(
    private readonly settings: Settings,
    private readonly applicants: Applicants,
    private readonly history: History,
    private readonly timeZone: string,
  ) {}

  /** Registers a letter (R6–R10). A repeated `requestId` returns the first entry. Errors: `invalid_input`. */
  async register(call: WriteCall, { requestId, facts }: { requestId: string; facts: AppealFacts }): Promise<Registered> {
    const [first] = await call.work.rows<{ id: number }>('SELECT id FROM appeals WHERE request_id = ?', [requestId])
    if (first) {
      call.nothingChanged()
      return registeredOf(await this.entry(call.work, first.id))
    }
    const office = await this.settings.opened(call.work)
    const registeredOn = dayOfRegistration(facts, office, localMoment(call.at, this.timeZone))
    const term = termOf(facts, registeredOn, office)
    const service = serviceName(facts, office)
    const applicantId = await this.applicants.take(call.work, facts)
    const taken = await takeNumber(call.work, APPEALS, yearOf(registeredOn), office.rules.numberPattern)
    const clerk = callerOf(call)
    const row: Omit<AppealRow, 'id'> = {
      ...appealColumns({ ...facts, applicantId }),
      ...taken,
      ...{ requestId, journal: APPEALS, status: 'registered', version: 1, applicantId, service, term },
      ...{ registeredOn, registeredAt: call.at, deadline: term.deadline },
      ...{ acceptedById: clerk.id, acceptedByName: clerk.name, acceptedByPosition: clerk.position },
      ...{ confidential: false, control: false, controllerId: null },
      ...{ closedOn: null, caseId: null, filedOn: null, attachedTo: null },
      ...{ corrections: 0, correctedAt: null, voidedAt: null, voidedBy: null, voidReason: null },
    }
    const id = await call.work.insert(AppealEntity, row)
    await call.work.run('INSERT INTO appeals_search (rowid, words) VALUES (?, ?)', [id, appealWords(facts, taken)])
    call.tell('appeal', id, {
      number: taken.number,
      registeredOn,
      deadline: term.deadline,
      rule: `${term.ruleId}/${term.ruleVersion}`,
    })
    return registeredOf({ ...row, id })
  }

  /** Corrects what was written down wrongly, with a reason. Errors: `not_found`, `conflict.stale`, `register.void_already`, `register.no_change`, `invalid_input`. */
  async correct(call: WriteCall, change: { id: number; version: number; reason: string; facts: AppealFacts }): Promise<Appeal> {
    const entry = await this.changeable(call, change, 'correct')
    const changes = changedFacts(entry.facts, change.facts)
    if (changes.length === 0) throw new Refusal('register.no_change')
    const office = await this.settings.opened(call.work)
    dayOfRegistration(change.facts, office, localMoment(call.at, this.timeZone))
    if (change.facts.receivedOn > entry.registeredOn) {
      throw refuseField('facts.receivedOn', 'out_of_range', { min: '2000-01-01', max: entry.registeredOn })
    }
    const otherService = changes.some(({ field }) => field === 'serviceId' || field === 'serviceName')
    const applicantId = await this.applicants.correct(call.work, entry, change.facts)
    const facts = { ...change.facts, applicantId }
    // What is closed never moves; the day of receipt moves only the last day to redirect.
    const moved = isOpen(entry.status) && changes.some(({ field }) => MOVING.includes(field))
    const term = moved ? movedTerm(entry, facts, office) : entry.term
    const columns = {
      ...appealColumns(facts),
      // A service renamed since keeps the name the letter was registered with.
      ...{ service: otherService ? serviceName(facts, office) : entry.service },
      ...{ applicantId, term, deadline: term.deadline, version: entry.version + 1 },
      ...{ corrections: entry.corrections + 1, correctedAt: call.at },
    }
    await call.work.update(AppealEntity, { id: entry.id }, columns)
    await moveTasks(call.work, entry.id, { before: entry.deadline, after: term.deadline })
    await call.work.run('DELETE FROM appeals_search WHERE rowid = ?', [entry.id])
    await call.work.run('INSERT INTO appeals_search (rowid, words) VALUES (?, ?)', [entry.id, appealWords(facts, entry)])
    const deadlines = term.deadline === entry.deadline ? {} : { deadlineBefore: entry.deadline, deadlineAfter: term.deadline }
    // Told with the mark of what the entry says now, so that a closed day tells this change from one made outside the program.
    const mark = await entryMark(call.work, entry.id)
    call.tell('appeal', entry.id, { number: entry.number, reason: change.reason, changes, mark, ...deadlines })
    return this.card(call.work, entry.id)
  }

  /** Voids an entry: it stays visible with its number and the reason. Errors: `not_found`, `conflict.stale`, `register.void_already`, `invalid_input` (`first`: `no_such_entry`). */
  async void(call: WriteCall, change: Voiding): Promise<Appeal> {
    const entry = await this.changeable(call, change, 'void')
    const reason = await this.#voidReason(call, entry, change)
    const voided = { status: 'void', voidedAt: call.at, voidedBy: callerOf(call).name, voidReason: reason } as const
    await call.work.update(AppealEntity, { id: entry.id }, { ...voided, version: entry.version + 1 })
    call.tell('appeal', entry.id, { number: entry.number, reason })
    return this.card(call.work, entry.id)
  }

  /** The reason as it stands for good: it can name only a first entry that there is. */
  async #voidReason(call: WriteCall, entry: AppealRow, { reason, first }: Voiding): Promise<string> {
    if (first === undefined || first === null) return reason
    const found = await this.byNumber(call.work, callerOf(call), first)
    if (!found || found.id === entry.id || found.status === 'void') throw refuseField('first', 'no_such_entry')
    return `${reason}: ${found.number}`
  }

  /** One entry as stored. Errors: `not_found`. */
  async entry(view: View, id: number): Promise<AppealRow> {
    const entry = await view.one(AppealEntity, { where: { id } })
    if (!entry) throw new Refusal('not_found')
    return entry
  }

  /** One entry as stored, if the caller may see it; else it does not exist. Errors: `not_found`. */
  async seen(view: View, caller: SignedIn, id: number): Promise<AppealRow> {
    const entry = await this.entry(view, id)
    if (!entry.confidential && sightOf(caller.roles) === 'all') return entry
    const { sql, parameters } = sightOn(caller)
    const [found] = await view.rows<{ id: number }>(`SELECT a.id FROM appeals a WHERE a.id = ? AND ${sql}`, [id, ...parameters])
    if (!found) throw new Refusal('not_found')
    return entry
  }

  /** The newest entry of a number that the caller may see, or `null`. */
  async byNumber(view: View, caller: SignedIn, number: string): Promise<AppealRow | null> {
    const { sql, parameters } = sightOn(caller)
    const [found] = await view.rows<{ id: number }>(
      `SELECT a.id FROM appeals a WHERE a.number = ? AND ${sql} ORDER BY a.id DESC LIMIT 1`,
      [number, ...parameters],
    )
    return found ? this.entry(view, found.id) : null
  }

  /** One entry as shown to the caller. Errors: `not_found`. */
  async shown(view: View, call: Call, id: number): Promise<Appeal> {
    return this.cardOf(view, await this.seen(view, callerOf(call), id))
  }

  /** One entry as shown. Errors: `not_found`. */
  async card(view: View, id: number): Promise<Appeal> {
    return this.cardOf(view, await this.entry(view, id))
  }

  /** The entry's events, oldest first. Errors: `not_found`. */
  async events(view: View, call: Call, id: number): Promise<HistoryEvent[]> {
    await this.seen(view, callerOf(call), id)
    const events = await this.history.of(view, 'appeal', id)
    return events.map(({ id, at, action, actor, workstation, details, hash }) => {
      return {
        id,
        at,
        action,
        actor,
        workstation,
        details: JSON.parse(details) as Record<string, unknown>,
        hash: hash.slice(0, 8),
      }
    })
  }

  /** An entry the caller sees, at the version he or she saw, for an act that is possible now. Errors: `not_found`, `conflict.stale`, `register.void_already`, `life.not_possible`. */
  async changeable(call: WriteCall, { id, version }: { id: number; version: number }, act: Act): Promise<AppealRow> {
    const entry = await this.seen(call.work, callerOf(call), id)
    refuseImpossible(entry, act)
    if (entry.version !== version)
      throw new Refusal('conflict.stale', await this.history.lastChange(call.work, 'appeal', entry.id))
    return entry
  }

  /** Takes an entry to where an act leads, with what else changes of it, and counts its version up. The entry as it is then. Errors: as `changeable` but for the version. */
  async advance(call: WriteCall, entry: AppealRow, act: Act, changes: Steered = {}): Promise<AppealRow> {
    refuseImpossible(entry, act)
    const next = { ...entry, ...changes, status: after(act, entry.status), version: entry.version + 1 }
    const { status, version, confidential, control, controllerId, closedOn, caseId, filedOn, attachedTo, term } = next
    const { deadline } = term
    const usual = { status, version, confidential, control, controllerId }
    // Few acts close, file or extend.
    const isRare = closedOn !== entry.closedOn || caseId !== entry.caseId || term !== entry.term
    if (isRare) await moveTasks(call.work, entry.id, { before: entry.deadline, after: deadline })
    const rare = isRare ? { closedOn, caseId, filedOn, attachedTo, term, deadline } : {}
    await call.work.update(AppealEntity, { id: entry.id }, { ...usual, ...rare })
    return { ...next, deadline }
  }

  /** An entry as shown, from the row at hand. */
  async cardOf(view: View, entry: AppealRow): Promise<Appeal> {
    const [issued] = await view.rows<IssuedSlips>(
      `SELECT count(*) AS slips, (SELECT facts ->> '$.term.deadline' FROM slips WHERE appeal_id = ?1 ORDER BY copy DESC LIMIT 1) AS slipDeadline
       FROM slips WHERE appeal_id = ?1`,
      [entry.id],
    )
    return cardOf(entry, issued!)
  }
}

/** Facts that a term follows from. */
const MOVING = ['kind', 'addressee', 'givenDeadline', 'receivedOn']

/** The term of corrected facts; an extension that was decided stays decided (art. 76(3)). */
function movedTerm(entry: AppealRow, facts: AppealFacts, office: OfficeState): AppealRow['term'] {
  const term = termOf(facts, entry.registeredOn, office)
  const { extension } = entry.term
  return extension ? extended(term, extension, office.calendar) : term
}

/** Refuses an act that the state of an entry does not allow. Throws `register.void_already`, `life.not_possible`. */
export function refuseImpossible(entry: AppealRow, act: Act): void {
  if (entry.status === 'void') throw new Refusal('register.void_already', { number: entry.number })
  if (!isPossible(act, entry)) throw new Refusal('life.not_possible', { number: entry.number, status: entry.status, act })
}

function serviceName(facts: AppealFacts, office: OfficeState): BothLanguages | null {
  const listed = office.services.find((service) => service.id === facts.serviceId)
  if (listed) return listed.name
  return facts.serviceName === '' ? null : { kk: facts.serviceName, ru: facts.serviceName }
}
