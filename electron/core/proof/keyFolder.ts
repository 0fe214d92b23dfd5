import { createPrivateKey, randomUUID, type KeyObject } from 'node:crypto'
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyStore } from '../office'

// Before a key that the operating system's store has sealed; an open one begins with «-----BEGIN PRIVATE KEY-----».
const SEALED = 'kiris sealed key 1\n'
const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const

/** The folder where the private halves of the office's keys lie, `<id>.key` each: PKCS8 as PEM, or sealed. Only the owner may look into it. */
export class KeyFolder {
  constructor(
    private readonly folder: string,
    private readonly store: KeyStore | undefined,
  ) {}

  /** Makes the folder, or sets its rights right. Errors: the file system's. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: OWNER_ONLY.folder })
    await chmod(this.folder, OWNER_ONLY.folder)
  }

  /** Writes a private key under a name of its own, safe from a power cut, and says which. Errors: the file system's. */
  async stage(key: KeyObject): Promise<string> {
    await this.prepare()
    const pem = key.export({ type: 'pkcs8', format: 'pem' }) as string
    const content = this.store ? SEALED + Buffer.from(await this.store.seal(Buffer.from(pem))).toString('base64') : pem
    const name = `new-${randomUUID()}.key`
    const file = await open(join(this.folder, name), 'wx', OWNER_ONLY.file)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    return name
  }

  /** Gives a staged key its identity. One with the same identity that never came into the register is overwritten. Errors: the file system's. */
  keep(staged: string, id: number): Promise<void> {
    return rename(join(this.folder, staged), this.#file(id))
  }

  /** Reads a private key and sets the rights of its file right; `corrected` says that they were too wide. Errors: the file system's, the store's, or those of a key that is none. */
  async read(id: number): Promise<{ key: KeyObject; corrected: boolean }> {
    const file = this.#file(id)
    const corrected = ((await stat(file)).mode & 0o077) !== 0
    if (corrected) await chmod(file, OWNER_ONLY.file)
    const content = await readFile(file, 'utf8')
    if (!content.startsWith(SEALED)) return { key: createPrivateKey(content), corrected }
    if (!this.store) throw new Error('the key is sealed by a store that this host does not offer')
    const sealed = Buffer.from(content.slice(SEALED.length), 'base64')
    return { key: createPrivateKey(Buffer.from(await this.store.open(sealed)).toString('utf8')), corrected }
  }

  /** Removes private keys that were replaced by the one given; with `strays` also those that never came into the register. Errors: the file system's. */
  async removeOthers(id: number, strays: boolean): Promise<void> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.key'))
    const isOther = (name: string): boolean =>
      strays ? name !== `${id}.key` : /^\d+\.key$/.test(name) && parseInt(name, 10) < id
    for (const name of names.filter(isOther)) await rm(join(this.folder, name), { force: true })
  }

  #file(id: number): string {
    return join(this.folder, `${id}.key`)
  }
}
