import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateKeyPairSync } from 'node:crypto'
import { KeyFolder } from '#core/proof/keyFolder'
import { expect, it } from 'vitest'
import { keyStoreOf, type SealingStorage } from '../../electron/main/keyStore'

/** Electron's store as far as its types go: turns the letters of a text round. */
const storage = (available: boolean | Error): SealingStorage => ({
  isAsyncEncryptionAvailable: () => (available instanceof Error ? Promise.reject(available) : Promise.resolve(available)),
  encryptStringAsync: async (text) => Buffer.from([...text].reverse().join('')),
  decryptStringAsync: async (sealed) => ({ result: [...sealed.toString()].reverse().join(''), shouldReEncrypt: false }),
})

it('a computer without a store of secrets, or with one that cannot be asked, has none', async () => {
  expect(await keyStoreOf(storage(false))).toBeUndefined()
  expect(await keyStoreOf(storage(new Error('no service')))).toBeUndefined()
})

it("seals the office's key so that the file alone gives nothing away, and opens it again", async () => {
  const store = await keyStoreOf(storage(true))
  const folder = mkdtempSync(join(tmpdir(), 'kiris-keys-'))
  const keys = new KeyFolder(folder, store)
  const { privateKey } = generateKeyPairSync('ed25519')
  await keys.keep(await keys.stage(privateKey), 1)
  const content = readFileSync(join(folder, '1.key'), 'utf8')
  expect(content).not.toContain('PRIVATE KEY')
  expect(Buffer.from(content.split('\n')[1]!, 'base64').toString()).not.toContain('PRIVATE KEY')
  expect((await keys.read(1, () => false)).key.equals(privateKey)).toBe(true)
  await expect(new KeyFolder(folder, undefined).read(1, () => false)).rejects.toThrow('sealed')
  rmSync(folder, { recursive: true })
})
