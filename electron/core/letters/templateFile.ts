import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'

/** Longest template, in bytes. */
export const LONGEST = 100_000

/** The file is there and is no text to write letters with: empty, too long, not UTF-8, or no file at all. */
export class NoText extends Error {}

/** The text of a file: UTF-8 with or without a mark, its line ends as `\n`. `null` when there is no such file; throws `NoText`. */
export async function readText(path: string): Promise<string | null> {
  try {
    const file = await stat(path)
    // A pipe or a device in its place would be read for ever.
    if (!file.isFile() || file.size > LONGEST) throw new NoText(path)
    return asText(await readFile(path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    if (error instanceof NoText) throw error
    throw new NoText(path, { cause: error })
  }
}

/** Bytes as text, as `readText` gives it. Throws `NoText`. */
export function asText(bytes: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new NoText('not UTF-8', { cause: error })
  }
  const lines = text.normalize('NFC').replace(/\r\n?/g, '\n')
  if (bytes.length > LONGEST || lines.trim() === '' || lines.includes('\0')) throw new NoText('no text')
  return lines
}

/** Writes a file so that it is either the old one or the new one, whatever happens meanwhile. Throws the file system's error. */
export async function writeText(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(text, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Makes the new name in a folder last through a power cut, where the system can do that; Windows cannot, and needs it not. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
