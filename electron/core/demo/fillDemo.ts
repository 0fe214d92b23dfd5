import type { AppealFacts, PersonFields } from '#shared/contract'
import { addDays, calendarOf, yearOf, type ClockTime, type IsoDate } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { SignedIn, WriteCall } from '../call'
import { runWrite, type WriteParts } from '../http/pipeline'
import { signedIn, type People } from '../people/people.service'
import type { Register } from '../register/register.service'
import type { OfficeState, Settings } from '../settings/settings.service'
import type { Setup } from '../setup/setup.service'
import type { Shipped } from '../setup/shipped.service'
import type { Slips } from '../slips/slips.service'
import type { Structure } from '../structure/structure.service'
import { placeLetters, type DemoMaterial, type DemoPerson, type PlacedLetter } from './demoMaterial'

/** What the demo office is filled through: the same services that serve the clerks. */
export interface DemoParts extends WriteParts {
  people: People
  structure: Structure
  settings: Settings
  setup: Setup
  register: Register
  slips: Slips
  shipped: Shipped
  timeZone: string
}

/** Fills an office that has not been opened yet with invented people and letters, dated relative to `now`; an opened office stays as it is. */
export async function fillDemo(parts: DemoParts, resourcesDir: string, workstation: string, now: Date): Promise<void> {
  if (await parts.db.read((view) => parts.settings.state(view))) return
  const material = JSON.parse(await readFile(join(resourcesDir, 'demo', 'demo.json'), 'utf8')) as DemoMaterial
  const today = localMoment(now.toISOString(), parts.timeZone)
  const { rules, details } = parts.shipped.suggestion
  const calendar = calendarOf(parts.shipped.calendar, rules.week, parts.shipped.law)
  const answerPlace = { kk: `${details.room.kk}, ${details.address.kk}`, ru: `${details.room.ru}, ${details.address.ru}` }
  const placed = placeLetters(material, { today: today.date, now: today.time, ...rules, calendar, answerPlace })
  const scribe = new Scribe(parts, workstation)
  const opened = placed[0] ? placed[0].registeredOn : today.date
  const staff = await openOffice(scribe, parts, material, momentOf(`${yearOf(opened)}-01-01`, '09:00', parts.timeZone))
  const office = (await parts.db.read((view) => parts.settings.state(view)))!
  for (const letter of placed) await register(scribe, parts, letter, staff, office)
  await writeAbsences(scribe, parts, material, staff, now.toISOString())
}

/** Writes as one of the staff at a moment of the past, through the same unit of work and history as every request. */
class Scribe {
  constructor(
    private readonly parts: DemoParts,
    private readonly workstation: string,
  ) {}

  write<Output>(audit: string, who: SignedIn | null, at: string, run: (call: WriteCall) => Promise<Output>): Promise<Output> {
    const { db, history, changes } = this.parts
    const call = { caller: who, at, workstation: this.workstation, session: null, secure: false, answer: new Headers() }
    return runWrite({ db, history, changes }, call, audit, run)
  }
}

async function openOffice(scribe: Scribe, parts: DemoParts, material: DemoMaterial, at: string): Promise<Map<string, SignedIn>> {
  const hash = await parts.people.hashPassword(material.password)
  const administrator = material.people.find((person) => person.roles.includes('administrator'))!
  const nowhere = new Map<string, number>()
  const opening = { ...parts.shipped.suggestion, firstNumber: 1, administrator: fieldsOf(administrator, nowhere) }
  opening.details = { ...opening.details, head: material.head }
  await scribe.write('office.opened', null, at, (call) => parts.setup.open(call, opening, hash, parts.shipped))
  const departments = new Map<string, number>()
  for (const { name } of material.departments) {
    const change = { id: null, version: 0, name, headId: null, active: true }
    const saved = await scribe.write('department.saved', null, at, (call) => parts.structure.saveDepartment(call, change))
    departments.set(name.kk, saved.id)
  }
  for (const person of material.people) {
    if (person === administrator) continue
    const fields = fieldsOf(person, departments)
    await scribe.write('person.added', null, at, (call) => parts.people.add(call, fields, hash))
  }
  const everybody = await parts.db.read((view) => parts.people.all(view))
  const staff = new Map(everybody.map((person) => [person.login, signedIn(person)]))
  for (const { name, head } of material.departments) {
    const change = { id: departments.get(name.kk)!, version: 1, name, headId: staff.get(head)!.id, active: true }
    await scribe.write('department.saved', null, at, (call) => parts.structure.saveDepartment(call, change))
  }
  return staff
}

function fieldsOf({ department, ...person }: DemoPerson, departments: ReadonlyMap<string, number>): PersonFields {
  return { ...person, departmentId: department === null ? null : (departments.get(department) ?? null) }
}

async function writeAbsences(
  scribe: Scribe,
  { structure, timeZone }: DemoParts,
  { absences }: DemoMaterial,
  staff: ReadonlyMap<string, SignedIn>,
  at: string,
): Promise<void> {
  const today = localMoment(at, timeZone).date
  const idOf = (login: string | null): number | null => (login === null ? null : staff.get(login)!.id)
  const clerk = [...staff.values()].find(({ roles }) => roles.includes('clerk'))!
  for (const { person, fromDays, toDays, reason, acting } of absences) {
    const days = { from: addDays(today, fromDays), to: addDays(today, toDays) }
    const change = { ...days, id: null, version: 0, personId: idOf(person)!, reason, actingId: idOf(acting) }
    await scribe.write('absence.saved', clerk, at, (call) => structure.saveAbsence(call, change))
  }
  structure.forget()
}

async function register(
  scribe: Scribe,
  parts: DemoParts,
  placed: PlacedLetter,
  staff: ReadonlyMap<string, SignedIn>,
  office: OfficeState,
): Promise<void> {
  const { letter } = placed
  const clerk = staff.get(letter.clerk)!
  const at = momentOf(placed.registeredOn, placed.registeredAt, parts.timeZone)
  const serviceId = office.services.find((service) => service.name.kk === letter.service)?.id ?? null
  const facts: AppealFacts = { ...placed.facts, serviceId }
  const { id } = await scribe.write('appeal.registered', clerk, at, (call) =>
    parts.register.register(call, { requestId: crypto.randomUUID(), facts }),
  )
  for (let copy = 0; letter.slip && copy < (letter.duplicate ? 2 : 1); copy++) {
    await scribe.write('slip.issued', clerk, at, (call) => parts.slips.issue(call, { appealId: id, languages: letter.slip! }))
  }
  if (letter.correct) {
    const { field, value, reason } = letter.correct
    await scribe.write('appeal.corrected', clerk, at, (call) =>
      parts.register.correct(call, { id, version: 1, reason, facts: { ...facts, [field]: value } }),
    )
  }
  if (letter.void) {
    const { reason } = letter.void
    const version = letter.correct ? 2 : 1
    await scribe.write('appeal.voided', clerk, at, (call) => parts.register.void(call, { id, version, reason }))
  }
}

/** The UTC moment of a local date and time. */
function momentOf(date: IsoDate, time: ClockTime, timeZone: string): string {
  const { epochMilliseconds } = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone)
  return new Date(epochMilliseconds).toISOString()
}
