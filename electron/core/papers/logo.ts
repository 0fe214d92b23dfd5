import type { FileHandle } from 'node:fs/promises'
import sharp from 'sharp'
import { Refusal } from '../errors'

/** What is needed of the store of contents (`Attachments.store`). */
export interface ContentStore {
  receive(
    stream: AsyncIterable<Uint8Array>,
    limit: number,
    tooLarge: (bytes: number) => Error,
  ): Promise<{ path: string; bytes: number; sha256: string }>
  keep(received: { path: string; bytes: number; sha256: string }): Promise<void>
  whole(sha256: string): Promise<{ open(): Promise<FileHandle> } | null>
}

/** Largest picture that is taken, in bytes, and its longest side in pixels. */
export const MOST_LOGO_BYTES = 2 * 1024 * 1024
const MOST_PIXELS = 4000
/** More than a printer shows of a picture four centimetres wide. */
const STORED_WIDTH = 1200

/** Pictures of the office's papers, in the store of contents beside the files of letters. */
export class LogoStore {
  constructor(private readonly store: ContentStore) {}

  /**
   * Takes a picture that was sent: PNG or JPEG by its content, at most 2 MB and 4000 px, unpacked whole; kept as PNG at most 1200 px wide, without what cameras write into pictures. Its SHA-256.
   * It is held in the store until it is named in the settings or the program ends. Errors: `attachments.too_large`, `attachments.empty`, `attachments.not_allowed`, `storage.full`.
   */
  async take(body: ReadableStream<Uint8Array> | null, name: string): Promise<string> {
    const png = await asPng(await whole(body, name), name)
    const received = await this.store.receive(
      onePart(png),
      png.byteLength,
      () => new Error('a picture grew while it was written'),
    )
    await this.store.keep(received)
    return received.sha256
  }

  /** Whether a picture lies in the store, whole. */
  async has(sha256: string): Promise<boolean> {
    return (await this.store.whole(sha256)) !== null
  }

  /** A picture as PNG; `null`: it is gone or damaged. */
  async read(sha256: string): Promise<Uint8Array | null> {
    const handle = await (await this.store.whole(sha256))?.open().catch(() => null)
    if (!handle) return null
    try {
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  }
}

async function* onePart(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function whole(body: ReadableStream<Uint8Array> | null, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body ?? []) {
    bytes += part.byteLength
    // Nothing more is read of what is refused anyway.
    if (bytes > MOST_LOGO_BYTES)
      throw new Refusal('attachments.too_large', { size: megabytes(bytes), max: megabytes(MOST_LOGO_BYTES) })
    parts.push(part)
  }
  if (bytes === 0) throw new Refusal('attachments.empty', { name })
  return Buffer.concat(parts)
}

const megabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10

async function asPng(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS * MOST_PIXELS, failOn: 'truncated' })
    const { format, width, height } = await picture.metadata()
    if ((format === 'png' || format === 'jpeg') && width <= MOST_PIXELS && height <= MOST_PIXELS) {
      return await picture
        .rotate()
        .toColourspace('srgb')
        .resize({ width: STORED_WIDTH, withoutEnlargement: true })
        .png()
        .toBuffer()
    }
  } catch {
    // What cannot be unpacked to its end is no picture.
  }
  throw new Refusal('attachments.not_allowed', { name })
}
