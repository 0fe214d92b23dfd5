import type { Closings } from '../closings/closings.service'
import type { Database } from '../db/database'
import type { FileCall } from './files'

/** What sheets of closed days are served with. */
export interface ClosingFileParts {
  db: Database
  closings: Closings
}

/** `/files/closings/<id>.pdf`. */
export async function closingFile(_call: FileCall, _parts: ClosingFileParts): Promise<Response | null> {
  return null
}
