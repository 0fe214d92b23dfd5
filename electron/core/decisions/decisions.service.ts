import type { Decision } from '#shared/contract'
import { leaveGroundsOf, missingParts, onlyParts, type Kind, type DecisionAct, type DecisionContent } from '#shared/domain'
import type { History } from '../audit/history.service'
import { callerOf, type SignedIn, type WriteCall } from '../call'
import type { View } from '../db/work'
import { Refusal, refuseField } from '../errors'
import { refuseImpossible, type AppealRow, type Register } from '../register/register.service'
import { idsOf } from '../register/sight.service'
import { AgreementEntity, type AgreementRow } from './Agreement.entity'
import { DecisionEntity, type DecisionRow } from './Decision.entity'
import { decisionOf } from './decisionAnswers'

/** A draft, and the entry it is about. */
export interface Draft {
  decision: DecisionRow
  entry: AppealRow
}

interface At {
  id: number
  version: number
}

/** Decisions up to their signature: drafted, agreed, laid before the signer, sent back. What signing does stands in `signing.service`. */
export class Decisions {
  constructor(
    private readonly register: Register,
    private readonly history: History,
  ) {}

  /** The decisions of an entry, oldest first. The caller must see the entry. */
  async ofEntry(view: View, appealId: number): Promise<Decision[]> {
    const rows = await view.many(DecisionEntity, { where: { appealId }, order: { id: 'ASC' } })
    return Promise.all(rows.map((row) => this.#shown(view, row)))
  }

  /** A decision in any state with its entry, if the caller may see it. Errors: `not_found`. */
  async seen(view: View, caller: SignedIn, id: number): Promise<Draft> {
    const decision = await view.one(DecisionEntity, { where: { id } })
    if (!decision) throw new Refusal('not_found')
    return { decision, entry: await this.register.seen(view, caller, decision.appealId) }
  }

  /** Writes or changes a draft. A changed one leaves the signer's desk. Errors: `not_found`, `life.not_possible`, `conflict.stale`, `decisions.over`, `decisions.drafted_already`. */
  async save(
    call: WriteCall,
    {
      id,
      version,
      appealId,
      act,
      content,
    }: { id: number | null; version: number; appealId: number; act: DecisionAct; content: DecisionContent },
  ): Promise<Decision> {
    if (id !== null) return this.#change(call, { id, version }, content)
    const entry = await this.register.seen(call.work, callerOf(call), appealId)
    refuseImpossible(entry, act)
    const [open] = await call.work.rows<{ author: string }>(
      `SELECT author_name AS author FROM decisions WHERE appeal_id = ? AND act = ? AND state IN ('draft', 'submitted')`,
      [appealId, act],
    )
    if (open) throw new Refusal('decisions.drafted_already', { number: entry.number, author: open.author })
    const row: Omit<DecisionRow, 'id'> = {
      ...{ appealId, act, state: 'draft', version: 1, edition: 1, content: onlyParts(act, content), changedAt: call.at },
      ...{ authorId: callerOf(call).id, authorName: callerOf(call).name, submittedAt: null, remark: '' },
      ...{ signedOn: null, signedAt: null, signerId: null, signerName: null, signerPosition: null, enteredBy: null },
      ...{ due: null, inTime: true },
    }
    const decision = { ...row, id: await call.work.insert(DecisionEntity, row) }
    return this.#tell(call, { decision, entry })
  }

  async #change(call: WriteCall, at: At, written: DecisionContent): Promise<Decision> {
    const draft = await this.open(call, at)
    const content = onlyParts(draft.decision.act, written)
    if (JSON.stringify(draft.decision.content) === JSON.stringify(content)) {
      call.nothingChanged()
      return this.#shown(call.work, draft.decision)
    }
    const edition = draft.decision.edition + 1
    if (await this.#isWriting(call, draft)) call.goesOn()
    return this.#to(call, draft, { content, edition, state: 'draft', submittedAt: null, changedAt: call.at })
  }

  /** Whether the last that happened to the entry is that the caller wrote this draft: saves of one sitting are one event. */
  async #isWriting(call: WriteCall, { decision, entry }: Draft): Promise<boolean> {
    const last = await this.history.last(call.work, 'appeal', entry.id)
    if (last?.action !== 'decision.drafted' || last.actorId !== callerOf(call).id || decision.state !== 'draft') return false
    const { decisionId } = JSON.parse(last.details) as { decisionId?: number }
    return decisionId === decision.id
  }

  /** Lays a draft before whoever signs. Errors: `not_found`, `decisions.over`, `conflict.stale`, `life.not_possible`, `invalid_input`. */
  async submit(call: WriteCall, at: At): Promise<Decision> {
    const draft = await this.open(call, at)
    refuseImpossible(draft.entry, draft.decision.act)
    refuseIncomplete(draft.decision, draft.entry.kind)
    return this.#to(call, draft, { state: 'submitted', submittedAt: call.at, remark: '' })
  }

  /** Agrees or objects. Errors: `not_found`, `decisions.over`, `conflict.stale`. */
  async agree(
    call: WriteCall,
    { verdict, remark, ...at }: At & { verdict: 'agreed' | 'objected'; remark: string },
  ): Promise<Decision> {
    const draft = await this.open(call, at)
    if (draft.decision.authorId === callerOf(call).id) throw new Refusal('decisions.own')
    const { id, name, position } = callerOf(call)
    await call.work.insert(AgreementEntity, {
      ...{
        decisionId: draft.decision.id,
        edition: draft.decision.edition,
        personId: id,
        personName: name,
        personPosition: position,
      },
      ...{ verdict, remark, at: call.at },
    })
    return this.#tell(call, draft, { verdict, remark })
  }

  /** Sends a submitted draft back. Errors: `not_found`, `decisions.over`, `decisions.not_submitted`, `conflict.stale`. */
  async sendBack(call: WriteCall, { reason, ...at }: At & { reason: string }): Promise<Decision> {
    const draft = await this.open(call, at)
    if (draft.decision.state !== 'submitted') throw new Refusal('decisions.not_submitted')
    return this.#to(call, draft, { state: 'draft', submittedAt: null, remark: reason }, { reason })
  }

  /** Refuses an extension. Errors: `not_found`, `decisions.over`, `decisions.not_to_refuse`, `conflict.stale`. */
  async refuse(call: WriteCall, { reason, ...at }: At & { reason: string }): Promise<Decision> {
    const draft = await this.open(call, at)
    if (draft.decision.act !== 'extend') throw new Refusal('decisions.not_to_refuse')
    return this.#to(call, draft, { state: 'refused', remark: reason }, { reason })
  }

  /** Takes a draft away: one's own, and whoever signs or enters signatures any. Errors: `forbidden`, `not_found`, `decisions.over`, `conflict.stale`. */
  async drop(call: WriteCall, at: At): Promise<Decision> {
    const draft = await this.open(call, at)
    const caller = callerOf(call)
    const may = idsOf(caller).includes(draft.decision.authorId) || caller.permissions.includes('decisions.sign')
    if (!may) throw new Refusal('forbidden')
    return this.#to(call, draft, { state: 'dropped' })
  }

  /** Takes away all drafts of an entry that the signed one left nothing to decide about. */
  async overtake(call: WriteCall, appealId: number): Promise<string[]> {
    const open = await call.work.rows<{ act: string; author: string }>(
      `SELECT act, author_name AS author FROM decisions WHERE appeal_id = ? AND state IN ('draft', 'submitted') ORDER BY id`,
      [appealId],
    )
    await call.work.run(
      `UPDATE decisions SET state = 'dropped', version = version + 1 WHERE appeal_id = ? AND state IN ('draft', 'submitted')`,
      [appealId],
    )
    return open.map(({ act, author }) => `${act}: ${author}`)
  }

  /** A draft that can still be changed, at the version the caller saw. Errors: `not_found`, `decisions.over`, `conflict.stale`. */
  async open(call: WriteCall, { id, version }: At): Promise<Draft> {
    return this.stillOpen(call, await this.seen(call.work, callerOf(call), id), version)
  }

  /** A draft at hand, if it can still be changed at the version the caller saw. Errors: `decisions.over`, `conflict.stale`. */
  async stillOpen(call: WriteCall, draft: Draft, version: number): Promise<Draft> {
    const { state } = draft.decision
    if (state !== 'draft' && state !== 'submitted') throw new Refusal('decisions.over')
    if (draft.decision.version === version) return draft
    throw new Refusal('conflict.stale', await this.#lastChange(call, draft))
  }

  /** Who changed the draft last: not whoever did something else to its entry. */
  async #lastChange({ work }: WriteCall, { decision, entry }: Draft): Promise<{ who: string; when: string }> {
    const [last] = await work.rows<{ who: string; when: string }>(
      `SELECT actor AS who, at AS "when" FROM events WHERE subject_kind = 'appeal' AND subject_id = ? AND details ->> '$.decisionId' = ?
       ORDER BY id DESC LIMIT 1`,
      [entry.id, decision.id],
    )
    return last ?? this.history.lastChange(work, 'appeal', entry.id)
  }

  async #to(
    call: WriteCall,
    draft: Draft,
    changes: Partial<DecisionRow>,
    details: Record<string, unknown> = {},
  ): Promise<Decision> {
    const after = { ...changes, version: draft.decision.version + 1 }
    await call.work.update(DecisionEntity, { id: draft.decision.id }, after)
    return this.#tell(call, { ...draft, decision: { ...draft.decision, ...after } }, details)
  }

  #tell(call: WriteCall, { decision, entry }: Draft, details: Record<string, unknown> = {}): Promise<Decision> {
    const { id, act, authorName } = decision
    call.tell('appeal', entry.id, { number: entry.number, decisionId: id, act, author: authorName, ...details })
    return this.#shown(call.work, decision)
  }

  async #shown(view: View, row: DecisionRow): Promise<Decision> {
    return decisionOf(row, await this.agreements(view, row.id))
  }

  /** What was said of a draft, oldest first. */
  agreements(view: View, decisionId: number): Promise<AgreementRow[]> {
    return view.many(AgreementEntity, { where: { decisionId }, order: { id: 'ASC' } })
  }
}

/** Refuses a draft that lacks what it must say, naming each part. */
export function refuseIncomplete({ act, content }: DecisionRow, kind: Kind): void {
  const missing = missingParts(act, content)
  // The law knows other grounds for complaints than for other letters (art. 88, 95).
  if (content.ground && !leaveGroundsOf(kind).includes(content.ground)) throw refuseField('content.ground', 'unknown_value')
  if (missing.length === 0) return
  const fields = missing.map((part) => ({ path: `content.${part}`, code: 'required' as const, params: {} }))
  throw new Refusal('invalid_input', {}, fields)
}
