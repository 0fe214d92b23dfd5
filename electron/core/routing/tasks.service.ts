import type { Appeal } from '#shared/contract'
import { may, type IsoDate } from '#shared/domain'
import { callerOf, type FurtherEvent, type SignedIn, type WriteCall } from '../call'
import type { View } from '../db/work'
import { Refusal, refuseField } from '../errors'
import { shortNameOf, type People, type PersonRow } from '../people/people.service'
import { IS_OPEN_TASK, type AppealRow, type Register } from '../register/register.service'
import { nameReader } from '../register/confidence.service'
import { idsOf, sightOn } from '../register/sight.service'
import { ResolutionEntity } from './Resolution.entity'
import { TaskEntity, type TaskRow } from './Task.entity'

/** A task on its way to somebody. */
interface Given {
  resolutionId: number
  entry: AppealRow
  person: PersonRow
  responsible: boolean
  due: IsoDate
  /** The task it stands in for. */
  replaces: number | null
}

/** What becomes of the work that a resolution gives: taken up, marked, done, or handed to somebody else (R19, R20; Code 350-VI art. 46). */
export class Tasks {
  constructor(
    private readonly register: Register,
    private readonly people: People,
  ) {}

  /** Gives somebody a task. */
  async give(call: WriteCall, { resolutionId, entry, person, responsible, due, replaces }: Given): Promise<number> {
    await nameReader(call.work, entry, person.id)
    return call.work.insert(TaskEntity, {
      ...{ resolutionId, appealId: entry.id, personId: person.id, personName: shortNameOf(person) },
      ...{ departmentId: person.departmentId, responsible, due, state: 'assigned', acceptedAt: null, doneAt: null, report: '' },
      ...{ endedAt: null, endReason: null, replaces },
    })
  }

  /** Somebody who can be given work. `path` names the field at fault. Errors: `invalid_input`. */
  async worker(call: WriteCall, personId: number, path: string): Promise<PersonRow> {
    const person = await this.people.byId(call.work, personId)
    if (!person || !may(person.roles, 'routing.execute')) throw refuseField(path, 'unknown_value')
    if (!person.active) throw refuseField(path, 'person_left')
    return person
  }

  /** Ends a task that is not done, with the reason. */
  async end(call: WriteCall, taskId: number, reason: string): Promise<void> {
    await call.work.update(TaskEntity, { id: taskId }, { state: 'ended', endedAt: call.at, endReason: reason })
  }

  /** Who has not reported yet, by name, in the order of the tasks. */
  async unreported(view: View, appealId: number): Promise<string[]> {
    const rows = await view.rows<{ name: string }>(
      `SELECT person_name AS name FROM tasks WHERE appeal_id = ? AND ${IS_OPEN_TASK} ORDER BY id`,
      [appealId],
    )
    return rows.map(({ name }) => name)
  }

  /** Who was given work on an entry and still has it or has done it, by name. */
  async executors(view: View, appealId: number): Promise<string[]> {
    const rows = await view.rows<{ name: string }>(
      `SELECT DISTINCT person_name AS name FROM tasks WHERE appeal_id = ? AND state <> 'ended' ORDER BY name`,
      [appealId],
    )
    return rows.map(({ name }) => name)
  }

  /** Ends what is still open of an entry the office owes nothing any more: done where it was answered, else ended. `because`: number of the letter or entry that ended it. */
  async close(
    call: WriteCall,
    appealId: number,
    { answered, because }: { answered: boolean; because: string },
  ): Promise<string[]> {
    const unreported = await this.unreported(call.work, appealId)
    const changes = answered
      ? `state = 'done', done_at = ?, report = CASE report WHEN '' THEN ? ELSE report END`
      : `state = 'ended', ended_at = ?, end_reason = ?`
    await call.work.run(`UPDATE tasks SET ${changes} WHERE appeal_id = ? AND ${IS_OPEN_TASK}`, [call.at, because, appealId])
    return unreported
  }

  /** Gives a task to somebody else. Errors: `not_found`, `conflict.stale`, `routing.not_yours`, `routing.task_over`, `routing.has_task`, `invalid_input`. */
  async replace(call: WriteCall, change: { taskId: number; version: number; personId: number; reason: string }): Promise<Appeal> {
    const caller = callerOf(call)
    const task = await this.#openTask(call.work, change.taskId)
    const entry = await this.register.changeable(call, { id: task.appealId, version: change.version }, 'assign')
    const resolution = (await call.work.one(ResolutionEntity, { where: { id: task.resolutionId } }))!
    const gave = idsOf(caller).includes(resolution.authorId) || caller.permissions.includes('routing.resolve')
    if (!gave) throw new Refusal('routing.not_yours')
    const person = await this.worker(call, change.personId, 'personId')
    await this.#pass(call, entry, task, person, change.reason)
    const next = await this.register.advance(call, entry, 'assign')
    const to = shortNameOf(person)
    call.tell('appeal', entry.id, { number: entry.number, from: task.personName, to, reason: change.reason })
    return this.register.cardOf(call.work, next)
  }

