import { createHash } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { stat, type FileHandle } from 'node:fs/promises'

/** Bytes read at once while a content is hashed. */
const PART = 1 << 18

/** Whether stored contents are still what their hash says. Remembered for as long as neither size nor times of the file change (its change time cannot be set back by whoever tampers with it). */
export class ContentCheck {
  readonly #known = new Map<string, { state: string; isWhole: Promise<boolean> }>()

  /** Size of an open content in bytes; `null`: its content is another one. */
  async sizeIfWhole(handle: FileHandle, sha256: string): Promise<number | null> {
    const found = await handle.stat({ bigint: true })
    const state = stateOf(found)
    let known = this.#known.get(sha256)
    if (known?.state !== state) {
      known = { state, isWhole: hashOf(handle).then((hash) => hash === sha256) }
      this.#known.set(sha256, known)
      // A failed reading is no knowledge.
      known.isWhole.catch(() => this.#known.delete(sha256))
    }
    return (await known.isWhole) ? Number(found.size) : null
  }

  /** Remembers a content that was hashed on its way to the disk. */
  async trust(path: string, sha256: string): Promise<void> {
    const state = stateOf(await stat(path, { bigint: true }))
    this.#known.set(sha256, { state, isWhole: Promise.resolve(true) })
  }
}

function stateOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].join('/')
}

async function hashOf(handle: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  const part = Buffer.allocUnsafe(PART)
  for (let at = 0; ;) {
    const { bytesRead } = await handle.read(part, 0, PART, at)
    if (bytesRead === 0) return hash.digest('hex')
    hash.update(part.subarray(0, bytesRead))
    at += bytesRead
  }
}
