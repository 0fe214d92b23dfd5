import type { OfficeDetails, OfficeRules, Person, PersonFields } from '#shared/contract'

/** The rules as they are typed: the minutes are text until they are sent. */
export type RulesForm = Omit<OfficeRules, 'lockAfter'> & { lockAfter: string }

/** The rules ready to be typed over. */
export function rulesForm(rules: OfficeRules): RulesForm {
  return { ...rules, lockAfter: String(rules.lockAfter) }
}

/** The rules as the handler takes them. What is no number is sent as it is, so that the handler names the fault. */
export function rulesOf(form: RulesForm): OfficeRules {
  return { ...form, lockAfter: typedNumber(form.lockAfter) }
}

/** A whole number as typed, `NaN` for anything else. */
export function typedNumber(typed: string): number {
  return /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : Number.NaN
}

/** A person nobody has described yet. */
export function emptyPerson(): PersonFields {
  const nothing = () => ({ kk: '', ru: '' })
  return { surname: '', givenName: '', patronymic: '', position: nothing(), department: nothing(), login: '', roles: [] }
}

/** What can be changed of a person. */
export type PersonForm = PersonFields & { active: boolean }

/** A person ready to be typed over. */
export function personForm({ id: _, version: __, ...person }: Person): PersonForm {
  return person
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
