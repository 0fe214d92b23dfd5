import type { Logger } from 'pino'
import type { Database } from '../db/database'
import type { Attachments } from './attachments.service'
import { ScanWatch } from './scanWatch'

/** Files taken in and never attached are kept so many days. */
const DAYS_STAGED = 30
const DAY = 86_400_000

interface KeepingParts {
  db: Database
  changes: { announce(subjects: Iterable<string>): void }
  now(): Date
  log: Logger
}

/** Begins to keep the store: removes what nobody needs any more, now and every day, in the background, and watches the scanner's folder. Gives back how to end that, before the database is closed. */
export async function keepFiles(attachments: Attachments, parts: KeepingParts): Promise<() => Promise<void>> {
  const { db, changes, log } = parts
  await attachments.store.prepare().catch((error: unknown) => log.warn({ error }, 'the folder of files cannot be prepared'))
  const watching = new ScanWatch(
    () => db.read((view) => attachments.scanner.folder(view)),
    () => changes.announce(['scan']),
  )
  watching.begin()
  const ending = new AbortController()
  const swept = (): Promise<void> =>
    sweep(attachments, parts, ending.signal).catch((error: unknown) => {
      log.warn({ fault: error instanceof Error ? error.name : '' }, 'forgotten files could not be removed')
    })
  let sweeping = swept()
  // An office may stay open for months. A process is not kept alive for this.
  const timer = setInterval(() => void (sweeping = sweeping.then(swept)), DAY).unref()
  return async () => {
    ending.abort()
    clearInterval(timer)
    await Promise.all([watching.close(), sweeping])
  }
}

/** Removes waiting files that are too old, and contents that belong to nothing. */
async function sweep(attachments: Attachments, { db, now }: KeepingParts, ending: AbortSignal): Promise<void> {
  if (ending.aborted) return
  const oldest = new Date(now().getTime() - DAYS_STAGED * DAY).toISOString()
  const used = await db.read(async (view) => {
    const [old] = await view.rows('SELECT 1 FROM staged_files WHERE staged_at < ? LIMIT 1', [oldest])
    return { hashes: await attachments.usedSince(view, oldest), hasOld: old !== undefined }
  })
  if (used.hasOld) await db.write((work) => work.run('DELETE FROM staged_files WHERE staged_at < ?', [oldest]))
  for (const sha256 of await attachments.store.contents()) {
    if (ending.aborted) return
    // Looked up once more while nothing can be put there.
    if (!used.hashes.has(sha256)) await forget(attachments, db, sha256)
  }
}

/** Removes a content that neither an entry nor a waiting file has. */
export function forget(attachments: Attachments, db: Database, sha256: string): Promise<void> {
  return attachments.store.removeUnused(sha256, (hash) => db.read((view) => attachments.isUsed(view, hash)))
}
