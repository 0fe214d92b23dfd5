import type { Start } from '#shared/contract'
import { yearOf, type Role } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import type { ReadCall } from '../call'
import type { View } from '../db/work'
import { signedIn, type People, type PersonRow } from '../people/people.service'
import { APPEALS } from '../register/numbering.service'
import type { Settings } from '../settings/settings.service'
import type { Structure } from '../structure/structure.service'

/** What the host says of itself. */
export interface HostFacts {
  timeZone: string
  version: string
  listPeople: boolean
  demo: boolean
}

/** What the screen needs before anybody has signed in: who can, and the cover of the book. */
export async function startOf(
  call: ReadCall,
  { people, settings, structure, host }: { people: People; settings: Settings; structure: Structure; host: HostFacts },
): Promise<Start> {
  const office = await settings.state(call.view)
  const today = localMoment(call.at, host.timeZone).date
  const active = (await people.all(call.view)).filter((person) => person.active).sort(byUse)
  return {
    needsSetup: office === null,
    caller: call.caller && (await structure.state(call.view)).shown(call.caller),
    people: host.listPeople
      ? active.map((person) => ({ id: person.id, login: person.login, name: signedIn(person).name, position: person.position }))
      : [],
    askForLogin: !host.listPeople,
    cover: office && { office: office.details.name, year: yearOf(today), ...(await bookOf(call.view, yearOf(today))) },
    now: call.at,
    timeZone: host.timeZone,
    workstation: call.workstation,
    version: host.version,
    demo: host.demo,
  }
}

/** Those who sign in most often stand first; among equals the alphabet goes on. */
const USE: readonly Role[] = ['clerk', 'head', 'deputy', 'departmentHead', 'executor', 'administrator']
const byUse = (a: PersonRow, b: PersonRow): number => useOf(a) - useOf(b)
const useOf = (person: PersonRow): number => USE.findIndex((role) => person.roles.includes(role))

async function bookOf(view: View, year: number): Promise<Pick<NonNullable<Start['cover']>, 'firstOn' | 'last'>> {
  const [first] = await view.rows<{ on: string }>(
    'SELECT registered_on AS "on" FROM appeals WHERE journal = ? AND year = ? ORDER BY seq LIMIT 1',
    [APPEALS, year],
  )
  const [last] = await view.rows<{ number: string; registeredAt: string }>(
    'SELECT number, registered_at AS registeredAt FROM appeals WHERE journal = ? AND year = ? ORDER BY seq DESC LIMIT 1',
    [APPEALS, year],
  )
  return { firstOn: first?.on ?? null, last: last ?? null }
}
