import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../errors'
import { ContentCheck } from './contentCheck'

/** A file that was received and stands under a temporary name. */
export interface Received {
  path: string
  bytes: number
  /** Of the content, hex. */
  sha256: string
}

/** A content that is what its hash says. `open` opens it (checked once more, since time may have passed); whoever does so closes it. */
export interface WholeContent {
  bytes: number
  open(): Promise<FileHandle>
}

/** Errors of the system that mean: no more space for this file. */
const NO_SPACE = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** Folder of what is still being received, in the folder of the store. */
const INCOMING = 'incoming'

/** Contents under their SHA-256, `<aa>/<hash>`, outside the database: the same content is stored once, under a name that no sender chooses, readable for the owner alone. */
export class FileStore {
  readonly #check = new ContentCheck()
  /** How many of those that put a content there have not written down yet whose it is. */
  readonly #held = new Map<string, number>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(private readonly dir: string) {}

  /** Makes the folder and removes what a process that ended in the middle left behind. Before anything is received. */
  async prepare(): Promise<void> {
    await rm(join(this.dir, INCOMING), { recursive: true, force: true })
    await this.#folder(INCOMING)
  }

  /** Writes a stream to a temporary file, hashing it on the way, with at most `limit` bytes; `tooLarge` is thrown beyond. Whatever fails leaves nothing. Errors: `storage.full`. */
  async receive(stream: AsyncIterable<Uint8Array>, limit: number, tooLarge: (bytes: number) => Error): Promise<Received> {
    const path = await this.newFile()
    try {
      const handle = await open(path, 'wx', 0o600)
      try {
        return { path, ...(await write(handle, stream, limit, tooLarge)) }
      } finally {
        await handle.close()
      }
    } catch (error) {
      await this.drop(path)
      throw asFull(error)
    }
  }

  /** A name for a new temporary file. */
  async newFile(): Promise<string> {
    return join(await this.#folder(INCOMING), randomUUID())
  }

  /** Removes a temporary file. */
  drop(path: string): Promise<void> {
    return rm(path, { force: true })
  }

  /** Hash and size of a file made in the folder of temporary files. */
  async measure(path: string): Promise<Received> {
    const handle = await open(path, 'r+')
    try {
      await handle.chmod(0o600)
      await handle.sync()
      const hash = createHash('sha256')
      let bytes = 0
      for await (const part of handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
        hash.update(part)
        bytes += part.length
      }
      return { path, bytes, sha256: hash.digest('hex') }
    } finally {
      await handle.close()
    }
  }

  /**
   * Puts a received file under its hash; a content that is there already and whole stays, a damaged one is replaced. It is held until `release`, so that nobody takes it for forgotten before it is
   * written down whose it is. Errors: `storage.full`.
   */
  async keep({ path, sha256, bytes }: Received): Promise<void> {
    await this.#alone(async () => {
      this.#held.set(sha256, (this.#held.get(sha256) ?? 0) + 1)
      try {
        if (await this.#isWhole(sha256, bytes)) return await this.drop(path)
        const folder = await this.#folder(sha256.slice(0, 2))
        await rename(path, join(folder, sha256))
        await syncFolder(folder)
        await this.#check.trust(join(folder, sha256), sha256)
      } catch (error) {
        this.release(sha256)
        throw asFull(error)
      }
    })
  }

  /** What was kept is written down, or was given up. */
  release(sha256: string): void {
    const left = (this.#held.get(sha256) ?? 0) - 1
    if (left > 0) this.#held.set(sha256, left)
    else this.#held.delete(sha256)
  }

  /** A content for reading; `null`: it is gone, or no longer what its hash says. The whole file is read once for each time that it was changed, not for each reading. */
  async whole(sha256: string): Promise<WholeContent | null> {
    try {
      const { handle, bytes } = await this.#open(sha256)
      await handle.close()
      return { bytes, open: async () => (await this.#open(sha256)).handle }
    } catch {
      // A disk that cannot be read holds no whole file.
      return null
    }
  }

  /** Where a content lies. */
  pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('no hash of a content')
    return join(this.dir, sha256.slice(0, 2), sha256)
  }

  /** Every content in the store, by its hash. */
  async contents(): Promise<string[]> {
    const folders = (await readdir(this.dir, { withFileTypes: true })).filter((one) => one.isDirectory() && one.name.length === 2)
    const found: string[] = []
    for (const { name } of folders) {
      for (const file of await readdir(join(this.dir, name))) if (/^[0-9a-f]{64}$/.test(file)) found.push(file)
    }
    return found
  }

  /** Removes a content that nobody has any more. `isUsed` is asked while nothing can be put there. */
  async removeUnused(sha256: string, isUsed: (sha256: string) => Promise<boolean>): Promise<void> {
    await this.#alone(async () => {
      // Held first: what is released in between is written down before `isUsed` looks.
      if (this.#held.has(sha256) || (await isUsed(sha256))) return
      await rm(this.pathOf(sha256), { force: true })
    })
  }

  async #isWhole(sha256: string, bytes: number): Promise<boolean> {
    const known = await stat(this.pathOf(sha256)).catch(() => null)
    if (known?.size !== bytes) return false
    return (await this.whole(sha256)) !== null
  }

  async #open(sha256: string): Promise<{ handle: FileHandle; bytes: number }> {
    const handle = await open(this.pathOf(sha256), 'r')
    try {
      const bytes = await this.#check.sizeIfWhole(handle, sha256)
      if (bytes === null) throw new Error('a stored content is not what its hash says')
      return { handle, bytes }
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  async #folder(name: string): Promise<string> {
    const folder = join(this.dir, name)
    const first = await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw asFull(error)
    })
    // A folder that was made is a new name in the one above it.
    if (first !== undefined) await syncFolder(dirname(folder))
    if (first !== undefined && first !== folder) await syncFolder(dirname(this.dir))
    return folder
  }

  #alone<Result>(run: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(run)
    this.#turn = done.catch(() => {})
    return done
  }
}

async function write(
  handle: FileHandle,
  stream: AsyncIterable<Uint8Array>,
  limit: number,
  tooLarge: (bytes: number) => Error,
): Promise<Omit<Received, 'path'>> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const part of stream) {
    bytes += part.byteLength
    if (bytes > limit) throw tooLarge(bytes)
    hash.update(part)
    await writeWhole(handle, part)
  }
  await handle.sync()
  return { bytes, sha256: hash.digest('hex') }
}

async function writeWhole(handle: FileHandle, part: Uint8Array): Promise<void> {
  for (let from = 0; from < part.byteLength;) {
    const { bytesWritten } = await handle.write(part, from, part.byteLength - from)
    from += bytesWritten
  }
}

/** A new name in a folder survives a power cut only when the folder itself is written through; some systems cannot open one. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

function asFull(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  return code !== undefined && NO_SPACE.includes(code) ? new Refusal('storage.full') : error
}
