import type { FileHandle } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'

/** One file in a ZIP archive, as its list at the end says. */
interface ZipEntry {
  name: string
  /** 0 = stored as it is, 8 = deflated. */
  method: number
  packed: number
  /** Where it begins in the file. */
  at: number
}

/** Longest list of an archive and longest part that is unpacked, bytes: a document of Word needs far less. */
const LONGEST_LIST = 8 << 20
const LONGEST_PART = 1 << 20

/** The entries of a ZIP archive (APPNOTE 6.3 §4.3), or `null` where its list cannot be read. */
export async function zipEntries(handle: FileHandle, bytes: number): Promise<ZipEntry[] | null> {
  const tail = await read(handle, Math.max(0, bytes - 65_557), Math.min(bytes, 65_557))
  const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length) return null
  const [length, at] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (length > LONGEST_LIST || at + length > bytes) return null
  const list = await read(handle, at, length)
  const entries: ZipEntry[] = []
  for (let from = 0; from + 46 <= list.length && list.readUInt32LE(from) === 0x02014b50;) {
    const [name, extra, comment] = [list.readUInt16LE(from + 28), list.readUInt16LE(from + 30), list.readUInt16LE(from + 32)]
    entries.push({
      name: list.toString('utf8', from + 46, from + 46 + name).replaceAll('\\', '/'),
      method: list.readUInt16LE(from + 10),
      packed: list.readUInt32LE(from + 20),
      at: list.readUInt32LE(from + 42),
    })
    from += 46 + name + extra + comment
  }
  return entries
}

/** A small part of an archive as text; `null` where it cannot be unpacked or is too large. */
export async function zipText(handle: FileHandle, { method, packed, at }: ZipEntry): Promise<string | null> {
  if (packed > LONGEST_PART) return null
  const head = await read(handle, at, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return null
  const body = await read(handle, at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packed)
  try {
    return (method === 0 ? body : inflateRawSync(body, { maxOutputLength: LONGEST_PART })).toString('utf8')
  } catch {
    return null
  }
}

/** Whether an MP4 file (ISO 14496-12) holds sound and no pictures that move: how telephones record an oral appeal. */
export async function isSoundOnly(handle: FileHandle, bytes: number): Promise<boolean> {
  for (let at = 0, boxes = 0; at + 8 <= bytes && boxes < 1000; boxes++) {
    const head = await read(handle, at, 16)
    if (head.length < 8) return false
    const short = head.readUInt32BE(0)
    const long = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : 0
    const length = short === 0 ? bytes - at : long || short
    if (length < 8) return false
    if (head.toString('latin1', 4, 8) === 'moov') {
      if (length > LONGEST_LIST) return false
      const handlers = handlersIn(await read(handle, at, length))
      return handlers.includes('soun') && !handlers.includes('vide')
    }
    at += length
  }
  return false
}

/** The kinds of tracks, as the handler boxes name them. */
function handlersIn(moov: Buffer): string[] {
  const found: string[] = []
  for (let at = moov.indexOf('hdlr', 0, 'latin1'); at >= 0; at = moov.indexOf('hdlr', at + 4, 'latin1')) {
    found.push(moov.toString('latin1', at + 12, at + 16))
  }
  return found
}

const INSTALLER = Buffer.from('84100c0000000000c000000000000046', 'hex')

/** Whether a compound file (MS-CFB, the form of old Office documents) runs something: an installer by its class, or a document with macros. */
export async function isRunningCompound(handle: FileHandle, head: Buffer): Promise<boolean> {
  const sector = head.readUInt16LE(30) === 12 ? 4096 : 512
  const directory = await read(handle, (head.readUInt32LE(48) + 1) * sector, sector)
  if (directory.subarray(80, 96).equals(INSTALLER)) return true
  return [head, directory].some((part) => ['_VBA_PROJECT', 'Macros'].some((word) => part.includes(word, 0, 'utf16le')))
}

/** So many bytes from a place in a file, or as many as there are. */
export async function read(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const part = Buffer.alloc(length)
  const { bytesRead } = await handle.read(part, 0, length, at)
  return part.subarray(0, bytesRead)
}
