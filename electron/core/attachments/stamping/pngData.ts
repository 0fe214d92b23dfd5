import type { FileHandle } from 'node:fs/promises'

/** A PNG of eight bits without alpha, palette or interlacing, as libvips writes it for us: its size and its packed rows. */
export interface PngPicture {
  width: number
  height: number
  channels: 1 | 3
  /** Content of its chunks IDAT, in order (RFC 2083 §4.1.3), in portions. */
  data: AsyncIterable<Buffer>
}

const SIGNATURE_LENGTH = 8
/** Length and name of a chunk; its check sum. */
const HEAD = 8
const CHECK = 4
const PORTION = 256 * 1024

/** Reads the head of an open PNG file and gives its data portion by portion. Errors: the file system's, and a plain error for a PNG of another make. */
export async function pictureData(png: FileHandle): Promise<PngPicture> {
  const head = await read(png, SIGNATURE_LENGTH + HEAD, 13)
  const [depth, colour, interlace] = [head[8], head[9], head[12]]
  if (depth !== 8 || (colour !== 0 && colour !== 2) || interlace !== 0) throw new Error('not the PNG that was asked for')
  return { width: head.readUInt32BE(0), height: head.readUInt32BE(4), channels: colour === 0 ? 1 : 3, data: dataOf(png) }
}

async function* dataOf(png: FileHandle): AsyncGenerator<Buffer> {
  let at = SIGNATURE_LENGTH
  for (;;) {
    const head = await read(png, at, HEAD)
    const [length, name] = [head.readUInt32BE(0), head.toString('latin1', 4)]
    if (name === 'IEND') return
    const from = at + HEAD
    for (let done = 0; name === 'IDAT' && done < length; done += PORTION) {
      yield await read(png, from + done, Math.min(PORTION, length - done))
    }
    at = from + length + CHECK
  }
}

async function read(png: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await png.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new Error('the PNG ends early')
  return buffer
}