  async #pass(call: WriteCall, entry: AppealRow, task: TaskRow, person: PersonRow, reason: string): Promise<void> {
    const { resolutionId, responsible, due, id } = task
    const [has] = await call.work.rows<{ id: number }>(
      `SELECT id FROM tasks WHERE resolution_id = ? AND person_id = ? AND ${IS_OPEN_TASK}`,
      [resolutionId, person.id],
    )
    if (has) throw new Refusal('routing.has_task', { name: shortNameOf(person) })
    await this.end(call, id, reason)
    await this.give(call, { resolutionId, entry, person, responsible, due, replaces: id })
  }

  /** Gives all open tasks of one person to another, with an event on each entry. Errors: `not_found`, `routing.no_tasks`, `routing.has_task`, `invalid_input`. */
  async handOver(
    call: WriteCall,
    { fromId, toId, reason }: { fromId: number; toId: number; reason: string },
  ): Promise<{ moved: number }> {
    const from = await this.people.byId(call.work, fromId)
    if (!from) throw new Refusal('not_found')
    const to = await this.worker(call, toId, 'toId')
    const { sql, parameters } = sightOn(callerOf(call))
    // What the caller may not see stays for whoever is named for it.
    const open = await call.work.rows<{ id: number }>(
      `SELECT t.id FROM tasks t JOIN appeals a ON a.id = t.appeal_id WHERE t.person_id = ? AND t.${IS_OPEN_TASK} AND ${sql} ORDER BY t.id`,
      [fromId, ...parameters],
    )
    const names = { from: shortNameOf(from), to: shortNameOf(to) }
    if (open.length === 0) throw new Refusal('routing.no_tasks', { name: names.from })
    const events: FurtherEvent[] = []
    for (const { id } of open) {
      const task = await this.#openTask(call.work, id)
      const entry = await this.register.entry(call.work, task.appealId)
      await this.#pass(call, entry, task, to, reason)
      await this.register.advance(call, entry, 'assign')
      events.push({
        action: 'task.replaced',
        subjectKind: 'appeal',
        subjectId: entry.id,
        details: { number: entry.number, ...names, reason },
      })
    }
    call.tell('person', fromId, { name: names.from, to: names.to, moved: open.length, reason })
    call.tellEach(events)
    return { moved: open.length }
  }

  /** Takes a task up. Errors: `not_found`, `routing.not_yours`, `routing.task_over`. */
  accept(call: WriteCall, { taskId }: { taskId: number }): Promise<Appeal> {
    return this.#work(call, taskId, { state: 'accepted', acceptedAt: call.at })
  }

  /** Notes how far the work is. Errors: as `accept`. */
  mark(call: WriteCall, { taskId, text }: { taskId: number; text: string }): Promise<Appeal> {
    return this.#work(call, taskId, { report: text, state: 'accepted' }, text)
  }

  /** Reports a task done. Errors: as `accept`. */
  report(call: WriteCall, { taskId, text }: { taskId: number; text: string }): Promise<Appeal> {
    return this.#work(call, taskId, { report: text, state: 'done', doneAt: call.at }, text)
  }

  async #work(call: WriteCall, taskId: number, changes: Partial<TaskRow>, text = ''): Promise<Appeal> {
    const { task, entry } = await this.mine(call, taskId)
    const accepted = task.acceptedAt === null ? { acceptedAt: call.at } : {}
    await call.work.update(TaskEntity, { id: taskId }, { ...accepted, ...changes })
    const next = await this.register.advance(call, entry, 'report')
    call.tell('appeal', entry.id, { number: entry.number, executor: task.personName, text })
    return this.register.cardOf(call.work, next)
  }

  /** A task of the caller's own, or of somebody he or she acts for, still to be done. Errors: `not_found`, `routing.not_yours`, `routing.task_over`. */
  async mine(call: WriteCall, taskId: number): Promise<{ task: TaskRow; entry: AppealRow }> {
    const task = await this.#openTask(call.work, taskId)
    if (!isTheirs(task, callerOf(call))) throw new Refusal('routing.not_yours')
    return { task, entry: await this.register.entry(call.work, task.appealId) }
  }

  async #openTask(view: View, id: number): Promise<TaskRow> {
    const task = await view.one(TaskEntity, { where: { id } })
    if (!task) throw new Refusal('not_found')
    if (task.state === 'done' || task.state === 'ended') throw new Refusal('routing.task_over')
    return task
  }
}

function isTheirs(task: TaskRow, caller: SignedIn): boolean {
  return idsOf(caller).includes(task.personId)
}
