import { hashOf } from '#core/audit/history.service'
import { makerOf, renderPaper } from '#core/papers/form/Paper'
import { handedOver } from '#core/papers/lists/handedOver'
import type { HandedLetter } from '#core/papers/lists/handedOverFacts'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { multiplyEntry } from '../bench/multiply'
import { longestStretch } from '../support/longestStretch'
import { officeWithClerk, register, type TestBrowser, type TestOffice } from '../support/office'
import { behindTheBack } from '../support/raw'
import { paperOf } from './papersFixtures'

/** Lists of a large office: while one is made, everybody else is answered. */

const ROWS = 5_000
/** The share of the work for which nobody else is answered at most: in one piece it would be nearly all of it. */
const SHARE = 10

function textOfLong(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 28 })
}

/** Letters signed in the year, in as many events. */
const LETTERS = 20_000
const VOIDS = 4_000

it('the certificate of numbering of a year with thousands of letters and voids names them all and leaves the program answering', async () => {
  const test = await officeWithClerk()
  try {
    await register(test.clerk)
    await paperOf(test.clerk, 'numbering/2026.pdf?language=both')
    await multiplyEntry(join(test.dataDir, 'kiris.db'), ROWS)
    await behindTheBack(test, async (db) => {
      await db.execute('BEGIN')
      await db.execute(
        `UPDATE appeals SET version = version + 1, status = 'void', voided_at = '2026-12-11T06:08:00.000Z', voided_by = 'Қасенова А. Т.', void_reason = 'қате' WHERE seq > ${ROWS - VOIDS}`,
      )
      const [last] = await db.rows<{ id: number; hash: string }>('SELECT id, hash FROM events ORDER BY id DESC LIMIT 1')
      let [id, previousHash] = [last!.id, last!.hash]
      for (let number = 1; number <= LETTERS; number += 2) {
        // The first two are of the day before the year began, though the moment is of the same UTC day.
        const at =
          number === 1 ? '2025-12-31T18:59:59.999Z' : number === 3 ? '2025-12-31T19:00:00.000Z' : '2026-12-11T06:08:00.000Z'
        const event = {
          ...{ id: ++id, at, actorId: 1, actor: 'Қасенова А. Т.', workstation: 'KENSE-1', action: 'decision.signed' },
          ...{ subjectKind: 'appeal', subjectId: 1, details: JSON.stringify({ letters: `Ш-${number}/26, Ш-${number + 1}/26` }) },
          previousHash,
        }
        previousHash = hashOf(event)
        await db.rows('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [...Object.values(event), previousHash])
      }
      await db.execute('COMMIT')
    })
    const { longest, whole, result } = await longestStretch(() => paperOf(test.clerk, 'numbering/2026.pdf?language=ru'))
    const text = textOfLong(result.bytes)
    expect(text.match(/№ Ж-\d{4}\/26 · 11\.12\.2026 · Қасенова А\. Т\. · қате/g)).toHaveLength(VOIDS)
    expect(text).toContain(String(LETTERS - 2))
    expect(longest).toBeLessThan(whole / SHARE)
  } finally {
    await test.close()
  }
})

describe('a list of 5,000 rows', () => {
  let test: TestOffice & { clerk: TestBrowser }
  beforeAll(async () => {
    test = await officeWithClerk()
    await register(test.clerk)
    // The first paper of all reads the fonts, however short it is.
    await paperOf(test.clerk, 'control-list.pdf?language=both')
    await multiplyEntry(join(test.dataDir, 'kiris.db'), ROWS)
  })
  afterAll(() => test.close())

  it('of what is under control holds them all and leaves the program answering', async () => {
    const { longest, whole, result } = await longestStretch(() => paperOf(test.clerk, 'control-list.pdf?language=both'))
    expect(textOfLong(result.bytes)).toContain(`Не исполнено: ${ROWS}`)
    expect(textOfLong(result.bytes).match(/Балабақша кезегі/g)).toHaveLength(ROWS)
    expect(longest).toBeLessThan(whole / SHARE)
  })

  it('of what was handed over holds them all and leaves the program answering', async () => {
    const office = { name: { kk: 'Білім бөлімі', ru: 'Отдел образования' }, address: { kk: '', ru: '' }, phone: '', head: '' }
    const imprint = {
      languages: 'both',
      office,
      printedOn: '2026-12-11',
      printedBy: 'Қасенова А. Т.',
      at: '2026-12-11T06:08:00.000Z',
    } as const
    const letter = (index: number): HandedLetter => ({
      ...{ number: `Ш-${index}/26`, signedOn: '2026-12-10', purpose: 'answer', recipient: 'Сейтқали Айгүл Маратқызы' },
      ...{ how: 'post', to: 'Қазпошта', tracking: 'RA123456789KZ', on: '2026-12-11', by: 'Қасенова А. Т.' },
    })
    const letters = Array.from({ length: ROWS }, (_, index) => letter(index + 1))
    const maker = makerOf(imprint)
    const { longest, whole, result } = await longestStretch(async () => {
      const paper = await handedOver(maker, { imprint, from: '2026-01-01', to: '2026-12-31', letters, papers: [] })
      return renderPaper(maker, paper, { dx: 0, dy: 0 })
    })
    expect(textOfLong(result).match(/Ш-\d+\/26/g)).toEqual(letters.map(({ number }) => number))
    expect(longest).toBeLessThan(whole / SHARE)
  })
})
