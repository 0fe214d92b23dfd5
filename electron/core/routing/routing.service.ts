import type { Appeal } from '#shared/contract'
import type { BothLanguages, IsoDate } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { callerOf, type WriteCall } from '../call'
import type { View } from '../db/work'
import { Refusal, refuseField } from '../errors'
import { shortNameOf, type People, type PersonRow } from '../people/people.service'
import type { AppealRow, Register } from '../register/register.service'
import { nameReader } from '../register/confidence.service'
import { idsOf } from '../register/sight.service'
import type { Structure } from '../structure/structure.service'
import { ResolutionEntity, type ResolutionRow } from './Resolution.entity'
import { TaskEntity, type TaskRow } from './Task.entity'
import type { Tasks } from './tasks.service'

/** A resolution as written. */
export interface Writing {
  appealId: number
  version: number
  text: string
  executors: { personId: number; responsible: boolean }[]
  due: IsoDate
  control: boolean
}

/** Whose resolution it is, on which day, and who entered it from paper. */
interface Authorship {
  author: { id: number; name: string; position: BothLanguages }
  issuedOn: IsoDate
  enteredBy: string | null
  /** The task it divides. */
  parent: TaskRow | null
}

/** The way of a letter through the office: resolutions and control (R18–R20; Code 350-VI art. 46). What becomes of the tasks they give is told in `tasks.service`. */
export class Routing {
  constructor(
    private readonly register: Register,
    private readonly people: People,
    private readonly tasks: Tasks,
    private readonly structure: Structure,
    private readonly timeZone: string,
  ) {}

  /** Sends a letter up to the head. Errors: `not_found`, `conflict.stale`, `life.not_possible`. */
  async send(call: WriteCall, change: { id: number; version: number }): Promise<Appeal> {
    const entry = await this.register.changeable(call, change, 'send')
    const next = await this.register.advance(call, entry, 'send')
    call.tell('appeal', entry.id, { number: entry.number })
    return this.register.cardOf(call.work, next)
  }

