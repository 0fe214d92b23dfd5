import type { Absence, Caller, Colleague, Department } from '#shared/contract'
import { permissionsOf, ROLES, rolesPassedOn, type IsoDate, type Role } from '#shared/domain'
import type { SignedIn } from '../call'

/** The people of the office, its departments and absences at one moment. Pure: every question about a day names the day, `YYYY-MM-DD` in the office's time zone. */
export class Staff {
  readonly #people: ReadonlyMap<number, Colleague>

  /** `absences`: all that are not cancelled, past ones too. */
  constructor(
    readonly departments: readonly Department[],
    readonly people: readonly Colleague[],
    readonly absences: readonly Absence[],
  ) {
    this.#people = new Map(people.map((person) => [person.id, person]))
  }

  /** Also of one who left; `undefined` for nobody. */
  personById(id: number): Colleague | undefined {
    return this.#people.get(id)
  }

  /** Whether somebody is away on a day. */
  isAway(personId: number, day: IsoDate): boolean {
    return this.absences.some((absence) => absence.personId === personId && isOn(absence, day))
  }

  /** Those for whom somebody acts on a day; of those who left nobody takes over. */
  actingFor(personId: number, day: IsoDate): number[] {
    return this.absences
      .filter((absence) => absence.actingId === personId && isOn(absence, day))
      .map((absence) => absence.personId)
      .filter((id) => this.personById(id)?.active)
  }

  /** A caller with the rights of a day: the own ones and those of the people he or she acts for. */
  onDay(caller: SignedIn, day: IsoDate): SignedIn {
    const actsFor = this.actingFor(caller.id, day)
    if (actsFor.length === 0) return caller
    const lent = actsFor.flatMap((id) => rolesPassedOn(this.personById(id)!.roles))
    const roles = ROLES.filter((role) => caller.roles.includes(role) || lent.includes(role))
    return { ...caller, roles, permissions: permissionsOf(roles), actsFor }
  }

  /** The roles somebody has on a day, the lent ones too; none for one who left. */
  rolesOn(personId: number, day: IsoDate): Role[] {
    const person = this.personById(personId)
    if (!person?.active) return []
    const lent = this.actingFor(personId, day).flatMap((id) => rolesPassedOn(this.personById(id)!.roles))
    return ROLES.filter((role) => person.roles.includes(role) || lent.includes(role))
  }

  /** Whether somebody acts for anybody on any day at all; those who do not need no look at the clock. */
  everActs(personId: number): boolean {
    return this.absences.some((absence) => absence.actingId === personId)
  }

  /** A caller as the screen knows him or her. */
  shown(caller: SignedIn): Caller {
    return { ...caller, actsFor: caller.actsFor.map((id) => ({ id, name: this.personById(id)?.name ?? '' })) }
  }
}

function isOn({ from, to }: Absence, day: IsoDate): boolean {
  return from <= day && day <= to
}
