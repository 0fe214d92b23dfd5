import type { Absence, Colleague, Department } from '#shared/contract'
import { compareTexts, may, rolesPassedOn, type BothLanguages, type IsoDate } from '#shared/domain'
import type { History } from '../audit/history.service'
import { callerOf, type SignedIn, type WriteCall } from '../call'
import type { View, Work } from '../db/work'
import { refuseField, Refusal } from '../errors'
import { signedIn, type People, type PersonRow } from '../people/people.service'
import { AbsenceEntity } from './Absence.entity'
import { DepartmentEntity } from './Department.entity'
import { Staff } from './Staff'

/** A department as the administrator writes it down; `id` null = a new one. */
export interface DepartmentChange {
  id: number | null
  version: number
  name: BothLanguages
  headId: number | null
  active: boolean
}

/** An absence as it is written down; `id` null = a new one. */
export type AbsenceChange = Omit<Absence, 'id' | 'cancelled'> & { id: number | null }

/** Departments, absences, and who acts for whom. */
export class Structure {
  #kept: Staff | undefined
  #changes = 0

  constructor(
    private readonly people: People,
    private readonly history: History,
  ) {}

  /** The staff as committed last; read once and kept until something of it changes. */
  async state(view: View): Promise<Staff> {
    if (this.#kept) return this.#kept
    const changes = this.#changes
    const departments = await view.many(DepartmentEntity, {})
    const absences = await view.many(AbsenceEntity, { where: { cancelled: false }, order: { from: 'ASC', id: 'ASC' } })
    const people = (await this.people.all(view)).map(colleagueOf)
    const staff = new Staff(
      departments.sort((a, b) => compareTexts(a.name.kk, b.name.kk)),
      people,
      absences,
    )
    // What was read while somebody changed the structure is old already.
    if (changes === this.#changes) this.#kept = staff
    return staff
  }

  /** Whoever signed a paper on a day: a head or deputy, or who acted for one. `path`: the field that names the person. Errors: `invalid_input` (`unknown_value`, `person_left`, `not_a_head`). */
  async signerOn(
    view: View,
    { personId, day, path }: { personId: number; day: IsoDate; path: string },
  ): Promise<Pick<Colleague, 'id' | 'name' | 'position' | 'roles'>> {
    const staff = await this.state(view)
    const person = staff.personById(personId)
    if (!person) throw refuseField(path, 'unknown_value')
    if (!person.active) throw refuseField(path, 'person_left')
    const roles = staff.rolesOn(personId, day)
    if (!may(roles, 'routing.resolve')) throw refuseField(path, 'not_a_head')
    return { ...person, roles }
  }

  /** What is kept of the staff, if anything: saves a look into the register. */
  get kept(): Staff | undefined {
    return this.#kept
  }

  /** Forgets what is kept; called after every commit that changed people, departments or absences. */
  forget(): void {
    this.#kept = undefined
    this.#changes++
  }

  /** Adds, renames or closes a department or changes its head. Errors: `not_found`, `conflict.stale`, `invalid_input` (`headId`: `unknown_value`, `person_left`). */
  async saveDepartment(call: WriteCall, change: DepartmentChange): Promise<Department> {
    const { id, name, headId, active } = change
    const before = id === null ? null : await call.work.one(DepartmentEntity, { where: { id } })
    if (id !== null && !before) throw new Refusal('not_found')
    if (before && before.version !== change.version) throw await this.#stale(call.work, 'department', before.id)
    const head = await this.#present(call.work, headId, 'headId')
    const after = { name, headId, active, version: (before?.version ?? 0) + 1 }
    if (before) await call.work.update(DepartmentEntity, { id: before.id }, after)
    const saved = { ...after, id: before?.id ?? (await call.work.insert(DepartmentEntity, after)) }
    call.tell('department', saved.id, {
      ...{ name, headId, head: nameOf(head), active },
      ...(before && { before: { name: before.name, headId: before.headId, active: before.active } }),
    })
    return saved
  }

  /**
   * Writes down an absence and who acts. Errors: `not_found`, `conflict.stale`, `structure.absent_already`, `structure.acting_absent`, `structure.acts_already`, `structure.acting_self`,
   * `invalid_input` (`personId`, `actingId`: `unknown_value`, `person_left`).
   */
  async saveAbsence(call: WriteCall, change: AbsenceChange): Promise<Absence> {
    const before = change.id === null ? null : await this.#absence(call.work, change.id, change.version)
    if (before && before.personId !== change.personId) throw refuseField('personId', 'unknown_value')
    const person = before
      ? await this.people.byId(call.work, before.personId)
      : await this.#present(call.work, change.personId, 'personId')
    const acting = await this.#present(call.work, change.actingId, 'actingId')
    await this.#refuseClash(call.work, change, acting)
    if (person && acting) await this.#refuseOwnRise(call, person, acting)
    const { personId, from, to, reason, actingId } = change
    const after = { personId, from, to, reason, actingId, cancelled: false, version: (before?.version ?? 0) + 1 }
    if (before) await call.work.update(AbsenceEntity, { id: before.id }, after)
    const saved = { ...after, id: before?.id ?? (await call.work.insert(AbsenceEntity, after)) }
    call.tell('absence', saved.id, {
      ...{ personId, person: nameOf(person), from, to, reason, actingId, acting: nameOf(acting) },
      ...(before && { before: { from: before.from, to: before.to, reason: before.reason, actingId: before.actingId } }),
    })
    return saved
  }

  /** Takes an absence back; who acted acts no longer. Errors: `not_found`, `conflict.stale`. */
  async cancelAbsence(call: WriteCall, { id, version }: { id: number; version: number }): Promise<Absence> {
    const before = await this.#absence(call.work, id, version)
    const after = { ...before, cancelled: true, version: version + 1 }
    await call.work.update(AbsenceEntity, { id }, { cancelled: true, version: version + 1 })
    const { personId, from, to, reason, actingId } = before
    const person = nameOf(await this.people.byId(call.work, personId))
    call.tell('absence', id, { personId, person, from, to, reason, actingId })
    return after
  }

  async #absence(work: Work, id: number, version: number): Promise<Absence> {
    const absence = await work.one(AbsenceEntity, { where: { id } })
    if (!absence) throw new Refusal('not_found')
    if (absence.cancelled || absence.version !== version) throw await this.#stale(work, 'absence', id)
    return absence
  }

  /** Somebody who still works here, or nobody. */
  async #present(work: Work, id: number | null, path: string): Promise<PersonRow | null> {
    if (id === null) return null
    const person = await this.people.byId(work, id)
    if (!person) throw refuseField(path, 'unknown_value')
    if (!person.active) throw refuseField(path, 'person_left')
    return person
  }

