import { open, type FileHandle } from 'node:fs/promises'
import sharp from 'sharp'
import type { View } from '../db/work'
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
  pathOf(sha256: string): string
}

/** Largest picture that is taken and that is kept, in bytes, and its longest side in pixels as it is taken. */
export const MOST_LOGO_BYTES = 2 * 1024 * 1024
const MOST_PIXELS = 4000
/** Longest side of a picture that is kept: more than a printer shows of four centimetres. What is too large even so is made smaller. */
const STORED_SIDE = 1200
const STORED_SIDES = [STORED_SIDE, 800, 500]

/** Whether a content belongs to letters and not (as the picture that is set now) to the papers too. */
const OF_LETTERS = `SELECT 1 FROM (SELECT 1 FROM attachments WHERE sha256 = ?1 UNION ALL SELECT 1 FROM staged_files WHERE file ->> '$.sha256' = ?1)
  WHERE NOT EXISTS (SELECT 1 FROM paper_settings WHERE content ->> '$.logo' = ?1) LIMIT 1`

/** Pictures of the office's papers, in the store of contents beside the files of letters. */
export class LogoStore {
  constructor(private readonly store: ContentStore) {}

  /**
   * Takes a picture that was sent: PNG or JPEG by its content, at most 2 MB and 4000 px, unpacked whole; kept as PNG of at most 1200 px and 2 MB, without what cameras write into pictures. Its SHA-256.
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

  /** Whether a picture of the papers lies in the store, whole: nothing that came with a letter, which whoever words the papers may have no right to see. */
  async has(view: View, sha256: string): Promise<boolean> {
    if ((await view.rows(OF_LETTERS, [sha256])).length > 0) return false
    return (await this.read(sha256)) !== null
  }

  /** A picture as PNG; `null`: it is gone or damaged, or nothing that `take` keeps. Of what is too large or no such picture nothing but its head is read. */
  async read(sha256: string): Promise<Uint8Array | null> {
    if (!(await isKeptKind(this.store.pathOf(sha256)))) return null
    const handle = await (await this.store.whole(sha256))?.open().catch(() => null)
    if (!handle) return null
    try {
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  }
}

/** Whether a file is a PNG of the size that is kept, by its length and its head (PNG 1.2, §3.1, §4.1.1). */
async function isKeptKind(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => null)
  if (!handle) return false
  try {
    const { size } = await handle.stat()
    const { buffer: head, bytesRead } = await handle.read(Buffer.alloc(24), 0, 24, 0)
    if (size > MOST_LOGO_BYTES || bytesRead < 24 || head.toString('latin1', 0, 16) !== PNG_HEAD) return false
    return [16, 20].every((at) => head.readUInt32BE(at) <= STORED_SIDE)
  } catch {
    return false
  } finally {
    await handle.close()
  }
}

const PNG_HEAD = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'

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
      const upright = picture.rotate().toColourspace('srgb')
      for (const side of STORED_SIDES) {
        const png = await upright
          .clone()
          .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
          .png()
          .toBuffer()
        if (png.byteLength <= MOST_LOGO_BYTES) return png
      }
    }
  } catch {
    // What cannot be unpacked to its end is no picture.
  }
  throw new Refusal('attachments.not_allowed', { name })
}