  /** Writes the caller's own resolution on a letter. Errors: `not_found`, `conflict.stale`, `life.not_possible`, `invalid_input`. */
  async resolve(call: WriteCall, writing: Writing): Promise<Appeal> {
    const { id, name, position } = callerOf(call)
    return this.#write(call, writing, {
      author: { id, name, position },
      issuedOn: this.#today(call),
      enteredBy: null,
      parent: null,
    })
  }

  /** Writes down a resolution the head wrote on paper. Errors: as `resolve`. */
  async enterPaper(
    call: WriteCall,
    { authorId, issuedOn, ...writing }: Writing & { authorId: number; issuedOn: IsoDate },
  ): Promise<Appeal> {
    if (issuedOn > this.#today(call)) throw refuseField('issuedOn', 'date_in_future', { today: this.#today(call) })
    const author = await this.structure.signerOn(call.work, { personId: authorId, day: issuedOn, path: 'authorId' })
    const { id, name, position } = author
    const authorship = {
      author: { id, name, position },
      issuedOn,
      enteredBy: callerOf(call).name,
      parent: null,
    }
    return this.#write(call, writing, authorship)
  }

  /** Divides the caller's own task further. Errors: as `resolve`, `routing.not_yours`, `routing.task_over`. */
  async assign(call: WriteCall, { taskId, ...writing }: Writing & { taskId: number }): Promise<Appeal> {
    const { task } = await this.tasks.mine(call, taskId)
    if (task.appealId !== writing.appealId) throw new Refusal('not_found')
    const { id, name, position } = callerOf(call)
    return this.#write(call, writing, {
      author: { id, name, position },
      issuedOn: this.#today(call),
      enteredBy: null,
      parent: task,
    })
  }

  async #write(call: WriteCall, writing: Writing, { author, issuedOn, enteredBy, parent }: Authorship): Promise<Appeal> {
    const act = parent ? 'assign' : 'resolve'
    const entry = await this.register.changeable(call, { id: writing.appealId, version: writing.version }, act)
    if (issuedOn < entry.registeredOn) throw refuseField('issuedOn', 'date_too_soon', { min: entry.registeredOn })
    // Dividing a task gives no right over the control of the whole letter.
    if (writing.control && parent && !callerOf(call).permissions.includes('routing.control')) throw new Refusal('forbidden')
    this.#refuseDue(call, { due: writing.due, earliest: enteredBy === null ? this.#today(call) : issuedOn }, entry, parent)
    const executors = await this.#executors(call, writing)
    const { text, due } = writing
    const row: Omit<ResolutionRow, 'id'> = {
      ...{ appealId: entry.id, parentId: parent?.id ?? null, text, due, issuedOn, issuedAt: call.at, enteredBy },
      ...{ authorId: author.id, authorName: author.name, authorPosition: author.position },
      ...{ recalledAt: null, recalledBy: null, recallReason: null },
    }
    const resolutionId = await call.work.insert(ResolutionEntity, row)
    for (const { person, responsible } of executors)
      await this.tasks.give(call, { resolutionId, entry, person, responsible, due, replaces: null })
    const controlled = writing.control && !entry.control ? { control: true, controllerId: author.id } : {}
    const next = await this.register.advance(call, entry, act, controlled)
    const names = executors.map(({ person }) => shortNameOf(person))
    call.tell('appeal', entry.id, {
      ...{ number: entry.number, author: author.name, text, executors: names.join(', '), due, issuedOn },
      ...{ control: writing.control, resolutionId },
    })
    return this.register.cardOf(call.work, next)
  }

  /** The executors' day is neither after the deadline nor over already; only a letter that is late anyway may have a later one. */
  #refuseDue(
    call: WriteCall,
    { due, earliest }: { due: IsoDate; earliest: IsoDate },
    entry: AppealRow,
    parent: TaskRow | null,
  ): void {
    const today = this.#today(call)
    const limit = parent && parent.due < entry.deadline ? parent.due : entry.deadline
    const latest = limit < today ? null : limit
    if (due < earliest) throw refuseField('due', 'date_too_soon', { min: earliest })
    if (latest !== null && due > latest) throw refuseField('due', 'date_too_late', { max: latest })
  }

  async #executors(call: WriteCall, { executors }: Writing): Promise<{ person: PersonRow; responsible: boolean }[]> {
    const found = []
    for (const [at, { personId, responsible }] of executors.entries()) {
      found.push({ person: await this.tasks.worker(call, personId, `executors.${at}.personId`), responsible })
    }
    // The responsible executor stands first, as on paper (art. 46(3)).
    return found.sort((a, b) => Number(b.responsible) - Number(a.responsible))
  }

  /** Takes a resolution back with all tasks under it; without another on the letter it waits for one again. Errors: `not_found`, `conflict.stale`, `routing.not_yours`, `routing.recalled_already`. */
  async recall(call: WriteCall, change: { resolutionId: number; version: number; reason: string }): Promise<Appeal> {
    const caller = callerOf(call)
    const resolution = await call.work.one(ResolutionEntity, { where: { id: change.resolutionId } })
    if (!resolution) throw new Refusal('not_found')
    const act = resolution.parentId === null && !(await this.#hasOther(call.work, resolution)) ? 'recall' : 'assign'
    const entry = await this.register.changeable(call, { id: resolution.appealId, version: change.version }, act)
    if (!idsOf(caller).includes(resolution.authorId) && !caller.permissions.includes('routing.resolve'))
      throw new Refusal('routing.not_yours')
    if (resolution.recalledAt !== null) throw new Refusal('routing.recalled_already')
    await this.#recallTree(call, resolution.id, change.reason)
    const next = await this.register.advance(call, entry, act)
    const { number } = entry
    const left = { reason: change.reason, author: resolution.authorName, resolutionId: resolution.id, waits: act === 'recall' }
    call.tell('appeal', entry.id, { number, ...left })
    return this.register.cardOf(call.work, next)
  }

  async #hasOther(view: View, { id, appealId }: ResolutionRow): Promise<boolean> {
    const [other] = await view.rows<{ id: number }>(
      'SELECT id FROM resolutions WHERE appeal_id = ? AND id <> ? AND parent_id IS NULL AND recalled_at IS NULL LIMIT 1',
      [appealId, id],
    )
    return other !== undefined
  }

  async #recallTree(call: WriteCall, resolutionId: number, reason: string): Promise<void> {
    const { work, at } = call
    await work.update(
      ResolutionEntity,
      { id: resolutionId },
      { recalledAt: at, recalledBy: callerOf(call).name, recallReason: reason },
    )
    const tasks = await work.many(TaskEntity, { where: { resolutionId } })
    for (const { id, state } of tasks) {
      if (state === 'assigned' || state === 'accepted') await this.tasks.end(call, id, reason)
      const under = await work.rows<{ id: number }>('SELECT id FROM resolutions WHERE parent_id = ? AND recalled_at IS NULL', [
        id,
      ])
      for (const child of under) await this.#recallTree(call, child.id, reason)
    }
  }

  /** Puts an entry on control, which the head or a deputy does, or takes it off, which the named controller may too (art. 46). Errors: `forbidden`, `not_found`, `conflict.stale`, `life.not_possible`, `invalid_input`. */
  async control(
    call: WriteCall,
    change: { id: number; version: number; control: boolean; controllerId: number | null },
  ): Promise<Appeal> {
    const entry = await this.register.changeable(call, change, 'control')
    const { control } = change
    const caller = callerOf(call)
    const watches = !control && entry.controllerId !== null && idsOf(caller).includes(entry.controllerId)
    if (!watches && !caller.permissions.includes('routing.control')) throw new Refusal('forbidden')
    if (!control && !entry.control) throw new Refusal('register.no_change')
    const controllerId = control ? (change.controllerId ?? caller.id) : null
    const controller = controllerId === null ? null : await this.people.byId(call.work, controllerId)
    if (control && !controller?.active) throw refuseField('controllerId', 'person_left')
    if (controllerId !== null) await nameReader(call.work, entry, controllerId)
    const next = await this.register.advance(call, entry, 'control', { control, controllerId })
    const name = controller ? shortNameOf(controller) : ''
    call.tell('appeal', entry.id, { number: entry.number, control, controller: name })
    return this.register.cardOf(call.work, next)
  }

  #today(call: WriteCall): IsoDate {
    return localMoment(call.at, this.timeZone).date
  }
}
