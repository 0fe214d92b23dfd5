import { app, dialog, type BrowserWindow } from 'electron'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
  const extension = EXTENSIONS[response.headers.get('content-type')?.split(';')[0] ?? '']
  if (!response.ok || !extension) {
    await response.body?.cancel()
    return 'not_found'
  }
  const bytes = Buffer.from(await response.arrayBuffer())
  const answer = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), fileName(asked.suggestedName, extension)),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
  if (answer.canceled || !answer.filePath) return 'cancelled'
  return put(answer.filePath, bytes)
}

/** Documents the core makes, and how their files end. */
const EXTENSIONS: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'text/csv': 'csv', 'text/calendar': 'ics' }

/** A name every file system takes: no folder, none of the signs Windows forbids, no control characters, at most 120 signs, ending as the document does. */
export function fileName(suggested: string, extension = 'pdf'): string {
  const plain = suggested
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Bidi_Control}<>:"/\\|?*]/gu, '-')
    .replace(new RegExp(`\\.${extension}$`, 'i'), '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return `${[...plain].slice(0, 120).join('') || 'kiris'}.${extension}`
}

async function put(path: string, bytes: Uint8Array): Promise<HostOutcome> {
  const part = `${path}.part`
  try {
    await writeFile(part, bytes, { flush: true })
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
