import type { Person, PersonFields } from '#shared/contract'
import { compareTexts, foldForSearch, permissionsOf, surnameAndInitials, type Role } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { hash, verify } from '@node-rs/argon2'
import type { History } from '../audit/history.service'
import type { SignedIn, WriteCall } from '../call'
import type { View, Work } from '../db/work'
import { Refusal } from '../errors'
import { refuseUnknownDepartment, releasePosts } from '../structure/posts.service'
import { PersonEntity, type PersonRow } from './Person.entity'

export type { PersonRow }

/** Cost of a password's hash: argon2id (the library's default kind), 19 MiB, two passes (OWASP's first recommendation). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The people of the office and their passwords. */
export class People {
  constructor(
    private readonly history: History,
    private readonly timeZone: string,
  ) {}

  /** Hashes a password; slow on purpose, so never inside a unit of work. */
  hashPassword(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), COST)
  }

  /** Whether a password fits a stored hash; slow on purpose. A person who does not exist costs the same time. */
  async passwordFits(person: PersonRow | null, password: string): Promise<boolean> {
    this.#nobody ??= this.hashPassword('nobody has this password')
    const stored = person?.active ? person.passwordHash : await this.#nobody
    const fits = await verify(stored, password.normalize('NFKC'))
    return fits && person !== null && person.active
  }
  #nobody: Promise<string> | undefined

  /** The person with that sign-in name, letters folded. */
  byLogin(view: View, login: string): Promise<PersonRow | null> {
    return view.one(PersonEntity, { where: { loginFolded: foldForSearch(login.trim()) } })
  }

  byId(view: View, id: number): Promise<PersonRow | null> {
    return view.one(PersonEntity, { where: { id } })
  }

  /** Everybody, in the order of the Kazakh alphabet. */
  async all(view: View): Promise<PersonRow[]> {
    const rows = await view.many(PersonEntity, {})
    return rows.sort((a, b) => compareTexts(fullNameOf(a), fullNameOf(b)))
  }

  /** Adds a person. Errors: `people.login_taken`, `invalid_input` (`departmentId`). */
  async add(call: WriteCall, fields: PersonFields, passwordHash: string): Promise<PersonRow> {
    await this.#refuseTakenLogin(call.work, fields.login)
    await refuseUnknownDepartment(call.work, fields.departmentId)
    const row = { ...fieldsOf(fields), passwordHash, active: true, version: 1 }
    const id = await call.work.insert(PersonEntity, row)
    call.tell('person', id, { name: fullNameOf(fields), roles: fields.roles })
    return { ...row, id }
  }

  /**
   * Changes a person. One who left no longer heads a department nor acts for anybody. Errors: `not_found`, `conflict.stale`, `people.login_taken`, `people.last_administrator`,
   * `invalid_input` (`departmentId`).
   */
  async change(call: WriteCall, change: PersonFields & { id: number; version: number; active: boolean }): Promise<PersonRow> {
    const before = await this.byId(call.work, change.id)
    if (!before) throw new Refusal('not_found')
    await this.#refuseTakenLogin(call.work, change.login, change.id)
    await this.#keepAnAdministrator(call.work, change)
    await refuseUnknownDepartment(call.work, change.departmentId)
    const after = { ...fieldsOf(change), active: change.active, version: change.version + 1 }
    const changed = await call.work.update(PersonEntity, { id: change.id, version: change.version }, after)
    if (changed === 0) throw new Refusal('conflict.stale', await this.history.lastChange(call.work, 'person', change.id))
    const released = change.active ? {} : await releasePosts(call.work, change.id, localMoment(call.at, this.timeZone).date)
    call.tell('person', change.id, { name: fullNameOf(change), roles: change.roles, active: change.active, ...released })
    return { ...before, ...after }
  }

  /** Sets a new password. Errors: `not_found`. */
  async setPassword(call: WriteCall, id: number, passwordHash: string): Promise<PersonRow> {
    const person = await this.byId(call.work, id)
    if (!person) throw new Refusal('not_found')
    await call.work.update(PersonEntity, { id }, { passwordHash, version: person.version + 1 })
    call.tell('person', id, { name: fullNameOf(person) })
    return person
  }

  async #refuseTakenLogin(work: Work, login: string, exceptId?: number): Promise<void> {
    const other = await this.byLogin(work, login)
    if (other && other.id !== exceptId) throw new Refusal('people.login_taken', { login })
  }

  /** Nobody may lock the office out of its own settings. */
  async #keepAnAdministrator(work: Work, change: { id: number; roles: Role[]; active: boolean }): Promise<void> {
    if (change.active && change.roles.includes('administrator')) return
    const others = await work.many(PersonEntity, { where: { active: true } })
    if (!others.some((other) => other.id !== change.id && other.roles.includes('administrator'))) {
      throw new Refusal('people.last_administrator')
    }
  }
}

/** «Қасенова Айгерім Талғатқызы». */
export function fullNameOf(person: { surname: string; givenName: string; patronymic: string }): string {
  return [person.surname, person.givenName, person.patronymic].filter(Boolean).join(' ')
}

/** «Қасенова А. Т.»: surname and initials, as the person is named in entries and on papers (R8). */
export function shortNameOf(person: Parameters<typeof fullNameOf>[0]): string {
  return surnameAndInitials(fullNameOf(person))
}

/** The person as the rules and the screen know him or her. */
export function signedIn(person: PersonRow): SignedIn {
  const fullName = fullNameOf(person)
  return {
    id: person.id,
    name: shortNameOf(person),
    fullName,
    position: person.position,
    roles: person.roles,
    permissions: permissionsOf(person.roles),
    actsFor: [],
  }
}

/** The person as the administrator sees him or her, without the password. */
export function personOf({ passwordHash: _, loginFolded: __, ...person }: PersonRow): Person {
  return person
}

function fieldsOf({ surname, givenName, patronymic, position, departmentId, login, roles }: PersonFields) {
  const loginFolded = foldForSearch(login)
  return { surname, givenName, patronymic, position, departmentId, login, loginFolded, roles }
}
