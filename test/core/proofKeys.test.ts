import { judgeSlipCode, readSlipCode, slipCode, slipRecordBytes, type SlipRecord } from '#shared/domain'
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { officeWithClerk, register, signedIn, type ClerksOffice } from '../support/office'
import { rowsOf } from '../support/raw'

let test: ClerksOffice
beforeEach(async () => {
  test = await officeWithClerk()
})
afterEach(() => test.close())

const keyFile = (name = '1.key'): string => join(test.dataDir, 'keys', name)
const inFolder = (): string[] => readdirSync(join(test.dataDir, 'keys'))
const check = (code: string) => test.clerk.call.proof.check({ code })

async function slip(changes: Parameters<typeof register>[1] = {}): Promise<string> {
  const { id } = await register(test.clerk, changes)
  await test.clerk.call.slips.issue({ appealId: id, languages: 'both' })
  const rows = await rowsOf<{ code: string }>(test, "SELECT facts ->> '$.proof.code' AS code FROM slips ORDER BY id DESC")
  return rows[0]!.code
}

describe('a key that was stolen and then replaced', () => {
  const replace = async () => (await signedIn(test, 'admin')).call.proof.replaceKey()
  /** What the thief makes of a genuine code. */
  const thief = (stolen: string, code: string, changes: Partial<SlipRecord>): string => {
    const signed = slipRecordBytes({ ...readSlipCode(code)!.record, ...changes })
    return slipCode(signed, sign(null, signed, createPrivateKey(stolen)))
  }

  it('makes no slip of a later day, in the office or on the page of the checker', async () => {
    const stolen = readFileSync(keyFile(), 'utf8')
    const code = await slip()
    const { keys } = await replace()
    expect(keys.map(({ validTo }) => validTo)).toEqual([null, '2026-12-11'])
    const late = thief(stolen, code, { registeredOn: '2026-12-12', deadline: '2026-12-22' })
    expect(await check(late)).toMatchObject({ verdict: 'forged', entry: null })
    expect(await check(code)).toMatchObject({ verdict: 'genuine', kept: true })
    expect([late, code].map((one) => judgeSlipCode(one, keys, () => true).verdict)).toEqual(['forged', 'genuine'])
  })

  it('makes a copy that the office never handed out: signed, but not kept', async () => {
    const code = await slip()
    const copy = thief(readFileSync(keyFile(), 'utf8'), code, { copy: 2 })
    const { entry, kept } = await check(copy)
    expect([entry?.registeredOn, kept]).toEqual(['2026-12-11', null])
  })

  it('still vouches for a letter of the evening, which is registered on the next working day', async () => {
    // Friday, 20:00.
    test.clock.set('2026-12-11T15:00:00.000Z')
    test.clerk = await signedIn(test, 'clerk')
    const code = await slip({ receivedAt: '19:50' })
    expect(readSlipCode(code)!.record.registeredOn).toBe('2026-12-14')
    const { keys } = await replace()
    expect(keys[1]!.validTo).toBe('2026-12-14')
    expect(await check(code)).toMatchObject({ verdict: 'genuine', kept: true })
  })
})

describe('a key that lies open', () => {
  const flip = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a)
  const reopened = async (keyStore: { seal(b: Uint8Array): Uint8Array; open(b: Uint8Array): Uint8Array }) => {
    await test.reopen({ keyStore })
    test.clerk = await signedIn(test, 'clerk')
    return check(await slip())
  }

  it('is sealed as soon as there is a store, and goes on signing', async () => {
    chmodSync(keyFile(), 0o600)
    expect((await reopened({ seal: flip, open: flip })).verdict).toBe('genuine')
    expect(readFileSync(keyFile(), 'utf8')).toMatch(/^kiris sealed key 1\n/)
    expect(inFolder()).toEqual(['1.key'])
    expect((await reopened({ seal: flip, open: flip })).verdict).toBe('genuine')
  })

  it.each([
    [
      'fails',
      () => {
        throw new Error('locked')
      },
    ],
    [
      'gives back another key',
      () => Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
    ],
  ])('stays as it is where the store %s', async (_, open) => {
    expect((await reopened({ seal: flip, open })).verdict).toBe('genuine')
    expect(readFileSync(keyFile(), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/)
    expect(inFolder()).toEqual(['1.key'])
  })
})

it('a key whose name was lost in a power cut is taken up again; a stranger beside it is not', async () => {
  const code = await slip()
  await test.office.close()
  renameSync(keyFile(), keyFile('new-b.key'))
  const other = await officeWithClerk()
  writeFileSync(keyFile('new-a.key'), readFileSync(join(other.dataDir, 'keys', '1.key')))
  await other.close()
  writeFileSync(keyFile('new-c.key'), 'жоқ')
  await test.reopen()
  test.clerk = await signedIn(test, 'clerk')
  expect(await test.clerk.call.proof.keys()).toMatchObject({ usable: true })
  expect(inFolder()).toEqual(['1.key'])
  for (const one of [code, await slip()]) expect((await check(one)).verdict).toBe('genuine')
  await test.office.close()
  rmSync(keyFile())
  await test.reopen()
  test.clerk = await signedIn(test, 'clerk')
  expect(await test.clerk.call.proof.keys()).toMatchObject({ usable: false })
})
