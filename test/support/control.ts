import type { DigestSection } from '#shared/contract'
import { PASSWORD, register, type TestBrowser } from './office'
import { behindTheBack } from './raw'
import { officeWithStructure, TODAY, type StructureOffice } from './structure'

export type Person = Awaited<ReturnType<StructureOffice['somebody']>>

/** An office with a head, the head of a department with an executor in it, and an executor outside. Friday 11 December 2026; the 16th is a holiday. */
export async function officeUnderControl() {
  const office = await officeWithStructure()
  const head = await office.somebody(['head'], 'Тілеубергенов')
  const chief = await office.somebody(['departmentHead'], 'Бекенов')
  const executor = await office.somebody(['executor'], 'Тен')
  const stranger = await office.somebody(['executor'], 'Ыбыраев')
  const { id } = await office.newDepartment('Тәрбие бөлімі', chief.id)
  for (const person of [chief, executor]) {
    await office.admin.call.people.change({ ...(await office.listed(person.id)), departmentId: id })
  }

  /** An official letter with a last day of its own. */
  async function letter(deadline: string, receivedOn = '2026-12-11'): Promise<{ id: number; number: string }> {
    const kind = { kind: 'officialLetter', respondent: null, contested: null } as const
    return register(office.clerk, { ...kind, receivedOn, receivedAt: '10:00', givenDeadline: deadline })
  }

  async function resolve(id: number, due: string, who: Person[] = [executor], control = false): Promise<void> {
    const { version } = await head.browser.call.register.card({ id })
    const executors = who.map((person, at) => ({ personId: person.id, responsible: at === 0 }))
    const given = due < TODAY ? TODAY : due
    await head.browser.call.routing.resolve({ appealId: id, version, text: 'Қараңыз', executors, due: given, control })
    // Nobody is given a day that is over; the task of a letter long in work has one.
    if (due < TODAY) await behindTheBack(office.test, (db) => db.rows('UPDATE tasks SET due = ? WHERE appeal_id = ?', [due, id]))
  }

  /** A decision of the executor that waits for the signature. */
  async function submitted(appealId: number): Promise<void> {
    await behindTheBack(office.test, (db) =>
      db.rows(
        `INSERT INTO decisions (appeal_id, act, state, version, edition, content, author_id, author_name, changed_at, submitted_at, remark, in_time)
         VALUES (?, 'answer', 'submitted', 1, 1, '{}', ?, 'Тен А. Т.', '2026-12-11T06:00:00Z', '2026-12-11T06:00:00Z', '', 1)`,
        [appealId, executor.id],
      ),
    )
  }

  /** An outgoing letter as signing leaves it. */
  async function signed(appealId: number, seq: number, sendBy: string | null): Promise<void> {
    await behindTheBack(office.test, async (db) => {
      await db.rows(
        `INSERT INTO decisions (id, appeal_id, act, state, version, edition, content, author_id, author_name, changed_at, remark, signed_on, signed_at, signer_id, signer_name, in_time)
         VALUES (?, ?, 'extend', 'signed', 1, 1, '{}', ?, 'Тен А. Т.', '', '', '2026-12-11', '', ?, '', 1)`,
        [seq, appealId, head.id, head.id],
      )
      await db.rows(
        `INSERT INTO letters (decision_id, appeal_id, purpose, year, seq, number, number_parts, signed_on, recipient, delivery, send_by, facts, handed_to, tracking)
         VALUES (?, ?, 'extensionNotice', 2026, ?, ?, '[]', '2026-12-11', 'Сейтқали А. М.', 'post', ?, '{}', '', '')`,
        [seq, appealId, seq, `Ш-000${seq}/26`, sendBy],
      )
    })
  }

  /** Signs somebody in anew whose session ended meanwhile. */
  const again = (person: Person) => person.browser.call.session.signIn({ login: person.login, password: PASSWORD })

  return { ...office, head, chief, executor, stranger, letter, resolve, submitted, signed, again }
}
export type ControlOffice = Awaited<ReturnType<typeof officeUnderControl>>

/** Count and letters of each part of the digest. */
export async function digest(browser: TestBrowser): Promise<Record<string, [number, string[]]>> {
  const { sections } = await browser.call.control.digest()
  return Object.fromEntries(sections.map(({ name, count, lines }) => [name, [count, lines.map(({ number }) => number)]]))
}

/** One part of the digest; `undefined` when it holds nothing. */
export async function part(browser: TestBrowser, name: DigestSection['name']): Promise<DigestSection | undefined> {
  return (await browser.call.control.digest()).sections.find((section) => section.name === name)
}
