import { judgeSlipCode, readSlipCode } from '#shared/domain'
import { Writable } from 'node:stream'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { officeWithClerk, refusal, register, signedIn, type ClerksOffice, type TestBrowser } from '../support/office'
import { behindTheBack, eventsOf, rowsOf } from '../support/raw'

let test: ClerksOffice
let admin: TestBrowser

beforeEach(async () => {
  test = await officeWithClerk()
  admin = await signedIn(test, 'admin')
})
afterEach(() => test.close())

const keyFile = (name = '1.key'): string => join(test.dataDir, 'keys', name)
const rights = (path: string): number => statSync(path).mode & 0o777

/** Registers a letter and hands out a slip; its code as the register keeps it. */
async function slip(): Promise<{ id: number; number: string; code: string; words: string[]; facts: string }> {
  const { id, number } = await register(test.clerk)
  return { id, number, ...(await another(id)) }
}
async function another(appealId: number) {
  const { words } = await test.clerk.call.slips.issue({ appealId, languages: 'both' })
  const [row] = await rowsOf<{ facts: string }>(test, 'SELECT facts FROM slips WHERE appeal_id = ? ORDER BY copy DESC', [
    appealId,
  ])
  const { proof } = JSON.parse(row!.facts) as { proof?: { code: string } }
  return { words, code: proof?.code ?? '', facts: row!.facts }
}
const check = (code: string, who = test.clerk) => who.call.proof.check({ code })

describe('a slip that was handed out', () => {
  it('is genuine, says what it says, and is the one the register keeps', async () => {
    const { id, number, code, words } = await slip()
    expect(await check(code)).toEqual({
      verdict: 'genuine',
      stated: {
        ...{ number, copy: 1, registeredOn: '2026-12-11', registeredAt: '11:08' },
        ...{ deadline: '2026-12-21', receiver: 'Қасенова А. Т.' },
      },
      entry: { id, number, status: 'registered', registeredOn: '2026-12-11', deadline: '2026-12-21', words },
      kept: true,
    })
    expect(code).toMatch(/^\d{200,362}$/)
    expect(words).toHaveLength(3)
  })

  it('bears nothing of the applicant in its code', async () => {
    const { code } = await slip()
    const { signed } = readSlipCode(code)!
    expect(Buffer.from(signed).toString('utf8')).not.toMatch(/Сейтқали|Айгүл|850412|Балабақша/)
  })

  it('is found with its digits in groups, in lines, and among letters of another layout', async () => {
    const { code } = await slip()
    expect((await check(code.replace(/(.{6})/g, '$1 \nы'))).verdict).toBe('genuine')
  })

  it.each([[0], [40], [120], [200], [-2]])('fails with the digit at %i changed', async (at) => {
    const { code } = await slip()
    const place = at < 0 ? code.length + at : at
    const changed = code.slice(0, place) + String((+code[place]! + 1) % 10) + code.slice(place + 1)
    const answer = await check(changed)
    expect(answer.verdict).not.toBe('genuine')
    expect([answer.entry, answer.kept]).toEqual([null, null])
  })

  it('no longer agrees with the register when somebody changed its row with another program', async () => {
    const { code } = await slip()
    await behindTheBack(test, (db) =>
      db.execute("DROP TRIGGER slips_no_update; UPDATE slips SET facts = replace(facts, 'Балабақша кезегі', 'Басқа мәселе')"),
    )
    expect(await check(code)).toMatchObject({ verdict: 'genuine', kept: false })
  })

  it('stays genuine after a correction, and its copy has words of its own', async () => {
    const { id, code, words } = await slip()
    const copy = await another(id)
    expect(copy.words).not.toEqual(words)
    expect(await check(copy.code)).toMatchObject({ verdict: 'genuine', stated: { copy: 2 }, kept: true })
    expect(await check(code)).toMatchObject({ verdict: 'genuine', stated: { copy: 1 }, kept: true })
  })

  it('of a confidential letter is genuine for everybody, but its entry is shown only to those who may see it', async () => {
    const { code } = await slip()
    await behindTheBack(test, (db) =>
      db.execute('UPDATE appeals SET confidential = 1, version = version + 1; DELETE FROM appeal_readers'),
    )
    expect(await check(code)).toMatchObject({ verdict: 'genuine', entry: null, kept: null })
  })
})

