import { createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import type { Logger } from 'pino'
import type { Database } from '../db/database'
import type { View, Work } from '../db/work'
import type { KeyFolder } from './keyFolder'
import { ProofKeyEntity, type ProofKeyRow } from './ProofKey.entity'

/** A pair that is made and lies in the folder, but is not the office's yet. */
export interface MadeKey {
  publicKey: string
  privateKey: KeyObject
  staged: string
}

/** The key that signs. */
interface SigningKey {
  id: number
  publicKey: string
  privateKey: KeyObject
}

/** The office's keys (Ed25519, RFC 8032): the public halves in the register, the private half of the newest in a folder and, once read, in memory. */
export class OfficeKeys {
  #current: SigningKey | null = null

  constructor(
    private readonly folder: KeyFolder,
    private readonly log: Logger,
  ) {}

  /** The key that signs now; `null` while it cannot be read. */
  get current(): SigningKey | null {
    return this.#current
  }

  /**
   * Reads the private key when the office is opened; an office without keys gets its first (a new one, or a register of an earlier version). Never fails: without a key slips are handed out
   * without a proof, and the log says why. `at`: now, UTC.
   */
  async prepare(db: Database, at: string): Promise<void> {
    try {
      await this.folder.prepare()
      const [newest] = await db.read((view) => this.all(view))
      if (newest) return await this.#read(newest)
      const made = await this.make()
      this.adopt(made, await db.write((work) => this.enter(work, made, at)))
    } catch (error) {
      this.log.warn({ fault: faultOf(error) }, 'the key of the office cannot be used; slips are handed out without a proof')
    }
  }

  /** All keys, newest first. */
  all(view: View): Promise<ProofKeyRow[]> {
    return view.many(ProofKeyEntity, { order: { id: 'DESC' } })
  }

  /** Makes a pair and puts its private half into the folder. Errors: the file system's. */
  async make(): Promise<MadeKey> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    return { publicKey: rawOf(publicKey), privateKey, staged: await this.folder.stage(privateKey) }
  }

  /** Makes a pair the office's newest inside a unit of work and returns its identity; the one before is replaced. Errors: the file system's. */
  async enter(work: Work, { publicKey, staged }: MadeKey, at: string): Promise<number> {
    await work.run('UPDATE proof_keys SET replaced_at = ? WHERE replaced_at IS NULL', [at])
    const id = await work.insert(ProofKeyEntity, { publicKey, since: at, replacedAt: null })
    // Before the commit: what the register names is there. After a failed commit the file belongs to no key and goes with the next start.
    await this.folder.keep(staged, id)
    return id
  }

  /** Signs with a pair from now on, after the commit; the private halves of older keys are removed. */
  adopt({ publicKey, privateKey }: MadeKey, id: number): void {
    if (this.#current && this.#current.id > id) return
    this.#current = { id, publicKey, privateKey }
    // Without those that are just being made.
    void this.#forgetOthers(id, false)
  }

  async #read({ id, publicKey }: ProofKeyRow): Promise<void> {
    const isOurs = (key: KeyObject): boolean => rawOf(createPublicKey(key)) === publicKey
    const { key: privateKey, corrected, open } = await this.folder.read(id, isOurs)
    if (corrected) this.log.warn({ key: id }, 'others could read the key of the office; its rights were set right')
    if (!isOurs(privateKey)) throw new Error('the key in the folder is another than in the register')
    this.#current = { id, publicKey, privateKey }
    // Made while the store was late or away; it signs all the same.
    if (open) await this.#seal(id, privateKey)
    await this.#forgetOthers(id, true)
  }

  async #seal(id: number, key: KeyObject): Promise<void> {
    try {
      await this.folder.seal(id, key)
    } catch (error) {
      this.log.warn({ fault: faultOf(error) }, 'the key of the office lies unsealed; the store could not be used')
    }
  }

  #forgetOthers(id: number, strays: boolean): Promise<void> {
    return this.folder.removeOthers(id, strays).catch((error: unknown) => {
      this.log.warn({ fault: faultOf(error) }, 'replaced keys could not be removed')
    })
  }
}

/** Signs bytes: 64 bytes. */
export function signatureOf(signed: Uint8Array, key: KeyObject): Uint8Array {
  return sign(null, signed, key)
}

/** Whether a signature fits the bytes and a public key (32 bytes, hex). */
export function fits(signature: Uint8Array, signed: Uint8Array, publicKey: string): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') }
  return verify(null, signed, createPublicKey({ key: jwk, format: 'jwk' }), signature)
}

function rawOf(key: KeyObject): string {
  return Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url').toString('hex')
}

/** The kind of a fault, never its text: it may name what is secret. */
function faultOf(error: unknown): string {
  const { name, code } = error as NodeJS.ErrnoException
  return code ?? name
}
