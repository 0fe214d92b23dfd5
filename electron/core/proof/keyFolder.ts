import { createPrivateKey, randomUUID, type KeyObject } from 'node:crypto'
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { KeyStore } from '../office'

// Before a key that the operating system's store has sealed; an open one begins with «-----BEGIN PRIVATE KEY-----».
const SEALED = 'kiris sealed key 1\n'
// Begins the name of a key that is made but has no identity yet.
const STAGED = 'new-'
const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const

/** The folder where the private halves of the office's keys lie, `<id>.key` each: PKCS8 as PEM, or sealed. Only the owner may look into it. */
export class KeyFolder {
  constructor(
    private readonly folder: string,
    private readonly store: KeyStore | undefined,
  ) {}

  /** Makes the folder, safe from a power cut, or sets its rights right. Errors: the file system's. */
  async prepare(): Promise<void> {
    const made = await mkdir(this.folder, { recursive: true, mode: OWNER_ONLY.folder })
    if (made !== undefined) await syncFolder(dirname(made))
    await chmod(this.folder, OWNER_ONLY.folder)
  }

  /** Writes a private key under a name of its own, safe from a power cut, and says which. Errors: the file system's. */
  async stage(key: KeyObject): Promise<string> {
    await this.prepare()
    const pem = key.export({ type: 'pkcs8', format: 'pem' }) as string
    const content = this.store ? SEALED + Buffer.from(await this.store.seal(Buffer.from(pem))).toString('base64') : pem
    const name = `${STAGED}${randomUUID()}.key`
    const file = await open(join(this.folder, name), 'wx', OWNER_ONLY.file)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    return name
  }

  /** Gives a staged key its identity, safe from a power cut. One with the same identity that never came into the register is overwritten. Errors: the file system's. */
  async keep(staged: string, id: number): Promise<void> {
    await rename(join(this.folder, staged), this.#file(id))
    await syncFolder(this.folder)
  }

  /**
   * Reads a private key and sets the rights of its file right; `corrected` says that they were too wide, `open` that it lies unsealed although there is a store. A key that never got its identity (a power cut) is
   * given it when `fits` knows it. Errors: the file system's, the store's, or those of a key that is none.
   */
  async read(id: number, fits: (key: KeyObject) => boolean): Promise<{ key: KeyObject; corrected: boolean; open: boolean }> {
    const file = this.#file(id)
    const { mode } = await stat(file).catch(async (error: NodeJS.ErrnoException) => {
      const staged = error.code === 'ENOENT' ? await this.#staged(fits) : undefined
      if (staged === undefined) throw error
      await this.keep(staged, id)
      return stat(file)
    })
    const corrected = (mode & 0o077) !== 0
    if (corrected) await chmod(file, OWNER_ONLY.file)
    const { key, sealed } = await this.#opened(file)
    return { key, corrected, open: !sealed && this.store !== undefined }
  }

  /** Puts a sealed key in the place of the open one, once it is sure that the store opens it again. Errors: the file system's, the store's. */
  async seal(id: number, key: KeyObject): Promise<void> {
    const staged = await this.stage(key)
    const { key: again } = await this.#opened(join(this.folder, staged))
    if (!again.equals(key)) throw new Error('the store gives back another key than it was given')
    await this.keep(staged, id)
  }

  /** Removes private keys that were replaced by the one given; with `strays` also those that never came into the register. Errors: the file system's. */
  async removeOthers(id: number, strays: boolean): Promise<void> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.key'))
    const isOther = (name: string): boolean =>
      strays ? name !== `${id}.key` : /^\d+\.key$/.test(name) && parseInt(name, 10) < id
    for (const name of names.filter(isOther)) await rm(join(this.folder, name), { force: true })
  }

  /** The staged key that is meant; those that cannot be read are passed over. */
  async #staged(fits: (key: KeyObject) => boolean): Promise<string | undefined> {
    for (const name of await readdir(this.folder)) {
      if (!name.startsWith(STAGED)) continue
      const found = await this.#opened(join(this.folder, name)).catch(() => null)
      if (found && fits(found.key)) return name
    }
    return undefined
  }

  async #opened(file: string): Promise<{ key: KeyObject; sealed: boolean }> {
    const content = await readFile(file, 'utf8')
    if (!content.startsWith(SEALED)) return { key: createPrivateKey(content), sealed: false }
    if (!this.store) throw new Error('the key is sealed by a store that this host does not offer')
    const pem = await this.store.open(Buffer.from(content.slice(SEALED.length), 'base64'))
    return { key: createPrivateKey(Buffer.from(pem).toString('utf8')), sealed: true }
  }

  #file(id: number): string {
    return join(this.folder, `${id}.key`)
  }
}

/** Makes new names in a folder last through a power cut, where the system can do that; Windows cannot, and needs it not. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
