import { History } from '#core/audit/history.service'
import { Database } from '#core/db/database'
import type { View } from '#core/db/work'
import { ENTITIES } from '#core/entities'
import { numberingOf } from '#core/papers/numbering/numberingFacts'
import type { PaperCall } from '#core/papers/PaperCall'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { emptyOffice, openBook, person, register, signInAs, type TestBrowser, type TestOffice } from '../support/office'
import { behindTheBack, rowsOf } from '../support/raw'
import { officeWithPapers, paperOf } from './papersFixtures'

/** The certificate of numbering says what is so, not what should be. */

let test: TestOffice
afterEach(() => test.close())

/** An office whose book goes on from paper, with three entries, the second void. */
async function officeFrom(firstNumber: number): Promise<TestBrowser> {
  test = await emptyOffice()
  await openBook(test.browser(), firstNumber)
  const clerk = await signInAs(test, person('clerk', ['clerk'], 'Қасенова'))
  const ids: number[] = []
  for (let index = 0; index < 3; index++) ids.push((await register(clerk)).id)
  await clerk.call.register.void({ id: ids[1]!, version: 1, reason: 'екі рет тіркелген' })
  return clerk
}

const forget = (id: string): Promise<unknown> =>
  behindTheBack(test, async (db) => {
    const triggers = await db.rows<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'appeals'",
    )
    for (const { name } of triggers) await db.execute(`DROP TRIGGER "${name}"`)
    await db.execute('PRAGMA foreign_keys = OFF')
    await db.execute(`DELETE FROM appeals WHERE ${id}`)
  })

/** Somebody asking for the certificate while others work: after each of the first readings something of theirs is done. */
function callAmid(view: View, work: () => Promise<void>): PaperCall {
  let left = 10
  const rows = async <Row>(sql: string, parameters?: unknown[]): Promise<Row[]> => {
    const found = await view.rows<Row>(sql, parameters)
    if (left-- > 0) await work()
    return found
  }
  const details = { name: { kk: '', ru: '' }, address: { kk: '', ru: '' }, phone: '', head: '' }
  return {
    ...{ view: Object.assign(Object.create(view) as View, { rows }), history: new History() },
    ...{ at: '2026-12-11T06:08:00.000Z', today: '2026-12-11', timeZone: 'Asia/Almaty', office: { details } },
    caller: { id: 1, name: 'Қасенова А. Т.', roles: ['clerk'], actsFor: [] },
  } as unknown as PaperCall
}

describe('the certificate of numbering', () => {
  it('names the numbers of a book that went on from paper, its voids, and the head of the chain of events', async () => {
    const clerk = await officeFrom(313)
    const [head] = await rowsOf<{ hash: string }>(test, 'SELECT hash FROM events ORDER BY id DESC LIMIT 1')
    const { text, info } = await paperOf(clerk, 'numbering/2026.pdf?language=kk')
    expect(info).toMatchObject({
      Title: '2026 жылғы нөмірлеу туралы анықтама',
      'Page size': '595.28 x 841.89 pts (A4)',
      Tagged: 'yes',
    })
    for (const fact of [
      ...[
        '313 … 315 (Ж-0313/26 … Ж-0315/26)',
        'Жазба саны 3',
        'Бірінші нөмір 313',
        'Бұған дейінгі нөмірлер (1–312) қағаз журналда',
      ],
      ...['Түсіп қалған нөмірлер жоқ', 'Күші жойылғандары: 1 № Ж-0314/26 · 11.12.2026 · Қасенова А. Т. · екі рет тіркелген'],
      ...['Тарихтағы тіркеулер 3, жазба санына сәйкес', 'Шығыс журналы Нөмірлер жазба жоқ', 'үзілмеген, барлық оқиға тексерілді'],
    ]) {
      expect(text).toContain(fact)
    }
    expect(text.replace(/ /g, '')).toContain(head!.hash)
  })

  it.each([
    ['in the middle', 'seq = 314', 'Пропущенные номера 314', 'Количество записей 2'],
    ['at the beginning', 'seq = 313', 'Пропущенные номера 313', 'Количество записей 2'],
    ['at the end', 'seq = 315', 'Пропущенные номера 315', 'Количество записей 2'],
    ['everywhere', 'seq > 0', 'Пропущенные номера 313–315', 'Номера записей нет'],
  ])('finds numbers that somebody took out %s', async (_, which, gap, rest) => {
    const clerk = await officeFrom(313)
    await forget(which)
    const { text } = await paperOf(clerk, 'numbering/2026.pdf?language=ru')
    expect(text).toContain(gap)
    expect(text).toContain(rest)
    expect(text).toContain('Первый номер 313')
    expect(text).toContain('Регистраций в истории 3, не совпадает с количеством записей')
  })

  it('finds that the history was changed, and where', async () => {
    const clerk = await officeFrom(1)
    await behindTheBack(test, async (db) => {
      const triggers = await db.rows<{ name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'events'",
      )
      for (const { name } of triggers) await db.execute(`DROP TRIGGER "${name}"`)
      await db.execute("UPDATE events SET actor = 'Басқа адам' WHERE id = 4")
    })
    expect((await paperOf(clerk, 'numbering/2026.pdf?language=ru')).text).toContain('нарушена на событии № 4')
  })

  it('counts the outgoing book and keeps to itself why a confidential entry was voided', async () => {
    const office = await officeWithPapers()
    test = office.test
    const { text } = await paperOf(office.clerk, 'numbering/2026.pdf?language=ru')
    expect(text).toContain('Журнал исходящих Номера 1 … 4 (Ш-0001/26 … Ш-0004/26) Количество записей 4')
    expect(text).toContain('Регистраций в истории 4, совпадает с количеством записей')
    const { version } = await office.card(office.secret)
    await office.clerk.call.register.void({ id: office.secret, version, reason: 'құпия себеп' })
    expect((await paperOf(office.clerk, 'numbering/2026.pdf')).text).toContain('құпия себеп')
    const head = await paperOf(office.head, 'numbering/2026.pdf')
    expect(head.text).toContain('№ Ж-0005/26 · 11.12.2026 · Қасенова А. Т.')
    expect(head.text).not.toContain('құпия себеп')
    expect((await office.executor.get('/files/papers/numbering/2026.pdf')).status).toBe(403)
  })

  it('agrees with itself however much is registered and voided while it is made', async () => {
    const clerk = await officeFrom(313)
    const db = await Database.open(join(test.dataDir, 'kiris.db'), ENTITIES)
    const work = async (): Promise<void> => {
      const { id } = await register(clerk)
      await clerk.call.register.void({ id, version: 1, reason: 'кейін' })
    }
    try {
      const facts = await db.read((view) => numberingOf(callAmid(view, work), 2026, 'ru'))
      const [book] = facts.journals
      expect(book).toMatchObject({ last: { seq: 315 }, count: 3, inHistory: 3, gaps: [] })
      expect(book!.voids.map(({ number }) => number)).toEqual(['Ж-0314/26'])
      expect(facts.chain).toMatchObject({ broken: null })
    } finally {
      await db.close()
    }
  })

  it('of a year without entries says so', async () => {
    const clerk = await officeFrom(1)
    const { text } = await paperOf(clerk, 'numbering/2025.pdf?language=ru')
    expect(text.match(/записей нет/g)).toHaveLength(2)
    expect(text).toContain('Справка о нумерации за 2025 год')
  })
})