describe('what is no slip of this office', () => {
  it('is told apart: nothing readable, and a slip of another office', async () => {
    expect(await check('мәтін 123')).toEqual({ verdict: 'unreadable', stated: null, entry: null, kept: null })
    const elsewhere = await officeWithClerk()
    const { id } = await register(elsewhere.clerk)
    await elsewhere.clerk.call.slips.issue({ appealId: id, languages: 'kk' })
    const [row] = await rowsOf<{ code: string }>(elsewhere, "SELECT facts ->> '$.proof.code' AS code FROM slips")
    await elsewhere.close()
    expect(await check(row!.code)).toMatchObject({ verdict: 'unknownKey', entry: null, kept: null })
  })
})

describe('the three words', () => {
  it('are taken as they are heard: any case, commas, a Russian keyboard; not in another order, not others', async () => {
    const { id, number, words } = await slip()
    const heard = (text: string) => test.clerk.call.proof.words({ number, words: text })
    const russian: Record<string, string> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' }
    const typed = words.join(', ').toUpperCase()
    expect(await heard(typed)).toEqual({ genuine: true, copy: 1, id })
    expect(await heard(words.join(' ').replace(/[әғқңөұүһі]/g, (letter) => russian[letter]!))).toMatchObject({ genuine: true })
    expect(await heard([...words].reverse().join(' '))).toEqual({ genuine: words[0] === words[2], copy: null, id })
    expect(await heard('жоқ жоқ жоқ')).toEqual({ genuine: false, copy: null, id })
    expect(await heard('')).toMatchObject({ genuine: false })
  })

  it('of a number that was never given are not found', async () => {
    expect(await refusal(test.clerk.call.proof.words({ number: 'Ж-9999/26', words: 'бес' }))).toMatchObject({ code: 'not_found' })
  })

  it('are not believed because they stand in a row: the signature decides', async () => {
    const { number } = await slip()
    await behindTheBack(test, (db) =>
      db.execute(
        `DROP TRIGGER slips_no_update; UPDATE slips SET facts = json_set(facts, '$.proof.words', json('["а","б","в"]'), '$.proof.code', '1')`,
      ),
    )
    expect(await test.clerk.call.proof.words({ number, words: 'а б в' })).toMatchObject({ genuine: false })
  })
})

