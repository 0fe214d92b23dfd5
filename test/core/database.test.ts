import { Database } from '#core/db/database'
import type { Work } from '#core/db/work'
import { ENTITIES } from '#core/entities'
import { PersonEntity } from '#core/people/Person.entity'
import { DepartmentEntity } from '#core/structure/Department.entity'
import { PublicServiceEntity } from '#core/settings/PublicService.entity'
import { migrate } from '#core/db/migrate'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const dir = mkdtempSync(join(tmpdir(), 'kiris-database-'))
let db: Database
beforeAll(async () => {
  const file = join(dir, 'kiris.db')
  await migrate(file, '2026-12-11T06:08:00.000Z')
  db = await Database.open(file, ENTITIES)
})
afterAll(async () => {
  await db.close()
  rmSync(dir, { recursive: true })
})
beforeEach(() => db.write((work) => work.run('DELETE FROM public_services')))

const add = (work: Work, kk: string): Promise<number> =>
  work.insert(PublicServiceEntity, { name: { kk, ru: kk }, active: true, version: 1 })
const names = (): Promise<string[]> =>
  db.read(async (view) => (await view.many(PublicServiceEntity, { order: { id: 'ASC' } })).map(({ name }) => name.kk))
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('entities', () => {
  const order = { id: 'DESC' } as const
  beforeEach(() => db.write(async (work) => void (await add(work, 'a'), await add(work, 'b'), await add(work, 'c'))))

  it('are chosen by equality, in the order and number asked for', async () => {
    const found = await db.read((view) => view.many(PublicServiceEntity, { where: { active: true }, order, take: 2 }))
    expect(found.map(({ name, active }) => [name.ru, active])).toEqual([
      ['c', true],
      ['b', true],
    ])
    expect(await db.read((view) => view.one(PublicServiceEntity, { where: { active: false } }))).toBeNull()
  })

  it('are changed where all columns fit, and their number is told', async () => {
    const [last] = await db.read((view) => view.many(PublicServiceEntity, { order, take: 1 }))
    const change = (where: { id: number; active: boolean }) =>
      db.write((work) => work.update(PublicServiceEntity, where, { name: { kk: 'д', ru: 'д' } }))
    expect(await change({ id: last!.id, active: false })).toBe(0)
    expect(await change({ id: last!.id, active: true })).toBe(1)
    expect(await names()).toEqual(['a', 'b', 'д'])
  })

  it('are never all meant by a value that is missing, and `null` means that nothing stands there', async () => {
    const lacking = { id: undefined as unknown as number }
    await expect(db.write((work) => work.update(PublicServiceEntity, lacking, { active: false }))).rejects.toThrow('no value')
    await expect(db.read((view) => view.many(PublicServiceEntity, { where: lacking }))).rejects.toThrow('no value')
    const person = (login: string, departmentId: number | null) =>
      ({
        login,
        loginFolded: login,
        departmentId,
        ...{ surname: 'А', givenName: 'Б', patronymic: '', passwordHash: '' },
      }) as const
    const rest = { position: { kk: '', ru: '' }, roles: [], active: true, version: 1 }
    await db.write(async (work) => {
      const department = { name: { kk: 'б', ru: 'о' }, headId: null, active: true, version: 1 }
      const departmentId = await work.insert(DepartmentEntity, department)
      await work.insert(PersonEntity, { ...person('inside', departmentId), ...rest })
      await work.insert(PersonEntity, { ...person('outside', null), ...rest })
    })
    const found = await db.read((view) => view.many(PersonEntity, { where: { departmentId: null, active: true } }))
    expect(found.map(({ login }) => login)).toEqual(['outside'])
  })
})

describe('units of work', () => {
  it('run one after another, however slow, and a broken one takes nothing of its neighbours along', async () => {
    const order: string[] = []
    const unit = (name: string, ms: number, fails = false) =>
      db.write(async (work) => {
        order.push(`${name} begins`)
        await add(work, name)
        await pause(ms)
        await add(work, `${name}2`)
        order.push(`${name} ends`)
        if (fails) throw new Error(name)
      })
    const settled = await Promise.allSettled([unit('a', 20), unit('b', 10, true), unit('c', 0)])
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    expect(await names()).toEqual(['a', 'a2', 'c', 'c2'])
  })

  it('are seen by readers only when they are committed', async () => {
    let seen: string[] = ['?']
    await db.write(async (work) => {
      await add(work, 'a')
      seen = await names()
    })
    expect(seen).toEqual([])
    expect(await names()).toEqual(['a'])
  })

  it('cannot be opened inside another', async () => {
    const nested = db.write(async () => {
      await db.write(async (work) => void (await add(work, 'inner')))
    })
    await expect(nested).rejects.toThrow('a unit of work cannot be opened inside another')
    expect(await names()).toEqual([])
  })

  it('are dead when they are over: work that nobody waited for fails loudly', async () => {
    let kept: Work | undefined
    await db.write(async (work) => void (kept = work))
    await expect(add(kept!, 'late')).rejects.toThrow('this unit of work has ended')
    await expect(kept!.run('DELETE FROM public_services')).rejects.toThrow('this unit of work has ended')
    expect(await names()).toEqual([])
  })
})

describe('a statement that fails', () => {
  it('when it is prepared, fails again the next time instead of never coming back', async () => {
    const ask = () => db.read((view) => view.rows('SELECT * FROM nowhere'))
    for (let i = 0; i < 3; i++) await expect(ask()).rejects.toThrow('no such table: nowhere')
    expect(await names()).toEqual([])
  })

  it('inside a unit of work undoes it and does not hold up the next one', async () => {
    const broken = () => db.write(async (work) => add(work, 'a').then(() => work.run('INSERT INTO nowhere VALUES (1)')))
    for (let i = 0; i < 3; i++) await expect(broken()).rejects.toThrow('no such table: nowhere')
    await db.write((work) => add(work, 'b'))
    expect(await names()).toEqual(['b'])
  })

  it('works once its table is there', async () => {
    const ask = () => db.read((view) => view.rows('SELECT n FROM later'))
    await expect(ask()).rejects.toThrow('no such table')
    await db.write((work) => work.run('CREATE TABLE later (n INTEGER)'))
    expect(await ask()).toEqual([])
    await db.write((work) => work.run('DROP TABLE later'))
  })
})

it('what only reads cannot write', async () => {
  await expect(db.read((view) => view.rows('DELETE FROM public_services'))).rejects.toThrow('readonly')
})

it('more statements than are kept can be used at once', async () => {
  const asked = Array.from({ length: 500 }, (_, i) => db.read((view) => view.rows<{ n: number }>(`SELECT ${i} AS n`)))
  expect((await Promise.all(asked)).map(([row]) => row!.n)).toEqual(asked.map((_, i) => i))
})

it('is as careful as promised: full sync, write-ahead log, foreign keys', async () => {
  const pragmas = await db.write(async (work) => [
    ...(await work.rows('PRAGMA synchronous')),
    ...(await work.rows('PRAGMA journal_mode')),
    ...(await work.rows('PRAGMA foreign_keys')),
  ])
  expect(pragmas).toEqual([{ synchronous: 2 }, { journal_mode: 'wal' }, { foreign_keys: 1 }])
})
