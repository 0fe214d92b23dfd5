import type { Absence, Department, OfficeDetails, OfficeRules, Person, PersonFields } from '#shared/contract'

/** The rules as they are typed: minutes and days are text until they are sent. */
export type RulesForm = Omit<OfficeRules, 'lockAfter' | 'remindAhead'> & { lockAfter: string; remindAhead: string }

/** The rules ready to be typed over. */
export function rulesForm(rules: OfficeRules): RulesForm {
  return { ...rules, lockAfter: String(rules.lockAfter), remindAhead: String(rules.remindAhead) }
}

/** The rules as the handler takes them. What is no number is sent as it is, so that the handler names the fault. */
export function rulesOf(form: RulesForm): OfficeRules {
  return { ...form, lockAfter: typedNumber(form.lockAfter), remindAhead: typedNumber(form.remindAhead) }
}

/** A whole number as typed, `NaN` for anything else. */
export function typedNumber(typed: string): number {
  return /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : Number.NaN
}

/** A person nobody has described yet. */
export function emptyPerson(): PersonFields {
  const nothing = () => ({ kk: '', ru: '' })
  return { surname: '', givenName: '', patronymic: '', position: nothing(), departmentId: null, login: '', roles: [] }
}

/** What of a person may not stay empty. */
export const REQUIRED_OF_PERSON = ['surname', 'givenName', 'position.kk', 'position.ru', 'login']

/** What can be changed of a person. */
export type PersonForm = PersonFields & { active: boolean }

/** A person ready to be typed over. */
export function personForm({ id: _, version: __, ...person }: Person): PersonForm {
  return person
}

/** What can be changed of a department. */
export type DepartmentForm = Pick<Department, 'name' | 'headId' | 'active'>

/** A department ready to be typed over; `null` = a new one. */
export function departmentForm(department: Department | null): DepartmentForm {
  const { name, headId, active } = department ?? { name: { kk: '', ru: '' }, headId: null, active: true }
  return { name, headId, active }
}

const EVERY_REASON: Record<Absence['reason'], true> = { leave: true, trip: true, sick: true, study: true, other: true }
/** Why somebody is away, in the order in which it is offered. */
export const ABSENCES = Object.keys(EVERY_REASON) as Absence['reason'][]

/** An absence as it is typed: the dates are text until they are dates. */
export type AbsenceForm = Pick<Absence, 'from' | 'to' | 'reason' | 'actingId'> & { personId: number | null }

/** An absence ready to be typed over; `null` = a new one. */
export function absenceForm(absence: Absence | null): AbsenceForm {
  if (!absence) return { personId: null, from: '', to: '', reason: 'leave', actingId: null }
  const { personId, from, to, reason, actingId } = absence
  return { personId, from, to, reason, actingId }
}

/** The absence as the handler takes it; nobody away is sent as no identity, so that the handler names the fault. */
export function absenceOf(form: AbsenceForm): AbsenceForm & { personId: number } {
  return { ...form, personId: form.personId ?? 0 }
}

/** Surname, given name and patronymic, in this order. */
export function fullNameOf(person: Pick<PersonFields, 'surname' | 'givenName' | 'patronymic'>): string {
  return [person.surname, person.givenName, person.patronymic]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
}

/** Particulars of the office that may not stay empty (R27–R29), by path. */
export const REQUIRED_DETAILS: readonly (keyof OfficeDetails | `${'name' | 'address' | 'room'}.${'kk' | 'ru'}`)[] = [
  'name.kk',
  'name.ru',
  'address.kk',
  'address.ru',
  'room.kk',
  'room.ru',
]
