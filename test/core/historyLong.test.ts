import { CHAIN_START, hashOf, History } from '#core/audit/history.service'
import { Database } from '#core/db/database'
import { ENTITIES } from '#core/entities'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { longestStretch } from '../support/longestStretch'
import { emptyOffice, openBook, type TestOffice } from '../support/office'
import { behindTheBack } from '../support/raw'

const EVENTS = 600
/** As long as the event that closes a day on which two thousand letters came. */
const DETAILS = JSON.stringify({ entries: Object.fromEntries(Array.from({ length: 2_000 }, (_, id) => [id, 'f'.repeat(64)])) })

let test: TestOffice
beforeAll(async () => {
  test = await emptyOffice()
  await openBook(test.browser())
  await behindTheBack(test, async (db) => {
    const [last] = await db.rows<{ id: number; hash: string }>('SELECT id, hash FROM events ORDER BY id DESC LIMIT 1')
    let [id, previousHash] = [last?.id ?? 0, last?.hash ?? CHAIN_START]
    await db.execute('BEGIN')
    for (let count = 0; count < EVENTS; count++) {
      const event = {
        ...{ id: ++id, at: '2026-12-11T06:08:00.000Z', actorId: 1, actor: 'Қасенова А. Т.', workstation: 'KENSE-1' },
        ...{ action: 'day.closed', subjectKind: 'closing', subjectId: 1, details: DETAILS, previousHash },
      }
      previousHash = hashOf(event)
      await db.rows('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [...Object.values(event), previousHash])
    }
    await db.execute('COMMIT')
  })
})
afterAll(() => test.close())

it('a long chain is walked without keeping anybody else waiting', async () => {
  const db = await Database.open(join(test.dataDir, 'kiris.db'), ENTITIES)
  try {
    const { longest, whole, result } = await longestStretch(() => db.read((view) => new History().firstBroken(view)))
    expect(result).toBeNull()
    expect(longest).toBeLessThan(whole / 4)
  } finally {
    await db.close()
  }
})
