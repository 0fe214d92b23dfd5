import type { KeyStore } from '#core/office'
import type { SafeStorage } from 'electron'

// A keyring that waits for its password must not keep the window away; slips go without a code until the next start. Milliseconds.
const PATIENCE = 10_000

/** The parts of Electron's own store that are used. */
export type SealingStorage = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>

/**
 * The operating system's store of secrets (Keychain, DPAPI, libsecret or KWallet), so that a copied data folder alone signs nothing; `undefined` where this computer has none. After `ready`. What was
 * sealed opens only for the same user of the same computer.
 */
export async function keyStoreOf(storage: SealingStorage): Promise<KeyStore | undefined> {
  // A computer whose store cannot even be asked has none, and the program starts all the same.
  const asked = storage.isAsyncEncryptionAvailable().catch(() => false)
  const waited = new Promise<false>((resolve) => void setTimeout(resolve, PATIENCE, false).unref())
  if (!(await Promise.race([asked, waited]))) return undefined
  return {
    seal: (secret) => storage.encryptStringAsync(Buffer.from(secret).toString('base64')),
    open: async (sealed) => {
      const { result } = await storage.decryptStringAsync(Buffer.from(sealed))
      return Buffer.from(result, 'base64')
    },
  }
}
