import type { Appeal, Letter } from '#shared/contract'
import {
  addDays,
  after,
  extendTerm,
  isComplaint,
  isOpen,
  outcomeOf,
  ruleUnder,
  shortTermFor,
  takesRedirects,
  TermRefusal,
  type ActOutcome,
  type BothLanguages,
  type ExtensionBy,
  type IsoDate,
  type LeavingAct,
  type DecisionAct,
  type Role,
  type ShortPurpose,
  type Term,
} from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { createHash } from 'node:crypto'
import { callerOf, type WriteCall } from '../call'
import type { Directory } from '../directory/directory.service'
import { Refusal, refuseField } from '../errors'
import { letterOf, type Letters } from '../letters/letters.service'
import type { AppealRow, Register } from '../register/register.service'
import type { Tasks } from '../routing/tasks.service'
import type { OfficeState, Settings } from '../settings/settings.service'
import type { Structure } from '../structure/structure.service'
import { DecisionEntity, type DecisionRow } from './Decision.entity'
import { refuseIncomplete, type Decisions, type Draft } from './decisions.service'

/** Who signs, on which day, and the clerk who entered it from paper. */
interface Signature {
  signer: { id: number; name: string; position: BothLanguages; roles: Role[] }
  signedOn: IsoDate
  enteredBy: string | null
}

/** What a signature does to the entry. */
interface Effect {
  term: Term
  outcome: Pick<ActOutcome, 'due' | 'inTime' | 'noticeDue'>
}

/** The acts of the table by the names of the terms they end. */
const LEAVING: Readonly<Record<Exclude<DecisionAct, 'answer' | 'extend'>, LeavingAct>> = {
  redirectWhole: 'redirectWhole',
  redirectPart: 'redirectPart',
  return: 'return',
  withdraw: 'withdrawal',
  leave: 'unconsidered',
}

const NOTICES: readonly ShortPurpose[] = ['terminationNotice', 'unconsideredNotice']

interface SigningParts {
  decisions: Decisions
  register: Register
  letters: Letters
  tasks: Tasks
  directory: Directory
  settings: Settings
  structure: Structure
  timeZone: string
}

/** Signing: a decision does what it decides and its letters take their numbers, all in one unit of work (Code 350-VI art. 64, 65, 70, 76, 95, 100; Law 88-V art. 25). */
export class Signing {
  constructor(private readonly parts: SigningParts) {}

  /**
   * Signs a decision. Errors: `not_found`, `decisions.signed_already` (with the number it has), `decisions.over`, `conflict.stale`, `life.not_possible`, `terms.extension_*`, `templates.*`,
   * `invalid_input`.
   */
  async sign(
    call: WriteCall,
    given: { id: number; version: number; entryVersion: number; signerId: number | null; signedOn: IsoDate | null },
  ): Promise<{ appeal: Appeal; letters: Letter[] }> {
    const { decisions, register, letters } = this.parts
    const { decision, entry } = await this.#draft(call, given)
    const { act, content, id: decisionId } = decision
    const office = await this.parts.settings.opened(call.work)
    const signature = await this.#signature(call, given, entry)
    const { term, outcome } = this.#effect(decision, entry, signature, office)
    await this.#refuseBody(call, decision)
    const { signer, signedOn, enteredBy } = signature
    const issued = await letters.issue(call, {
      ...{ decisionId, act, sendBy: outcome.noticeDue },
      source: { entry, content, office, until: act === 'extend' ? term.deadline : '' },
      hands: { signer: { name: signer.name, position: signer.position }, executor: decision.authorName, at: call.at },
    })
    await call.work.update(
      DecisionEntity,
      { id: decisionId },
      {
        ...{ state: 'signed', version: decision.version + 1, signedOn, signedAt: call.at, enteredBy },
        ...{ signerId: signer.id, signerName: signer.name, signerPosition: signer.position },
        ...{ due: outcome.due, inTime: outcome.inTime },
      },
    )
    const numbers = issued.map(({ number }) => number).join(', ')
    const closedOn = isOpen(after(act, entry.status)) ? null : signedOn
    const closed: Record<string, unknown> = {}
    const next = await register.advance(call, entry, act, { term, closedOn })
    if (!isOpen(next.status)) {
      Object.assign(closed, {
        unreported: await this.parts.tasks.close(call, entry.id, { answered: act === 'answer', because: numbers }),
        overtaken: await decisions.overtake(call, entry.id),
      })
    }
    call.tell('appeal', entry.id, {
      ...closed,
      ...{ number: entry.number, decisionId, act, author: decision.authorName, letters: numbers, signer: signer.name, signedOn },
      ...(act === 'extend' && { until: term.deadline, deadlineBefore: entry.deadline }),
      ...(act === 'answer' && { character: content.character, decision: content.decision }),
      ...(act.startsWith('redirect') && { body: issued[0]!.recipient }),
      // What the letters say stands beside the chain; their digests bind them to it.
      digests: issued.map(({ facts }) => createHash('sha256').update(JSON.stringify(facts)).digest('hex')),
    })
    return { appeal: await register.cardOf(call.work, next), letters: issued.map(letterOf) }
  }

