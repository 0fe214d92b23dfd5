import type { Body, CaseOfFiles } from '#shared/contract'
import { compareTexts, type BodyKind } from '#shared/domain'
import type { History } from '../audit/history.service'
import type { WriteCall } from '../call'
import type { View, Work } from '../db/work'
import { Refusal } from '../errors'
import { BodyEntity, type BodyRow } from './Body.entity'
import { CaseEntity, type CaseRow } from './Case.entity'

export type { BodyRow, CaseRow }

/** A row as the administrator writes it down; `id` null = a new one. */
type Change<Row extends { id: number }> = Omit<Row, 'id'> & { id: number | null }

/** What the program ships for the directory and the nomenclature. */
export interface ShippedDirectory {
  bodies: Omit<BodyRow, 'id' | 'active' | 'version'>[]
  cases: Omit<CaseRow, 'id' | 'active' | 'version'>[]
}

/** Bodies that letters are redirected to or applicants told of (R12, R13, R21, R24), and the nomenclature of cases. */
export class Directory {
  constructor(private readonly history: History) {}

  /** All bodies and cases, also those no longer used. */
  async all(view: View): Promise<{ bodies: Body[]; cases: CaseOfFiles[] }> {
    const bodies = await view.many(BodyEntity, {})
    const cases = await view.many(CaseEntity, {})
    return {
      bodies: bodies.sort((a, b) => compareTexts(a.name.kk, b.name.kk)),
      cases: cases.sort((a, b) => compareTexts(a.index, b.index)),
    }
  }

  body(view: View, id: number): Promise<BodyRow | null> {
    return view.one(BodyEntity, { where: { id } })
  }

  case(view: View, id: number): Promise<CaseRow | null> {
    return view.one(CaseEntity, { where: { id } })
  }

  /** The first body in use of a kind: the court, the quality body, the ministry. */
  async ofKind(view: View, kind: BodyKind): Promise<BodyRow | null> {
    return view.one(BodyEntity, { where: { kind, active: true }, order: { id: 'ASC' } })
  }

  /** Adds a body, or changes or retires one. Errors: `not_found`, `conflict.stale`. */
  async saveBody(call: WriteCall, { id, ...change }: Change<BodyRow>): Promise<Body> {
    const before = id === null ? null : await this.body(call.work, id)
    await this.#refuseStale(call.work, 'body', id, { before, version: change.version })
    const after = { ...change, version: (before?.version ?? 0) + 1 }
    if (before) await call.work.update(BodyEntity, { id: before.id }, after)
    const saved = { ...after, id: before?.id ?? (await call.work.insert(BodyEntity, after)) }
    call.tell('body', saved.id, { name: after.name.kk, before, after })
    return saved
  }

  /** Adds a case, or changes or closes one. Errors: `not_found`, `conflict.stale`, `directory.index_taken`. */
  async saveCase(call: WriteCall, { id, ...change }: Change<CaseRow>): Promise<CaseOfFiles> {
    const before = id === null ? null : await this.case(call.work, id)
    await this.#refuseStale(call.work, 'case', id, { before, version: change.version })
    const same = await call.work.one(CaseEntity, { where: { index: change.index } })
    if (same && same.id !== id) throw new Refusal('directory.index_taken', { index: change.index })
    const after = { ...change, version: (before?.version ?? 0) + 1 }
    if (before) await call.work.update(CaseEntity, { id: before.id }, after)
    const saved = { ...after, id: before?.id ?? (await call.work.insert(CaseEntity, after)) }
    call.tell('case', saved.id, { index: after.index, before, after })
    return saved
  }

  /** Whether there are neither bodies nor cases yet. */
  async isEmpty(view: View): Promise<boolean> {
    const [kept] = await view.rows<{ count: number }>(
      'SELECT (SELECT count(*) FROM bodies) + (SELECT count(*) FROM cases) AS count',
    )
    return kept!.count === 0
  }

  /** Puts in what is shipped. */
  async fill(work: Work, { bodies, cases }: ShippedDirectory): Promise<void> {
    for (const body of bodies) await work.insert(BodyEntity, { ...body, active: true, version: 1 })
    for (const one of cases) await work.insert(CaseEntity, { ...one, active: true, version: 1 })
  }

  async #refuseStale(
    work: Work,
    kind: 'body' | 'case',
    id: number | null,
    { before, version }: { before: { version: number } | null; version: number },
  ): Promise<void> {
    if (id === null) return
    if (!before) throw new Refusal('not_found')
    if (before.version !== version) throw new Refusal('conflict.stale', await this.history.lastChange(work, kind, id))
  }
}
