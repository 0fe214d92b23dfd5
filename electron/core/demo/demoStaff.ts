import { contract, type PersonFields } from '#shared/contract'
import { addDays, type IsoDate } from '#shared/domain'
import type { SignedIn } from '../call'
import type { View } from '../db/work'
import { signedIn } from '../people/people.service'
import type { DemoMaterial, DemoPerson } from './demoMaterial'
import type { DemoParts } from './demoParts'
import type { Scribe } from './scribe'

/** The people of the demo office by login. */
export type DemoStaff = ReadonlyMap<string, SignedIn>

/** Somebody of the demo office. Throws when the material names a stranger. */
export function memberOf(staff: DemoStaff, login: string): SignedIn {
  const found = staff.get(login)
  if (!found) throw new Error(`nobody of the demonstration is called ${login}`)
  return found
}

/** Opens the office at a moment, with its departments and people. */
export async function openDemoOffice(
  scribe: Scribe,
  parts: DemoParts,
  material: DemoMaterial,
  { at, hash, view }: { at: string; hash: string; view: View },
): Promise<DemoStaff> {
  const administrator = material.people.find((person) => person.roles.includes('administrator'))!
  const opening = { ...parts.shipped.suggestion, firstNumber: 1, administrator: fieldsOf(administrator, new Map()) }
  opening.details = { ...opening.details, head: material.head }
  await scribe.write(contract.office.open, null, at, (call) => parts.setup.open(call, opening, hash, parts.shipped))
  const opener = memberOf(await staffOf(parts, view), administrator.login)
  const departments = new Map<string, number>()
  for (const { name } of material.departments) {
    const change = { id: null, version: 0, name, headId: null, active: true }
    const saved = await scribe.write(contract.structure.saveDepartment, opener, at, (call) =>
      parts.structure.saveDepartment(call, change),
    )
    departments.set(name.kk, saved.id)
  }
  for (const person of material.people) {
    if (person === administrator) continue
    const fields = fieldsOf(person, departments)
    await scribe.write(contract.people.add, opener, at, (call) => parts.people.add(call, fields, hash))
  }
  const staff = await staffOf(parts, view)
  for (const { name, head } of material.departments) {
    const change = { id: departments.get(name.kk)!, version: 1, name, headId: memberOf(staff, head).id, active: true }
    await scribe.write(contract.structure.saveDepartment, opener, at, (call) => parts.structure.saveDepartment(call, change))
  }
  return staff
}

async function staffOf({ people }: DemoParts, view: View): Promise<DemoStaff> {
  return new Map((await people.all(view)).map((person) => [person.login, signedIn(person)]))
}

function fieldsOf({ department, ...person }: DemoPerson, departments: ReadonlyMap<string, number>): PersonFields {
  return { ...person, departmentId: department === null ? null : (departments.get(department) ?? null) }
}

/** Writes down at a moment who is away around today, as a clerk. */
export async function writeAbsences(
  scribe: Scribe,
  { structure }: DemoParts,
  { absences }: DemoMaterial,
  staff: DemoStaff,
  { at, today }: { at: string; today: IsoDate },
): Promise<void> {
  const clerk = [...staff.values()].find(({ roles }) => roles.includes('clerk'))!
  for (const { person, fromDays, toDays, reason, acting } of absences) {
    const days = { from: addDays(today, fromDays), to: addDays(today, toDays) }
    const actingId = acting === null ? null : memberOf(staff, acting).id
    const change = { ...days, id: null, version: 0, personId: memberOf(staff, person).id, reason, actingId }
    await scribe.write(contract.structure.saveAbsence, clerk, at, (call) => structure.saveAbsence(call, change))
  }
}
