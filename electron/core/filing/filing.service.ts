import type { Appeal, PaperMove } from '#shared/contract'
import { localMoment } from '#shared/i18n'
import { callerOf, type ReadCall, type WriteCall } from '../call'
import type { View } from '../db/work'
import type { Directory } from '../directory/directory.service'
import { Refusal, refuseField } from '../errors'
import { shortNameOf, type People } from '../people/people.service'
import type { AppealRow, Register } from '../register/register.service'
import { sightOn } from '../register/sight.service'
import { PaperMoveEntity, type PaperMoveRow } from './PaperMove.entity'

/** Another entry, by name. */
interface Named {
  id: number
  number: string
}

/** What becomes of the paper: who has it, and the case it is filed to. */
export class Filing {
  constructor(
    private readonly register: Register,
    private readonly directory: Directory,
    private readonly people: People,
    private readonly timeZone: string,
  ) {}

  /** Where the paper of an entry was, and the cases joined to it. Errors: `not_found`. */
  async ofEntry(call: ReadCall, id: number): Promise<{ paper: PaperMove[]; attached: Named[]; attachedTo: Named | null }> {
    const { view } = call
    const entry = await this.register.seen(view, callerOf(call), id)
    const { sql, parameters } = sightOn(callerOf(call))
    const named = (where: string, value: number | null): Promise<Named[]> =>
      view.rows<Named>(`SELECT a.id, a.number FROM appeals a WHERE ${where} = ? AND ${sql} ORDER BY a.id`, [value, ...parameters])
    const attached = await named('a.attached_to', id)
    const [attachedTo] = await named('a.id', entry.attachedTo)
    return { paper: await moves(view, id), attached, attachedTo: attachedTo ?? null }
  }

  /** Files a closed entry. It must be off control and its paper back. Errors: `not_found`, `conflict.stale`, `life.not_possible`, `life.on_control`, `life.paper_out`, `life.letter_waiting`, `invalid_input`. */
  async file(call: WriteCall, { caseId, ...at }: { id: number; version: number; caseId: number }): Promise<Appeal> {
    const entry = await this.register.changeable(call, at, 'file')
    if (entry.control) throw new Refusal('life.on_control', { number: entry.number })
    const out = await this.#out(call.work, entry.id)
    if (out) throw new Refusal('life.paper_out', { number: entry.number, holder: out.holderName })
    const [waiting] = await call.work.rows<{ number: string }>(
      'SELECT number FROM letters WHERE appeal_id = ? AND handed_on IS NULL ORDER BY id LIMIT 1',
      [entry.id],
    )
    if (waiting) throw new Refusal('life.letter_waiting', { number: waiting.number })
    const found = await this.directory.case(call.work, caseId)
    if (!found?.active) throw refuseField('caseId', 'unknown_value')
    const filedOn = localMoment(call.at, this.timeZone).date
    const next = await this.register.advance(call, entry, 'file', { caseId, filedOn })
    call.tell('appeal', entry.id, { number: entry.number, index: found.index, title: found.title.kk })
    return this.register.cardOf(call.work, next)
  }

  /** Gives the paper to somebody. Errors: `not_found`, `life.paper_out`, `invalid_input`. */
  async giveOut(call: WriteCall, { id, holderId }: { id: number; holderId: number }): Promise<PaperMove[]> {
    const entry = await this.#entry(call, id)
    const out = await this.#out(call.work, id)
    if (out) throw new Refusal('life.paper_out', { number: entry.number, holder: out.holderName })
    const person = await this.people.byId(call.work, holderId)
    if (!person) throw refuseField('holderId', 'unknown_value')
    if (!person.active) throw refuseField('holderId', 'person_left')
    const holder = shortNameOf(person)
    await call.work.insert(PaperMoveEntity, {
      ...{ appealId: id, holderId, holderName: holder, givenAt: call.at, givenBy: callerOf(call).name },
      ...{ returnedAt: null, returnedBy: null },
    })
    call.tell('appeal', id, { number: entry.number, holder })
    return moves(call.work, id)
  }

  /** Notes that the paper came back. Errors: `not_found`, `life.paper_here`. */
  async takeBack(call: WriteCall, id: number): Promise<PaperMove[]> {
    const entry = await this.#entry(call, id)
    const out = await this.#out(call.work, id)
    if (!out) throw new Refusal('life.paper_here', { number: entry.number })
    await call.work.update(PaperMoveEntity, { id: out.id }, { returnedAt: call.at, returnedBy: callerOf(call).name })
    call.tell('appeal', id, { number: entry.number, holder: out.holderName })
    return moves(call.work, id)
  }

  #entry(call: WriteCall, id: number): Promise<AppealRow> {
    return this.register.seen(call.work, callerOf(call), id)
  }

  #out(view: View, appealId: number): Promise<PaperMoveRow | null> {
    return view
      .one(PaperMoveEntity, { where: { appealId }, order: { id: 'DESC' } })
      .then((last) => (last?.returnedAt === null ? last : null))
  }
}

async function moves(view: View, appealId: number): Promise<PaperMove[]> {
  const rows = await view.many(PaperMoveEntity, { where: { appealId }, order: { id: 'DESC' } })
  return rows.map(({ id, holderId, holderName, givenAt, givenBy, returnedAt, returnedBy }) => ({
    ...{ id, holder: { id: holderId, name: holderName }, givenAt, givenBy },
    returned: returnedAt === null ? null : { at: returnedAt, by: returnedBy! },
  }))
}
