import { hashOf, History } from '#core/audit/history.service'
import type { EventRow } from '#core/audit/Event.entity'
import { Database } from '#core/db/database'
import { ENTITIES } from '#core/entities'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { facts, officeWithClerk, register, type ClerksOffice } from '../support/office'
import { behindTheBack, rowsOf } from '../support/raw'

let test: ClerksOffice

async function someWork(): Promise<void> {
  test = await officeWithClerk()
  const { id } = await register(test.clerk)
  await test.clerk.call.register.correct({ id, version: 1, reason: 'қате', facts: facts({ subject: 'Дұрысы' }) })
  await test.clerk.call.slips.issue({ appealId: id, languages: 'both' })
  await register(test.clerk)
}

async function firstBroken(): Promise<number | null> {
  const db = await Database.open(join(test.dataDir, 'kiris.db'), ENTITIES)
  try {
    return await db.read((view) => new History().firstBroken(view))
  } finally {
    await db.close()
  }
}

const tamper = (sql: string): Promise<void> =>
  behindTheBack(test, (db) => db.execute(`DROP TRIGGER events_no_update; DROP TRIGGER events_no_delete; ${sql}`))

describe('the chain of the history', () => {
  beforeEach(someWork)
  afterEach(() => test.close())

  it('is whole after ordinary work, and names who, when and from where', async () => {
    expect(await firstBroken()).toBeNull()
    const events = await rowsOf<{ id: number; workstation: string; at: string; actor: string }>(
      test,
      'SELECT * FROM events ORDER BY id',
    )
    expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1))
    for (const event of events) {
      expect(event).toMatchObject({ workstation: 'KENSE-1', at: test.clock.now().toISOString() })
      expect(event.actor).not.toBe('')
    }
  })

  it('goes on across a restart', async () => {
    await test.reopen()
    const browser = test.browser()
    await browser.call.session.signIn({ login: 'clerk', password: 'correct horse' })
    await register(browser)
    expect(await firstBroken()).toBeNull()
  })

  it.each([
    ['another actor', "UPDATE events SET actor = 'Басқа' WHERE id = 5", 5],
    ['another moment', "UPDATE events SET at = '2026-12-11T06:08:00.001Z' WHERE id = 4", 4],
    ['another reason', "UPDATE events SET details = replace(details, 'қате', 'дұрыс') WHERE id = 6", 6],
    ['another subject', 'UPDATE events SET subject_id = 2 WHERE id = 5', 5],
    ['a missing event', 'DELETE FROM events WHERE id = 3', 4],
    ['an event that changed places', 'UPDATE events SET id = 100 WHERE id = 3', 4],
    ['a hash made up', `UPDATE events SET actor = 'Басқа', hash = '${'f'.repeat(64)}' WHERE id = 5`, 5],
  ])('%s is found', async (_, sql, broken) => {
    await tamper(sql)
    expect(await firstBroken()).toBe(broken)
  })

  it('an event that was hashed anew gives itself away at the next one', async () => {
    const columns = `id, at, actor_id AS actorId, actor, workstation, action, subject_kind AS subjectKind, subject_id AS subjectId, details,
      previous_hash AS previousHash, hash`
    const [event] = await rowsOf<EventRow>(test, `SELECT ${columns} FROM events WHERE id = 4`)
    expect(hashOf(event!)).toBe(event!.hash)
    const hash = hashOf({ ...event!, actor: 'Басқа' })
    await tamper(`UPDATE events SET actor = 'Басқа', hash = '${hash}' WHERE id = 4`)
    expect(await firstBroken()).toBe(5)
  })
})

/** A second entry with the number of the first. */
const SAME_NUMBER_AGAIN = `CREATE TEMP TABLE twin AS SELECT * FROM appeals WHERE id = 1;
  UPDATE twin SET id = 99, request_id = 'other'; INSERT INTO appeals SELECT * FROM twin`

describe('what the file itself refuses, whoever asks', () => {
  beforeAll(someWork)
  afterAll(() => test.close())

  it.each([
    ["UPDATE events SET actor = 'x' WHERE id = 1", 'history is append-only'],
    ['DELETE FROM events', 'history is append-only'],
    ['UPDATE slips SET copy = 9', 'a printed slip never changes'],
    ['DELETE FROM slips', 'a printed slip never changes'],
    ['DELETE FROM appeals WHERE id = 2', 'an entry is voided, never deleted'],
    ['UPDATE appeals SET seq = 9, version = version + 1 WHERE id = 1', 'never change'],
    ["UPDATE appeals SET number = 'Ж-0009/26', version = version + 1 WHERE id = 1", 'never change'],
    ["UPDATE appeals SET registered_on = '2026-12-10', version = version + 1 WHERE id = 1", 'never change'],
    ["UPDATE appeals SET registered_at = '2026-12-10', version = version + 1 WHERE id = 1", 'never change'],
    ["UPDATE appeals SET accepted_by_name = 'x', version = version + 1 WHERE id = 1", 'never change'],
    ["UPDATE appeals SET request_id = 'x', version = version + 1 WHERE id = 1", 'never change'],
    ["UPDATE appeals SET subject = 'x' WHERE id = 1", 'counts its version up by one'],
    ["UPDATE appeals SET subject = 'x', version = version + 2 WHERE id = 1", 'counts its version up by one'],
    ['UPDATE counters SET seq = 1', 'a counter only runs forward'],
    ['UPDATE counters SET year = 2025, seq = 10', 'a counter only runs forward'],
    ['DELETE FROM counters', 'a counter is never deleted'],
    ['DELETE FROM people', 'a person is retired, never deleted'],
    ["UPDATE term_rules SET content = '{}'", 'a term rule gets a new version'],
    ['DELETE FROM term_rules', 'a term rule gets a new version'],
    ["UPDATE appeals SET status = 'void', version = version + 1 WHERE id = 1", 'CHECK constraint failed'],
    [SAME_NUMBER_AGAIN, 'UNIQUE constraint failed: appeals.journal, appeals.year, appeals.seq'],
    ["INSERT INTO office VALUES (2, '{}', '{}', 1)", 'CHECK constraint failed'],
  ])('%s', async (sql, reason) => {
    await expect(behindTheBack(test, (db) => db.execute(sql))).rejects.toThrow(reason)
  })

  it('a void entry never changes again', async () => {
    await test.clerk.call.register.void({ id: 2, version: 1, reason: 'қате' })
    const sql = "UPDATE appeals SET subject = 'x', version = version + 1 WHERE id = 2"
    await expect(behindTheBack(test, (db) => db.execute(sql))).rejects.toThrow('a void entry never changes')
  })
})
