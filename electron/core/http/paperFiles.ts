import type { Database } from '../db/database'
import type { Papers } from '../papers/papers.service'
import type { FileCall } from './files'

/** What papers are made with. */
export interface PaperFileParts {
  db: Database
  papers: Papers
}

/** `/files/papers/…`. */
export async function paperFile(_call: FileCall, _parts: PaperFileParts): Promise<Response | null> {
  return null
}

/** `POST /files/papers/logo`. */
export async function takeLogo(_call: FileCall, _parts: PaperFileParts): Promise<Response | null> {
  return null
}