  /** Joins a repeated letter to an earlier one (art. 64(8)). Errors: `not_found`, `conflict.stale`, `life.not_possible`, `invalid_input` (`number`). */
  async attach(
    call: WriteCall,
    { number, reason, ...at }: { id: number; version: number; number: string; reason: string },
  ): Promise<Appeal> {
    const { register, tasks, decisions } = this.parts
    const entry = await register.changeable(call, at, 'attach')
    const earlier = await register.byNumber(call.work, callerOf(call), number)
    if (!earlier || earlier.id === entry.id || earlier.status === 'void') throw refuseField('number', 'unknown_value')
    if (earlier.registeredOn > entry.registeredOn || (earlier.registeredOn === entry.registeredOn && earlier.id > entry.id)) {
      throw refuseField('number', 'not_earlier', { date: earlier.registeredOn })
    }
    if (!isSameApplicant(entry, earlier)) throw refuseField('number', 'other_applicant')
    const closedOn = localMoment(call.at, this.parts.timeZone).date
    const next = await register.advance(call, entry, 'attach', { closedOn, attachedTo: earlier.id })
    await tasks.close(call, entry.id, { answered: false, because: earlier.number })
    await decisions.overtake(call, entry.id)
    call.tell('appeal', entry.id, { number: entry.number, to: earlier.number, reason })
    return register.cardOf(call.work, next)
  }

