import type { Appeal } from '#shared/contract'
import { callerOf, type Call, type WriteCall } from '../call'
import type { View, Work } from '../db/work'
import { refuseField } from '../errors'
import { IS_OPEN_TASK } from './isOpen'
import { shortNameOf } from '../people/people.service'
import type { AppealRow, Register } from './register.service'

/** Confidential entries: seen only by those named for them. */
export class Confidence {
  constructor(private readonly register: Register) {}

  /** Makes an entry confidential, or open to all again. Errors: as `changeable`; `invalid_input` for somebody who is not there. */
  async confine(call: WriteCall, change: { id: number; version: number; readers: number[] | null }): Promise<Appeal> {
    const { work } = call
    const entry = await this.register.changeable(call, change, 'correct')
    const named =
      change.readers === null ? [] : [...new Set([callerOf(call).id, ...change.readers, ...(await tasked(work, entry.id))])]
    for (const id of named) {
      const [person] = await work.rows<{ active: number }>('SELECT active FROM people WHERE id = ?', [id])
      if (!person) throw refuseField('readers', 'unknown_value')
    }
    const before = await namesOf(work, entry.id)
    await work.run('DELETE FROM appeal_readers WHERE appeal_id = ?', [entry.id])
    for (const id of named) await work.run('INSERT INTO appeal_readers (appeal_id, person_id) VALUES (?, ?)', [entry.id, id])
    const next = await this.register.advance(call, entry, 'correct', { confidential: change.readers !== null })
    call.tell('appeal', entry.id, {
      number: entry.number,
      confidential: change.readers !== null,
      readers: await namesOf(work, entry.id),
      before,
    })
    return this.register.cardOf(work, next)
  }

  /** Who is named for an entry. Errors: `not_found`. */
  async readers(view: View, call: Call, id: number): Promise<number[]> {
    await this.register.seen(view, callerOf(call), id)
    const rows = await view.rows<{ id: number }>(
      'SELECT person_id AS id FROM appeal_readers WHERE appeal_id = ? ORDER BY person_id',
      [id],
    )
    return rows.map((row) => row.id)
  }
}

/** Who is named for an entry, by name. */
async function namesOf(view: View, appealId: number): Promise<string> {
  const rows = await view.rows<Parameters<typeof shortNameOf>[0]>(
    `SELECT p.surname, p.given_name AS givenName, p.patronymic FROM appeal_readers r JOIN people p ON p.id = r.person_id WHERE r.appeal_id = ? ORDER BY p.id`,
    [appealId],
  )
  return rows.map(shortNameOf).join(', ')
}

/** Names whoever must work on a confidential entry, or watch over it; one that is open to all names nobody. */
export async function nameReader(work: Work, entry: AppealRow, personId: number): Promise<void> {
  if (!entry.confidential) return
  await work.run('INSERT OR IGNORE INTO appeal_readers (appeal_id, person_id) VALUES (?, ?)', [entry.id, personId])
}

/** Whoever has work to do on an entry must be able to see it. */
async function tasked(view: View, appealId: number): Promise<number[]> {
  const rows = await view.rows<{ id: number }>(
    `SELECT DISTINCT person_id AS id FROM tasks WHERE appeal_id = ? AND ${IS_OPEN_TASK}`,
    [appealId],
  )
  return rows.map(({ id }) => id)
}