  /** On no day may a person be away twice, be acted for by somebody who is away, or be away while acting. */
  async #refuseClash(work: Work, { id, personId, from, to, actingId }: AbsenceChange, acting: PersonRow | null): Promise<void> {
    const others = (await work.many(AbsenceEntity, { where: { cancelled: false } })).filter(
      (other) => other.id !== id && other.from <= to && from <= other.to,
    )
    const own = others.find((other) => other.personId === personId)
    if (own) throw new Refusal('structure.absent_already', { from: own.from, to: own.to })
    if (acting && others.some((other) => other.personId === actingId)) {
      throw new Refusal('structure.acting_absent', { name: signedIn(acting).name })
    }
    const acts = others.find((other) => other.actingId === personId)
    if (!acts) return
    const name = nameOf(await this.people.byId(work, acts.personId))
    throw new Refusal('structure.acts_already', { name, from: acts.from, to: acts.to })
  }

  /** Nobody makes himself or herself acting for somebody with wider rights; whoever keeps the accounts could give them anyway. */
  async #refuseOwnRise(call: WriteCall, person: PersonRow, acting: PersonRow): Promise<void> {
    const caller: SignedIn = callerOf(call)
    if (caller.id !== acting.id || caller.permissions.includes('people.manage')) return
    if (rolesPassedOn(person.roles).some((role) => !acting.roles.includes(role))) throw new Refusal('structure.acting_self')
  }

  /** Who changed it last: by itself, or with a person who left (`releasePosts`). */
  async #stale(view: View, kind: 'department' | 'absence', id: number): Promise<Refusal> {
    const own = await this.history.lastChange(view, kind, id)
    const [left] = await view.rows<{ who: string; when: string }>(
      `SELECT e.actor AS who, e.at AS "when" FROM events e, json_each(e.details, ?) j
       WHERE e.subject_kind = 'person' AND e.action = 'person.changed' AND j.value = ? ORDER BY e.id DESC LIMIT 1`,
      [kind === 'department' ? '$.headOf' : '$.actedIn', id],
    )
    return new Refusal('conflict.stale', left && left.when >= own.when ? left : own)
  }
}

function nameOf(person: PersonRow | null): string {
  return person ? signedIn(person).name : ''
}

function colleagueOf(person: PersonRow): Colleague {
  const { id, position, departmentId, roles, active } = person
  return { id, name: signedIn(person).name, position, departmentId, roles, active }
}
