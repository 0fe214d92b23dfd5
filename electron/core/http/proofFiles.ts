import { localMoment } from '#shared/i18n'
import type { Database } from '../db/database'
import { checkerPage, type CheckerFolders } from '../proof/checkerPage'
import type { Proof } from '../proof/proof.service'
import type { Settings } from '../settings/settings.service'
import { fileAnswer } from './fileAnswer'
import type { FileCall } from './files'

/** What the checker is made with. */
export interface ProofFileParts {
  db: Database
  proof: Proof
  settings: Settings
  timeZone: string
  /** Without built files (`workersDir`) there is no checker. */
  checker: CheckerFolders | null
}

/** The page by which anybody checks a slip with the network off, `/files/proof/checker.html`. `null` for any other path, and where the program was started without its built files. */
export async function proofFile({ url, at }: FileCall, parts: ProofFileParts): Promise<Response | null> {
  const { db, proof, settings, timeZone, checker } = parts
  if (url.pathname !== '/files/proof/checker.html' || !checker) return null
  const { keys, office } = await db.read(async (view) => ({
    keys: (await proof.keys(view)).keys,
    office: (await settings.opened(view)).details.name,
  }))
  const page = await checkerPage(checker, { office, keys, timeZone, at })
  return fileAnswer(new TextEncoder().encode(page), 'text/html; charset=utf-8', `kiris-${localMoment(at, timeZone).date}.html`)
}
