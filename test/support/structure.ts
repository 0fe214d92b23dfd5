import type { Absence, Colleague, Department } from '#shared/contract'
import type { Permission, Role } from '#shared/domain'
import { officeWithClerk, PASSWORD, person, signInAs, type TestBrowser, type TestOffice } from './office'
import { rowsOf } from './raw'

/** The day of the test clock: Friday 11 December 2026, 11:08 in Almaty. */
export const TODAY = '2026-12-11'
export const START = '2026-12-11T06:08:00.000Z'

/** One event of the history with its details read. */
interface ReadEvent {
  action: string
  details: Record<string, unknown>
}

/** An office with a clerk and an administrator at their screens, and ways to people, departments and absences. */
export async function officeWithStructure() {
  const test = await officeWithClerk()
  const admin = test.browser()
  await admin.call.session.signIn({ login: 'admin', password: PASSWORD })
  let one = 0

  /** Somebody new, signed in. */
  async function somebody(
    roles: Role[],
    surname = 'Серіков',
  ): Promise<{ browser: TestBrowser; colleague: Colleague; id: number; login: string }> {
    const login = `one-${++one}`
    const browser = await signInAs(test, person(login, roles, surname))
    const { id } = (await admin.call.people.list()).find((each) => each.login === login)!
    const colleague = (await admin.call.structure.state()).people.find((each) => each.id === id)!
    return { browser, colleague, id, login }
  }
  /** As the administrator sees a person. */
  const listed = async (id: number) => (await admin.call.people.list()).find((each) => each.id === id)!
  const newDepartment = (name: string, headId: number | null = null): Promise<Department> =>
    admin.call.structure.saveDepartment({ id: null, version: 0, name: { kk: name, ru: name }, headId, active: true })
  const away = (
    personId: number,
    from: string,
    to: string,
    actingId: number | null = null,
    by: TestBrowser = admin,
  ): Promise<Absence> => by.call.structure.saveAbsence({ id: null, version: 0, personId, from, to, reason: 'leave', actingId })

  return { test, admin, clerk: test.clerk, somebody, listed, newDepartment, away }
}
export type StructureOffice = Awaited<ReturnType<typeof officeWithStructure>>

/** The events of one subject, oldest first. */
export async function eventsAbout(test: TestOffice, kind: string, id: number): Promise<ReadEvent[]> {
  const rows = await rowsOf<{ action: string; details: string }>(
    test,
    'SELECT action, details FROM events WHERE subject_kind = ? AND subject_id = ? ORDER BY id',
    [kind, id],
  )
  return rows.map(({ action, details }) => ({ action, details: JSON.parse(details) as Record<string, unknown> }))
}

/** Lets the time pass until a moment with somebody at the screen, so that the session does not end by itself. */
export async function walkTo(test: TestOffice, moment: string, browser: TestBrowser): Promise<void> {
  while (Date.parse(moment) - test.clock.now().getTime() > 7 * 3_600_000) {
    test.clock.pass(7 * 3600)
    await browser.call.session.start()
  }
  test.clock.set(moment)
}

/** What a person may do now. */
export async function permissionsNow(browser: TestBrowser): Promise<Permission[]> {
  return (await browser.call.session.start()).caller!.permissions
}
