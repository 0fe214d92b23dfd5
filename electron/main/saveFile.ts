import { app, dialog, type BrowserWindow } from 'electron'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { HostOutcome } from '../preload/bridge'
import { documentUrl } from './origin'

/**
 * Asks where to, then writes a document of the core there. It is written beside its place and put there whole: a full disk leaves neither half a file nor a spoilt older one.
 */
export async function saveFile(
  window: BrowserWindow,
  fetch: (request: Request) => Promise<Response>,
  asked: { path: string; suggestedName: string },
): Promise<HostOutcome> {
  const url = documentUrl(asked.path)
  if (!url) return 'refused'
  const response = await fetch(new Request(url))
  const extension = extensionFor(response, asked.suggestedName)
  if (!response.ok || !response.body || !extension) {
    await response.body?.cancel()
    return 'not_found'
  }
  const answer = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), fileName(asked.suggestedName, extension)),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
  if (!answer.canceled && answer.filePath) return put(answer.filePath, response.body as ReadableStream)
  await response.body.cancel()
  return 'cancelled'
}

/** Documents of the office, and how their files may end, the usual ending first. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'text/csv': ['csv'],
  'text/calendar': ['ics'],
  'text/html': ['html'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/tiff': ['tif', 'tiff'],
  'audio/mpeg': ['mp3', 'mp2'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/aac': ['aac'],
  'audio/wav': ['wav'],
  'audio/amr': ['amr'],
  'audio/ogg': ['ogg', 'oga', 'opus', 'spx'],
  'audio/3gpp': ['3gp', '3ga'],
}

/** The ending of the suggested name where it fits the content, otherwise the usual one; `undefined` for what the office does not hand out. */
function extensionFor({ headers }: Response, suggestedName: string): string | undefined {
  const fitting = EXTENSIONS[headers.get('content-type')?.split(';')[0] ?? '']
  const given = extname(suggestedName).slice(1).toLowerCase()
  return fitting?.includes(given) ? given : fitting?.[0]
}

/** A name every file system takes: no folder, none of the signs Windows forbids, no control characters, at most 120 signs, ending as the document does. */
export function fileName(suggested: string, extension = 'pdf'): string {
  const plain = suggested
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Bidi_Control}<>:"/\\|?*]/gu, '-')
    .replace(new RegExp(`\\.${extension}$`, 'i'), '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return `${[...plain].slice(0, 120).join('') || 'kiris'}.${extension}`
}

async function put(path: string, content: ReadableStream): Promise<HostOutcome> {
  const part = `${path}.part`
  try {
    // As it comes: a file may be larger than the memory that is left.
    await pipeline(Readable.fromWeb(content), createWriteStream(part, { flush: true }))
    await rename(part, path)
    return 'done'
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    const outcome = DISK_FAULTS[(error as NodeJS.ErrnoException).code ?? '']
    if (!outcome) throw error
    return outcome
  }
}

const DISK_FAULTS: Readonly<Record<string, HostOutcome>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'read_only',
  EPERM: 'read_only',
  EROFS: 'read_only',
}