describe('the key of the office', () => {
  it('is made with the office, readable for its owner alone', async () => {
    const { keys, usable } = await admin.call.proof.keys()
    expect({ keys, usable }).toMatchObject({ keys: [{ id: 1, replacedAt: null }], usable: true })
    expect(keys[0]!.publicKey).toMatch(/^[0-9a-f]{64}$/)
    expect(readFileSync(keyFile(), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/)
    expect([rights(keyFile()), rights(join(test.dataDir, 'keys'))]).toEqual([0o600, 0o700])
  })

  it('stays the same when the office is opened again, and its rights are set right', async () => {
    const { code } = await slip()
    chmodSync(keyFile(), 0o644)
    await test.reopen()
    expect(rights(keyFile())).toBe(0o600)
    test.clerk = await signedIn(test, 'clerk')
    expect((await check(code)).verdict).toBe('genuine')
    expect((await test.clerk.call.session.start()).caller).not.toBeNull()
  })

  it('is replaced: one event, old slips stay valid, the old private half is gone, new slips are signed with the new one', async () => {
    const before = await slip()
    const { keys, usable } = await admin.call.proof.replaceKey()
    expect(keys.map(({ id, replacedAt }) => [id, replacedAt !== null])).toEqual([
      [2, false],
      [1, true],
    ])
    expect(usable).toBe(true)
    expect((await eventsOf(test)).at(-1)).toMatchObject({ action: 'proofKey.replaced', actor: 'Жүнісов А. Т.' })
    await expect.poll(() => readdirSync(join(test.dataDir, 'keys'))).toEqual(['2.key'])
    const after = await slip()
    expect([readSlipCode(before.code)?.record.keyId, readSlipCode(after.code)?.record.keyId]).toEqual([1, 2])
    for (const { code } of [before, after]) expect(await check(code)).toMatchObject({ verdict: 'genuine', kept: true })
  })

  it('is replaced many times at once without losing one', async () => {
    await Promise.all(Array.from({ length: 6 }, () => admin.call.proof.replaceKey()))
    const { keys, usable } = await admin.call.proof.keys()
    expect([keys.map(({ id }) => id), usable]).toEqual([[7, 6, 5, 4, 3, 2, 1], true])
    await expect.poll(() => readdirSync(join(test.dataDir, 'keys'))).toEqual(['7.key'])
    expect((await check((await slip()).code)).verdict).toBe('genuine')
  })

  it('is left as it is when the replacement cannot be written, and what was begun is gone with the next start', async () => {
    await behindTheBack(test, (db) =>
      db.execute("CREATE TRIGGER broken BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'broken'); END"),
    )
    expect(await refusal(admin.call.proof.replaceKey())).toMatchObject({ code: 'internal' })
    await behindTheBack(test, (db) => db.execute('DROP TRIGGER broken'))
    expect((await check((await slip()).code)).verdict).toBe('genuine')
    await test.reopen()
    expect(readdirSync(join(test.dataDir, 'keys'))).toEqual(['1.key'])
  })

  it.each([
    ['is missing', () => rmSync(keyFile())],
    ['is no key', () => writeFileSync(keyFile(), 'жоқ')],
    ['is sealed by a store that is not there', () => writeFileSync(keyFile(), 'kiris sealed key 1\nAAAA')],
  ])('that %s stops nothing: slips without a code, and a new key heals it', async (_, spoil) => {
    const { code } = await slip()
    await test.office.close()
    spoil()
    const lines: string[] = []
    const log = pino(new Writable({ write: (line, _encoding, done) => (lines.push(String(line)), done()) }))
    await test.reopen({ log })
    expect(lines.join('')).toContain('the key of the office cannot be used')
    ;[test.clerk, admin] = [await signedIn(test, 'clerk'), await signedIn(test, 'admin')]
    expect(await admin.call.proof.keys()).toMatchObject({ usable: false })
    expect(await slip()).toMatchObject({ code: '', words: [] })
    expect((await check(code)).verdict).toBe('genuine')
    expect(await admin.call.proof.replaceKey()).toMatchObject({ usable: true })
    expect((await check((await slip()).code)).verdict).toBe('genuine')
  })

  it('is made for a register that had none', async () => {
    await test.office.close()
    await behindTheBack(test, (db) => db.execute('DROP TRIGGER proof_keys_no_delete; DELETE FROM proof_keys'))
    rmSync(join(test.dataDir, 'keys'), { recursive: true })
    await test.reopen()
    expect(existsSync(keyFile())).toBe(true)
    test.clerk = await signedIn(test, 'clerk')
    expect((await check((await slip()).code)).verdict).toBe('genuine')
  })

  it('is sealed where the host has a store of its own, and lies nowhere in the open', async () => {
    const flip = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a)
    const keyStore = { seal: flip, open: flip }
    const sealed = await officeWithClerk({ keyStore })
    const content = readFileSync(join(sealed.dataDir, 'keys', '1.key'), 'utf8')
    expect(content).toMatch(/^kiris sealed key 1\n/)
    expect(content).not.toContain('PRIVATE KEY')
    await sealed.reopen()
    const browser = await signedIn(sealed, 'admin')
    expect(await browser.call.proof.keys()).toMatchObject({ usable: true })
    await sealed.close()
  })

  it('is replaced by the administrator alone', async () => {
    expect(await refusal(test.clerk.call.proof.replaceKey())).toMatchObject({ code: 'forbidden' })
  })
})

it('a code judged without the office needs only its public keys', async () => {
  const { code } = await slip()
  const { keys } = await admin.call.proof.keys()
  expect(judgeSlipCode(code, keys, () => true).verdict).toBe('genuine')
  expect(judgeSlipCode(code, keys, () => false).verdict).toBe('forged')
})
