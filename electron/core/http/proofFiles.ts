import type { Database } from '../db/database'
import type { Proof } from '../proof/proof.service'
import type { FileCall } from './files'

/** What the checker is made with. */
export interface ProofFileParts {
  db: Database
  proof: Proof
}

/** `/files/proof/checker.html`. */
export async function proofFile(_call: FileCall, _parts: ProofFileParts): Promise<Response | null> {
  return null
}