  /** An outgoing number is given once: whoever signs again is told the one there is. */
  async #refuseSigned(call: WriteCall, { id, state, appealId }: DecisionRow): Promise<void> {
    if (state !== 'signed') return
    const letters = await this.parts.letters.ofEntry(call.work, appealId)
    const own = letters.filter(({ decisionId }) => decisionId === id).map(({ number }) => number)
    throw new Refusal('decisions.signed_already', { number: own.join(', ') })
  }

  async #draft(
    call: WriteCall,
    { id, version, entryVersion }: { id: number; version: number; entryVersion: number },
  ): Promise<Draft> {
    const { decisions } = this.parts
    const draft = await decisions.seen(call.work, callerOf(call), id)
    await this.#refuseSigned(call, draft.decision)
    const { decision } = await decisions.stillOpen(call, draft, version)
    const entry = await this.parts.register.changeable(call, { id: decision.appealId, version: entryVersion }, decision.act)
    refuseIncomplete(decision, entry.kind)
    return { decision, entry }
  }

  /** A head or deputy signs for himself, today; whoever may not, enters what one of them signed on paper. */
  async #signature(
    call: WriteCall,
    { signerId, signedOn }: { signerId: number | null; signedOn: IsoDate | null },
    entry: AppealRow,
  ): Promise<Signature> {
    const caller = callerOf(call)
    const today = localMoment(call.at, this.parts.timeZone).date
    if (caller.permissions.includes('routing.resolve') && (signerId === null || signerId === caller.id)) {
      const { id, name, position, roles } = caller
      return { signer: { id, name, position, roles }, signedOn: today, enteredBy: null }
    }
    // A deputy does not sign as the head; only the chancellery enters what lies before it on paper.
    if (!caller.permissions.includes('routing.enterPaper')) throw new Refusal('forbidden')
    if (signerId === null) throw refuseField('signerId', 'required')
    const day = signedOn ?? today
    if (day > today) throw refuseField('signedOn', 'date_in_future', { today })
    if (day < entry.registeredOn) throw refuseField('signedOn', 'date_too_soon', { min: entry.registeredOn })
    const signer = await this.parts.structure.signerOn(call.work, { personId: signerId, day, path: 'signerId' })
    return { signer, signedOn: day, enteredBy: caller.name }
  }

  #effect({ act, content }: DecisionRow, entry: AppealRow, { signer, signedOn }: Signature, office: OfficeState): Effect {
    const { calendar, shortTerms } = office
    const { term } = entry
    if (act === 'answer') {
      return { term, outcome: { due: term.deadline, inTime: signedOn <= term.deadline, noticeDue: null } }
    }
    try {
      if (act !== 'extend') {
        const rules = NOTICES.flatMap((purpose) => shortTermFor(shortTerms, { purpose, kind: entry.kind, on: signedOn }) ?? [])
        // A letter that is no complaint is not left without consideration: its procedure is ended (art. 70, 88).
        const leaving = act === 'leave' && !isComplaint(entry.kind) ? 'termination' : LEAVING[act]
        return { term, outcome: outcomeOf(leaving, signedOn, term, rules, calendar) }
      }
      const rule = ruleUnder(office.terms, term)!
      const decision = { decidedOn: signedOn, decidedBy: signer.name, grounds: content.text, until: content.until as IsoDate }
      const longer = extendTerm(term, rule, { ...decision, as: decidesAs(signer.roles) }, calendar)
      return { term: longer, outcome: { due: term.deadline, inTime: true, noticeDue: longer.extension!.noticeDue } }
    } catch (error) {
      throw error instanceof TermRefusal ? asRefusal(error) : error
    }
  }

  async #refuseBody(call: WriteCall, { act, content }: DecisionRow): Promise<void> {
    if (act !== 'redirectWhole' && act !== 'redirectPart') return
    const body = await this.parts.directory.body(call.work, content.bodyId!)
    if (!body?.active || !takesRedirects(body.kind)) throw refuseField('content.bodyId', 'unknown_value')
  }
}

/** A repeat is of the same applicant: the same person of the register, the same IIN or BIN, or the same name. */
function isSameApplicant(one: AppealRow, other: AppealRow): boolean {
  const [id, otherId] = [one.facts.identifier, other.facts.identifier]
  return one.applicantId === other.applicantId || (id !== '' && id === otherId) || one.sortKey === other.sortKey
}

function decidesAs(roles: readonly Role[]): ExtensionBy {
  return roles.includes('head') ? 'head' : roles.includes('deputy') ? 'deputy' : 'issuer'
}

/** What is wrong with the chosen day is told at its field, everything else as a whole. */
function asRefusal({ code, params }: TermRefusal): Refusal {
  const until = (fault: 'date_too_soon' | 'date_too_late', limit: Record<string, IsoDate>) =>
    refuseField('content.until', fault, limit)
  switch (code) {
    case 'extension_not_longer':
      return until('date_too_soon', { min: addDays(String(params['deadline']), 1) })
    case 'extension_too_long':
      return until('date_too_late', { max: String(params['max']) })
    case 'extension_no_grounds':
      return refuseField('content.text', 'required')
    case 'extension_before_registration':
    case 'act_before_registration':
      return refuseField('signedOn', 'date_too_soon', { min: String(params['date']) })
    case 'extension_not_allowed':
    case 'extension_again':
    case 'extension_not_theirs':
    case 'extension_after_deadline':
      return new Refusal(`terms.${code}`, params)
  }
}
